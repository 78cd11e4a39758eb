"""Read durations, sets and vague references."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .pattern import Reading
from .reckon import shift, value_at, year_beside
from .words import number_of, turn_of, unit_of

if TYPE_CHECKING:
    from .context import Context


# What stands before "a month" where it is a length: nothing, a point, a preposition, a verb.
_NO_RATE = re.compile(
    r"(?:^|[^\w\s']|\b(?:for|in|of|than|after|within|over|about|most|nearly|takes?|took|last|lasts"
    r"|lasted|spent|spends?|only|just|and|with|during|half|quite|until|is|was|be|been|around|at|by"
    r"|to|as|before|under|barely|up|or|enough|what|but|that|such|has|had|have|on|from|the|less"
    r"|wait(?:ed)?|into|through|almost|roughly|approximately|is|are|were|not|hardly|even|once in"
    r"|every|make|made|said|him|her|them|us|you|it))\s*$"
)


def ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read "three days ago" from publication and "three days later" from the narrative.

    The date is as fine as the unit: "two weeks ago" is a week, "five months ago" a month.
    """
    turn = match["turn"]
    number, (letter, many) = number_of(match["n"]), unit_of(match["unit"])
    back = turn in ("ago", "earlier", "before", "previously", "prior", "back")
    if number is None:
        value = f"P{'T' if letter[0] == 'T' else ''}X{letter[-1]}"
        ends = f"../{context.published.isoformat()}" if turn == "ago" else ""
        return Reading(value, "DURATION", ends)
    if letter in ("Y", "Q") and number == 1 and many == 1 and context.period:
        return Reading(year_beside(context.period, -1 if back else 1), aside=True)
    fine = "M" if letter == "Y" and number % 1 else letter
    steps = int((-1 if back else 1) * number * many * (12 if fine != letter else 1))
    here = context.published if turn in ("ago", "from now", "back") else context.day
    day = shift(here, steps, fine)
    value = value_at(day, fine if fine != "WE" else "W")
    return Reading(value, aside=fine in ("Y", "Q"))


def trailing(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the last five days", "the past 48 hours", "the next two weeks".

    Five days are counted with the day of publication; hours, weeks and more reach back to the
    same day, since "the past month" is no calendar month.
    """
    ahead = turn_of(match["which"]) > 0
    duration = length(match, context)
    if duration is None:
        return None
    number, (letter, many) = number_of(match.groupdict().get("n") or "one"), unit_of(match["unit"])
    here = context.published
    if number is None:
        edtf = f"{here.isoformat()}/.." if ahead else f"../{here.isoformat()}"
        return Reading(duration.value, "DURATION", edtf)
    far = _far_end(here, number * many * (1 if ahead else -1), letter)
    unit = {"Y": "Y", "Q": "M"}.get(letter, "D")
    ends = sorted((value_at(here, unit), value_at(far, unit)))
    return Reading(duration.value, "DURATION", "/".join(dict.fromkeys(ends)))


def _far_end(here: date, number: float, letter: str) -> date:
    """Return the other end of a span that ends or begins at publication."""
    if letter.startswith("T"):
        hours = number if letter == "TH" else 0
        return here + timedelta(days=int(hours / 24) if abs(hours) > 12 else 0)  # noqa: PLR2004
    if letter == "D" and abs(number) >= 1:
        return shift(here, int(number) + (1 if number < 0 else -1), "D")
    return shift(here, int(number), letter)


def length(match: re.Match[str], context: Context) -> Reading | None:
    """Read a bare duration: "three weeks", "a month or two", "seven-day"."""
    parts = match.groupdict()
    letter, many = unit_of(parts["unit"])
    number = number_of(parts["n"]) if parts.get("n") else None if "n" in parts else 1.0
    fraction = parts["unit"].startswith("quarter") and context.text.startswith(" of", match.end())
    if fraction or (parts["unit"] == "second" and parts.get("n") != "one"):
        return None
    time, letter = ("T" if letter[0] == "T" else ""), letter.removeprefix("T")
    if letter == "WE":
        number, letter = (2 * number if number else None), "D"
    if number is None:
        return Reading(f"P{time}X{letter}", "DURATION", "", relative=False)
    number = (
        number + ("and a half" in match[0].removeprefix(parts.get("n") or "") and number == 1) / 2
    ) * many
    if number % 1 and letter in "HY":
        finer, scale = {"H": ("M", 60), "Y": ("M", 12)}[letter]
        whole = f"{int(number)}{letter}" if number >= 1 else ""
        value = f"P{time}{whole}{round(number % 1 * scale)}{finer}"
        return Reading(value, "DURATION", "", relative=False)
    return Reading(f"P{time}{number:g}{letter}", "DURATION", "", relative=False)


def some(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "weeks" of an unknown number: "weeks later", "months-long", "years of war"."""
    letter, _ = unit_of(match["unit"])
    time = "T" if letter[0] == "T" else ""
    letter = "D" if letter == "WE" else letter.removeprefix("T")
    return Reading(f"P{time}X{letter}", "DURATION", "", relative=False)


def each(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a set: "daily", "every month", "each year", "a day" after a rate."""
    words = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W"}
    words |= {"monthly": "P1M", "quarterly": "P3M", "hourly": "PT1H", "bimonthly": "P2M"}
    words |= {"yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "biweekly": "P2W"}
    parts = match.groupdict()
    if often := parts.get("often"):
        return Reading(words[often], "SET", "", relative=False)
    letter, many = unit_of(parts["unit"])
    number = (number_of(parts["n"]) if parts.get("n") else None) or 1
    time = "T" if letter[0] == "T" else ""
    value = f"P{time}{number * many:g}{letter.removeprefix('T')}"
    return Reading(value, "SET", "", relative=False)


def rate(match: re.Match[str], context: Context) -> Reading | None:
    """Read "a month" as a set where a noun, "once" or "twice" stands before it."""
    if match[0].startswith("a") and _NO_RATE.search(
        context.text, max(0, match.start() - 16), match.start()
    ):
        return None
    return each(match, context)


def present(_match: re.Match[str], _context: Context) -> Reading:
    """Read "now": the present, which no calendar shows."""
    return Reading("PRESENT_REF", "DATE", "", relative=False)


def past(_match: re.Match[str], _context: Context) -> Reading:
    """Read "recently": some past."""
    return Reading("PAST_REF", "DATE", "", relative=False)


def future(_match: re.Match[str], _context: Context) -> Reading:
    """Read "soon": some future."""
    return Reading("FUTURE_REF", "DATE", "", relative=False)


def recent(match: re.Match[str], context: Context) -> Reading | None:
    """Read "recent weeks" and "the coming months": no end is known, but publication is one."""
    letter, _ = unit_of(match["unit"])
    time = "T" if letter[0] == "T" else ""
    here = context.published.isoformat()
    edtf = f"{here}/.." if turn_of(match["which"]) > 0 else f"../{here}"
    return Reading(f"P{time}X{letter.removeprefix('T')}", "DURATION", edtf)
