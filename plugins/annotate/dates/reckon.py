"""Reckon with days, and write them as TIMEX3 values and as EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from .words import SEASON_MONTHS

_SEASON_CODES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")
_PLAIN = re.compile(r"\d{4}(-\d\d)?|\d\d\dX|\d\dXX")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")


def shift_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, number: int, unit: str) -> date:
    """Return the day so many units (D, W, WE, M, Q, Y, or hours TH) on; never out of range."""
    if unit in ("M", "Q", "Y"):
        return shift_months(day, number * {"M": 1, "Q": 3, "Y": 12}[unit])
    days = number * (7 if unit in ("W", "WE") else 1) if not unit.startswith("T") else 0
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def value_at(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the day, week, month, quarter or year that holds this day."""
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"Y": 4, "M": 7}.get(unit, 10)]


def season_start(day: date, code: str) -> date:
    """Return the first day of the season of this code that began last, seen from this day."""
    start = date(day.year, SEASON_MONTHS[code], 1)
    return start if start <= day else start.replace(year=day.year - 1)


def span_of(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of a value that is a day, week, month, quarter or year."""
    if found := _DAY.fullmatch(value):
        day = date.fromisoformat(found[1])
        return day, day
    if found := _WEEK.fullmatch(value):
        first, last = (6, 7) if found[3] else (1, 7)
        year, week = int(found[1]), int(found[2])
        return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
    if found := _PART_OF_YEAR.fullmatch(value):
        return _part_of_year(int(found[1]), found[2])
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if re.fullmatch(r"\d{4}", value) and int(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return None


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    """Return the bounds of a quarter, half or season of a year."""
    if part[0] == "Q":
        start, months = date(year, 3 * int(part[1]) - 2, 1), 3
    elif part[0] == "H":
        start, months = date(year, 6 * int(part[1]) - 5, 1), 6
    else:
        start, months = date(year, SEASON_MONTHS[part], 1), 3
    return start, shift_months(start, months) - timedelta(days=1)


def edtf_of(value: str) -> str:
    """Return what a calendar can show of a TIMEX3 value: EDTF, or nothing.

    Weeks and weekends become intervals of days, quarters and halves of months; a part of a day
    is shown as its day, since EDTF has no mornings and its times carry no doubt.
    """
    if found := _DAY.fullmatch(value):
        return found[1]
    if _PLAIN.fullmatch(value):
        return value
    if found := _PART_OF_YEAR.fullmatch(value):
        if found[2] in _SEASON_CODES:
            return f"{found[1]}-{_SEASON_CODES[found[2]]}"
        first, last = _part_of_year(int(found[1]), found[2])
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    bounds = span_of(value)
    return f"{bounds[0].isoformat()}/{bounds[1].isoformat()}" if bounds else ""


def one_of(first: date, last: date, unit: str = "D") -> str:
    """Return the EDTF for some day (D), month (M) or year (Y) of this span."""
    ends = value_at(first, unit), value_at(last, unit)
    return f"[{ends[0]}..{ends[1]}]" if ends[0] != ends[1] else ends[0]


def day_of(text: str) -> date | None:
    """Return the day that an ISO date names, None where there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def full_year(digits: str, near: date) -> int:
    """Return the year of two or four digits; two are of the century that makes them nearest."""
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) > len("00"):
        return number
    centuries = (number + century for century in range(1800, 2200, 100))
    return min(centuries, key=lambda year: (abs(year - near.year - 10 + 20), year))


def year_beside(value: str, turn: int) -> str:
    """Return the same quarter, half or year in the year before (-1) or after (1)."""
    return f"{int(value[:4]) + turn:04}{value[4:]}"
