"""Make the overview strip: how many events of each kind, when, and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .bins import bins, closed, drawn_span, scale
from .days import Day, Entry
from .kinds import KINDS
from .marks import AXIS, LANE, TOP_OF_LANES, Bar, Lane, Scale, Tick, bars, lanes, ticks


@dataclass(frozen=True, slots=True)
class Strip:
    """The overview: `axis` is the y of the axis, `most` the events of the tallest bar.

    `before`, `after`: events outside of what is drawn; `beyond`: lasting ones without a lane.
    `kinds` are those that the events have, with their number.
    """

    unit: str
    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    kinds: tuple[tuple[str, int], ...]
    axis: int
    height: int
    most: int
    first: str
    last: str
    before: int
    after: int
    beyond: int


def strip(days: Sequence[Day], page_of: Mapping[str, str]) -> Strip | None:
    """Return the strip of these days; `page_of` maps a day's id to the page that lists it."""
    entries = tuple(each for day in days for each in day.entries)
    span = drawn_span(each.event for each in entries)
    if span is None:
        return None
    unit = scale(span)
    axis = Scale(unit, tuple(bins(span, unit)))
    inside = tuple(each for each in entries if _is(each, axis.whole.touches))
    lasting = tuple(each for each in inside if axis.bin_of(each) is None)
    drawn_bars = bars(axis, inside, _targets(days, page_of))
    drawn_lanes = lanes(axis, lasting)
    rows = len({each.y for each in drawn_lanes})
    kinds = Counter(each.kind for each in entries)
    return Strip(
        unit=unit,
        bars=drawn_bars,
        lanes=drawn_lanes,
        ticks=ticks(axis),
        kinds=tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]),
        axis=AXIS,
        height=TOP_OF_LANES + LANE * rows,
        most=max((each.count for each in drawn_bars), default=0),
        first=axis.name(0).partition("/")[0],
        last=axis.name(len(axis.bins) - 1).rpartition("/")[2],
        before=_count(entries, lambda _, high: high < axis.whole.first),
        after=_count(entries, lambda low, _: low > axis.whole.last),
        beyond=len(lasting) - len(drawn_lanes),
    )


def _targets(days: Iterable[Day], page_of: Mapping[str, str]) -> Mapping[date, str]:
    """Map each day that an event begins on to the heading that lists it."""
    targets: dict[date, str] = {}
    for day in days:
        span = closed(day.entries[0].event)
        if span:
            targets.setdefault(span[0], f"{page_of[day.id]}#{day.id}")
    return targets


def _is(entry: Entry, test: Callable[[date, date], bool]) -> bool:
    span = closed(entry.event)
    return span is not None and test(*span)


def _count(entries: Iterable[Entry], test: Callable[[date, date], bool]) -> int:
    return sum(_is(each, test) for each in entries)
