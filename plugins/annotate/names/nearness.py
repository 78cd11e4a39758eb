"""Tell whether a word stands in the same paragraph as a match: each word is looked for once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from .level import BREAK, levelled, lowered

_Spans = tuple[list[int], list[int]]


class Nearness:
    """What stands where in a levelled text in lower case, remembered for its further matches."""

    __slots__ = ("_breaks", "_known", "_low")

    def __init__(self, low: str) -> None:
        self._low = low
        self._breaks: list[int] | None = None
        self._known: dict[tuple[str, ...], _Spans] = {}

    def has(self, words: tuple[str, ...], start: int, end: int) -> bool:
        """Tell whether one of the words stands in the paragraph of a span, outside of the span."""
        first, last = self._paragraph(start)
        begins, ends = self._spans(words)
        before = bisect_right(ends, start) > bisect_left(begins, first)
        after = bisect_right(ends, last) > bisect_left(begins, end)
        return before or after

    def _paragraph(self, at: int) -> tuple[int, int]:
        """Return where the paragraph around a place starts and ends."""
        if self._breaks is None:
            self._breaks = [found.start() for found in re.finditer(BREAK, self._low)]
        index = bisect_right(self._breaks, at)
        first = self._breaks[index - 1] + 1 if index else 0
        return first, self._breaks[index] if index < len(self._breaks) else len(self._low)

    def _spans(self, words: tuple[str, ...]) -> _Spans:
        """Return where the words begin and where they end in the whole text."""
        if words not in self._known:
            found = [each.span() for each in _any_of(words).finditer(self._low)]
            self._known[words] = [start for start, _ in found], [end for _, end in found]
        return self._known[words]


@lru_cache(maxsize=4096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the words, whole, levelled and in lower case."""
    choice = "|".join(re.escape(lowered(levelled(word))) for word in words)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")
