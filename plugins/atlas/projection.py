"""Lay degrees out on a rectangle: equirectangular, true to scale at the middle latitude."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from ..corpus.model import Coordinates
from .outlines import Box, Outline
from .precision import EARTH_METRES

METRES_PER_DEGREE = radians(1) * EARTH_METRES
_FLATTEST = 0.6  # a panel's height, of its width


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the globe drawn `width` by `height` units; one unit is `unit` metres."""

    box: Box
    width: int
    height: int
    unit: float

    def x(self, longitude: float) -> float:
        """Return how many units east of the left edge a longitude lies."""
        shrink = cos(radians((self.box.south + self.box.north) / 2))
        return (longitude - self.box.west) * shrink * METRES_PER_DEGREE / self.unit

    def y(self, latitude: float) -> float:
        """Return how many units under the upper edge a latitude lies."""
        return (self.box.north - latitude) * METRES_PER_DEGREE / self.unit

    def path(self, outline: Outline) -> str:
        """Return an outline as the `d` of an SVG path, to a tenth of a unit."""
        return "".join(
            "M" + "L".join(f"{self.x(x):.1f} {self.y(y):.1f}" for x, y in ring) + "Z"
            for ring in outline.rings
        )


def frame(points: Iterable[Coordinates], margin: float, width: int, tallest: int) -> Frame:
    """Return the frame that shows all points with `margin` metres around them, `width` units wide.

    What would be taller than `tallest` units is drawn at a smaller scale, with room at its sides.
    """
    spots = tuple(points)
    south, north = min(p.latitude for p in spots), max(p.latitude for p in spots)
    shrink = cos(radians((south + north) / 2))
    up, across = margin / METRES_PER_DEGREE, margin / METRES_PER_DEGREE / shrink
    box = Box(
        min(p.longitude for p in spots) - across,
        south - up,
        max(p.longitude for p in spots) + across,
        north + up,
    )
    wide = (box.east - box.west) * shrink * METRES_PER_DEGREE
    high = max((box.north - box.south) * METRES_PER_DEGREE, wide * _FLATTEST)
    unit = max(wide / width, high / tallest)
    return _around(box, width, round(high / unit), unit)


def _around(box: Box, width: int, height: int, unit: float) -> Frame:
    """Return the frame of this size and scale that has the box in its middle."""
    latitude, longitude = (box.south + box.north) / 2, (box.west + box.east) / 2
    up = height * unit / METRES_PER_DEGREE / 2
    across = width * unit / METRES_PER_DEGREE / cos(radians(latitude)) / 2
    return Frame(
        Box(longitude - across, latitude - up, longitude + across, latitude + up),
        width,
        height,
        unit,
    )


def scale_bar(unit: float, most: float) -> tuple[int, float]:
    """Return the longest round distance of at most `most` units: metres, and units."""
    best = 1
    for exponent in range(8):
        for digit in (1, 2, 5):
            length = digit * 10**exponent
            if length / unit <= most:
                best = length
    return best, best / unit
