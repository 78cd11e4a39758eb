"""Write the places, and the events at them, as GeoJSON (RFC 7946, WGS 84)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..corpus.addresses import entity_page, event_page
from ..corpus.model import Coordinates, Corpus, Entity, Event
from ..writing.page import File
from .dates import all_events, ends
from .json_text import listed

GEOJSON = "data/archive.geojson"


def geojson(corpus: Corpus) -> File:
    """Return a feature for each place that has a point, and for each event at such places."""
    head = '{"type":"FeatureCollection","features":['
    return File(GEOJSON, listed(_features(corpus), head, "]}"))


def _features(corpus: Corpus) -> Iterator[dict[str, Any]]:
    for entity in corpus.entities:
        if entity.coordinates:
            yield _place(corpus, entity, entity.coordinates)
    for event in all_events(corpus):
        places = (corpus.entity.get(slug) for slug in dict.fromkeys(event.places))
        points = [place.coordinates for place in places if place and place.coordinates]
        if points:
            yield _event(event, points)


def _place(corpus: Corpus, entity: Entity, point: Coordinates) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"place/{entity.slug}",
        "geometry": {"type": "Point", "coordinates": _position(point)},
        "properties": {
            "feature": "place",
            "slug": entity.slug,
            "name": entity.name,
            "name_ar": next(iter(entity.names_in("ar")), ""),
            "precision": point.precision,
            "within": entity.within,
            "wikidata": entity.wikidata,
            "mentions": len(corpus.sightings_of.get(entity.slug, ())),
            "page": f"../{entity_page(entity.kind, entity.slug)}",
        },
    }


def _event(event: Event, points: list[Coordinates]) -> dict[str, Any]:
    first, last = ends(event.edtf)
    return {
        "type": "Feature",
        "id": f"event/{event.slug}",
        "geometry": {"type": "MultiPoint", "coordinates": [_position(each) for each in points]},
        "properties": {
            "feature": "event",
            "slug": event.slug,
            "name": event.title,
            "edtf": event.edtf,
            "earliest": first,
            "latest": last,
            "kind": event.kind,
            "status": event.status,
            "places": event.places,
            "page": f"../{event_page(event.slug)}",
        },
    }


def _position(point: Coordinates) -> list[float]:
    """Return longitude and latitude, in this order (RFC 7946 § 3.1.1)."""
    return [point.longitude, point.latitude]
