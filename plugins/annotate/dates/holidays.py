"""Read named holidays of a fixed or reckoned day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .pattern import Reading
from .read_days import on
from .reckon import shift

if TYPE_CHECKING:
    from .context import Context


def holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a named holiday of a fixed or reckoned day, nearest to publication by tense."""
    parts = match.groupdict()
    name = re.sub(r"[^a-z]", "", match["holiday"].removesuffix("'s day").removesuffix(" day"))
    here, which = context.published, (parts.get("which") or "").strip()
    if parts.get("year"):
        day = _holiday_in(name, int(parts["year"]))
        return on(day, None, relative=False) if day else None
    days = [_holiday_in(name, here.year + turn) for turn in (-1, 0, 1)]
    choices = [day for day in days if day]
    if which == "last":
        choices = [day for day in choices if day < here]
    elif which == "next":
        choices = [day for day in choices if day > here]
    if not choices:
        return None
    best = min(choices, key=lambda day: (abs((day - here).days), day))
    return on(max(choices) if which == "last" else best, parts.get("part"))


def _holiday_in(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year."""
    fixed = {
        "christmas": (12, 25),
        "christmaseve": (12, 24),
        "newyear": (1, 1),
        "mayday": (5, 1),
        "newyearseve": (12, 31),
        "newyears": (1, 1),
        "halloween": (10, 31),
        "july4": (7, 4),
        "valentines": (2, 14),
        "valentine": (2, 14),
        "independence": (7, 4),
        "boxing": (12, 26),
        "veterans": (11, 11),
        "fourthofjuly": (7, 4),
    }
    nth = {"thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "martinlutherking": (1, 1, 3)}
    if name in fixed:
        return date(year, *fixed[name])
    if name in nth:
        month, number, count = nth[name]
        first = date(year, month, 1)
        return first + timedelta(days=(number - first.isoweekday()) % 7 + 7 * (count - 1))
    if name == "election":
        first = date(year, 11, 2)
        return first + timedelta(days=(2 - first.isoweekday()) % 7)
    if name == "memorial":
        last = date(year, 5, 31)
        return last - timedelta(days=(last.isoweekday() - 1) % 7)
    turns = {"easter": 0, "eastersunday": 0, "goodfriday": -2, "eastermonday": 1, "palmsunday": -7}
    turns |= {"ashwednesday": -46, "pentecost": 49}
    return shift(_easter(year), turns[name], "D") if name in turns else None


def _easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
