"""Find the subject of a cue verb: the noun phrase before it, over appositions and adverbs.

All functions speak of places in a sentence's items; a range is half open.
"""

from __future__ import annotations

from typing import NamedTuple

from . import lexicon
from .cues import VERBS
from .lexicon import word_set
from .noun_phrases import Items, is_adverb, is_nominal, looks_past, phrase_start
from .words import QUOTE, Word

_APPOSITION = 28
_SHORTEST_ASIDE = 3  # a comma, a word, a comma
_OPENERS = frozenset(("but", "and", "meanwhile", "however", "still", "yet", ","))
_PAST = word_set("sent made gave put held took came went wrote rose fell began left led")


class Subject(NamedTuple):
    """A source's range, whether its verb is passive, and whether it was only inferred."""

    first: int
    last: int
    passive: bool = False


def before(items: Items, cue: int, floor: int = 0) -> Subject | None:
    """Return the subject that stands before the verb at `cue`."""
    place, passive = _over_auxiliaries(items, cue - 1, floor)
    if place < floor:
        return None
    first = _phrase_ending_at(items, place, floor)
    return None if first is None else Subject(first, place + 1, passive)


def named_lead(items: Items, cue: int, floor: int) -> Subject | None:
    """Return a name with its appositions from the sentence's start to the comma before the cue."""
    first = floor
    while first < cue and items[first].low in _OPENERS:
        first += 1
    end = first
    while end < cue and (items[end].capital or items[end].low in ("al", "of", "the", "de", "bin")):
        end += 1
    if cue - end < _SHORTEST_ASIDE or end == first or items[end].low != ",":
        return None
    if items[cue - 1].low not in (",", "-", "–", "—"):
        return None
    if items[first].low in lexicon.PREPOSITIONS or items[first].low in lexicon.TIMES:
        return None
    aside = items[end + 1].low
    fits = aside in ("a", "an", "the", "who", "whose", "one") or aside[0].isdigit()
    plain = items[end + 1].low.isalpha() and not _verbal(items, end + 1)
    return Subject(first, cue - 1) if fits or plain else None


def main_subject(items: Items, cue: int, floor: int = 0) -> Subject | None:
    """Return the subject of the sentence whose participle ("…, saying that") stands at `cue`."""
    for place in range(floor, cue):
        low = items[place].low
        verb = (low in lexicon.AUXILIARIES and low != "'s") or (
            low in VERBS and not low.endswith("ing")
        )
        if (verb or low in _PAST or looks_past(items[place])) and place > floor:
            subject = before(items, place, floor)
            if subject is not None:
                return subject
    return None


def _behind_relative(items: Items, place: int, floor: int) -> int | None:
    """Return where "an official who asked not to be named" begins; `place` is its last word."""
    for relative in range(place - 1, max(floor, place - _APPOSITION), -1):
        low = items[relative].low
        if low in ("who", "which"):
            return _antecedent(items, relative, floor)
        if low in (",", ";", ":", QUOTE):
            return None
    return None


def close_by(items: Items, end: int, floor: int) -> int:
    """Return the floor for an antecedent: it reaches over "of" and "for" only."""
    for place in range(end, floor - 1, -1):
        low = items[place].low
        if low in lexicon.PREPOSITIONS and low not in ("of", "for"):
            return place + 1
    return floor


def _over_auxiliaries(items: Items, place: int, floor: int) -> tuple[int, bool]:
    passive = False
    while place >= floor:
        low = items[place].low
        if low in lexicon.TIMES and not (place > floor and items[place - 1].low == "'s"):
            place = _over_time(items, place, floor)
        elif low in lexicon.AUXILIARIES or low in lexicon.ADVERBS or is_adverb(items[place]):
            passive = passive or low in lexicon.BE or low == "'s"
            place -= 1
        else:
            break
    return place, passive


def _over_time(items: Items, place: int, floor: int) -> int:
    place -= 1
    while place >= floor and items[place].low in lexicon.TIME_LEADS | lexicon.TIMES:
        place -= 1
    return place


def _phrase_ending_at(items: Items, place: int, floor: int) -> int | None:
    low = items[place].low
    if low in lexicon.PRONOUNS:
        return place
    if low in lexicon.RELATIVES:
        return _antecedent(items, place, floor)
    if low in lexicon.BRACKETS:
        return _over_bracket(items, place, floor)
    if low in (",", "—", "–", "-"):
        return _over_apposition(items, place, floor)
    return _phrase(items, place, floor) if is_nominal(items[place]) else None


def _phrase(items: Items, place: int, floor: int) -> int:
    clause = _behind_relative(items, place, floor) if looks_past(items[place]) else None
    return phrase_start(items, place, floor) if clause is None else clause


def _antecedent(items: Items, place: int, floor: int) -> int | None:
    end = place - 1
    while end >= floor and items[end].low in (",", "-", "–", "—"):
        end -= 1
    if end < floor or not is_nominal(items[end]):
        return None if items[place].low == "that" else place
    return phrase_start(items, end, close_by(items, end, floor))


def _over_bracket(items: Items, place: int, floor: int) -> int | None:
    opening = lexicon.BRACKETS[items[place].low]
    for start in range(place - 1, floor - 1, -1):
        if items[start].low == opening:
            return _phrase_ending_at(items, start - 1, floor) if start > floor else None
    return None


def _over_apposition(items: Items, place: int, floor: int) -> int | None:
    """Return where "X, a spokesman for Y," begins; `place` is the mark that closes it."""
    mark = items[place].low
    for start in range(place - 1, max(floor, place - _APPOSITION), -1):
        if items[start].low == QUOTE:
            return None
        if items[start].low == mark and is_nominal(items[start - 1]):
            if not _begins_apposition(items[start + 1]):
                return None
            first = phrase_start(items, start - 1, floor)
            return _before_second_apposition(items, first, floor)
    return None


def _before_second_apposition(items: Items, first: int, floor: int) -> int:
    if first - 2 >= floor and items[first - 1].low == "," and not items[first].capital:
        further = items[first - 2]
        if further.capital and is_nominal(further) and items[first].low in ("a", "an", "the"):
            return phrase_start(items, first - 2, floor)
    return first


def _begins_apposition(item: Word) -> bool:
    return item.low in lexicon.RELATIVES or item.low not in lexicon.CONJUNCTIONS


def _verbal(items: Items, place: int) -> bool:
    low = items[place].low
    return (
        low in lexicon.AUXILIARIES
        or low in lexicon.PRONOUNS
        or low in lexicon.CONJUNCTIONS
        or low in lexicon.PREPOSITIONS
        or low in VERBS
        or low.endswith(("ed", "ing"))
    )
