"""Read weekdays, days told by their neighbours, parts of days and times."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .pattern import Reading
from .read_dates import month_date, weekday_number
from .reckon import shift
from .words import PARTS, number_of, ordinal_of

if TYPE_CHECKING:
    from .context import Context

_NOT_A_DAY = re.compile(r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night Live|Sun)\b")
_AT_A_TIME = re.compile(r"\b(?:at|by|around|about|until|till|from|to|before|after|since|and) $")
_UNTIL = re.compile(r"\w (?:until|till|as (?:soon|early) as) $|\w (?:by|next) $")
_AHEAD_OF = re.compile(r"\b(?:ahead of|before|for|at|in) $")
_MASTHEAD = re.compile(r"\b[A-Z]{2,} (?:Today|Tomorrow|Yesterday)$")
_TITLE = re.compile(r"'s [A-Z]\w+(?: [A-Z]\w+)*(?: newsletter)?(?:$|\s*[\n|:])|'s [A-Z]\w+line")


def on(day: date, part: str | None, relative: bool = True, unknown: str = "") -> Reading:
    """Return the reading of a day, or of a part of it (a word of PARTS)."""
    value, code = day.isoformat(), f"T{PARTS[part]}" if part else ""
    unknown = unknown or "XXXX-XX-XX"
    return Reading(value + code, "TIME" if code else "DATE", value, relative, unknown + code)


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a weekday by its tense; the publication's own weekday is the same day.

    "Last" is strictly before publication and "next" strictly after it; "the previous" and "the
    following" count from the narrative (scrapinghub/dateparser issue 508 tells why "Monday" in
    a Monday's report must not be a week back).
    """
    parts = match.groupdict()
    if not context.capital(match.start("weekday")) or _NOT_A_DAY.match(
        context.written, match.end()
    ):
        return None
    number, which = weekday_number(match["weekday"]), (parts.get("which") or "").strip()
    day = _weekday_near(number, which, match, context)
    return on(day, parts.get("part"), unknown=f"XXXX-WXX-{number}")


def _weekday_near(number: int, which: str, match: re.Match[str], context: Context) -> date:
    """Return the day of this weekday that the words mean."""
    here = context.day if which in ("the previous", "the following") else context.published
    back = (here.isoweekday() - number) % 7
    if which in ("last", "the previous", "this past", "past"):
        return shift(here, -(back or 7), "D")
    ahead = (number - here.isoweekday()) % 7
    if which in ("next", "the following", "this coming"):
        return shift(here, ahead or 7, "D")
    if which == "this":
        return shift(here, ahead if back > 1 else -back, "D")
    return shift(here, ahead if _lies_ahead(match, context) else -back, "D")


def _lies_ahead(match: re.Match[str], context: Context) -> bool:
    """Tell whether a bare weekday is yet to come: by "until" and the tense; "Monday's" is past."""
    before = context.text[max(0, match.start() - 12) : match.start()]
    if _UNTIL.search(before):
        return True
    if context.text.startswith("'s", match.end()) and not _AHEAD_OF.search(before):
        return False
    return context.direction(match.start(), match.end()) > 0


def weekday_set(match: re.Match[str], context: Context) -> Reading | None:
    """Read "every Monday" and "Mondays" as a set."""
    if not context.capital(match.start("weekday")):
        return None
    part = match.groupdict().get("part")
    code = f"T{PARTS[part]}" if part else ""
    value = f"XXXX-WXX-{weekday_number(match['weekday'])}{code}"
    return Reading(value, "SET", "", relative=False)


def near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read yesterday, today, tomorrow, and the days before and after those."""
    if _TITLE.match(context.written, match.end()) or _MASTHEAD.search(
        context.written, max(0, match.start() - 12), match.end()
    ):
        return None
    turn = {"yesterday": -1, "tomorrow": 1}.get(match["near"], 0)
    turn += {"before": -1, "after": 1}.get(match.groupdict().get("beyond") or "", 0)
    return on(shift(context.published, turn, "D"), match.groupdict().get("part"))


def part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "this morning" and "last night" from publication, "that night" from the narrative."""
    which = (match.groupdict().get("which") or "").strip()
    part = match["part"]
    if which in ("last", "the previous"):
        return on(shift(context.published, -1, "D"), part)
    if which in ("the next", "the following"):
        return on(shift(context.day, 1, "D"), part)
    here = context.published if which.startswith("this") or which.startswith("to") else context.day
    return on(here, part)


