"""Draw how often an entity is mentioned over time: a bar a day, a month or a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..corpus import edtf
from ..corpus.model import Sighting

HEIGHT = 40
_BARS = 70


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at unit `x`, `height` of 40 units high; `edtf` says when, `mentions` how many."""

    edtf: str
    x: int
    height: float
    mentions: int


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The bars over the whole time of the corpus (`first` to `last`, EDTF), `units` wide."""

    first: str
    last: str
    units: int
    bars: tuple[Bar, ...]


def sparkline(span: tuple[date, date] | None, sightings: Iterable[Sighting]) -> Sparkline | None:
    """Return the mentions by date of publication; None where fewer than two times are known.

    The finest of day, month and year that needs at most seventy bars.
    """
    if span is None:
        return None
    first, last = span
    shape = _shape(first, last)
    days = (edtf.bounds(each.annotated.article.date)[0] for each in sightings)
    counts = Counter(day for day in days if day)
    if not counts or first == last:
        return None
    heights: Counter[tuple[int, str]] = Counter()
    for day, mentions in counts.items():
        heights[_unit(first, day, shape), day.isoformat()[:shape]] += mentions
    most = max(heights.values())
    return Sparkline(
        first.isoformat()[:shape],
        last.isoformat()[:shape],
        _unit(first, last, shape) + 1,
        tuple(
            Bar(when, unit, round(HEIGHT * mentions / most, 2), mentions)
            for (unit, when), mentions in sorted(heights.items())
        ),
    )


def _shape(first: date, last: date) -> int:
    """Return how much of an ISO date names a bar: 10 for days, 7 for months, 4 for years."""
    return next((shape for shape in (10, 7) if _unit(first, last, shape) < _BARS), 4)


def _unit(first: date, day: date, shape: int) -> int:
    """Return how many bars after the first one a day stands."""
    years = day.year - first.year
    units = {10: (day - first).days, 7: years * 12 + day.month - first.month, 4: years}
    return units[shape]
