"""Pair the quotation marks of a paragraph, straight, curly, doubled and single."""

from __future__ import annotations

from dataclasses import dataclass

from .words import Word

_CLOSES = {"“": "”", '"': '"', "''": "''", "‘": "’", "'": "'", "«": "»", "„": "“"}
_SHORTEST = 2  # an opening mark, a word, a closing mark
_SENTENCE = 6  # so many words behind a capital make a sentence without a stop of its own
_SINGLE = frozenset("‘'")
_ENDS = frozenset((".", "?", "!", ",", "…", "...", "....", ";", "—", "-"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation from word `first` (its opening mark) to `last` (its closing mark).

    `closed` is false where the paragraph ends first; then `last` is the last word. `whole`: it
    reads as a sentence or more (it ends in a stop or a comma), not as a few quoted words.
    """

    first: int
    last: int
    closed: bool
    whole: bool


def quotations(items: list[Word], text: str) -> list[Quotation]:
    """Return the outermost quotations in order."""
    found = []
    place = 0
    while place < len(items):
        mark = items[place].low
        if place == 0 and mark == "”":  # a closing mark typed for an opening one
            items[0] = items[0]._replace(low="“")
            mark = "“"
        if mark in _CLOSES and _opens(items[place], text):
            quotation = _from(items, place, text)
            if quotation is not None:
                found.append(quotation)
                place = quotation.last
        place += 1
    return found


def _opens(item: Word, text: str) -> bool:
    before = text[item.start - 1 : item.start]
    after = text[item.end : item.end + 1]
    return not before.isalnum() and bool(after) and not after.isspace()


def _from(items: list[Word], first: int, text: str) -> Quotation | None:
    mark = items[first].low
    single = mark in _SINGLE
    close = _CLOSES[mark]
    for place in range(first + 1, len(items)):
        item = items[place]
        if item.low == close and not (single and _inside_word(item, text)):
            return Quotation(first, place, closed=True, whole=_whole(items, first, place))
    if single:
        return None
    return Quotation(first, len(items) - 1, closed=False, whole=True)


def _inside_word(item: Word, text: str) -> bool:
    return text[item.end : item.end + 1].isalnum() or text[item.start - 1].isspace()


def _whole(items: list[Word], first: int, last: int) -> bool:
    if last - first < _SHORTEST:
        return False
    after = items[last + 1].low if last + 1 < len(items) else ""
    if items[last - 1].low in _ENDS:
        return True
    # British style: the stop stands behind the mark, and the quotation opens like a sentence.
    return last - first >= _SENTENCE and items[first + 1].capital and after in (",", ".")