def overnight(match: re.Match[str], context: Context) -> Reading | None:
    """Read "overnight": the night that ends on the day spoken of."""
    before = shift(context.day, -1, "D")
    edtf = f"{before.isoformat()}/{context.day.isoformat()}"
    return Reading(f"{before.isoformat()}TNI", "TIME", edtf, aside=True)


def told_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the next day", "a day earlier", "that same day" from the narrative."""
    parts = match.groupdict()
    turn = {"next": 1, "following": 1, "after": 1, "later": 1}.get(parts["turn"], 0)
    turn -= parts["turn"] in ("previous", "before", "earlier", "prior")
    return on(shift(context.day, turn, "D"), parts.get("part"))


def clock(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of day, on the day that stands with it or that the narrative stands at."""
    parts = match.groupdict()
    hour = int(parts["hour"] or parts["hour24"])
    minute = int(parts["minute"] or parts["minute24"] or 0)
    if not parts["half"] and not _AT_A_TIME.search(context.text, 0, match.start("clock")):
        if match.end() == match.end("clock"):
            return None
    if half := parts["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a clock's face
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return _at(f"T{hour:02}:{minute:02}", match, context)


def noon(match: re.Match[str], context: Context) -> Reading | None:
    """Read noon and midnight with their hour."""
    if context.text.endswith("high ", 0, match.start()):
        return None
    return _at({"noon": "T12:00", "midnight": "T24:00"}[match["hour"]], match, context)


def _at(time: str, match: re.Match[str], context: Context) -> Reading | None:
    """Put a time on its day."""
    parts = match.groupdict()
    if parts.get("weekday") or parts.get("month"):
        found = weekday(match, context) if parts.get("weekday") else month_date(match, context)
        day, unknown = (found.edtf, found.unknown[:10]) if found else (None, "")
    else:
        turn = {"yesterday": -1, "tomorrow": 1}.get(parts.get("near") or "", 0)
        here = context.published if parts.get("near") else context.day
        day, unknown = shift(here, turn, "D").isoformat(), "XXXX-XX-XX"
    return Reading(f"{day}{time}", "TIME", day, True, unknown + time) if day else None


def nth_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the third straight day": a span of so many days that ends on the day spoken of."""
    number = ordinal_of(match["ordinal"])
    if not number:
        return None
    unit = match["unit"]
    letter = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q"}[
        unit
    ]
    start = shift(context.day, -(number - 1), letter)
    first, last = (start, context.day)
    if letter == "D":
        edtf = f"{first.isoformat()}/{last.isoformat()}" if number > 1 else last.isoformat()
    else:
        edtf = ""
    return Reading(f"P{number}{letter}", "DURATION", edtf)


def days_into(match: re.Match[str], context: Context) -> Reading | None:
    """Read "13 days into": it began about so many days before the day spoken of."""
    number = number_of(match["n"])
    unit = match["unit"].rstrip("s")
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(unit)
    if not number or not letter:
        return None
    start = shift(context.day, -int(number), letter)
    edtf = f"{start.isoformat()[: {'Y': 4, 'M': 7}.get(letter, 10)]}~/{context.day.isoformat()}"
    return Reading(f"P{int(number)}{letter}", "DURATION", edtf)


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
        "christmas": (12, 25), "christmaseve": (12, 24), "newyear": (1, 1), "mayday": (5, 1),
        "newyearseve": (12, 31), "newyears": (1, 1), "halloween": (10, 31), "july4": (7, 4),
        "valentines": (2, 14), "valentine": (2, 14), "independence": (7, 4), "boxing": (12, 26),
        "veterans": (11, 11), "fourthofjuly": (7, 4),
    }
    nth = {"thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "martinlutherking": (1, 1, 3)}
    if name in fixed:
        return date(year, *fixed[name])
    if name in nth:
        month, number, count = nth[name]
        first = date(year, month, 1)
        return first + timedelta(days=(number - first.isoweekday()) % 7 + 7 * (count - 1))
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
