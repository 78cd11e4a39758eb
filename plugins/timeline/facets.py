"""Count what events can be filtered by: kind, place, actor, publisher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..corpus.lines import EntityLine
from .days import Entry
from .kinds import KINDS

_MOST = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that events can be filtered by, its entity (kinds have none), and their number."""

    value: str
    entity: EntityLine | None
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices of each filter; kinds in their fixed order, entities by count, then name.

    Of entities the hundred with most events: the address takes any, and its page names its events.
    """

    kinds: tuple[Choice, ...]
    places: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    publishers: tuple[Choice, ...]


def facets(entries: Sequence[Entry]) -> Facets:
    """Return the filters of these events, each choice with the number of events that have it."""
    kinds = Counter(each.kind for each in entries)
    return Facets(
        kinds=tuple(Choice(kind, None, kinds[kind]) for kind in KINDS if kinds[kind]),
        places=_choices(each.places for each in entries),
        actors=_choices(each.actors for each in entries),
        publishers=_choices(each.publishers for each in entries),
    )


def _choices(entities: Iterable[Iterable[EntityLine]]) -> tuple[Choice, ...]:
    counts: Counter[str] = Counter()
    known: dict[str, EntityLine] = {}
    for group in entities:
        for each in group:
            counts[each.slug] += 1
            known[each.slug] = each
    ordered = sorted(counts, key=lambda slug: (-counts[slug], known[slug].name, slug))[:_MOST]
    return tuple(Choice(slug, known[slug], counts[slug]) for slug in ordered)
