"""Bring a text to one form of hyphens, quotes, spaces and accents, and remember every offset.

"Levelled" text keeps the case. It has one kind of hyphen, apostrophe, quotation mark and space;
no accents, harakat or invisible characters; and no apostrophe inside a word, unless it opens a
possessive. So "Sha'ar", "Shaʿar" and "Shaar" meet, and "الصّاخور" meets "الصاخور".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

BREAK = "\x00"  # stands between two paragraphs; no name holds it
_DROPPED = "\x01"

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u00b4\u2032\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_AYNS = "\u02bb\u02bd\u02be\u02bf\u02c1\u0640"  # and tatweel, which has no sound either
_ARABIC = {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا"}
_PLAIN_ARABIC = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"

_ODD = re.compile(rf"[^\x00-\x7f{_PLAIN_ARABIC}]")
_INNER = r"'(?<=[^\W\d_]')(?=[^\W\d_])(?![sS]\b)"  # an apostrophe that opens no possessive
_INNER_APOSTROPHE = re.compile(_INNER)
_GONE = re.compile(rf"{_DROPPED}|(?<= ) +|{_INNER}")
# Characters that are frequent in English; to replace them first costs least.
_FREQUENT = (
    *((space, " ") for space in "\t\n\x0b\x0c\r\xa0"),
    *(("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"')),
)


@dataclass(frozen=True, slots=True)
class Levelled:
    """A text, its levelled form, and where characters were taken out.

    `cased` is the levelled text; `low` the same in lower case with a space for each hyphen, equal
    in length. `gaps` are the places in `cased` before which a character of `source` is missing.
    """

    source: str
    cased: str
    low: str
    gaps: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `source` for a span of `cased`, with the marks that belong to it."""
        if not self.gaps:
            return start, end
        first = start + bisect_right(self.gaps, start)
        last = end + bisect_right(self.gaps, end - 1)
        while first and self.source[first - 1] in _AYNS:
            first -= 1
        while last < len(self.source) and unicodedata.category(self.source[last]) == "Mn":
            last += 1
        return first, last


def level(text: str) -> Levelled:
    """Level a text; see the module's docstring."""
    cased = _one_for_one(text)
    gone = _GONE if _DROPPED in cased or "  " in cased else _INNER_APOSTROPHE
    gaps: list[int] = []
    for found in gone.finditer(cased):
        for at in range(*found.span()):
            gaps.append(at - len(gaps))
    if gaps:
        cased = gone.sub("", cased)
    return Levelled(text, cased, lowered(cased), tuple(gaps))


def levelled(text: str) -> str:
    """Return only the levelled form of a short text, without outer spaces and apostrophes."""
    return _GONE.sub("", _one_for_one(text)).strip(" '")


def _one_for_one(text: str) -> str:
    """Replace what is replaced by one character, and mark what is dropped."""
    for frequent, plain in _FREQUENT:
        text = text.replace(frequent, plain)
    return text if text.isascii() else _ODD.sub(_one, text)


def lowered(cased: str) -> str:
    """Return levelled text as the automaton reads it: lower case, spaces for hyphens."""
    return cased.lower().replace("-", " ")


def _table() -> dict[str, str]:
    """Return the characters that level to something which their Unicode decomposition lacks."""
    table = dict.fromkeys(_HYPHENS, "-")
    table.update(dict.fromkeys(_APOSTROPHES, "'"))
    table.update(dict.fromkeys(_QUOTES, '"'))
    table.update(dict.fromkeys(_AYNS, _DROPPED))
    return table | _ARABIC


_KNOWN = _table()


def _one(found: re.Match[str]) -> str:
    """Level the character that was found."""
    return _levelled_letter(found[0])


@cache
def _levelled_letter(letter: str) -> str:
    """Return exactly one character: the base of a letter, a space, the mark of a dropped one."""
    if letter in _KNOWN:
        return _KNOWN[letter]
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return _DROPPED
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if all(unicodedata.category(mark) == "Mn" for mark in parts[1:]) else letter
