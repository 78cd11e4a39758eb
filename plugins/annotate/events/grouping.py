"""Group the sentences that report an event into found events, with their evidence.

A found event is a proposal: it is marked as found until a curator confirms it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ...corpus.edtf import bounds, is_approximate, is_uncertain
from ...corpus.model import Corpus, Entity, Event, Evidence, by_time
from .candidates import Candidate
from .naming import actors_of, places_of
from .titles import shortened

PREFIX = "found-"
_SLUG = 70  # leaves room for an anchor behind it


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate with the places and actors of its event.

    `joined`: a curator has merged it into the event that it is with.
    """

    candidate: Candidate
    places: tuple[str, ...]
    actors: tuple[str, ...]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences that tell of one thing, in the order found; `name` is the event's slug."""

    name: str
    members: tuple[Told, ...]


def grouped(candidates: Iterable[Candidate], entities: Mapping[str, Entity]) -> tuple[Group, ...]:
    """Return the candidates in groups that tell of the same thing, in the order found.

    Candidates of one kind, the same days, and the same first place (or actor, where they have no
    place) are one event. These make its name, so that no other report can change it, and what a
    curator decides about it holds.
    """
    groups: dict[str, list[Told]] = {}
    for each in candidates:
        names = [one for one in each.names if one.entity in entities]
        # A place that somebody speaks of is not where anything happened.
        places = () if each.kind == "statement" else places_of(names, entities)
        told = Told(each, places, actors_of(names, entities))
        if told.places or told.actors:
            name = _name(each, (*told.places, *told.actors)[0])
            groups.setdefault(name, []).append(told)
    return tuple(Group(name, tuple(members)) for name, members in groups.items())


def _name(candidate: Candidate, about: str) -> str:
    """Return `found-<first day>-<kind>-<place or actor>`, the last day too where it is another."""
    days = candidate.low.isoformat()
    if candidate.high != candidate.low:
        days += f"-to-{candidate.high.isoformat()}"
    name = f"{PREFIX}{days}-{candidate.kind}-{about}"
    if len(name) <= _SLUG:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{name[: _SLUG - 7].rstrip('-')}-{mark}"


def found_events(groups: Iterable[Group], corpus: Corpus) -> tuple[Event, ...]:
    """Return the found events that a corpus can show, by date then slug.

    Left out is every sentence that does not stand in the corpus as it was found: the public
    edition has not the text of a restricted article, and has others with words masked. Left out,
    too, is what a confirmed event of those days has as its evidence already.
    """
    told = _evidence_days(corpus)
    taken = {each.slug for each in (*corpus.events, *corpus.found)}
    events = []
    for group in groups:
        members = [
            each for each in group.members if _is_shown(each, corpus) and not _is_told(each, told)
        ]
        if any(not each.joined for each in members):
            event = event_of(Group(group.name, tuple(members)))
            if event.slug not in taken:
                events.append(event)
    return tuple(sorted(events, key=by_time))


def event_of(group: Group) -> Event:
    """Return the found event of a group; its title is words of its first sentence."""
    own = [each for each in group.members if not each.joined]
    first = own[0].candidate
    return Event(
        slug=group.name,
        title=shortened(first.sentence, first.start, first.end),
        edtf=_surest(each.candidate.edtf for each in own),
        kind=first.kind,
        places=tuple(dict.fromkeys(slug for each in group.members for slug in each.places)),
        actors=tuple(dict.fromkeys(slug for each in group.members for slug in each.actors)),
        evidence=evidence_of(group.members),
        status="found",
    )


def evidence_of(members: Iterable[Told]) -> tuple[Evidence, ...]:
    """Return the paragraphs of these sentences, each with the first of its sentences."""
    found: dict[tuple[str, str], Evidence] = {}
    for each in (told.candidate for told in members):
        place = (each.article, each.anchor)
        found.setdefault(place, Evidence(*place, quote=each.sentence, found=True))
    return tuple(found.values())


def _surest(dates: Iterable[str]) -> str:
    """Return the first of the dates that has the fewest doubts and no hour of the day."""
    return min(dates, key=lambda each: (is_uncertain(each), is_approximate(each), "T" in each))


Days = tuple[date | None, date | None]


def _evidence_days(corpus: Corpus) -> Mapping[tuple[str, str], list[Days]]:
    """Map each paragraph that is evidence to the days of its confirmed events."""
    told: dict[tuple[str, str], list[Days]] = {}
    for event in (*corpus.events, *corpus.found):
        for each in event.evidence:
            told.setdefault((each.article, each.anchor), []).append(bounds(event.edtf))
    return told


def _is_told(told: Told, days: Mapping[tuple[str, str], list[Days]]) -> bool:
    each = told.candidate
    return any(
        each.low <= (high or date.max) and (low or date.min) <= each.high
        for low, high in days.get((each.article, each.anchor), ())
    )


def _is_shown(told: Told, corpus: Corpus) -> bool:
    annotated = corpus.article.get(told.candidate.article)
    paragraph = annotated.paragraph(told.candidate.anchor) if annotated else None
    return paragraph is not None and told.candidate.sentence in paragraph.text
