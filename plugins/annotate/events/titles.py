"""Cut a sentence to a title that keeps the words that tell of the event."""

from __future__ import annotations

_TITLE = 90  # characters
_AHEAD = 50  # of them before the words, where no clause begins near enough


def shortened(text: str, start: int, end: int) -> str:
    """Return the part of a sentence with the words from `start` to `end`, as a title.

    A short sentence stays whole. A longer one ends in an ellipsis, and where the words stand far
    into it, it begins with one too, at the clause that they stand in. No word is changed.
    """
    whole = text.strip().rstrip(".")
    if len(whole) <= _TITLE:
        return " ".join(whole.split())
    left = 0 if end <= _TITLE else _clause(text, start, end)
    part = text[left:].strip().rstrip(".")
    if len(part) > _TITLE:
        part = part[:_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"
    return " ".join(f"{'… ' if left else ''}{part}".split())


def _clause(text: str, start: int, end: int) -> int:
    """Return where the clause of these words begins, or a word not far ahead of them."""
    marks = (
        text.rfind(mark, 0, start) + len(mark)
        for mark in (", ", "; ", ": ", "— ", "– ")
        if mark in text[:start]
    )
    left = max(marks, default=0)
    return left if left and end - left <= _TITLE else text.find(" ", start - _AHEAD) + 1
