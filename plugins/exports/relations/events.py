"""Say the events as relations: when, where, who, and which paragraphs report them."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.addresses import event_page
from ...corpus.model import Corpus
from ..dates import all_events, ends
from .columns import ARTICLE, DESCRIPTION, ENDS, INTEGER, Column, Row, Table


def _events(corpus: Corpus) -> Iterator[Row]:
    for each in all_events(corpus):
        when = (each.edtf, *ends(each.edtf))
        page = event_page(each.slug)
        yield (each.slug, each.title, *when, each.kind, each.status, each.description, page)


def _event_places(corpus: Corpus) -> Iterator[Row]:
    return ((each.slug, slug) for each in all_events(corpus) for slug in dict.fromkeys(each.places))


def _event_actors(corpus: Corpus) -> Iterator[Row]:
    return ((each.slug, slug) for each in all_events(corpus) for slug in dict.fromkeys(each.actors))


def _evidence(corpus: Corpus) -> Iterator[Row]:
    for event in all_events(corpus):
        for number, each in enumerate(event.evidence, 1):
            yield (event.slug, number, each.article, each.anchor)


EVENTS = Table(
    "events",
    "one row an event",
    (
        *(Column("slug", "names the event"), Column("title", "what happened")),
        *(Column("edtf", "when, EDTF"), *ENDS, Column("kind", "territory, attack, …")),
        *(Column("status", "confirmed or found"), DESCRIPTION),
        Column("page", "its place on the timeline"),
    ),
    ("slug",),
    _events,
)
_EVENT = Column("event", "the event's slug", to="events.slug")
EVENT_PLACES = Table(
    "event_places",
    "where an event happened",
    (_EVENT, Column("place", "the place's slug", to="entities.slug")),
    ("event", "place"),
    _event_places,
)
EVENT_ACTORS = Table(
    "event_actors",
    "who took part in an event",
    (_EVENT, Column("actor", "the entity's slug", to="entities.slug")),
    ("event", "actor"),
    _event_actors,
)
EVIDENCE = Table(
    "evidence",
    "the paragraphs that report an event",
    (
        *(_EVENT, Column("number", "1 is the first", INTEGER), ARTICLE),
        Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
    ),
    ("event", "number"),
    _evidence,
)
