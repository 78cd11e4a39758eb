"""Find the noun phrase behind a cue: "said X, a spokesman for Y", "according to X"."""

from __future__ import annotations

from . import lexicon
from .noun_phrases import Items
from .subjects import Subject
from .words import QUOTE, Word

_ASIDES = frozenset(("a", "an", "the", "who", "whose", "head", "director"))


def after(items: Items, place: int) -> Subject | None:
    """Return the noun phrase that begins at `place`, with its apposition ("said X, a Y")."""
    end = place
    while end < len(items) and not _closes_phrase(items, end, place):
        end += 1
    if end == place or not _may_start(items[place]):
        return None
    return Subject(place, _with_apposition(items, end))


def _may_start(item: Word) -> bool:
    low = item.low
    return not (
        low in lexicon.PUNCTUATION
        or low in lexicon.AUXILIARIES
        or low in lexicon.CONJUNCTIONS
        or low in lexicon.PREPOSITIONS
        or low in lexicon.TIMES
    )


def _closes_phrase(items: Items, place: int, start: int) -> bool:
    item = items[place]
    low = item.low
    if low in ("and", "or"):
        return place + 1 >= len(items) or not items[place + 1].capital
    if low in lexicon.TIMES and place > start:
        return True
    return (
        low in lexicon.PUNCTUATION
        or low in ("(", "who", "which", "while", "because", "but", "that", "as", "when", "to")
        or (low in lexicon.AUXILIARIES and place > start and low != "'s")
        or low in ("on", "during")
    )


def _with_apposition(items: Items, end: int) -> int:
    if end + 1 >= len(items) or items[end].low not in (",", "("):
        return end
    if items[end].low == "(":
        return end
    named = items[end + 1].capital and not items[end - 1].capital
    if not named and items[end + 1].low not in _ASIDES:
        return end
    stop = end + 1
    while stop < len(items) and items[stop].low not in (",", ".", ";", QUOTE, ":"):
        stop += 1
    return stop
