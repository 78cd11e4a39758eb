"""Find the words that a pattern fits: prepare the text, look where a date can stand, choose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .keys import COMPANIONS, HALVES, WORDS
from .pattern import Pattern, compiled
from .table_arabic import ARABIC
from .table_days import DAYS
from .table_figures import FIGURES
from .table_lengths import LENGTHS
from .table_months import MONTHS
from .table_sets import SETS
from .table_spans import SPANS
from .table_times import TIMES

PATTERNS = (*MONTHS, *FIGURES, *DAYS, *TIMES, *SPANS, *SETS, *LENGTHS, *ARABIC)

_WORD = re.compile(r"[a-z]+|\d+(?:[:/.-]\d+)*|[ء-ي]+")
_YEAR_OR_MORE = 4
_REACH = 50
_HOUR = 10  # code points before the last letter of "a.m." that its hour lies within: "10:30 a."
_DIGIT = re.compile(r"\d")
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " "), **dict.fromkeys("’‘ʼ`", "'")}
    | {**dict.fromkeys("‐‑–—−", "-"), **dict.fromkeys("أإآٱ", "ا"), "ى": "ي"}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern and where it fits."""

    pattern: Pattern
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text in which a date can stand, and the keys that it has."""

    start: int
    end: int
    keys: frozenset[str]


def prepared(text: str) -> str:
    """Return the text in lower case with plain spaces, hyphens, apostrophes, digits and alifs.

    Every character stays one character, so offsets are those of the text.
    """
    plain = text.translate(_SAME_LENGTH)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


@lru_cache(maxsize=4096)
def _patterns_for(keys: frozenset[str]) -> tuple[Pattern, ...]:
    """Return the patterns all of whose keys are there."""
    return tuple(pattern for pattern in PATTERNS if keys.issuperset(pattern.key.split()))


def stretches(text: str) -> list[Stretch]:
    """Return where in the text a date can stand."""
    result: list[tuple[int, int, set[str]]] = []
    companions: set[str] = set()
    known = [each for each in _WORD.finditer(text) if each[0] in WORDS or each[0][0].isdigit()]
    for word in known:
        keys = WORDS.get(word[0]) or _keys_of_digits(word[0])
        if keys and keys[0] in COMPANIONS:
            companions.update(keys)
            continue
        if not keys or (word[0] in HALVES and not _DIGIT.search(text, *_hour_before(word))):
            continue
        start, end = max(0, word.start() - _REACH), word.end() + _REACH
        if result and start < result[-1][1]:
            result[-1][2].update(keys)
            result[-1] = (result[-1][0], end, result[-1][2])
        else:
            result.append((start, end, set(keys)))
    return [Stretch(start, end, frozenset(keys | companions)) for start, end, keys in result]


def _hour_before(half: re.Match[str]) -> tuple[int, int]:
    """Return where the hour of an "a.m." would stand."""
    return max(0, half.start() - _HOUR), half.start()


def _keys_of_digits(word: str) -> tuple[str, ...]:
    """Return the key of figures that can be a year, a date or a time."""
    if len(word) == _YEAR_OR_MORE and word[0] in "12":
        return ("digits",)
    if ":" in word:
        return ("clock", "figures")
    return () if word.isdigit() and word not in _SHORT_DECADES else ("digits", "figures")


_SHORT_DECADES = frozenset(f"{tens}0" for tens in range(2, 10))


def fitting(text: str) -> list[Found]:
    """Return every fit of every pattern, overlapping ones too: the longest first."""
    found = [
        Found(pattern, match)
        for stretch in stretches(text)
        for pattern in _patterns_for(stretch.keys)
        for match in compiled(pattern.words).finditer(text, stretch.start, stretch.end)
    ]
    return sorted(
        found, key=lambda each: (each.match.start() - each.match.end(), each.match.start())
    )
