"""Find the quantities in one paragraph, whoever says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import context
from .modifiers import AFTER, BEFORE, Bound, interval
from .numerals import HINT, least, value
from .pattern import FIGURE, FRACTIONS, MONTH_OR_TWO
from .units import CURRENCIES, SINGULAR_PEOPLE, TIMES, Unit, plural, unit_after

_AGE = ("year-old", "month-old", "week-old", "day-old")
_NO_COUNT = frozenset(
    "way star state time sided fold tier step piece based party point strong hit off on up alarm term "
    "third thirds quarter quarters fifth fifths tenth tenths sixth eighth half".split()
)
_FEW = 10
_LEAD = 40  # code points that the longest modifier takes
_LONGEST_NUMBER = 13  # digits in a row; more of them are an identifier
_ELIDED = re.compile(r"\b(?:number|toll|figure|total|count)\b[^.]{0,20}\bat\s+(?:\w+\s){0,3}$")
_TOPIC = re.compile(
    r"\b(?:claims?|comments?|statements?|questions?|reports?|talk\w*|story|remarks?|lied?)\s+$",
    re.IGNORECASE,
)
_TIMES_AS = re.compile(r"\s+times\s+(?:the|as|more|higher|larger|greater|that|its)\b")
_SMALL_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?$", re.IGNORECASE)
_SINGULAR = re.compile(r"\s+([a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at start..end; `number` is where its digits or number words stand.

    `elided`: its noun is left out and was said before ("put the number at 4,000"). `is_time`: it
    measures time, so that it is a length and may be a date expression.
    """

    start: int
    end: int
    number: tuple[int, int]
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    elided: bool = False
    is_time: bool = False


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
        return MONTH_OR_TWO.search(text, place)
    near = max(place, hint.start() - _LEAD)
    match = FIGURE.search(text, near)
    length = MONTH_OR_TWO.search(text, near)
    if length is not None and (match is None or length.start() <= match.start()):
        return length
    return match


def _past(match: re.Match[str]) -> int:
    group = "number" if "number" in match.groupdict() and match["number"] else 0
    return max(match.end(group), match.start() + 1)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    if match.re is MONTH_OR_TWO:
        return _length(match)
    if match["fraction"]:
        return _fraction(match)
    if match["vague"]:
        return _vague(text, match)
    return _number(text, match)


def _length(match: re.Match[str]) -> Quantity:
    high = 2.0 if match["more"].lower() == "two" else 1.0
    unit = plural(match["noun"].lower())
    approximate = high == 1.0
    return Quantity(*match.span(), match.span(), 1.0, high, unit, approximate, is_time=True)


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


def _fraction(match: re.Match[str]) -> Quantity:
    share = FRACTIONS[re.split(r"[-\s]", match["fraction"].lower())[-1]]
    low, high, approximate = interval(share, _bound(match))
    span = match.span("fraction")
    return Quantity(_start(match, "fraction"), span[1], span, low, high, "percent", approximate)


def _vague(text: str, match: re.Match[str]) -> Quantity | None:
    first, end = match.span("vague")
    of = re.compile(r"\s+of\b").match(text, end)
    unit = unit_after(text, of.end() if of else end) or _singular(text, end, ())
    last = unit.end if unit else end
    name = unit.name if unit else ""
    if unit is None and match["vague"].lower() in ("scores", "tens"):
        return None
    high = least(match["vague"]) if _bound(match) is Bound.AT_MOST else None
    low = None if high is not None else least(match["vague"])
    is_time = unit is not None and unit.is_time
    start = _start(match, "vague")
    return Quantity(start, last, (first, end), low, high, name, approximate=True, is_time=is_time)


def _number(text: str, match: re.Match[str]) -> Quantity | None:
    first, end = match.span("number")
    ranged = _is_range(text, match)
    last = match.end("second") if ranged else end
    if not ranged and match["join"] and _is_score(match):
        return None
    unit, hyphenated = _unit(text, match, last)
    if _is_no_quantity(text, match, last, unit, hyphenated=hyphenated):
        return None
    low, high, approximate = _values(match, ranged=ranged)
    span = (first, last)
    stop = max(unit.end if unit else last, match.end("after") if match["after"] else 0)
    name = unit.name if unit else ""
    elided = unit is None and _is_elided(text, match)
    is_time = unit is not None and unit.is_time
    start = _start(match, "number")
    return Quantity(start, stop, span, low, high, name, approximate, elided, is_time)


