"""Group events under their dates, and the dates under months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..corpus.edtf import bounds, is_approximate, is_uncertain, sort_key
from ..corpus.lines import EntityLine, known_entity
from ..corpus.model import Corpus, Event
from .kinds import kind_of
from .reports import Report, dates_differ, publishers_of, reports

UNDATED = "undated"
_ID_WORDS = {
    "/": "_",
    "..": "open",
    "?": "u",
    "~": "a",
    "%": "ua",
    "[": "one_",
    "{": "all_",
    "]": "",
    "}": "",
    ",": "--",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the timeline: its entities, its reports, and whether these differ on the date.

    `resembles` is, for a found event, a confirmed one of the same kind, days and place.
    """

    event: Event
    kind: str
    places: tuple[EntityLine, ...]
    actors: tuple[EntityLine, ...]
    reports: tuple[Report, ...]
    publishers: tuple[EntityLine, ...]
    dates_differ: bool
    resembles: Event | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one date. `datetime` is the value of an HTML time element, where it has one."""

    id: str
    edtf: str
    datetime: str
    uncertain: bool
    approximate: bool
    interval: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month (EDTF, or `undated`), and how many events they have."""

    edtf: str
    days: tuple[Day, ...]
    count: int


def entry(event: Event, corpus: Corpus, resembles: Event | None = None) -> Entry:
    """Return an event with all that the timeline shows of it."""
    found = reports(event, corpus)
    return Entry(
        event=event,
        kind=kind_of(event.kind),
        places=_known(event.places, corpus),
        actors=_known(event.actors, corpus),
        reports=found,
        publishers=tuple(publishers_of(found).values()),
        dates_differ=dates_differ(found),
        resembles=resembles,
    )


def days(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """Return the entries under their dates, by earliest day, then latest day."""
    ordered = sorted(entries, key=lambda each: (sort_key(each.event.edtf), each.event.slug))
    return tuple(
        _day(edtf, tuple(group))
        for edtf, group in groupby(ordered, key=lambda each: each.event.edtf)
    )


def months(found: Iterable[Day]) -> tuple[Month, ...]:
    """Return the days under the month that each begins in (or, open at the start, ends in)."""
    return tuple(_months(found))


def _months(found: Iterable[Day]) -> Iterator[Month]:
    for edtf, group in groupby(found, key=month_of):
        inside = tuple(group)
        yield Month(edtf, inside, sum(len(each.entries) for each in inside))


def month_of(day: Day) -> str:
    """Return the month that a day is listed under, as `2016-11`, or `undated`."""
    start = sort_key(day.edtf)[0]
    return UNDATED if start == date.max else f"{start.year:04}-{start.month:02}"


def _day(edtf: str, entries: tuple[Entry, ...]) -> Day:
    low, high = bounds(edtf)
    return Day(
        id=day_id(edtf),
        edtf=edtf,
        datetime=edtf if re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf) else "",
        uncertain=is_uncertain(edtf),
        approximate=is_approximate(edtf),
        interval=low != high,
        entries=entries,
    )


def day_id(edtf: str) -> str:
    """Return the id of a date's heading: `d-` and the date in letters that an address may have."""
    words = re.sub(r"\.\.|[]/?~%[{},]", lambda found: _ID_WORDS[found[0]], edtf)
    return "d-" + (re.sub(r"[^0-9A-Za-z_-]", "-", words) or UNDATED)


def _known(slugs: Iterable[str], corpus: Corpus) -> tuple[EntityLine, ...]:
    lines = (known_entity(corpus, slug) for slug in dict.fromkeys(slugs))
    return tuple(line for line in lines if line)
