"""Make the map's page: its panels, and the list that says the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..corpus.lines import EntityLine, EventLine, counted_line, event_line, known_entity
from ..corpus.model import Corpus, Entity
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page
from .outlines import outlines
from .panels import Panel, panels
from .precision import RADIUS

PAGE = "map.html"
_ON_ONE_PAGE = 120  # rows of the list
_UNLOCATED = 200  # places without coordinates that are named; all are in the index
_EVENTS = 4  # that a row names; more would hide the places


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the list: coordinates as written in a table, and the events that happened there.

    `more` of these are only on the place's page. `drawn`: it is on a panel. `metres`: the radius
    of its ring, 0 where none is drawn.
    """

    entity: EntityLine
    latitude: str
    longitude: str
    precision: str
    metres: int
    within: EntityLine | None
    events: tuple[EventLine, ...]
    more: int
    drawn: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """What map.html needs: panels, the places by mentions, and the outlines' source.

    Further pages have more of the places, and no panels.
    """

    panels: tuple[Panel, ...]
    places: tuple[PlaceRow, ...]
    unlocated: tuple[EntityLine, ...]
    source: str
    licence: str
    note: str
    number: int
    pager: tuple[PagerLine, ...]


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the map, where the corpus has a place with coordinates."""
    places = tuple(each for each in corpus.entities if each.kind == "place" and not each.same_as)
    if not any(each.coordinates for each in places):
        return
    lines = {each.slug: counted_line(corpus, each) for each in places}
    drawn_panels = panels(places, lines)
    drawn = {spot.entity.slug for panel in drawn_panels for spot in panel.spots}
    rows = (_row(corpus, each, lines[each.slug], drawn) for each in places if each.coordinates)
    ordered = sorted(rows, key=lambda row: (-row.entity.mentions, row.entity.slug))
    unlocated = tuple(lines[each.slug] for each in places if not each.coordinates)
    cut = parts(ordered, _ON_ONE_PAGE)
    for number, part in enumerate(cut, 1):
        values = MapPage(
            panels=drawn_panels if number == 1 else (),
            places=part,
            unlocated=unlocated[:_UNLOCATED] if number == len(cut) else (),
            source=outlines().source,
            licence=outlines().licence,
            note=outlines().note,
            number=number,
            pager=pager(PAGE, len(cut), number),
        )
        trail = (("Map", PAGE),) if number > 1 else ()
        yield Page(page_path(PAGE, number), "map.html", "Map", values, trail)


def _row(corpus: Corpus, place: Entity, line: EntityLine, drawn: set[str]) -> PlaceRow:
    point = place.coordinates
    if point is None:
        raise ValueError(f"{place.slug} has no coordinates")
    here = [each for each in corpus.events_of.get(place.slug, ()) if place.slug in each.places]
    return PlaceRow(
        entity=line,
        latitude=f"{point.latitude:.4f}",
        longitude=f"{point.longitude:.4f}",
        precision=point.precision,
        metres=0 if point.precision == "country" else RADIUS[point.precision],
        within=known_entity(corpus, place.within),
        events=tuple(event_line(each) for each in here[:_EVENTS]),
        more=max(0, len(here) - _EVENTS),
        drawn=place.slug in drawn,
    )
