"""Find what was said: the stretch of the sentence before or after a cue."""

from __future__ import annotations

from . import lexicon
from .cues import AS_VERBS, SPEECH
from .model import Span
from .noun_phrases import Items
from .words import QUOTE

SHORTEST_LEFT = 3
_BREAKS_AFTER_COMMA = frozenset(("while", "whereas", "although", "though"))
_LEADS = lexicon.PREPOSITIONS | frozenset(("as", "when", "while", "if", "but", "and", "because"))


def span(items: Items, first: int, last: int) -> Span | None:
    """Return the code points from item `first` to before `last`, without marks at its ends."""
    while first < last and items[first].low in (",", ":", ";", "—", "–", "-", ".", "?", "!"):
        first += 1
    while last > first and items[last - 1].low in (",", ":", ";", "—", "–", "-", "."):
        last -= 1
    return (items[first].start, items[last - 1].end) if first < last else None


def right_end(items: Items, first: int) -> int:
    """Return where the clause that begins at `first` ends."""
    for place in range(first, len(items)):
        low = items[place].low
        following = items[place + 1].low if place + 1 < len(items) else ""
        if low == "," and place > first and following in _BREAKS_AFTER_COMMA:
            return place
        if low in ("and", "but") and place > first and _speaks_again(items, place + 1):
            return place
    return len(items)


def object_end(items: Items, first: int, lemma: str) -> int:
    """Return where the object of a stance that begins at `first` ends ("denied X, who …")."""
    last = right_end(items, first)
    compares = lemma in AS_VERBS and items[first].low not in ("for", "on")
    for place in range(first + 1, last - 1):
        low = items[place].low
        if low == "," and _is_aside(items[place + 1].low):
            return place
        if low == "as" and not compares:
            return place
    return last


def _is_aside(low: str) -> bool:
    return low in ("who", "which", "where", "when", "as", "after") or low.endswith("ing")


def _speaks_again(items: Items, place: int) -> bool:
    """Tell whether "he noted" or "said" begins here, of the same speaker."""
    low = items[place].low if place < len(items) else ""
    if low in ("he", "she", "they", "it"):
        low = items[place + 1].low if place + 1 < len(items) else ""
    return low in SPEECH and low.endswith(("ed", "said", "says", "told", "wrote"))


def over_hearer(items: Items, place: int) -> int:
    """Return the place behind the hearer of "told X"."""
    start = place
    while place < len(items):
        low = items[place].low
        stops = low in lexicon.PUNCTUATION or low in ("that", "to", "of", "about", "how", "why")
        if stops or (place > start and (low in lexicon.DETERMINERS or low in lexicon.PRONOUNS)):
            break
        if place > start and low in lexicon.TIMES | {"on", "in", "during", "at", "after"}:
            break
        if place > start and _clause_begins(items, start, place):
            break
        place += 1
    return place


def _clause_begins(items: Items, start: int, place: int) -> bool:
    """Tell whether a new noun phrase starts behind a complete hearer ("told reporters X is")."""
    previous, item = items[place - 1], items[place]
    plain = not previous.capital and previous.low not in lexicon.DETERMINERS
    return plain and place - start >= 1 and item.capital


def over_adverbials(items: Items, place: int) -> int:
    """Return the place behind "on Monday in an interview with Y" and the like."""
    while place < len(items):
        low = items[place].low
        if low in lexicon.TIMES or low in ("late", "early", "again", "later", "earlier", "so"):
            place += 1
        elif low in ("this", "last", "next") and _time_follows(items, place):
            place += 2
        elif _is_phrase_lead(items, place):
            place = _over_phrase(items, place + 1)
        else:
            break
    return place


def _time_follows(items: Items, place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].low in lexicon.TIMES


def _is_phrase_lead(items: Items, place: int) -> bool:
    low = items[place].low
    following = items[place + 1].low if place + 1 < len(items) else ""
    if following in lexicon.COUNTING or following[:1].isdigit():
        return low in ("on", "in", "at") and following[:1].isdigit()
    return low in lexicon.PREPOSITIONS and low not in ("over", "about")


def _over_phrase(items: Items, place: int) -> int:
    while place < len(items):
        low = items[place].low
        if low in lexicon.PUNCTUATION or low in ("that", "who", "which", "and", "but"):
            break
        place += 1
    return place


def left_start(items: Items, floor: int, end: int) -> int | None:
    """Return where the content before `end` begins, or None where there is only a lead-in.

    `end` is the place of the comma (or quotation) that closes it.
    """
    if floor >= end:
        return None
    if any(items[place].low == QUOTE for place in range(floor, end)):
        return floor
    lead = items[floor].low in _LEADS or items[floor].low.endswith("ing")
    if lead and not any(items[place].low == "," for place in range(floor, end)):
        return floor if _has_verb(items, floor, end) else None
    return floor if end - floor >= SHORTEST_LEFT else None


def _has_verb(items: Items, first: int, last: int) -> bool:
    return any(items[place].low in lexicon.AUXILIARIES for place in range(first, last))
