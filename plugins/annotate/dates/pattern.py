"""Say what a pattern is: words, how they are read, and the example that is its test."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from .context import Context
from .words import (
    MONTH_NAMES,
    ORDINALS,
    PARTS,
    SEASONS,
    TENS,
    VAGUE_NUMBERS,
    WEEKDAY_NAMES,
    any_of,
)

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELLED = (
    rf"(?:(?:{any_of(TENS)})[- ](?:{_ONES})|(?:{any_of(TENS)})|{_ONES}|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?: hundred)?"
)
_EXACT = (
    rf"(?:{_SPELLED}|\d+) and a half|\d+(?:,\d\d\d)*(?:\.\d+)?(?:[- ]\d/\d)?(?![\d,.]\d)"
    rf"|{_SPELLED}|a hundred|half an?"
)
_MONTH = rf"{any_of(MONTH_NAMES)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_DOZENS = "half a dozen|half-dozen|a dozen|(?:a )?couple(?: of)?"

# What a pattern names in angle brackets. A final 2 marks a second group of the same kind.
PIECES = {
    "MONTH": rf"(?P<month>{_MONTH})",
    "MONTH2": rf"(?P<month2>{_MONTH})",
    "DAY": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)",
    "DAY2": r"(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)",
    "YEAR": r"(?P<year>(?:1\d|20)\d\d(?![\w%]|[.,:]\d)|'\d\d\b)",
    "YEAR2": r"(?P<year2>(?:1\d|20)\d\d(?![\w%]|[.,:]\d))",
    "WEEKDAY": rf"(?P<weekday>{any_of(WEEKDAY_NAMES)})",
    "WEEKDAY_SHORT": (
        rf"(?P<weekday>{any_of(WEEKDAY_NAMES)}|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?)"
    ),
    "PART": rf"(?P<part>{any_of(tuple(PARTS))})",
    "SEASON": rf"(?P<season>{any_of(tuple(SEASONS))})",
    "N": rf"(?P<n>{_EXACT}|{_DOZENS}|{any_of(VAGUE_NUMBERS)}|an?)",
    "N2": rf"(?P<n2>{_EXACT})",
    "EXACT": rf"(?P<n>{_EXACT}|{_DOZENS})",
    "ORDINAL": rf"(?P<ordinal>{any_of(ORDINALS)}|\d+(?:st|nd|rd|th))",
    "UNIT": (
        r"(?P<unit>(?:trading |business |working |calendar |school |fiscal )?"
        r"(?:second|minute|hour|hr|day|week|fortnight|month|quarter|year|yr|decade|centur(?:y|ie)"
        r"|weekend)s?)\b"
    ),
    "MORE": (
        r"(?:(?:more|additional|full|whole|long|consecutive|straight|solid|entire|further|extra"
        r"|other) )?"
    ),
    "ITS_YEAR": r"(?:,? (?:of )?<YEAR>|,? (?:of )?(?P<yearword>this|last|next|the previous) year)",
    "UNITS": (
        r"(?P<unit>(?:trading |business |working |calendar )?"
        r"(?:second|minute|hour|day|week|month|quarter|year|decade|centurie|weekend)s)\b"
    ),
    "LONG": r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b",
    "ABOUT": (
        r"(?:(?P<about>(?:(?:more|less|fewer|better) than|at (?:least|most)|about|around|nearly"
        r"|almost|roughly|approximately|up to|as (?:long|many|much|little|few) as"
        r"|just (?:over|under)|under|close to|well over|an estimated|some) ))?"
    ),
    "EDGE": (
        r"(?:(?P<edge>early|mid|late)[- ](?:in )?(?:the )?"
        r"|(?:the )?(?:very )?(?P<border>beginning|start|middle|end|close) of (?:the )?)"
    ),
    "CLOCK": (
        r"(?P<clock>(?P<hour>2[0-3]|[01]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)"
        r"|(?P<hour24>2[0-3]|[01]?\d):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:]))"
        r"(?: (?:local time|gmt|utc|[ecmp][sd]?t\b|eastern|pacific|bst|cet))?"
    ),
}

_PIECE = re.compile(r"<([A-Z_]+2?)>")
# A space of a pattern; not one in a class or behind a look-behind, nor one with its own count.
_SPACE = re.compile(r"(\[[^\]]*\]|\(\?<[=!][^)]*\)| [?*+])| ")

Reader = Callable[["re.Match[str]", Context], "Reading | None"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What words mean: a TIMEX3 value and type, and what a calendar can show of it.

    `edtf` None: what the value says. `relative`: reckoned from the publication date, so without
    one the value is `unknown` (or the value with its digits masked) and there is no EDTF.
    `aside`: said for comparison ("a year earlier"), so the narrative does not follow it.
    """

    value: str
    timex_type: str = "DATE"
    edtf: str | None = None
    relative: bool = True
    unknown: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of date expression.

    `key` names the kind of word without which the form can't stand (see scan.py), `words` is a
    regular expression with PIECES in angle brackets, `read` tells what a match means. `example`
    is a sentence with the expression in square brackets; published on `published`, it has this
    value, EDTF and type.
    """

    key: str
    words: str
    read: Reader
    example: str
    value: str
    edtf: str
    timex_type: str = "DATE"
    published: str = "2016-11-28"


@lru_cache(maxsize=1024)
def compiled(words: str) -> re.Pattern[str]:
    """Compile a pattern's words: whole words only, and any run of spaces for a space."""
    whole = words
    while _PIECE.search(whole):
        whole = _PIECE.sub(lambda piece: PIECES[piece[1]], whole)
    spaced = _SPACE.sub(lambda piece: piece[1] or " +", whole)
    return re.compile(rf"(?<![\w$€£])(?<!\w[-'])(?:{spaced})(?!\w)")
