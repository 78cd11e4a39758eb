"""Bound a noun phrase without a parser.

A noun phrase is what lies between the words that can't belong to one. A source's head comes out
right far more often than its borders, which is what a reader needs. Functions speak of places in
a sentence's items.
"""

from __future__ import annotations

from . import lexicon
from .cues import VERBS
from .words import QUOTE, Word

Items = tuple[Word, ...]
_LONGEST = 14
_LONG = 5  # letters of the shortest word whose ending tells
_TEMPORAL = frozenset(("after", "before", "since", "until", "despite", "amid", "during"))


def phrase_start(items: Items, place: int, floor: int) -> int:
    """Walk left from the head of a noun phrase to its first word."""
    first = place
    lowest = max(floor, place - _LONGEST)
    while first > lowest:
        word = items[first - 1]
        if word.low in lexicon.BRACKETS:
            opened = _open_of(items, first - 1, floor)
            if opened is None:
                break
            first = opened
            continue
        if _stops_phrase(items, first - 1, floor):
            break
        first -= 1
    while first < place and _cannot_begin(items[first]):
        first += 1
    return first


def is_nominal(item: Word) -> bool:
    """Tell whether this word may stand in a noun phrase as its head."""
    low = item.low
    return low[0].isalnum() and not (
        low in lexicon.AUXILIARIES
        or low in lexicon.CONJUNCTIONS
        or low in lexicon.PREPOSITIONS
        or low in ("a", "an", "the", "to")
    )


def is_adverb(item: Word) -> bool:
    """Tell an adverb in -ly by its form."""
    return item.low.endswith("ly") and not item.capital and len(item.low) >= _LONG


def looks_past(item: Word) -> bool:
    """Tell a past form in -ed by its form."""
    return item.low.endswith("ed") and not item.capital and len(item.low) >= _LONG


def _open_of(items: Items, place: int, floor: int) -> int | None:
    opening = lexicon.BRACKETS[items[place].low]
    for start in range(place - 1, floor - 1, -1):
        if items[start].low == opening:
            return start
    return None


def _stops_phrase(items: Items, place: int, floor: int) -> bool:
    low = items[place].low
    if low == "'s":
        return place - 1 < floor or items[place - 1].low in lexicon.PRONOUNS
    if low in ("and", "or", "&"):
        return not _joins(items, place, floor)
    if low in lexicon.PREPOSITIONS and low not in _TEMPORAL:
        return place - 1 < floor or not is_nominal(items[place - 1])
    return _bounds(low) or _is_verb(items, place, floor)


def _bounds(low: str) -> bool:
    return (
        low in _TEMPORAL
        or low in lexicon.PUNCTUATION
        or low in lexicon.AUXILIARIES
        or low in lexicon.CLAUSE_BREAKS
        or low in lexicon.PERSON_PRONOUNS
        or low in ("who", "which", "(", "[", "they", "we", "i", "it")
    )


def _is_verb(items: Items, place: int, floor: int) -> bool:
    if looks_past(items[place]) and _is_predicate(items, place, floor):
        return True
    return items[place].low in VERBS and not _may_be_noun(items, place)


def _is_predicate(items: Items, place: int, floor: int) -> bool:
    """Tell "the fall surprised activists" from "allied troops" and "families displaced by"."""
    if place - 1 < floor or place + 1 >= len(items):
        return False
    previous = items[place - 1]
    noun = is_nominal(previous) and not is_adverb(previous) and previous.low.isalpha()
    behind_noun = noun and previous.low not in lexicon.DETERMINERS
    return behind_noun and items[place + 1].low not in lexicon.PREPOSITIONS


def _may_be_noun(items: Items, place: int) -> bool:
    low = items[place].low
    if low.endswith(("ed", "ing")) or low in ("said", "says", "told", "wrote"):
        return False
    following = items[place + 1].low if place + 1 < len(items) else ""
    return following in lexicon.PREPOSITIONS or place == 0 or _determined(items, place)


def _determined(items: Items, place: int) -> bool:
    previous = items[place - 1]
    return previous.low in lexicon.DETERMINERS or previous.low == "'s" or previous.capital


def _joins(items: Items, place: int, floor: int) -> bool:
    """Tell whether this "and" joins two nouns rather than two clauses."""
    if place - 1 < floor or not is_nominal(items[place - 1]):
        return False
    for back in range(place - 1, max(floor, place - 10) - 1, -1):
        low = items[back].low
        if low in (",", ";", ":", QUOTE):
            break
        if low in lexicon.AUXILIARIES or low in lexicon.CLAUSE_BREAKS:
            return False
        if low in VERBS or (low.endswith("ed") and not items[back].capital):
            return False
    return True


def _cannot_begin(item: Word) -> bool:
    low = item.low
    return (
        low in ("and", "or", "of", "then", "also", ",", "'s", "too")
        or low in lexicon.PREPOSITIONS
        or low in lexicon.TIMES
        or is_adverb(item)
    )
