"""Find the quantities in one paragraph, whoever says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import context
from .amounts import fraction, length, number, vague
from .numerals import HINT
from .pattern import FIGURE, MONTH_OR_TWO
from .quantity import Quantity

_LEAD = 40  # code points that the longest modifier takes


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph in order; none overlap.

    `text` has plain spaces. Years, ordinals, ages, times of day, numbers in names, lists and
    telephone numbers are left out, and so is "one" as a pronoun.
    """
    found = tuple(_scan(text))
    barred = context.phones(text) if found else []
    return tuple(
        each for each in found if not any(first <= each.number[0] < last for first, last in barred)
    )


def _scan(text: str) -> Iterator[Quantity]:
    place = 0
    while (match := _next(text, place)) is not None:
        found = _read(text, match)
        place = found.end if found is not None else _past(match)
        if found is not None:
            yield found


def _next(text: str, place: int) -> re.Match[str] | None:
    hint = HINT.search(text, place)
    if hint is None:
        return None
    near = max(place, hint.start() - _LEAD)
    match = FIGURE.search(text, near)
    length = MONTH_OR_TWO.search(text, near, match.end() if match else len(text))
    if length is not None and (match is None or length.start() <= match.start()):
        return length
    return match


def _past(match: re.Match[str]) -> int:
    group = "number" if "number" in match.groupdict() and match["number"] else 0
    return max(match.end(group), match.start() + 1)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    if match.re is MONTH_OR_TWO:
        return length(match)
    if match["fraction"]:
        return fraction(match)
    if match["vague"]:
        return vague(text, match)
    return number(text, match)
