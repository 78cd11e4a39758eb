"""Group the sentences that report an event into found events, with their evidence.

A found event is a proposal: it is marked as found until a curator's file confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..corpus.edtf import bounds
from ..corpus.model import Annotated, Entity, Event, Evidence
from .candidates import Candidate, candidates

_SLUG = 80


def found_events(
    articles: Sequence[Annotated], entities: Mapping[str, Entity], confirmed: Sequence[Event]
) -> tuple[Event, ...]:
    """Return the events that the articles' sentences tell of, by date then slug.

    A sentence with a date of a week or less, a place or actor of the registry and a word of a
    kind is a candidate; candidates of one kind and the same days that share a place (or, where
    either has none, an actor) are one event. Left out is what a confirmed event of those days has
    as its evidence already. Titles are words of the first sentence: give only articles whose text
    the edition may show.
    """
    told = _evidence_days(articles, confirmed)
    fresh = (
        each
        for each in candidates(articles, entities)
        if not any(_overlap(each, days) for days in told.get((each.article, each.anchor), ()))
    )
    slugs: set[str] = set()
    events = []
    for group in _grouped(fresh):
        event = _event(group, slugs)
        slugs.add(event.slug)
        events.append(event)
    return tuple(sorted(events, key=lambda each: (each.edtf, each.slug)))


Days = tuple[date | None, date | None]


def _evidence_days(
    articles: Iterable[Annotated], confirmed: Iterable[Event]
) -> Mapping[tuple[str, str], list[Days]]:
    """Map each paragraph that is evidence to the days of its confirmed events."""
    known = {each.article.slug: each for each in articles}
    told: dict[tuple[str, str], list[Days]] = {}
    for event in confirmed:
        for each in event.evidence:
            annotated = known.get(each.article)
            paragraph = annotated.paragraph(each.anchor) if annotated else None
            if paragraph:
                told.setdefault((each.article, paragraph.anchor), []).append(bounds(event.edtf))
    return told


def _overlap(candidate: Candidate, days: Days) -> bool:
    low, high = days[0] or date.min, days[1] or date.max
    return candidate.low <= high and low <= candidate.high


def _grouped(fresh: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the candidates in groups that tell of the same thing, in the order found."""
    groups: list[list[Candidate]] = []
    by_days: dict[tuple[str, date, date], list[list[Candidate]]] = {}
    for each in fresh:
        near = by_days.setdefault((each.kind, each.low, each.high), [])
        group = next((held for held in near if any(_same(each, one) for one in held)), None)
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        group.append(each)
    return groups


def _same(one: Candidate, other: Candidate) -> bool:
    if one.places and other.places:
        return bool(set(one.places) & set(other.places))
    return bool(set(one.actors) & set(other.actors))


def _event(group: Sequence[Candidate], taken: set[str]) -> Event:
    first = group[0]
    return Event(
        slug=_slug(first, taken),
        title=first.title,
        edtf=first.edtf,
        kind=first.kind,
        places=tuple(dict.fromkeys(slug for each in group for slug in each.places)),
        actors=tuple(dict.fromkeys(slug for each in group for slug in each.actors)),
        evidence=tuple(
            Evidence(article, anchor)
            for article, anchor in dict.fromkeys((each.article, each.anchor) for each in group)
        ),
        status="found",
    )


def _slug(first: Candidate, taken: set[str]) -> str:
    """Return `found-<first day>-<kind>-<place or actor>`, numbered where that is taken."""
    name = (*first.places, *first.actors)[0]
    base = f"found-{first.low.isoformat()}-{first.kind}-{name}"[: _SLUG - 4].rstrip("-")
    number = 1
    while (slug := f"{base}-{number}" if number > 1 else base) in taken:
        number += 1
    return slug
