"""Draw counts over time: a bar a day, a month or a year, on one scale for several series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

HEIGHT = 40
_BARS = 70


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a chart: its first and last day, and how much of an ISO date names a bar."""

    first: date
    last: date
    shape: int

    @property
    def units(self) -> int:
        """Return how many bars there is room for."""
        return self.unit(self.last) + 1

    def unit(self, day: date) -> int:
        """Return how many bars after the first one a day stands."""
        return _unit(self.first, day, self.shape)

    def name(self, day: date) -> str:
        """Return the EDTF of the bar that a day belongs to."""
        return day.isoformat()[: self.shape]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at unit `x`, `height` of 40 units high; `edtf` says when, `times` how many."""

    edtf: str
    x: int
    height: float
    times: int


def span_of(days: Sequence[date]) -> Span | None:
    """Return the time from the first to the last of some days; None for fewer than two.

    The finest of day, month and year that needs at most seventy bars.
    """
    if len(set(days)) < 2:  # noqa: PLR2004
        return None
    first, last = min(days), max(days)
    shape = next((each for each in (10, 7) if _unit(first, last, each) < _BARS), 4)
    return Span(first, last, shape)


def bars(span: Span, days: Iterable[date], most: int) -> tuple[Bar, ...]:
    """Return the bars of what happened on these days; `most` is the count of the highest bar."""
    counts = Counter((span.unit(day), span.name(day)) for day in days)
    return tuple(
        Bar(edtf, unit, round(HEIGHT * times / most, 2), times)
        for (unit, edtf), times in sorted(counts.items())
    )


def _unit(first: date, day: date, shape: int) -> int:
    years = day.year - first.year
    units = {10: (day - first) // timedelta(days=1), 7: years * 12 + day.month - first.month}
    return units.get(shape, years)
