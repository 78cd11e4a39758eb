"""Refuse a number that is no quantity: a year, a name, a pronoun, a bare "two"."""

from __future__ import annotations

import re

from . import context
from .numerals import value
from .units import Unit

_FEW = 10
_LONGEST_NUMBER = 13  # digits in a row; more of them are an identifier
_SMALL_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?$", re.IGNORECASE)
_TIMES_AS = re.compile(r"\s+times\s+(?:the|as|more|higher|larger|greater|that|its)\b")


def is_no_quantity(
    text: str, match: re.Match[str], last: int, unit: Unit | None, *, hyphenated: bool
) -> bool:
    """Tell whether the number that ends at `last` dates, numbers or names something."""
    if match["hyphen"] and unit is None and match.start("hyphen") == last:
        return True
    if _TIMES_AS.match(text, last) or _is_other_number(text, match, unit):
        return True
    measured = bool(match["money"] or match["percent"] or match["suffix"] or hyphenated)
    if not measured and _is_name_or_year(text, match, last, unit):
        return True
    marked = measured or bool(match["before"] or match["after"] or match["between"])
    return _is_bare(text, match, unit, marked=marked)


def _is_other_number(text: str, match: re.Match[str], unit: Unit | None) -> bool:
    """Tell "one" as a pronoun, and an identifier."""
    number = match["number"]
    if number.lower() in ("one", "a", "an") and not _is_real_one(text, match, unit):
        return True
    return number.isdigit() and len(number) > _LONGEST_NUMBER


def _is_name_or_year(text: str, match: re.Match[str], last: int, unit: Unit | None) -> bool:
    if context.is_year(match["number"], unit.name if unit else ""):
        return True
    counted = unit is not None
    named = context.names_something(text, match.start("number"), last, counted=counted)
    return named and not (match["before"] and counted)


def _is_real_one(text: str, match: re.Match[str], unit: Unit | None) -> bool:
    if unit is None or context.is_pronoun_one(text, match.start()):
        return False
    return bool(match["before"] or match["percent"]) or unit.end - match.end("number") > 0


def _is_bare(text: str, match: re.Match[str], unit: Unit | None, *, marked: bool) -> bool:
    """Tell a small number without a noun, or one that points back ("the two sides")."""
    number = match["number"]
    if (match["before"] or "").lower() in ("under", "over", "below", "above"):
        return unit is None and value(number) < _FEW * _FEW  # an age: "people under 30"
    if marked:
        return unit is None and number.isalpha() and value(number) < _FEW and not match["before"]
    word = _SMALL_WORD.match(number) is not None and value(number) < _FEW * _FEW
    if unit is None:
        return word or value(number) < _FEW or context.is_definite(text, match.start())
    return value(number) <= _FEW and context.is_definite(text, match.start())
