"""Read dates with a month, a year or figures, and fill in what they leave out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .pattern import Reading
from .reckon import edtf_of, one_of, shift_months, span_of, value_at
from .words import MONTHS, WEEKDAYS, number_of, ordinal_of

if TYPE_CHECKING:
    from .context import Context

_AGAINST_THE_TENSE, _WITHOUT_TENSE = 6, 3
_NAMES = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
_BEFORE_A_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|last|this|next|early|late|mid|through|during|to|for"
    r"|before|after|between|around|about|on|and|or|each|every|as of|past|previous|ended|ending"
    r"|end|than)|[-–(,])\s*$"
)
_ON_A_MARCH = re.compile(r" (?:for|on|of|in|to|through|against|past|is|was|will)\b|[^ ]|$")
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
_YEAR_MAY_FOLLOW = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|early|late|mid|through|during|to|for|before|after"
    r"|between|around|about|circa|and|or|the|fiscal|year|than|spring|summer|fall|autumn|winter"
    r"|his|her|its|their|our|as of|due|into|throughout|on|at|as|with|that|a|over|ended|till"
    r"|late|back|'s)|[-–/(,:;]|^)\s*$"
)


def month_date(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day or a month; a missing year is the one that brings it nearest to publication."""
    parts = match.groupdict()
    if not context.capital(match.start("month")) or _is_a_name(match, context):
        return None
    month = MONTHS[parts["month"].rstrip(".")]
    day = int(parts["day"]) if parts.get("day") else None
    year = _year_named(parts, context)
    try:
        found = date(year or _year_near(month, day, match, context), month, day or 1)
    except ValueError:
        return None
    value = found.isoformat() if day else found.isoformat()[:7]
    edtf = edtf_of(value) if day else _part_of_span(value, parts)
    known = parts.get("year") is not None
    return Reading(value, "DATE", edtf, not known, f"XXXX{value[4:]}")


def _is_a_name(match: re.Match[str], context: Context) -> bool:
    """Tell a bare month from a word or a name ("May said", "Jan Egeland", "the March")."""
    if match.groupdict().get("day") or match.groupdict().get("year"):
        return False
    word = match["month"]
    before = context.text[max(0, match.start() - 14) : match.start()]
    after = context.written[match.end() : match.end() + 2]
    led = bool(_BEFORE_A_MONTH.search(before)) or match.start() < match.start("month")
    if word in ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"):
        return True
    if word.rstrip(".") in _NAMES or word.endswith("."):
        if word == "march" and before.endswith(("the ", "'s ")):
            return bool(_ON_A_MARCH.match(context.text, match.end()))
        return not led
    return after[:1] == " " and after[1:].isupper() and not led


def _year_named(parts: dict[str, str | None], context: Context) -> int | None:
    """Return the year that the words name, in figures or as "last year"."""
    if year := parts.get("year"):
        return full_year(year, context)
    if word := parts.get("yearword"):
        turn = {"last": -1, "next": 1, "this": 0, "the previous": -1}[word]
        return context.published.year + turn
    return None


def full_year(digits: str, context: Context) -> int:
    """Return the year of two or four digits; two are of the century that makes them nearest."""
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) > len("00"):
        return number
    centuries = (number + century for century in range(1800, 2200, 100))
    return min(centuries, key=lambda year: (abs(year - context.published.year - 10 + 20), year))


def _year_near(month: int, day: int | None, match: re.Match[str], context: Context) -> int:
    """Choose the year for a month or day: the nearest, with tense and "last" or "next" weighed."""
    published, which = context.published, match.groupdict().get("which") or ""
    here = published if day else published.replace(day=1)
    choices = [date(year, month, min(day or 1, 28)) for year in range(here.year - 2, here.year + 3)]
    if which.endswith(("last", "past", "previous")):
        return max(choice for choice in choices if choice < here).year
    if which.endswith(("next", "coming")):
        return min(choice for choice in choices if choice > here).year
    if which == "this":
        return here.year
    direction = context.direction(match.start(), match.end())

    def distance(choice: date) -> tuple[int, date]:
        away = (choice - here).days
        against = away < 0 if direction > 0 else away > 0
        weight = _AGAINST_THE_TENSE if direction else _WITHOUT_TENSE
        return abs(away) * (weight if against else 1), choice

    return min(choices, key=distance).year


