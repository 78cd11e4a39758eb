"""Read weekdays, days told by their neighbours, and parts of days."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .pattern import Reading
from .reckon import shift
from .words import PARTS, WEEKDAYS, number_of, ordinal_of

if TYPE_CHECKING:
    from .context import Context


_NOT_A_DAY = re.compile(r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Night Live|Sun)\b")

_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;\"“”'‘(\n-]\s*|\b(?:At|By|Before|Until)\s+)$")
_UNTIL = re.compile(r"\w (?:until|till|as (?:soon|early) as) $|\w (?:by|next) $")

_AHEAD_OF = re.compile(r"\b(?:ahead of|before|for|at|in) $")

_MASTHEAD = re.compile(r"\b[A-Z]\w* (?:Today|TODAY)$")

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
    if context.text.endswith("news ", 0, match.start()):
        return None
    number, which = WEEKDAYS[match["weekday"].rstrip(".")], (parts.get("which") or "").strip()
    day = _weekday_near(number, which, match, context)
    return on(day, parts.get("part"), unknown=f"XXXX-WXX-{number}")


def day_beside(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the day after Friday"."""
    found = weekday(match, context)
    if not found:
        return None
    turn = 1 if match["beside"] == "after" else -1
    return on(shift(date.fromisoformat(found.value), turn, "D"), None)


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
    value = f"XXXX-WXX-{WEEKDAYS[match['weekday']]}{code}"
    return Reading(value, "SET", "", relative=False)


def near_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read yesterday, today, tomorrow, and the days before and after those."""
    if _TITLE.match(context.written, match.end()) or _MASTHEAD.search(
        context.written, max(0, match.start() - 24), match.end()
    ):
        return None
    turn = {"yesterday": -1, "tomorrow": 1}.get(match["near"], 0)
    turn += {"before": -1, "after": 1}.get(match.groupdict().get("beyond") or "", 0)
    return on(shift(context.published, turn, "D"), match.groupdict().get("part"))


def part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "this morning" and "last night" from publication, "that night" from the narrative."""
    which = (match.groupdict().get("which") or "").strip()
    part = match["part"]
    if context.capital(match.start("part")) and not _SENTENCE_STARTS.search(
        context.written, max(0, match.start() - 12), match.start()
    ):
        return None
    if which in ("last", "the previous"):
        return on(shift(context.published, -1, "D"), part)
    if which in ("the next", "the following"):
        return on(shift(context.day, 1, "D"), part)
    here = context.published if which.startswith(("this", "to")) else context.day
    return on(here, part)


def overnight(_match: re.Match[str], context: Context) -> Reading | None:
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


def nth_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the third straight day": a span of so many days that ends on the day spoken of."""
    number, unit = ordinal_of(match["ordinal"]), match.groupdict().get("unit") or "day"
    if not number:
        return None
    letter = "D" if unit == "night" else unit[0].upper()
    if letter != "D":
        return Reading(f"P{number}{letter}", "DURATION", "")
    start = shift(context.day, 1 - number, "D")
    ends = dict.fromkeys((start.isoformat(), context.day.isoformat()))
    return Reading(f"P{number}D", "DURATION", "/".join(ends))


def nth_day_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read "day 10" of something and "the fourth day" of it; the first day is no span."""
    return nth_day(match, context) if ordinal_of(match["ordinal"]) != 1 else None


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