def _is_elided(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(match["fill"]) or _ELIDED.search(before) is not None


def _is_range(text: str, match: re.Match[str]) -> bool:
    if not match["join"]:
        return False
    word = match["join"].strip().lower()
    if word == "and" and not match["between"]:
        return False
    if word == "to" and text[: match.start()].rstrip().lower().endswith(("from", "by")):
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
    scale = value(f"1 {match['second'].split()[-1]}") if _scaled(match) else 1.0
    return first * scale, second, _bound(match) is Bound.ABOUT


def _scaled(match: re.Match[str]) -> bool:
    """Tell whether the first number borrows the magnitude of the second ("2 to 3 million")."""
    word = match["second"].split()[-1].lower()
    return word.isalpha() and " " in match["second"].strip() and " " not in match["number"]


def _unit(text: str, match: re.Match[str], last: int) -> tuple[Unit | None, bool]:
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
    of = re.compile(r"\s+of\s+(?:the\s+)?").match(text, after)
    magnitude = " " in match["number"] or match["after"]
    place = of.end() - 1 if of and magnitude and not match["after"] else after
    found = unit_after(text, place) or (unit_after(text, after) if place != after else None)
    return found or _singular_unit(text, match, after), False


def _suffixed(match: re.Match[str]) -> Unit:
    suffix = match["suffix"].strip()
    return Unit("percent" if suffix == "%" else suffix, match.end("suffix"))


def _hyphenated(match: re.Match[str]) -> Unit | None:
    words = match["hyphen"][1:].lower()
    noun = words.split("-")[0]
    if words in _AGE or noun in _NO_COUNT:
        return None
    return Unit(plural(noun), match.end("hyphen"), is_time=noun in TIMES)


def _singular_unit(text: str, match: re.Match[str], end: int) -> Unit | None:
    return _singular(text, end, ("one", "1")) if match["number"].lower() in ("one", "1") else None


def _singular(text: str, end: int, _: tuple[str, ...]) -> Unit | None:
    found = _SINGULAR.match(text, end)
    if found is None or found[1] not in SINGULAR_PEOPLE:
        return None
    return Unit(plural(found[1]), found.end())


def _is_no_quantity(
    text: str, match: re.Match[str], last: int, unit: Unit | None, *, hyphenated: bool
) -> bool:
    number = match["number"]
    if match["hyphen"] and unit is None and match.start("hyphen") == last:
        return True
    if _TIMES_AS.match(text, last):
        return True
    measured = bool(match["money"] or match["percent"] or match["suffix"] or hyphenated)
    marked = measured or bool(match["before"] or match["after"] or match["between"])
    counted = unit is not None
    start = match.start("number")
    if number.lower() in ("one", "a", "an") and not _is_real_one(text, match, unit):
        return True
    if not measured and context.is_year(number, unit.name if unit else ""):
        return True
    if number.isdigit() and len(number) > _LONGEST_NUMBER:
        return True
    if not measured and context.names_something(text, start, last, counted=counted):
        return not (match["before"] and counted)
    return _is_bare(text, match, unit, marked=marked)


def _is_real_one(text: str, match: re.Match[str], unit: Unit | None) -> bool:
    if unit is None or context.is_pronoun_one(text, match.start()):
        return False
    return bool(match["before"] or match["percent"]) or unit.end - match.end("number") > 0


def _is_bare(text: str, match: re.Match[str], unit: Unit | None, *, marked: bool) -> bool:
    """Tell a small number without a noun, or one that points back ("the two sides")."""
    number = match["number"]
    if marked and match["before"] and match["before"].lower() in ("under", "over", "below", "above"):
        return unit is None and value(number) < _FEW * _FEW  # an age: "people under 30"
    if marked:
        return unit is None and number.isalpha() and value(number) < _FEW and not match["before"]
    word = _SMALL_WORD.match(number) is not None and value(number) < _FEW * _FEW
    if unit is None:
        return word or value(number) < _FEW or context.is_definite(text, match.start())
    return value(number) <= _FEW and context.is_definite(text, match.start())
