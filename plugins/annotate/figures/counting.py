"""Name what a number that was found counts: its percent sign, its hyphen, its noun."""

from __future__ import annotations

import re

from ..attribution.lexicon import word_set
from .nouns import SINGULAR_PEOPLE, TIMES
from .units import CURRENCIES, Unit, is_plural, plural, unit_after

_AGE = ("year-old", "month-old", "week-old", "day-old")
_NO_COUNT = word_set(
    "way star state time sided fold tier step piece based party point strong hit off on up alarm "
    "term third thirds quarter quarters fifth fifths tenth tenths sixth eighth half"
)
_OF_THEM = re.compile(r"\s+(?:of\s+(?:them|whom)\s+(?:(?:were|are)\s+)?|(?:were|are)\s+)(\w+)")
_SINGULAR = re.compile(r"\s+([a-z]+)\b")


def unit_of(text: str, match: re.Match[str], last: int) -> tuple[Unit | None, bool]:
    """Return the unit of the number that ends at `last`, and whether a hyphen joins the two."""
    if match["money"]:
        return Unit(CURRENCIES[match["money"].upper()], last), False
    ranged = last != match.end("number")
    if match["percent"] and not ranged:
        return Unit("percent", match.end("percent")), False
    if match["suffix"] and match.start("suffix") == last:
        return _suffixed(match), False
    if match["hyphen"] and match.start("hyphen") == last:
        return _hyphenated(match), True
    after = match.end("after") if match["after"] else last
    others = _OF_THEM.match(text, after)
    if others is not None and is_plural(others[1]):
        return Unit(others[1].lower(), others.end()), False
    return unit_after(text, after) or _one(text, match, after), False


def _suffixed(match: re.Match[str]) -> Unit:
    suffix = match["suffix"].strip()
    return Unit("percent" if suffix == "%" else suffix, match.end("suffix"))


def _hyphenated(match: re.Match[str]) -> Unit | None:
    words = match["hyphen"][1:].lower()
    noun = words.split("-")[0]
    if words in _AGE or noun in _NO_COUNT:
        return None
    return Unit(plural(noun), match.end("hyphen"), is_time=noun in TIMES)


def _one(text: str, match: re.Match[str], end: int) -> Unit | None:
    return singular_unit(text, end) if match["number"].lower() in ("one", "1") else None


def singular_unit(text: str, end: int) -> Unit | None:
    """Return the unit that a person in the singular names ("one child": children)."""
    found = _SINGULAR.match(text, end)
    if found is None or found[1] not in SINGULAR_PEOPLE:
        return None
    return Unit(plural(found[1]), found.end())
