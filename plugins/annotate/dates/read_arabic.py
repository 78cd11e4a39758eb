"""Read Arabic dates, weekdays, days, spans and durations."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .pattern import Reading
from .read_days import on
from .reckon import shift, value_at
from .words_arabic import (
    AFTER,
    BEFORE,
    DUALS,
    MONTHS,
    MONTHS_AND_WORDS,
    NUMBERS,
    PARTS,
    PLURALS,
    UNITS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from .context import Context

_FUTURE_WEIGHT, _FUTURE_MONTH_WEIGHT = 3, 12


def month_date(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day or a month; a missing year is the one that brings it nearest to publication."""
    name, day, year = match["month"], match.groupdict().get("day"), match["year"]
    if name in MONTHS_AND_WORDS and not day and not year:
        return None
    month = MONTHS[name]
    here = context.published if day else context.published.replace(day=1)
    known = int(year) if year else _year_near(here, month, int(day or 1))
    try:
        found = date(known, month, int(day or 1))
    except ValueError:
        return None
    value = found.isoformat() if day else found.isoformat()[:7]
    return Reading(value, "DATE", None, not year, f"XXXX{value[4:]}")


def _year_near(here: date, month: int, day: int) -> int:
    """Return the year that brings the day nearest, one to come weighing more."""

    def distance(year: int) -> tuple[int, int]:
        away = (date(year, month, min(day, 28)) - here).days
        ahead = _FUTURE_WEIGHT if here.day > 1 else _FUTURE_MONTH_WEIGHT
        return abs(away) * (ahead if away > 0 else 1), year

    return min(range(here.year - 1, here.year + 2), key=distance)


def _turn(word: str | None) -> int:
    """Return -1 for a word of BEFORE, 1 for one of AFTER, else 0."""
    return -1 if word in BEFORE else 1 if word in AFTER else 0


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a weekday as the last one, publication's own counted, unless it says otherwise."""
    number, here, turn = WEEKDAYS[match["weekday"]], context.published, _turn(match["which"])
    back = (here.isoweekday() - number) % 7
    days = 7 - back if turn > 0 else -(back or 7) if turn < 0 else -back
    unknown = f"XXXX-WXX-{number}"
    part = PARTS.get(match["part"] or "")
    reading = on(shift(here, days, "D"), None, unknown=unknown)
    return _in_part(reading, part)


def _in_part(reading: Reading, part: str | None) -> Reading:
    """Narrow a day to a part of it."""
    if not part:
        return reading
    value, unknown = f"{reading.value}T{part}", f"{reading.unknown}T{part}"
    return Reading(value, "TIME", reading.value, reading.relative, unknown)


def near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read yesterday, today, tomorrow, and the days before and after those."""
    days = {"امس الاول": -2, "اول امس": -2, "امس": -1, "اليوم": 0, "غدا": 1, "غد": 1, "بعد غد": 2}
    reading = on(shift(context.published, days[match["near"]], "D"), None)
    return _in_part(reading, PARTS.get(match.groupdict().get("part") or ""))


def last_night(_match: re.Match[str], context: Context) -> Reading | None:
    """Read "last night"."""
    return _in_part(on(shift(context.published, -1, "D"), None), "NI")


def period(match: re.Match[str], context: Context) -> Reading | None:
    """Read "last week", "this month", "next year"."""
    letter = UNITS[match["unit"].removeprefix("ال")]
    return Reading(value_at(shift(context.published, _turn(match["which"]), letter), letter))


def _number(match: re.Match[str]) -> int | None:
    """Return how many units: by the dual, a number before the noun, or one."""
    unit, words = match["unit"], (match.groupdict().get("n") or "").strip()
    if unit in DUALS:
        return 2
    if words.isdigit():
        return int(words)
    if words in NUMBERS:
        return NUMBERS[words]
    return None if words or unit in PLURALS else 1


def ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read "three days ago", as fine as its unit."""
    number, letter = _number(match), UNITS[match["unit"]]
    if number is None or letter[0] == "T":
        return length(match, context)
    return Reading(value_at(shift(context.published, -number, letter), letter))


def length(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a duration: "five days", "two weeks"."""
    number, letter = _number(match), UNITS[match["unit"]]
    time = "T" if letter[0] == "T" else ""
    value = f"P{time}{'X' if number is None else number}{letter.removeprefix('T')}"
    return Reading(value, "DURATION", "", relative=False)


def trailing(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the past five days" and "the past 48 hours" as a span that ends at publication."""
    number = _number(match) if match["n"] else None
    letter, here = UNITS[match["unit"]], context.published
    time = "T" if letter[0] == "T" else ""
    value = f"P{time}{'X' if number is None else number}{letter.removeprefix('T')}"
    if number is None:
        return Reading(value, "DURATION", f"../{here.isoformat()}")
    days = number // 24 if letter == "TH" else number - 1
    start = shift(here, -days, "D") if letter in ("TH", "D") else shift(here, -number, letter)
    return Reading(value, "DURATION", f"{start.isoformat()}/{here.isoformat()}")


def year_named(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "the year 2012"."""
    return Reading(match["year"], relative=False)
