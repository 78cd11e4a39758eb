"""List the words without which no date expression stands: the keys of the patterns.

A pattern is tried only where all of its keys are near, which is what makes the search quick.
"""

from __future__ import annotations

from .words import MONTHS, PARTS, SEASONS, WEEKDAY_NAMES
from .words_arabic import MONTHS as ARABIC_MONTHS
from .words_arabic import UNITS as ARABIC_UNITS
from .words_arabic import WEEKDAYS as ARABIC_WEEKDAYS

_UNITS = ("second", "minute", "hour", "hr", "day", "week", "fortnight", "month", "quarter", "year")
_OTHER_UNITS = ("yr", "decade", "century", "centuries", "weekend")
_VAGUE = (
    *("yesterday", "today", "tomorrow", "tonight", "overnight"),
    *("now", "nowadays", "currently", "present", "moment", "presently", "these"),
    *("recently", "previously", "past", "soon", "future", "shortly", "current", "recent"),
)
_HOLIDAYS = (
    *("christmas", "thanksgiving", "halloween", "easter", "friday", "palm", "ash", "pentecost"),
    *("labor", "memorial", "independence", "july", "valentine", "veterans", "boxing", "may"),
    *("luther", "new", "election"),
)
# "a.m." and "p.m." make a time only behind a figure: "I am" does not.
HALVES = ("m", "am", "pm")
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
_OFTEN = ("daily", "nightly", "weekly", "fortnightly", "monthly", "quarterly", "hourly", "yearly")

# Arabic sets "and", "in", "to", "with" and the article on to the word.
_ARABIC = tuple(
    prefix + word
    for name in (*ARABIC_MONTHS, *ARABIC_WEEKDAYS, *ARABIC_UNITS, "امس", "اليوم", "غدا", "الليلة")
    for word in name.split()[:1]
    for prefix in ("", "و", "ب", "ل", "ال")
)

_GROUPS: dict[str, tuple[str, ...]] = {
    "month": tuple(MONTHS),
    "spelled": ("eighteen", "nineteen", "twenty"),
    "weekday": (*WEEKDAY_NAMES, *(f"{name}s" for name in WEEKDAY_NAMES)),
    "unit": (*_UNITS, *_OTHER_UNITS, *(f"{unit}s" for unit in (*_UNITS, *_OTHER_UNITS))),
    "period": ("quarter", "half", "period", "earlier", "ago"),
    "part": (*PARTS, *(f"{part}s" for part in PARTS)),
    "season": tuple(SEASONS),
    "word": _VAGUE,
    "holiday": _HOLIDAYS,
    "tens": (*_TENS, "nineties"),
    "often": (*_OFTEN, "annually", "bimonthly", "biweekly"),
    "clock": (*HALVES, "gmt", "utc", "clock"),
    "short": ("q", "fy"),
    "arabic": _ARABIC,
}

_NEAR: dict[str, tuple[str, ...]] = {
    "which": ("last", "this", "next", "previous", "following", "preceding", "coming"),
    "turn": ("ago", "earlier", "later", "previously", "now"),
    "trailing": ("last", "past", "next", "coming", "previous", "preceding"),
    "near": ("yesterday", "today", "tomorrow"),
    "neighbour": ("next", "following", "previous", "prior", "same"),
    "beside": ("before", "after", "earlier", "later"),
    "row": ("straight", "consecutive", "successive"),
    "into": ("into",),
    "every": ("every", "each", "per"),
    "that": ("that",),
    "end": ("end",),
    "fiscal": ("fiscal",),
    "nth": ("first", "second", "third", "fourth", "st", "nd", "rd", "th", "final"),
    "opening": ("first", "final", "latest", "opening", "initial", "earlier", "same", "full"),
    "recent": ("recent", "coming", "past"),
    "century": ("century",),
    "noon": ("noon", "midnight"),
}


def _by_word(
    groups: dict[str, tuple[str, ...]], only: dict[str, tuple[str, ...]] | None = None
) -> dict[str, tuple[str, ...]]:
    """Turn keys and their words into words and their keys; `only` keeps some words."""
    words = dict.fromkeys(word for group in groups.values() for word in group)
    words = {word: None for word in words if only is None or word in only}
    return {word: tuple(key for key, group in groups.items() if word in group) for word in words}


# Each word's keys. One that is only a companion never makes a date by itself, so it comes without
# the keys that do; the first key tells which of the two a word is.
WORDS = {**_by_word(_NEAR), **_by_word({**_GROUPS, **_NEAR}, _by_word(_GROUPS))}
COMPANIONS = frozenset(_NEAR)
