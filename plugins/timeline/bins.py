"""Cut a span of time into days, weeks, months or years, for the overview strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..corpus.edtf import bounds
from ..corpus.model import Event

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 62, 60, 120  # bins that are still wide enough to see
_LEAST_CORE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return the number of days."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Return how far into the span a day begins, in percent; days outside are outside 0–100."""
        return (day - self.first).days / self.length * 100

    def touches(self, low: date, high: date) -> bool:
        """Tell whether the days from `low` to `high` have one in common with the span."""
        return low <= self.last and high >= self.first


def drawn_span(events: Iterable[Event]) -> Span | None:
    """Return the days that the strip shows: those that most events happened on.

    A few events long before or after the rest (a resolution of a decade ago) would squeeze all
    others into one bin. So what lies farther from the middle four fifths than these are long is
    not drawn, and counted instead.
    """
    spans = sorted(span for event in events if (span := closed(event)))
    if not spans:
        return None
    starts = [low for low, _ in spans]
    low, high = starts[len(starts) // 10], starts[-1 - len(starts) // 10]
    lengths = sorted(end - start for start, end in spans)
    core = max(high - low, _LEAST_CORE, lengths[len(lengths) // 2])
    limit = _shift(high, core)
    first = min(day for day in starts if day >= _shift(low, -core))
    last = max(end if end <= limit else start for start, end in spans if start <= limit)
    return Span(first, max(first, last))


def closed(event: Event) -> tuple[date, date] | None:
    """Return the first and last day of an event; an open end counts as the day that is known."""
    low, high = bounds(event.edtf)
    start, end = low or high, high or low
    return (start, end) if start and end else None


def scale(span: Span) -> str:
    """Return the finest of DAY, WEEK, MONTH and YEAR that gives bins wide enough to see."""
    if span.length <= MOST_DAYS:
        return DAY
    if span.length <= MOST_WEEKS * 7:
        return WEEK
    return MONTH if span.length <= MOST_MONTHS * 30 else YEAR


def bins(span: Span, unit: str) -> Iterator[Span]:
    """Yield the bins of a span; weeks begin on Monday, and the first and last may stick out."""
    start = _start(span.first, unit)
    while start <= span.last:
        after = _next(start, unit)
        yield Span(start, after - timedelta(days=1))
        start = after


def _start(day: date, unit: str) -> date:
    if unit == WEEK:
        return day - timedelta(days=day.weekday())
    if unit == MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == YEAR else day


def _next(start: date, unit: str) -> date:
    if unit == MONTH:
        return (start + timedelta(days=32)).replace(day=1)
    if unit == YEAR:
        return start.replace(year=start.year + 1)
    return start + timedelta(days=7 if unit == WEEK else 1)


def _shift(day: date, by: timedelta) -> date:
    """Return a day moved, held within what a date can be."""
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + by.days)))
