"""Say what an attribution is."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, the cue that something was said, and what was said, in one paragraph.

    All spans are half open and in code points of the paragraph's text. `source` and `cue` are
    one span each; `content` is one or more, sorted, none overlapping. `quoted`: the content, or
    part of it, stands between quotation marks as a whole sentence. `open`: the content ends in a
    quotation that the paragraph does not close, so it runs on in the next one.
    """

    source: Span
    cue: Span
    content: tuple[Span, ...]
    quoted: bool = False
    open: bool = False

    def holds(self, start: int, end: int) -> bool:
        """Tell whether this stretch of the text lies within the content."""
        return any(first <= start and end <= last for first, last in self.content)

    def width(self) -> int:
        """Return how many code points the content covers."""
        return sum(last - first for first, last in self.content)
