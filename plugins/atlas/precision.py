"""Say how far a place's point may be from what it stands for, and find points that lie astray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import asin, cos, radians, sin, sqrt

from ..corpus.model import Coordinates, Entity
from ..corpus.problems import Problem, problem
from .outlines import Outline, outlines

EARTH_METRES = 6_371_008.8  # mean radius, IUGG

# The ring that the map draws around a point: a place of this class reaches about that far.
RADIUS: Mapping[str, int] = {
    "point": 150,
    "district": 900,
    "city": 6_000,
    "region": 40_000,
    "country": 250_000,
}

# How far a point within a place of this class may lie from that place's point, in metres. Wider
# than the ring, since suburbs, airports and provinces that reach far out are named as within. A
# country without an outline may be Russia: Vladivostok lies 3,300 km from the country's middle.
REACH: Mapping[str, int] = {
    "point": 1_500,
    "district": 5_000,
    "city": 25_000,
    "region": 200_000,
    "country": 4_500_000,
}

# How far outside the simplified outline of its country a point may lie: the outline's own error
# is 2 km, and Natural Earth leaves small islands out.
OUTLINE_METRES = 15_000


def metres(one: Coordinates, other: Coordinates) -> float:
    """Return the great-circle distance of two points in metres (haversine)."""
    low, high = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((high - low) / 2) ** 2 + cos(low) * cos(high) * sin(across / 2) ** 2
    return 2 * EARTH_METRES * asin(min(1.0, sqrt(chord)))


def check_points(entities: Iterable[Entity]) -> tuple[Problem, ...]:
    """Return a `PLACE-OUTSIDE` problem for each place whose point lies outside what contains it.

    A country that `outlines.json` draws contains what lies in its outline (OUTLINE_METRES of
    tolerance); any other place contains what lies within REACH of its point, plus the ring of the
    contained place. Places that contain each other in a circle are left to the reference checks.
    """
    known = {each.slug: each for each in entities}
    return tuple(sorted(_astray(known)))


def _astray(known: Mapping[str, Entity]) -> Iterator[Problem]:
    for place in known.values():
        outer = known.get(place.within)
        if place.kind != "place" or outer is None or outer.kind != "place":
            continue
        if place.coordinates and outer.coordinates:
            far = _metres_outside(place.coordinates, outer, outer.coordinates)
            if far > 0:
                yield problem(
                    place.where,
                    "PLACE-OUTSIDE",
                    f'the point of "{place.slug}" lies {round(far / 1000) or 1} km outside'
                    f' "{outer.slug}", which is said to contain it.',
                    "Correct `coordinates` (latitude, then longitude) or `within`.",
                )


def _metres_outside(point: Coordinates, outer: Entity, middle: Coordinates) -> float:
    """Return how far the point lies beyond what is tolerated; 0 where it lies well."""
    outline = _outline(outer)
    if outline and outlines().box.holds(point.latitude, point.longitude):
        if outline.holds(point.latitude, point.longitude):
            return 0.0
        return max(0.0, metres_to(outline, point) - OUTLINE_METRES - RADIUS[point.precision])
    return max(0.0, metres(point, middle) - REACH[middle.precision] - RADIUS[point.precision])


def _outline(place: Entity) -> Outline | None:
    """Return the outline of a country, found by any of the entity's names."""
    if place.coordinates is None or place.coordinates.precision != "country":
        return None
    names = {place.name.casefold(), *(alias.text.casefold() for alias in place.aliases)}
    return next((each for each in outlines().countries if each.name.casefold() in names), None)


def metres_to(outline: Outline, point: Coordinates) -> float:
    """Return the distance from the point to the outline in metres, measured on a plane."""
    shrink = cos(radians(point.latitude))
    degree = radians(1) * EARTH_METRES
    nearest = float("inf")
    for ring in outline.rings:
        spots = [
            ((x - point.longitude) * shrink * degree, (y - point.latitude) * degree)
            for x, y in ring
        ]
        for index, spot in enumerate(spots):
            nearest = min(nearest, _from_origin(spots[index - 1], spot))
    return nearest


def _from_origin(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the distance of the origin from a line between two points, in the plane."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    share = -(start[0] * across + start[1] * up) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return sqrt((start[0] + share * across) ** 2 + (start[1] + share * up) ** 2)
