"""Read the amount of a number that was found: low, high, and how sure."""

from __future__ import annotations

import re

from .counting import singular_unit, unit_of
from .modifiers import AFTER, BEFORE, Bound, interval
from .numerals import least, value
from .pattern import FRACTIONS
from .quantity import Quantity
from .refusals import is_no_quantity
from .units import plural, unit_after

_ELIDED = re.compile(r"\b(?:number|toll|figure|total|count)\b[^.]{0,20}\bat\s+(?:\w+\s){0,3}$")
_FROM = re.compile(r"\b(?:from|by)\s+$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|others)\b(?!\s+than)")
_TOPIC = re.compile(
    r"\b(?:claims?|comments?|statements?|questions?|reports?|talk\w*|story|remarks?|lied?)\s+$",
    re.IGNORECASE,
)


def length(match: re.Match[str]) -> Quantity:
    """Read "a month or two"."""
    high = 2.0 if match["more"].lower() == "two" else 1.0
    unit = plural(match["noun"].lower())
    approximate = high == 1.0
    return Quantity(*match.span(), match.span(), 1.0, high, unit, approximate, is_time=True)


def fraction(match: re.Match[str]) -> Quantity:
    """Read "half of" and "two-thirds of" as percent of the whole."""
    share = FRACTIONS[re.split(r"[-\s]", match["fraction"].lower())[-1]]
    low, high, approximate = interval(share, _bound(match))
    span = match.span("fraction")
    return Quantity(_start(match, "fraction"), span[1], span, low, high, "percent", approximate)


def vague(text: str, match: re.Match[str]) -> Quantity | None:
    """Read "dozens of", "tens of thousands of"."""
    first, end = match.span("vague")
    of = re.compile(r"\s+of\b").match(text, end)
    unit = unit_after(text, of.end() if of else end) or singular_unit(text, end)
    last = unit.end if unit else end
    name = unit.name if unit else ""
    if unit is None and match["vague"].lower() in ("scores", "tens"):
        return None
    high = least(match["vague"]) if _bound(match) is Bound.AT_MOST else None
    low = None if high is not None else least(match["vague"])
    is_time = unit is not None and unit.is_time
    start = _start(match, "vague")
    return Quantity(start, last, (first, end), low, high, name, approximate=True, is_time=is_time)


def number(text: str, match: re.Match[str]) -> Quantity | None:
    """Read a number or a range, unless it is no quantity."""
    first, end = match.span("number")
    ranged = _is_range(text, match)
    last = match.end("second") if ranged else end
    if not ranged and match["join"] and _is_score(match):
        return None
    unit, hyphenated = unit_of(text, match, last)
    elided = unit is None and _is_elided(text, match)
    if not elided and is_no_quantity(text, match, last, unit, hyphenated=hyphenated):
        return None
    low, high, approximate = _values(match, ranged=ranged)
    span = (first, last)
    stop = max(unit.end if unit else last, match.end("after") if match["after"] else 0)
    name = unit.name if unit else ""
    is_time = unit is not None and unit.is_time
    start = _start(match, "number")
    return Quantity(start, stop, span, low, high, name, approximate, elided, is_time)


def _bound(match: re.Match[str]) -> Bound | None:
    if _before(match):
        return BEFORE.get(" ".join(match["before"].lower().split()), Bound.ABOUT)
    if match["after"]:
        return AFTER[" ".join(match["after"].lower().split())]
    return Bound.AT_LEAST if match["plus"] else None


def _before(match: re.Match[str]) -> bool:
    """Tell whether a modifier stands before: not the "about" of "a claim about"."""
    if not match["before"]:
        return False
    lead = match.string[max(0, match.start("before") - 20) : match.start("before")]
    return match["before"].lower() != "about" or _TOPIC.search(lead) is None


def _start(match: re.Match[str], group: str) -> int:
    for first in ("before", "between", "money", group):
        if match[first] and (first != "before" or _before(match)):
            return match.start(first)
    return match.start(group)


def _is_elided(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    if _MORE.match(text, match.end()):
        return True
    return bool(match["fill"]) or _ELIDED.search(before) is not None


def _is_range(text: str, match: re.Match[str]) -> bool:
    if not match["join"]:
        return False
    word = match["join"].strip().lower()
    if word == "and" and not match["between"]:
        return False
    if word == "to" and _FROM.search(text, max(0, match.start() - 8), match.start()):
        return False
    return value(match["number"]) < _second(match)


def _is_score(match: re.Match[str]) -> bool:
    """Tell a vote or a score ("54-46") by its hyphen and its order."""
    return match["join"].strip() in ("-", "–")


def _second(match: re.Match[str]) -> float:
    return value(match["second"])


def _values(match: re.Match[str], *, ranged: bool) -> tuple[float | None, float | None, bool]:
    first = value(match["number"])
    if not ranged:
        return interval(first, _bound(match))
    second = _second(match)
    scaled = first * value(f"1 {match['second'].split()[-1]}") if _scaled(match) else first
    low = scaled if scaled < second else first  # "2 to 3 million", but "40 or two hundred"
    return low, second, _bound(match) is Bound.ABOUT


def _scaled(match: re.Match[str]) -> bool:
    """Tell whether the first number borrows the magnitude of the second ("2 to 3 million")."""
    word = match["second"].split()[-1].lower()
    return word.isalpha() and " " in match["second"].strip() and " " not in match["number"]
