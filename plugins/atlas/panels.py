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

WIDTH = 480  # units; the narrowest that a panel is shown is one CSS pixel a unit
TALLEST = 560
_REGION_METRES = 200_000.0  # the least width of the region panel
_CITY_METRES = 4_000.0  # and of a city's
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


def region_panel(places: Sequence[Entity], lines: Mapping[str, EntityLine]) -> Panel | None:
    """Return the panel of all places within the outlined region, or of all where none is in it."""
    box = outlines().box
    inside = tuple(each for each in places if _within(box, each))
    shown = inside or tuple(each for each in places if each.coordinates)
    points = tuple(_point(each) for each in shown)
    # A country's point says little about its extent, so it stretches the frame only if alone.
    fitted = tuple(each for each in points if each.precision != "country") or points
    if not fitted:
        return None
    view = frame(fitted, WIDTH, TALLEST, _REGION_METRES)
    return _panel(None, shown, lines, view)


def city_panels(places: Sequence[Entity], lines: Mapping[str, EntityLine]) -> tuple[Panel, ...]:
    """Return an inset for each city with several located places in it, the fullest first."""
    known = {each.slug: each for each in places}
    members: dict[str, list[Entity]] = {}
    for each in places:
        city = _city_around(each, known)
        if city and each.coordinates:
            members.setdefault(city, []).append(each)
    full = sorted(
        (slug for slug, inside in members.items() if len(inside) >= _MEMBERS),
        key=lambda slug: (-len(members[slug]), slug),
    )
    return tuple(_city_panel(known[slug], members[slug], lines) for slug in full)


def _city_panel(city: Entity, inside: Sequence[Entity], lines: Mapping[str, EntityLine]) -> Panel:
    view = frame((_point(each) for each in inside), WIDTH, TALLEST, _CITY_METRES)
    shown = (*inside, city) if city.coordinates else tuple(inside)
    return _panel(lines[city.slug], shown, lines, view)


def _city_around(place_: Entity, known: Mapping[str, Entity]) -> str:
    """Return the slug of the city that a place lies in, however deep, or an empty string."""
    seen = {place_.slug}
    outer = known.get(place_.within)
    while outer and outer.slug not in seen:
        if outer.coordinates and outer.coordinates.precision == "city":
            return outer.slug
        seen.add(outer.slug)
        outer = known.get(outer.within)
    return ""


def _panel(
    city: EntityLine | None, shown: Iterable[Entity], lines: Mapping[str, EntityLine], view: Frame
) -> Panel:
    ordered = sorted(shown, key=lambda each: (-lines[each.slug].mentions, each.slug))
    ordered = [each for each in ordered if view.box.holds(*_where(each))]
    marks = [_mark(each, lines[each.slug].mentions, view) for each in ordered]
    labels = place(marks, view.width, view.height)
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
    metres, units = scale_bar(view.unit, view.width * 0.3)
    lands = _lands(view) if city is None else ()
    return Panel(city, view.width, view.height, lands, spots, round(units, 1), metres)


def _mark(entity: Entity, mentions: int, view: Frame) -> Mark:
    """Return the mark of a place; its area grows with the mentions."""
    latitude, longitude = _where(entity)
    radius = min(12.0, 2.5 + 0.9 * sqrt(mentions))
    return Mark(view.x(longitude), view.y(latitude), radius, entity.name)


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
