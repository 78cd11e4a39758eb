"""Name the unit of a number: the noun that it counts, or a measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .nouns import (
    ADJECTIVE_ENDS,
    IRREGULAR_PLURALS,
    NOT_PLURAL,
    PEOPLE,
    STOPS,
    TIMES,
)

_WORD = re.compile(r"\s+([A-Za-z][\w'’.-]*)")
_LONGEST = 6
_SHORTEST = 3
MEASURES = {
    "square kilometer": "km2",
    "square kilometre": "km2",
    "sq km": "km2",
    "square km": "km2",
    "square mile": "square miles",
    "square meter": "m2",
    "square metre": "m2",
    "square foot": "square feet",
    "square feet": "square feet",
    "cubic meter": "m3",
    "cubic metre": "m3",
    "kilometer": "km",
    "kilometre": "km",
    "km": "km",
    "mile": "miles",
    "meter": "m",
    "metre": "m",
    "centimeter": "cm",
    "centimetre": "cm",
    "foot": "feet",
    "feet": "feet",
    "yard": "yards",
    "acre": "acres",
    "hectare": "hectares",
    "kilogram": "kg",
    "kg": "kg",
    "ton": "tons",
    "tonne": "tonnes",
    "metric ton": "tonnes",
    "liter": "litres",
    "litre": "litres",
    "gallon": "gallons",
    "dollar": "USD",
    "U.S. dollar": "USD",
    "US dollar": "USD",
    "euro": "EUR",
    "cent": "cents",
    "percent": "percent",
    "per cent": "percent",
    "percentage point": "percentage points",
}
_MEASURE = re.compile(
    r"[\s-]+(" + "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True)) + r")s?(?!\w)",
    re.IGNORECASE,
)
CURRENCIES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit's name, where its words end in the text, and whether it measures time."""

    name: str
    end: int
    is_time: bool = False


def unit_after(text: str, end: int) -> Unit | None:
    """Return the unit that the words behind a number name, or None."""
    measure = _MEASURE.match(text, end)
    if measure is not None:
        return Unit(MEASURES[_key(measure.group(1))], measure.end())
    return _noun(text, end)


def _key(words: str) -> str:
    key = " ".join(words.split())
    return key if key in MEASURES else key.lower()


def _noun(text: str, end: int) -> Unit | None:
    place = end
    compound: Unit | None = None  # "plain-clothes": an adjective, unless nothing better follows
    for _ in range(_LONGEST):
        match = _WORD.match(text, place)
        word = _bare(match.group(1)) if match else ""
        if match is None or word.lower() in STOPS:
            return compound
        place = match.start(1) + len(word)
        if "-" in word and is_plural(word):
            compound = Unit(word.lower(), place)
        elif is_plural(word):
            return _last_plural(text, place, word)
        if place < len(text) and text[place] not in " \n":
            return compound
    return compound


def _last_plural(text: str, place: int, word: str) -> Unit:
    """Go on to the last of several plurals in a row ("human rights groups")."""
    while text[place : place + 1] == " ":
        match = _WORD.match(text, place)
        following = _bare(match.group(1)) if match else ""
        if match is None or following.lower() in STOPS or not is_plural(following):
            break
        if following.lower() in PEOPLE:
            break
        word, place = following, match.start(1) + len(following)
    low = word.lower()
    return Unit(low, place, is_time=low.rstrip("s") in TIMES or low == "centuries")


def _bare(word: str) -> str:
    for mark in ("'", "’"):
        word = word.split(mark, maxsplit=1)[0]
    return word.rstrip(".-")


def is_plural(word: str) -> bool:
    """Tell whether this word looks like a plural noun."""
    low = word.lower()
    if low in PEOPLE:
        return True
    if word[:1].isupper() and not word[1:2].islower():
        return False
    plain = low.endswith("s") and not low.endswith(ADJECTIVE_ENDS) and low not in NOT_PLURAL
    return plain and len(low) >= _SHORTEST and "-" not in low[-2:]


def plural(noun: str) -> str:
    """Return the plural of a singular noun ("member" in "3,000-member")."""
    if noun in MEASURES:
        return MEASURES[noun]
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun + "s"
