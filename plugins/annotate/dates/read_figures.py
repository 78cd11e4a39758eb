"""Read dates in figures, years, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .edges import part_of_span
from .pattern import Reading
from .reckon import day_of, full_year, span_of
from .words import MONTHS, number_of, ordinal_of

if TYPE_CHECKING:
    from .context import Context


_NUMBERED = re.compile(
    r"\b(?:page|room|flight|resolution|number|no\.|route|highway|channel|unit|article)\s+$"
)

_COUNTED = re.compile(
    r"[ -](?:(?:people|men|women|children|civilians|troops|soldiers|fighters|rebels|police"
    r"|refugees|families|homes|houses|jobs|workers|employees|members|students|miles|kilomet|metre"
    r"|meter|feet|tons|tonnes|dollars|euros|pounds|points|shares|votes|votes|seats|barrels|acres"
    r"|square|mph|km|kg|dead|wounded|injured|others|copies|cases|words|times|or so|units|pages"
    r"|megawatts|megahertz|pixels|calories)\b|[a-z]+-(?:strong|seat))"
)

_OLD, _OLD_YEAR_MAY_FOLLOW = 1700, re.compile(r"\b(?:in|since|from|until|of|by)\s+$")
_YEAR_MAY_FOLLOW = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|early|late|mid|through|during|to|for|before|after"
    r"|between|around|about|circa|and|or|the|fiscal|year|than|spring|summer|fall|autumn|winter"
    r"|his|her|its|their|our|as of|due|into|throughout|on|at|as|with|that|a|over|ended|till"
    r"|late|back|'s)|[-–/(,:;]|^)\s*$"
)


def iso_date(match: re.Match[str], _context: Context) -> Reading | None:
    """Read 2016-11-28, with or without a time, and 2016-11."""
    day = match["iso"].replace("/", "-")
    if not span_of(day) if day.count("-") == 1 else not day_of(day):
        return None
    time = match.groupdict().get("time")
    return Reading(
        f"{day}T{time}" if time else day, "TIME" if time else "DATE", day, relative=False
    )


def figures(match: re.Match[str], context: Context) -> Reading | None:
    """Read 28/11/2016, 11/28/2016 and 28.11.16.

    Where both orders make a date, a dot means that the day stands first; else the one nearer to
    publication is the TIMEX3 value, and the EDTF says that it is one of the two.
    """
    first, second, year = int(match["a"]), int(match["b"]), full_year(match["y"], context.published)
    day_first = match["sep"] == "." or context.day_first
    orders = [(second, first)] if day_first else [(first, second), (second, first)]
    days = [day_of(f"{year:04}-{month:02}-{day:02}") for month, day in orders]
    known = sorted({day for day in days if day})
    if not known:
        return None
    best = min(known, key=lambda day: (abs((day - context.published).days), day))
    edtf = f"[{','.join(day.isoformat() for day in known)}]" if len(known) > 1 else None
    return Reading(best.isoformat(), "DATE", edtf, relative=False)


def nine_eleven(_match: re.Match[str], _context: Context) -> Reading:
    """Read 9/11, the one day that is called by its figures without a year."""
    return Reading("2001-09-11", relative=False)


def year_alone(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year, unless the figure counts something or is written as one ("2000 people")."""
    parts = match.groupdict()
    year = full_year(match["year"], context.published)
    before = context.text[max(0, match.start() - 14) : match.start()]
    if not parts.get("edge") and not parts.get("border"):
        led = _YEAR_MAY_FOLLOW.search(before) or context.text[match.end() :].startswith("'s")
        counted = _COUNTED.match(context.text, match.end()) or _NUMBERED.search(before)
        if counted or not (led or year % 100):
            return None
        if year < _OLD and not _OLD_YEAR_MAY_FOLLOW.search(before):
            return None
    value = f"{year:04}"
    return Reading(value, "DATE", part_of_span(value, parts), relative=False)


def year_spelled(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "nineteen ninety-six", as in transcripts."""
    hundreds, rest = number_of(match["hundreds"]), number_of(match["rest"])
    if hundreds is None or rest is None:
        return None
    value = f"{int(hundreds * 100 + rest):04}"
    parts = match.groupdict()
    if month := parts.get("month"):
        value = f"{value}-{MONTHS[month.rstrip('.')]:02}"
    return Reading(value, "DATE", relative=False)


def year_range(match: re.Match[str], _context: Context) -> Reading | None:
    """Read 2011-2013 and 2011-13 as an interval of years."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if int(first) >= int(last) or int(last) - int(first) > 200:  # noqa: PLR2004 - no such span
        return None
    return Reading(f"{first}/{last}", "DATE", f"{first}/{last}", relative=False)


def decade(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the 1980s", "the early '90s", "the eighties": three digits and an X."""
    parts = match.groupdict()
    if word := parts.get("word"):
        tens = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6}
        tens |= {"seventies": 7, "eighties": 8, "nineties": 9}
        start = full_year(f"{tens[word]}0", context.published)
    else:
        start = full_year(match["decade"], context.published)
    if start % 100 == 0 and start < 2000:  # noqa: PLR2004 - "the 1700s" are a century
        return Reading(f"{start // 100:02}XX", "DATE", relative=False)
    value = f"{start // 10:03}X"
    edge = parts.get("edge")
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(edge or "", (0, 9))
    edtf = f"[{start + first}..{start + last}]" if edge else value
    return Reading(value, "DATE", edtf, relative=False)


def century(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "the 19th century": two digits and XX."""
    number = ordinal_of(match["ordinal"])
    if not number or number > 22:  # noqa: PLR2004 - no later one is spoken of
        return None
    return Reading(f"{number - 1:02}XX", "DATE", relative=False)


def fiscal_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read "fiscal 1989": which months it has, the words don't say."""
    return Reading(f"{full_year(match['year'], context.published)}", relative=False)


def short_period(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "Q3 2015" and "FY2015"."""
    if match["year"]:
        return Reading(match["year"], relative=False)
    return Reading(f"{match['year2']}-{match['quarter'].upper()}", relative=False)
