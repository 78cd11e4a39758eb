"""Cut a long timeline into pages by month, and a very full month into several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .days import Day, months

OVERVIEW = "timeline.html"
MOST_ON_ONE_PAGE = 150  # events; more, and the timeline is cut into months
MOST_ON_A_MONTH_PAGE = 120  # events; more, and the month is cut between two days


@dataclass(frozen=True, slots=True)
class Section:
    """A page of a long timeline: its days, their month (EDTF or `undated`), its number in it."""

    path: str
    month: str
    number: int
    of: int
    count: int
    days: tuple[Day, ...]


def sections(days: Sequence[Day], stem: str = "timeline") -> tuple[Section, ...]:
    """Return the pages that a timeline is cut into, or nothing where it fits one page.

    `stem` is what the names of their files begin with.
    """
    if sum(len(each.entries) for each in days) <= MOST_ON_ONE_PAGE:
        return ()
    return tuple(
        section for month in months(days) for section in _sections(month.edtf, month.days, stem)
    )


def _sections(month: str, days: Iterable[Day], stem: str) -> Iterator[Section]:
    parts = tuple(_parts(days))
    for number, part in enumerate(parts, start=1):
        name = month if number == 1 else f"{month}-{number}"
        count = sum(len(each.entries) for each in part)
        yield Section(f"{stem}-{name}.html", month, number, len(parts), count, part)


def _parts(days: Iterable[Day]) -> Iterator[tuple[Day, ...]]:
    """Yield whole days in runs that hold no more events than a page may, or one day."""
    part: list[Day] = []
    held = 0
    for day in days:
        if part and held + len(day.entries) > MOST_ON_A_MONTH_PAGE:
            yield tuple(part)
            part, held = [], 0
        part.append(day)
        held += len(day.entries)
    yield tuple(part)
