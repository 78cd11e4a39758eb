"""Say when: the corpus's own age, and the ends of a date as a table or a feed has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from ..corpus.edtf import bounds
from ..corpus.model import Corpus, Event

_UNKNOWN = date(1970, 1, 1)


def newest(corpus: Corpus) -> date:
    """Return the day of the newest report: the corpus as a whole is as old as that."""
    days = (bounds(each.article.date)[1] for each in corpus.articles)
    return max((day for day in days if day), default=_UNKNOWN)


def stamp_of(corpus: Corpus, environment: Mapping[str, str]) -> datetime:
    """Return the moment that a format asks for: SOURCE_DATE_EPOCH, else the newest report's day.

    The variable is that of https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    day = newest(corpus)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def all_events(corpus: Corpus) -> tuple[Event, ...]:
    """Return the confirmed events, then, told by their status, those that were found."""
    return (*corpus.events, *corpus.found)


def ends(edtf: str) -> tuple[str, str]:
    """Return the earliest and the latest day of a date, empty where it is open or unknown."""
    if not edtf:
        return "", ""
    low, high = bounds(edtf)
    return (low.isoformat() if low else "", high.isoformat() if high else "")


def moment(edtf: str) -> str:
    """Return the first moment of a date as RFC 3339 wants it, empty where there is none."""
    first, last = ends(edtf)
    return f"{first or last}T00:00:00Z" if first or last else ""
