"""Split a paragraph into sentences, a whole quotation counting as one word of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import SPEECH
from .quotations import quotations
from .words import QUOTE, Word, words

_STOPS = frozenset((".", "?", "!", "...", "....", "…"))
_ENDS = _STOPS | {QUOTE}
_MARKS = frozenset(('"', "“", "”", "''", "‘", "’", "'", "«", "»"))
_REACH = 8  # so many words after a quoted question may still hold its "he asked"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence.

    `inner`: it stands within a quotation. `open`: its last quotation is not closed in this
    paragraph.
    """

    items: tuple[Word, ...]
    inner: bool = False
    open: bool = False


def sentences(text: str) -> list[Sentence]:
    """Return the paragraph's sentences in order, then the sentences within its quotations."""
    items = words(text)
    outer: list[Word] = []
    inner: list[Sentence] = []
    place = 0
    is_open = False
    for quotation in quotations(items, text):
        outer += items[place : quotation.first]
        body = items[quotation.first + 1 : quotation.last + (not quotation.closed)]
        if quotation.whole:
            outer.append(Word(QUOTE, items[quotation.first].start, items[quotation.last].end))
            inner += [Sentence(tuple(part), inner=True) for part in _split(body)]
        else:
            outer += body
        is_open = is_open or not quotation.closed
        place = quotation.last + 1
    outer += items[place:]
    parts = _split(_without_marks(outer), text)
    found = [Sentence(tuple(part)) for part in parts]
    if is_open:
        found[-1] = Sentence(found[-1].items, open=True)
    return found + inner


def _without_marks(items: list[Word]) -> list[Word]:
    return [item for item in items if item.low not in _MARKS]


def _split(items: list[Word], text: str = "") -> list[list[Word]]:
    parts: list[list[Word]] = []
    start = 0
    for place, item in enumerate(items):
        if item.low in _ENDS and _ends_here(items, place, text):
            parts.append(items[start : place + 1])
            start = place + 1
    if start < len(items):
        parts.append(items[start:])
    return parts


def _ends_here(items: list[Word], place: int, text: str) -> bool:
    following = items[place + 1] if place + 1 < len(items) else None
    if following is None:
        return False
    if items[place].low == QUOTE:
        return _quotation_ends(items, place, text)
    return following.capital or following.low == QUOTE or following.low[0].isdigit()


def _quotation_ends(items: list[Word], place: int, text: str) -> bool:
    item, following = items[place], items[place + 1]
    tail = text[item.start : item.end].rstrip("\"”'’»")[-1:]
    if tail not in ".?!…" or not (following.capital or following.low == QUOTE):
        return False
    if tail == "." or following.low == QUOTE:
        return True
    ahead = items[place + 1 : place + _REACH]
    return not any(word.low in SPEECH for word in ahead)
