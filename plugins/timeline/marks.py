"""Draw the marks of the overview strip: bars of bins, lanes of lasting events, ticks of the axis.

Lengths along the time axis are percents of the strip's width, so that it fits every screen without
its letters shrinking; heights are CSS pixels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..corpus.edtf import is_approximate, is_uncertain
from .bins import MONTH, YEAR, Span, closed
from .days import Entry
from .kinds import KINDS

HEIGHT = 96  # of the tallest bar
AXIS = HEIGHT + 4
TOP_OF_LANES = AXIS + 24
LANE = 9  # of a bar for an event that lasts, its gap included
MOST_LANES = 6
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: the events of one kind, surely dated or not (`doubtful`: hatched)."""

    kind: str
    count: int
    doubtful: bool
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of a bin. `edtf` is its date (a week is an interval), `target` the link."""

    edtf: str
    count: int
    x: float
    width: float
    target: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """An event that lasts longer than a bin; `doubtful` where it is one day of these, not all."""

    entry: Entry
    x: float
    width: float
    y: int
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis (EDTF); `anchor` keeps the outermost words inside the strip."""

    edtf: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The time axis: its bins, of one unit, and the days that they fill."""

    unit: str
    bins: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """Return the days from the first bin to the last."""
        return Span(self.bins[0].first, self.bins[-1].last)

    def bin_of(self, entry: Entry) -> int | None:
        """Return the index of the bin that the whole event lies in, or None."""
        low, high = closed(entry.event) or (date.max, date.max)
        at = bisect_right(self.bins, low, key=lambda each: each.first) - 1
        return at if at >= 0 and high <= self.bins[at].last else None

    def name(self, at: int) -> str:
        """Return the EDTF date of a bin."""
        cut = self.bins[at]
        if self.unit == YEAR:
            return f"{cut.first.year:04}"
        if self.unit == MONTH:
            return f"{cut.first.year:04}-{cut.first.month:02}"
        first, last = cut.first.isoformat(), cut.last.isoformat()
        return first if first == last else f"{first}/{last}"

    def x(self, at: int) -> float:
        """Return where a bin begins, in percent."""
        return round(self.whole.share(self.bins[at].first), 3)

    def width(self, at: int) -> float:
        """Return how wide a bin is, in percent."""
        return round(self.bins[at].length / self.whole.length * 100, 3)


def bars(scale: Scale, entries: Iterable[Entry], targets: Mapping[date, str]) -> tuple[Bar, ...]:
    """Return a bar for each bin that has events; `targets` maps days to what lists their events."""
    held: dict[int, list[Entry]] = {}
    for each in entries:
        at = scale.bin_of(each)
        if at is not None:
            held.setdefault(at, []).append(each)
    most = max((len(each) for each in held.values()), default=1)
    return tuple(
        Bar(
            edtf=scale.name(at),
            count=len(held[at]),
            x=scale.x(at),
            width=scale.width(at),
            target=_target(scale.bins[at], targets),
            segments=_segments(held[at], HEIGHT / most),
        )
        for at in sorted(held)
    )


def _segments(entries: Iterable[Entry], unit: float) -> tuple[Segment, ...]:
    """Return the parts of a bar from the axis upwards, in the fixed order of the kinds."""
    counts = Counter((each.kind, is_doubtful(each)) for each in entries)
    segments: list[Segment] = []
    top = float(AXIS)
    for kind, doubtful in sorted(counts, key=lambda key: (KINDS.index(key[0]), key[1])):
        count = counts[kind, doubtful]
        top -= count * unit
        segments.append(Segment(kind, count, doubtful, round(top, 1), round(count * unit, 1)))
    return tuple(segments)


def lanes(scale: Scale, entries: Iterable[Entry]) -> tuple[Lane, ...]:
    """Return bars of lasting events, each on the first lane that is free, MOST_LANES at most."""
    whole = scale.whole
    free: list[date] = []
    drawn: list[Lane] = []
    for each in entries:
        low, high = closed(each.event) or (whole.first, whole.last)
        lane = next((at for at, until in enumerate(free) if until < low), len(free))
        if lane >= MOST_LANES:
            continue
        free[lane : lane + 1] = [high]
        start, end = max(0.0, whole.share(low)), min(100.0, whole.share(high) + 100 / whole.length)
        doubtful = is_doubtful(each) or "/" not in each.event.edtf
        y = TOP_OF_LANES + LANE * lane
        drawn.append(Lane(each, round(start, 3), round(end - start, 3), y, doubtful))
    return tuple(drawn)


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return about five dates along the axis, the first and the last bin among them."""
    last = len(scale.bins) - 1
    shown = sorted({round(last * step / (_TICKS - 1)) for step in range(_TICKS)})
    return tuple(
        Tick(
            edtf=scale.name(at).partition("/")[0],
            x=round(scale.x(at) + scale.width(at) / 2, 3),
            anchor=_anchor(at, last),
        )
        for at in shown
    )


def _anchor(at: int, last: int) -> str:
    if not last:
        return "middle"
    return {0: "start", last: "end"}.get(at, "middle")


def _target(cut: Span, targets: Mapping[date, str]) -> str:
    return next((targets[day] for day in sorted(targets) if cut.first <= day <= cut.last), "")


def is_doubtful(entry: Entry) -> bool:
    """Tell whether the event's date is uncertain or approximate."""
    return is_uncertain(entry.event.edtf) or is_approximate(entry.event.edtf)
