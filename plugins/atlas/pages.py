"""Make the map's page: its panels, and the list that says the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..corpus.lines import EntityLine, EventLine, entity_line, event_line, known_entity
from ..corpus.model import Corpus, Entity
from ..writing.page import Page
from .outlines import outlines
from .panels import Panel, city_panels, region_panel
from .precision import RADIUS


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the list: coordinates as written in a table, and the events that happened there.

    `drawn`: it is on a panel. `metres`: the radius of its ring, 0 where none is drawn.
    """

    entity: EntityLine
    latitude: str
    longitude: str
    precision: str
    metres: int
    within: EntityLine | None
    events: tuple[EventLine, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """What map.html needs: panels, the places by mentions, and the outlines' source."""

    panels: tuple[Panel, ...]
    places: tuple[PlaceRow, ...]
    unlocated: tuple[EntityLine, ...]
    source: str
    licence: str
    note: str


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the map, where the corpus has a place with coordinates."""
    places = tuple(each for each in corpus.entities if each.kind == "place" and not each.same_as)
    if not any(each.coordinates for each in places):
        return
    lines = {each.slug: entity_line(corpus, each) for each in places}
    region = region_panel(places, lines)
    panels = (*((region,) if region else ()), *city_panels(places, lines))
    drawn = {spot.entity.slug for panel in panels for spot in panel.spots}
    rows = (_row(corpus, each, lines[each.slug], drawn) for each in places if each.coordinates)
    values = MapPage(
        panels=panels,
        places=tuple(sorted(rows, key=lambda row: (-row.entity.mentions, row.entity.slug))),
        unlocated=tuple(lines[each.slug] for each in places if not each.coordinates),
        source=outlines().source,
        licence=outlines().licence,
        note=outlines().note,
    )
    yield Page("map.html", "map.html", "Map", values)


def _row(corpus: Corpus, place: Entity, line: EntityLine, drawn: set[str]) -> PlaceRow:
    point = place.coordinates
    if point is None:
        raise ValueError(f"{place.slug} has no coordinates")
    return PlaceRow(
        entity=line,
        latitude=f"{point.latitude:.4f}",
        longitude=f"{point.longitude:.4f}",
        precision=point.precision,
        metres=0 if point.precision == "country" else RADIUS[point.precision],
        within=known_entity(corpus, place.within),
        events=tuple(
            event_line(each)
            for each in corpus.events_of.get(place.slug, ())
            if place.slug in each.places
        ),
        drawn=place.slug in drawn,
    )