def _part_of_span(value: str, parts: dict[str, str | None]) -> str:
    """Return the EDTF of a month or year, narrowed by "early", "mid" or "the end of"."""
    edge = parts.get("edge") or parts.get("border")
    span = span_of(value)
    if not edge or not span:
        return edtf_of(value)
    return narrowed(span, edge)


def narrowed(span: tuple[date, date], edge: str) -> str:
    """Return the EDTF of the early, middle or late third of a span, as one of its days or months.

    A month's thirds end on the 10th and the 20th, a year's with April and August.
    """
    third = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(edge, 2)
    first, last = span
    days = (last - first).days + 1
    if days > 300:  # noqa: PLR2004 - a year
        start = shift_months(first, 4 * third)
        return one_of(start, shift_months(start, 4) - timedelta(days=1), "M")
    step = 10 if days > 27 else days // 3  # noqa: PLR2004 - a month
    start = first + timedelta(days=third * step)
    return one_of(start, last if third == 2 else start + timedelta(days=step - 1))  # noqa: PLR2004


def month_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read days of one month with a dash or "to" between them, as an interval."""
    first = month_date(match, context)
    last_day = int(match["day2"])
    if not first or last_day <= int(match["day"]):
        return None
    last = f"{first.value[:8]}{last_day:02}"
    if not span_of_day(last):
        return None
    value = f"{first.value}/{last}"
    return Reading(value, "DATE", value, first.relative, f"XXXX{first.value[4:]}/XXXX{last[4:]}")


def two_days(match: re.Match[str], context: Context) -> Reading | None:
    """Read "October 8 and 11" as a set of two days; TIMEX3 has a value for the first only."""
    first = month_date(match, context)
    last = span_of_day(f"{first.value[:8]}{int(match['day2']):02}") if first else None
    if not first or not last or int(match["day2"]) <= int(match["day"]):
        return None
    edtf = f"{{{first.value},{last.isoformat()}}}"
    return Reading(first.value, "DATE", edtf, first.relative, first.unknown)


def week_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the week of March 6" as the week that holds the day."""
    day = month_date(match, context)
    found = span_of_day(day.value) if day else None
    return Reading(value_at(found, "W"), relative=day.relative) if day and found else None


def span_of_day(text: str) -> date | None:
    """Return the day that an ISO date names, None where there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def iso_date(match: re.Match[str], _context: Context) -> Reading | None:
    """Read 2016-11-28, with or without a time, and 2016-11."""
    day = match["iso"].replace("/", "-")
    if not span_of(day) if day.count("-") == 1 else not span_of_day(day):
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
    first, second, year = int(match["a"]), int(match["b"]), full_year(match["y"], context)
    day_first = match["sep"] == "." or context.day_first
    orders = [(second, first)] if day_first else [(first, second), (second, first)]
    days = [span_of_day(f"{year:04}-{month:02}-{day:02}") for month, day in orders]
    known = sorted({day for day in days if day})
    if not known:
        return None
    best = min(known, key=lambda day: (abs((day - context.published).days), day))
    edtf = f"[{','.join(day.isoformat() for day in known)}]" if len(known) > 1 else None
    return Reading(best.isoformat(), "DATE", edtf, relative=False)


def year_alone(match: re.Match[str], context: Context) -> Reading | None:
    """Read a year, unless the figure counts something or is written as one ("2000 people")."""
    parts = match.groupdict()
    year = full_year(match["year"], context)
    before = context.text[max(0, match.start() - 14) : match.start()]
    if not parts.get("edge") and not parts.get("border"):
        led = _YEAR_MAY_FOLLOW.search(before) or context.text[match.end() :].startswith("'s")
        counted = _COUNTED.match(context.text, match.end()) or _NUMBERED.search(before)
        if counted or not (led or year % 100):
            return None
        if year < 1700 and not re.search(r"\b(?:in|since|from|until|of|by)\s+$", before):  # noqa: PLR2004
            return None
    value = f"{year:04}"
    return Reading(value, "DATE", _part_of_span(value, parts), relative=False)


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
        start = full_year(f"{tens[word]}0", context)
    else:
        start = full_year(match["decade"], context)
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
    return Reading(f"{full_year(match['year'], context)}", relative=False)


def short_period(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "Q3 2015" and "FY2015"."""
    if match["year"]:
        return Reading(match["year"], relative=False)
    return Reading(f"{match['year2']}-{match['quarter'].upper()}", relative=False)


def weekday_number(name: str) -> int:
    """Return 1 for Monday to 7 for Sunday, short forms too."""
    return WEEKDAYS[name.rstrip(".")]
