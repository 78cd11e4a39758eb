"""Read the outlines of countries that the map draws under the places.

`outlines.json` names its source, licence and derivation. Its numbers are longitude, latitude,
longitude, latitude, … in WGS 84 decimal degrees, one list a ring.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the globe in decimal degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies in the rectangle, its border included."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def grown(self, latitude: float, longitude: float) -> Box:
        """Return the rectangle with a margin in degrees on each side."""
        return Box(
            self.west - longitude,
            self.south - latitude,
            self.east + longitude,
            self.north + latitude,
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a country: closed rings of (longitude, latitude), cut off at the box."""

    name: str
    rings: tuple[tuple[Point, ...], ...]

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies inside, by the even-odd rule."""
        inside = False
        for ring in self.rings:
            for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
                if (y1 > latitude) != (y2 > latitude):
                    inside ^= longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
        return inside


@dataclass(frozen=True, slots=True)
class Outlines:
    """All outlines, the box that they fill, and where they come from."""

    box: Box
    countries: tuple[Outline, ...]
    source: str
    licence: str
    note: str


@cache
def outlines() -> Outlines:
    """Return the outlines that lie beside this module."""
    read = json.loads(Path(__file__).with_name("outlines.json").read_text(encoding="utf-8"))
    countries = tuple(
        Outline(each["name"], tuple(_points(ring) for ring in each["rings"]))
        for each in read["outlines"]
    )
    return Outlines(Box(*read["box"]), countries, read["source"], read["licence"], read["note"])


def _points(numbers: list[float]) -> tuple[Point, ...]:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
