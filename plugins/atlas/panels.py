"""Draw panels of the map: the region that the places lie in, and the cities that hold several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from ..corpus.lines import EntityLine
from ..corpus.model import Coordinates, Entity
from .labels import Label, Mark, place
from .outlines import Box, outlines
from .precision import RADIUS
from .projection import Frame, frame, scale_bar

WIDTH = 440  # units; a phone shows three quarters of a CSS pixel for one
TALLEST = 520
_REGION_METRES = 70_000.0  # the margin around the points of the region
_CITY_METRES = 1_500.0  # and around those of a city
_MEMBERS = 3  # a city with fewer places inside is a point on the region panel, no more


@dataclass(frozen=True, slots=True)
class Land:
    """The outline of a country: its name and the `d` of an SVG path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a panel: its middle, the mark's radius and the ring of its precision, in units."""

    entity: EntityLine
    precision: str
    x: float
    y: float
    radius: float
    ring: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One map. `city` is the place that it is an inset of, None for the region.

    The scale bar is `bar` units long and stands for `bar_metres`.
    """

    city: EntityLine | None
    width: int
    height: int
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    bar: float
    bar_metres: int


def panels(places: Sequence[Entity], lines: Mapping[str, EntityLine]) -> tuple[Panel, ...]:
    """Return the region's panel, then an inset for each city that holds several places.

    The region shows all places within the outlines, or all where none is; what an inset shows is
    left to it, but for the city itself.
    """
    insets = _members(places)
    apart = {each.slug for inside in insets.values() for each in inside}
    rest = tuple(each for each in places if each.coordinates and each.slug not in apart)
    shown = tuple(each for each in rest if _within(outlines().box, each)) or rest
    region = _fitted(None, shown, lines, _REGION_METRES) if shown else None
    known = {each.slug: each for each in places}
    cities = (
        _fitted(lines[slug], (*inside, known[slug]), lines, _CITY_METRES)
        for slug, inside in insets.items()
    )
    return (*((region,) if region else ()), *cities)


def _members(places: Sequence[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Map the cities that get an inset to the located places in them, the fullest first."""
    known = {each.slug: each for each in places}
    members: dict[str, list[Entity]] = {}
    for each in places:
        city = _city_around(each, known)
        if city and each.coordinates:
            members.setdefault(city, []).append(each)
    full = (slug for slug, inside in members.items() if len(inside) >= _MEMBERS)
    return {
        slug: members[slug] for slug in sorted(full, key=lambda slug: (-len(members[slug]), slug))
    }


def _fitted(
    city: EntityLine | None, shown: Sequence[Entity], lines: Mapping[str, EntityLine], margin: float
) -> Panel:
    view = frame((_point(each) for each in shown), margin, WIDTH, TALLEST)
    return _panel(city, shown, lines, view)


def _city_around(place_: Entity, known: Mapping[str, Entity]) -> str:
    """Return the slug of the outermost city that a place lies in, or an empty string."""
    seen = {place_.slug}
    city = ""
    outer = known.get(place_.within)
    while outer and outer.slug not in seen:
        if outer.coordinates and outer.coordinates.precision == "city":
            city = outer.slug
        seen.add(outer.slug)
        outer = known.get(outer.within)
    return city


def _panel(
    city: EntityLine | None, shown: Iterable[Entity], lines: Mapping[str, EntityLine], view: Frame
) -> Panel:
    ordered = sorted(shown, key=lambda each: (-lines[each.slug].mentions, each.slug))
    ordered = [each for each in ordered if view.box.holds(*_where(each))]
    marks = [_mark(each, lines[each.slug], view) for each in ordered]
    metres, units = scale_bar(view.unit, view.width * 0.3)
    bar = (0.0, view.height - 45.0, units + 24.0, float(view.height))
    labels = place(marks, view.width, view.height, (bar,))
    spots = tuple(
        Spot(
            entity=lines[each.slug],
            precision=_point(each).precision,
            x=round(mark.x, 1),
            y=round(mark.y, 1),
            radius=round(mark.radius, 1),
            ring=_ring(each, view),
            label=label,
        )
        for each, mark, label in zip(ordered, marks, labels, strict=True)
    )
    lands = _lands(view) if city is None else ()
    return Panel(city, view.width, view.height, lands, spots, round(units, 1), metres)


def _mark(entity: Entity, line: EntityLine, view: Frame) -> Mark:
    """Return a place's mark; its area grows with the mentions. Countries have their name alone."""
    latitude, longitude = _where(entity)
    country = _point(entity).precision == "country"
    radius = 0.0 if country else min(12.0, 2.5 + 0.9 * sqrt(line.mentions))
    return Mark(view.x(longitude), view.y(latitude), radius, line.name)


def _ring(entity: Entity, view: Frame) -> float:
    """Return the radius of a place's ring in units; a country has none, its outline is there."""
    precision = _point(entity).precision
    return 0.0 if precision == "country" else round(RADIUS[precision] / view.unit, 1)


def _lands(view: Frame) -> tuple[Land, ...]:
    drawn = outlines()
    if not (view.box.west < drawn.box.east and drawn.box.west < view.box.east):
        return ()
    return tuple(Land(each.name, view.path(each)) for each in drawn.countries)


def _within(box: Box, entity: Entity) -> bool:
    return entity.coordinates is not None and box.holds(*_where(entity))


def _point(entity: Entity) -> Coordinates:
    if entity.coordinates is None:
        raise ValueError(f"{entity.slug} has no coordinates")
    return entity.coordinates


def _where(entity: Entity) -> tuple[float, float]:
    point = _point(entity)
    return point.latitude, point.longitude
