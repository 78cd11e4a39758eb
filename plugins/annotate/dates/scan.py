"""Find the words that a pattern fits: prepare the text, look where a date can stand, choose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .pattern import Pattern, compiled
from .table_dates import DATES
from .table_days import DAYS
from .table_lengths import LENGTHS
from .table_spans import SPANS

ENGLISH = (*DATES, *DAYS, *SPANS, *LENGTHS)

# Words without which no date expression stands; the group's name is the patterns' key.
_KEYS = re.compile(
    r"\b(?:(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:nineteen|eighteen|twenty)(?=[- ](?:hundred|\w+(?:ty|teen|ten|eleven|twelve))))\b)"
    r"|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?P<unit>(?:second|minute|hour|hr|day|week|fortnight|month|quarter|year|yr|decade|centur"
    r"|trading day)(?:s|y|ies|end|ends)?\b)"
    r"|(?P<part>(?:mid-?)?(?:morning|afternoon|evening|night|dawn|daybreak|sunrise|dusk|sunset"
    r"|nightfall|noon|midday|midnight|lunchtime))"
    r"|(?P<season>(?:spring|summer|autumn|fall|winter)\b)"
    r"|(?P<often>(?:dai|night|week|fortnight|month|quarter|hour|year|bimonth|biweek)ly|annually)"
    r"|(?P<word>yesterday|today|tomorrow|tonight|overnight|now|nowadays|currently|present|these"
    r"|moment|presently|recently|previously|formerly|past|soon|future|shortly|christmas|new year"
    r"|thanksgiving|halloween|easter|good friday|palm|ash|pentecost|labor|memorial|independence"
    r"|fourth|valentine|veterans|boxing|martin|twenties|thirties|forties|fifties|sixties"
    r"|seventies|eighties|nineties)\b)"
    r"|(?P<digits>'?\d\d?(?:\d\d)?(?=[s:/.-]|'s| ?[ap]\.?m\b|\b))"
)
# A second look for words that are keys of two kinds.
_PERIODS = re.compile(r"\b(?:quarter|half|period|year-|prior-year|corresponding|comparable)")
_REACH = 60
_SPACES = str.maketrans(
    {**dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " "), **dict.fromkeys("’‘ʼ`", "'")}
    | {**dict.fromkeys("‐‑–—−", "-")}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern and where it fits."""

    pattern: Pattern
    match: re.Match[str]


def prepared(text: str) -> str:
    """Return the text in lower case with plain spaces, hyphens, apostrophes and digits.

    Every character stays one character, so offsets are those of the text.
    """
    plain = text.translate(_SPACES)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of each key."""
    keys = dict.fromkeys(pattern.key for pattern in ENGLISH)
    return {key: tuple(each for each in ENGLISH if each.key == key) for key in keys}


def windows(text: str) -> list[tuple[int, int, frozenset[str]]]:
    """Return the stretches of the text where a date can stand, with the keys found in each."""
    stretches: list[tuple[int, int, set[str]]] = []
    for found in _KEYS.finditer(text):
        start, end = max(0, found.start() - _REACH), min(len(text), found.end() + _REACH)
        keys = {found.lastgroup or ""}
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end, stretches[-1][2] | keys)
        else:
            stretches.append((start, end, keys))
    return [
        (start, end, frozenset(keys | ({"period"} if _PERIODS.search(text, start, end) else set())))
        for start, end, keys in stretches
    ]


def fitting(text: str) -> list[Found]:
    """Return every fit of every pattern, overlapping ones too: the longest first."""
    found = []
    for start, end, keys in windows(text):
        for key in sorted(keys):
            for pattern in _by_key().get(key, ()):
                found += [
                    Found(pattern, match)
                    for match in compiled(pattern.words).finditer(text, start, end)
                ]
    return sorted(found, key=lambda each: (each.match.start() - each.match.end(), each.match.start()))
