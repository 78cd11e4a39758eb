"""Find the noun phrase that names a source, to the left or to the right of its cue.

There is no parser here: a noun phrase is what lies between the words that can't belong to one.
A source's head comes out right far more often than its borders, which is what a reader needs.
All functions speak of places in a sentence's items; a range is half open.
"""

from __future__ import annotations

from typing import NamedTuple

from . import lexicon
from .cues import VERBS
from .words import QUOTE, Word

Items = tuple[Word, ...]
_LONGEST = 14
_APPOSITION = 28
_OPENERS = frozenset(("but", "and", "meanwhile", "however", "still", "yet", ","))
_ASIDES = frozenset(("a", "an", "the", "who", "whose", "head", "director"))
_PAST = frozenset("sent made gave put held took came went wrote rose fell began left led".split())
_TEMPORAL = frozenset(("after", "before", "since", "until", "despite", "amid", "during"))


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


def _over_auxiliaries(items: Items, place: int, floor: int) -> tuple[int, bool]:
    passive = False
    while place >= floor:
        low = items[place].low
        if low in lexicon.TIMES and not (place > floor and items[place - 1].low == "'s"):
            place = _over_time(items, place, floor)
        elif low in lexicon.AUXILIARIES or low in lexicon.ADVERBS or _is_adverb(items[place]):
            passive = passive or low in lexicon.BE or low == "'s"
            place -= 1
        else:
            break
    return place, passive


def _is_adverb(item: Word) -> bool:
    return item.low.endswith("ly") and not item.capital and len(item.low) > 4


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
    if not _is_nominal(items[place]):
        return None
    return _phrase_start(items, place, floor)


def _antecedent(items: Items, place: int, floor: int) -> int | None:
    end = place - 1
    while end >= floor and items[end].low in (",", "-", "–", "—"):
        end -= 1
    if end < floor or not _is_nominal(items[end]):
        return None if items[place].low == "that" else place
    return _phrase_start(items, end, close_by(items, end, floor))


def close_by(items: Items, end: int, floor: int) -> int:
    """Return the floor for an antecedent: it reaches over "of" and "for" only."""
    for place in range(end, floor - 1, -1):
        low = items[place].low
        if low in lexicon.PREPOSITIONS and low not in ("of", "for"):
            return place + 1
    return floor


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
        if items[start].low == mark and _is_nominal(items[start - 1]):
            if not _begins_apposition(items[start + 1]):
                return None
            first = _phrase_start(items, start - 1, floor)
            return _before_second_apposition(items, first, floor)
    return None


def _before_second_apposition(items: Items, first: int, floor: int) -> int:
    if first - 2 >= floor and items[first - 1].low == "," and not items[first].capital:
        further = items[first - 2]
        if further.capital and _is_nominal(further) and items[first].low in ("a", "an", "the"):
            return _phrase_start(items, first - 2, floor)
    return first


def _begins_apposition(item: Word) -> bool:
    return item.low in lexicon.RELATIVES or item.low not in lexicon.CONJUNCTIONS


def _is_nominal(item: Word) -> bool:
    low = item.low
    return low[0].isalnum() and not (
        low in lexicon.AUXILIARIES
        or low in lexicon.CONJUNCTIONS
        or low in lexicon.PREPOSITIONS
        or low in ("a", "an", "the", "to")
    )


def _phrase_start(items: Items, place: int, floor: int) -> int:
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
    if _looks_past(items[place]) and _is_predicate(items, place, floor):
        return True
    if low in ("and", "or", "&"):
        return not _joins(items, place, floor)
    if low in _TEMPORAL:
        return True
    if low in lexicon.PREPOSITIONS:
        return place - 1 < floor or not _is_nominal(items[place - 1])
    if low == ",":
        return True
    return (
        low in lexicon.PUNCTUATION
        or low in lexicon.AUXILIARIES
        or low in lexicon.CLAUSE_BREAKS
        or low in lexicon.PERSON_PRONOUNS
        or low in ("who", "which", "(", "[", "they", "we", "i", "it")
        or (low in VERBS and not _may_be_noun(items, place))
    )


def _is_predicate(items: Items, place: int, floor: int) -> bool:
    """Tell "the fall surprised activists" from "allied troops" and "families displaced by"."""
    if place - 1 < floor or place + 1 >= len(items):
        return False
    previous = items[place - 1]
    noun = _is_nominal(previous) and not _is_adverb(previous) and previous.low.isalpha()
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
    if place - 1 < floor or not _is_nominal(items[place - 1]):
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
        or _is_adverb(item)
    )


def named_lead(items: Items, cue: int, floor: int) -> Subject | None:
    """Return a name with its appositions from the sentence's start to the comma before the cue."""
    first = floor
    while first < cue and items[first].low in _OPENERS:
        first += 1
    end = first
    while end < cue and (items[end].capital or items[end].low in ("al", "of", "the", "de", "bin")):
        end += 1
    if cue - end < 3 or end == first or items[end].low != ",":
        return None
    if items[cue - 1].low not in (",", "-", "–", "—"):
        return None
    if items[first].low in lexicon.PREPOSITIONS or items[first].low in lexicon.TIMES:
        return None
    aside = items[end + 1].low
    fits = aside in ("a", "an", "the", "who", "whose", "one") or aside[0].isdigit()
    plain = items[end + 1].low.isalpha() and not _verbal(items, end + 1)
    return Subject(first, cue - 1) if fits or plain else None


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


def main_subject(items: Items, cue: int, floor: int = 0) -> Subject | None:
    """Return the subject of the sentence whose participle ("…, saying that") stands at `cue`."""
    for place in range(floor, cue):
        low = items[place].low
        verb = low in lexicon.AUXILIARIES or (low in VERBS and not low.endswith("ing"))
        if (verb or low in _PAST or _looks_past(items[place])) and place > floor:
            subject = before(items, place, floor)
            if subject is not None:
                return subject
    return None


def _looks_past(item: Word) -> bool:
    return item.low.endswith("ed") and not item.capital and len(item.low) > 4
