"""Join the two ends of a range: "from Monday to Wednesday", "between 2011 and 2013"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ...corpus.edtf import bounds, is_valid
from .reckon import shift_months

if TYPE_CHECKING:
    from ...corpus.model import DateExpression

_OPENS = re.compile(
    r"\b(?:(?P<from>from)|(?P<between>between))\s+(?:late |early |about |around )?$"
)
_TO = re.compile(r"(?: until| till| through| to|,? and (?:up )?to| -+) (?:late |early )?")
_AND = re.compile(r" and ")
_ALWAYS = re.compile(r" through ")
_WEEK = 7
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SINGLE = re.compile(r"[\dX?~%-]+")


def joined(expressions: list[DateExpression], text: str) -> list[DateExpression]:
    """Give both ends of each range the EDTF of the range; `text` is the paragraph's, lower case."""
    result = list(expressions)
    for index, (start, end) in enumerate(pairwise(expressions)):
        if not _is_range(start, end, text):
            continue
        first = _before(start, end)
        edtf = f"{first.edtf}/{end.edtf}"
        if is_valid(edtf):
            result[index : index + 2] = [replace(first, edtf=edtf), replace(end, edtf=edtf)]
    return result


def _before(first: DateExpression, last: DateExpression) -> DateExpression:
    """Put a day that was read as later than the end of its range a week or a year back."""
    days = bounds(first.edtf)[0], bounds(last.edtf)[0]
    if not (_DAY.match(first.edtf) and days[0] and days[1] and days[0] > days[1]):
        return first
    weekday = first.surface.endswith("day") and (days[0] - days[1]).days < _WEEK
    if not weekday and re.search(r"\d{4}", first.surface):
        return first
    before = days[0] - timedelta(days=_WEEK) if weekday else shift_months(days[0], -12)
    day, back = days[0].isoformat(), before.isoformat()
    value, edtf = first.timex_value.replace(day, back), first.edtf.replace(day, back)
    return replace(first, timex_value=value, edtf=edtf)


def _is_range(first: DateExpression, last: DateExpression, text: str) -> bool:
    """Tell whether the words around two dates make a range of them."""
    if not (_SINGLE.fullmatch(first.edtf) and _SINGLE.fullmatch(last.edtf)):
        return False
    gap = text[first.end : last.start]
    opens = _OPENS.search(text, max(0, first.start - 20), first.start)
    if not opens:
        return bool(_ALWAYS.fullmatch(gap))
    return bool((_AND if opens["between"] else _TO).fullmatch(gap))
