"""Say what an event is, and the paragraphs that report it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..edtf import sort_key
from .places import Where


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paragraph of an article that reports something: the article's slug and the anchor.

    `quote` holds the words by which a curator named the paragraph, if not by its anchor; of
    `found` evidence, which the machine adds and no curator's file names, it is the sentence.
    """

    article: str
    anchor: str
    quote: str = ""
    where: Where = Where("")
    found: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `kind` is one of schema.EVENT_KINDS; `status` found or confirmed."""

    slug: str
    title: str
    edtf: str
    kind: str = ""
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    status: str = "confirmed"
    description: str = ""
    where: Where = Where("")


def by_time(event: Event) -> tuple[date, date, str, str]:
    """Return what events are sorted by: their dates, then their slugs."""
    return (*sort_key(event.edtf), event.slug)
