"""Part a long list into pages, and say how to turn them.

A list that grows with the corpus would make a page that grows with it. The first page has the
list's own address, `people.html`; the second is `people/page-2.html`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_NEAR = 1  # pages on each side of the one that is open


@dataclass(frozen=True, slots=True)
class PagerLine:
    """A page in the list of pages; `gap`: pages before it are left out of the list."""

    number: int
    path: str
    gap: bool = False


_Value = TypeVar("_Value")


def parts(found: Sequence[_Value], most: int) -> tuple[tuple[_Value, ...], ...]:
    """Return the list in parts of `most` at most; one empty part of an empty list."""
    starts = range(0, max(1, len(found)), most)
    return tuple(tuple(found[start : start + most]) for start in starts)


def page_path(path: str, number: int, word: str = "page") -> str:
    """Return the address of a page of a list whose first page is at `path`."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{word}-{number}.html"


def pager(path: str, pages: int, current: int, word: str = "page") -> tuple[PagerLine, ...]:
    """Return the pages to turn to: the first, the last, and those beside the current one.

    Empty where there is only one page. It never grows beyond seven lines.
    """
    if pages <= 1:
        return ()
    near = range(current - _NEAR, current + _NEAR + 1)
    shown = [n for n in range(1, pages + 1) if n in (1, pages) or n in near]
    # A gap of one page takes as much room as the page.
    shown = sorted({*shown, *(n for n in (2, pages - 1) if {n - 1, n + 1} <= {*shown})})
    before = [0, *shown]
    return tuple(
        PagerLine(number, page_path(path, number, word), number - last > 1)
        for last, number in zip(before, shown, strict=False)
    )
