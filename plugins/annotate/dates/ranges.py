"""Join the two ends of a range: "from Monday to Wednesday", "between 2011 and 2013"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...corpus.edtf import is_valid

if TYPE_CHECKING:
    from ...corpus.model import DateExpression

_OPENS = re.compile(r"\b(?:(?P<from>from)|(?P<between>between))\s+(?:late |early |about |around )?$")
_TO = re.compile(r"(?: until| till| through| to|,? and (?:up )?to| -+) (?:late |early )?")
_AND = re.compile(r" and ")
_ALWAYS = re.compile(r" through ")
_SINGLE = re.compile(r"[\dX?~%-]+")


def joined(expressions: list[DateExpression], text: str) -> list[DateExpression]:
    """Give both ends of each range the EDTF of the range; `text` is the paragraph's, lower case."""
    result = list(expressions)
    for index, (first, last) in enumerate(zip(expressions, expressions[1:], strict=False)):
        if not _is_range(first, last, text):
            continue
        edtf = f"{first.edtf}/{last.edtf}"
        if is_valid(edtf):
            result[index : index + 2] = [replace(first, edtf=edtf), replace(last, edtf=edtf)]
    return result


def _is_range(first: DateExpression, last: DateExpression, text: str) -> bool:
    """Tell whether the words around two dates make a range of them."""
    if not (_SINGLE.fullmatch(first.edtf) and _SINGLE.fullmatch(last.edtf)):
        return False
    gap = text[first.end : last.start]
    opens = _OPENS.search(text, max(0, first.start - 20), first.start)
    if not opens:
        return bool(_ALWAYS.fullmatch(gap))
    return bool((_AND if opens["between"] else _TO).fullmatch(gap))
