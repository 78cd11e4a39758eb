"""Draw the events of the story as a strip: a bar a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..corpus import edtf
from ..corpus.lines import event_line
from ..corpus.model import Event

_LONGEST = 62


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of the strip: `x` days after its first, `height` of 100, leading to its first event."""

    edtf: str
    x: int
    height: float
    events: int
    path: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Events per day from `first` to `last` (EDTF), and how many lie before the first."""

    first: str
    last: str
    days: int
    earlier: int
    bars: tuple[Bar, ...]


def strip(events: Iterable[Event]) -> Strip | None:
    """Return the strip of the last 62 days that have events; a bar a day.

    An event that lasts counts on the day it begins. Days without events keep their width, so that
    the strip is a scale of time.
    """
    dated = [(low, event) for event in events for low in edtf.bounds(event.edtf)[:1] if low]
    if not dated:
        return None
    last = max(day for day, _ in dated)
    shown = [(day, event) for day, event in dated if (last - day).days < _LONGEST]
    first = min(day for day, _ in shown)
    by_day: dict[date, list[Event]] = {}
    for day, event in shown:
        by_day.setdefault(day, []).append(event)
    most = max(len(found) for found in by_day.values())
    return Strip(
        first=first.isoformat(),
        last=last.isoformat(),
        days=(last - first).days + 1,
        earlier=len(dated) - len(shown),
        bars=tuple(
            Bar(
                day.isoformat(),
                (day - first).days,
                round(100 * len(found) / most, 2),
                len(found),
                event_line(found[0]).path,
            )
            for day, found in sorted(by_day.items())
        ),
    )
