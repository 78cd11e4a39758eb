"""Read a number that is written in digits, in words, or in both."""

from __future__ import annotations

import re

from .alternation import any_of, first_letters

_ONES = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_MAGNITUDES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
_VAGUE = {
    "dozens": 12,
    "scores": 20,
    "tens": 10,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
LEAST_OF_A_PLURAL = 2

_ONE = any_of(_ONES)
_TEN = any_of(_TENS)
_NAMED = tuple(each for each in _MAGNITUDES if each != "score")
_MAGNITUDE = any_of(_NAMED)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:{_TEN})(?:[-\s](?:{_ONE}))?|(?:{_ONE})"
_PLAIN = rf"(?:{_DIGITS}|{_WORDS})"

# Vague amounts: "dozens", "tens of thousands", "several hundred", "a couple dozen".
VAGUE = (
    rf"(?:{any_of(_VAGUE)})(?:\s+of\s+(?:hundreds|thousands|millions|billions))?"
    rf"|(?:several|a\s+few|a\s+couple(?:\s+of)?)\s+(?:dozen|hundred|thousand|million|billion)"
)
NUMBER = (
    rf"half\s+an?\s+(?:{_MAGNITUDE})"
    rf"|(?:{_PLAIN}|an?)(?:[-\s]+(?:{_MAGNITUDE}))+(?:(?:\s+and)?\s+(?:{_WORDS}))?(?!\w)"
    rf"|{_PLAIN}"
)
# Where a number may be: what the long expression is tried around.
_HINTS = (*_ONES, *_TENS, *_NAMED, *_VAGUE, "half", "third", "quarter", "fifth", "or so")
HINT = re.compile(rf"\d|(?<!\w)(?=[{first_letters(_HINTS)}])(?:{any_of(_HINTS)})")
_PIECES = re.compile(rf"{_DIGITS}|[a-z]+")


def value(text: str) -> float:
    """Return the number that these words or digits say. The text matches NUMBER."""
    total, current = 0.0, 0.0
    for piece in _PIECES.findall(text.lower()):
        if piece[0].isdigit():
            current = float(piece.replace(",", ""))
        elif piece == "half":
            current = 0.5
        elif piece in _ONES or piece in _TENS:
            current += _ONES.get(piece) or _TENS[piece]
        elif piece in _MAGNITUDES:
            current = round((current or 1.0) * _MAGNITUDES[piece], 2)
            if _MAGNITUDES[piece] >= _MAGNITUDES["thousand"]:
                total, current = total + current, 0.0
    return total + current


def least(text: str) -> float:
    """Return the least that a vague amount can mean: two of its unit ("dozens": 24).

    A plural is two at least. The cautious low with no best and no high is how the conflict data
    sets code such words (UCDP GED keeps low, best and high apart); the true number may be far
    higher, so the high end is left open.
    """
    words = _PIECES.findall(text.lower())
    low = float(LEAST_OF_A_PLURAL)
    for word in words:
        low *= _VAGUE.get(word) or _MAGNITUDES.get(word) or 1
    return low
