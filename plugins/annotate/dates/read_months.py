"""Read dates with a month, and fill in the year that they leave out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .edges import part_of_span
from .pattern import Reading
from .reckon import day_of, edtf_of, full_year, value_at
from .words import MONTHS

if TYPE_CHECKING:
    from .context import Context


# How much heavier a day or month counts that lies ahead after a past tense, behind after a future
# one (which says "said it would" of much that is over), and ahead where there is no verb.
_AHEAD_OF_PAST, _BEHIND_FUTURE, _AHEAD_OF_NOTHING = 6, 2, 3

_SHORT_WITHOUT_POINT = frozenset(name[:3] for name in MONTHS) - {"may"}
_NAMES = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})

_BEFORE_A_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|last|this|next|early|late|mid|through|during|to|for"
    r"|before|after|between|around|about|on|and|or|each|every|as of|past|previous|ended|ending"
    r"|end|than)|[-–(,])\s*$"
)

# Before a month that is followed by a capital, as in "in April Mr Smith said".
_SURELY_A_MONTH = re.compile(r"\b(?:in|since|until|during|last|this|next|late|early|mid)[ -]+$")
_BEFORE_A_NOUN = re.compile(r"(?:\b(?:an?|the|his|her|its|their|this|that)|'s) $")
_ON_A_MARCH = re.compile(r" (?:for|on|of|in|to|through|against|past|is|was|will)\b|[^ ]|$")


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
    edtf = edtf_of(value) if day else part_of_span(value, parts)
    known = parts.get("year") is not None
    return Reading(value, "DATE", edtf, not known, f"XXXX{value[4:]}")


def _is_a_name(match: re.Match[str], context: Context) -> bool:
    """Tell a bare month from a word or a name ("May said", "Jan Egeland", "the March for")."""
    if match.groupdict().get("day") or match.groupdict().get("year"):
        return False
    word = match["month"]
    if word in _SHORT_WITHOUT_POINT:
        return True
    before = context.text[max(0, match.start() - 14) : match.start()]
    after = context.written[match.end() : match.end() + 2]
    if after[:1] == " " and after[1:].isupper() and not _SURELY_A_MONTH.search(before):
        return match.start() == match.start("month")
    if word not in _NAMES and not word.endswith("."):
        return False
    if _BEFORE_A_NOUN.search(before):
        return bool(_ON_A_MARCH.match(context.text, match.end()))
    return not _BEFORE_A_MONTH.search(before) and match.start() == match.start("month")


def _year_named(parts: dict[str, str | None], context: Context) -> int | None:
    """Return the year that the words name, in figures or as "last year"."""
    if year := parts.get("year"):
        return full_year(year, context.published)
    if word := parts.get("yearword"):
        turn = {"last": -1, "next": 1, "this": 0, "the previous": -1}[word]
        return context.published.year + turn
    return None


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
        weight = (_AHEAD_OF_NOTHING, _BEHIND_FUTURE, _AHEAD_OF_PAST)[direction]
        return abs(away) * (weight if against else 1), choice

    return min(choices, key=distance).year


def month_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read days of one month with a dash or "to" between them, as an interval."""
    first = month_date(match, context)
    last_day = int(match["day2"])
    if not first or last_day <= int(match["day"]):
        return None
    last = f"{first.value[:8]}{last_day:02}"
    if not day_of(last):
        return None
    value = f"{first.value}/{last}"
    return Reading(value, "DATE", value, first.relative, f"XXXX{first.value[4:]}/XXXX{last[4:]}")


def two_days(match: re.Match[str], context: Context) -> Reading | None:
    """Read "October 8 and 11" as a set of two days; TIMEX3 has a value for the first only."""
    first = month_date(match, context)
    last = day_of(f"{first.value[:8]}{int(match['day2']):02}") if first else None
    if not first or not last or int(match["day2"]) <= int(match["day"]):
        return None
    edtf = f"{{{first.value},{last.isoformat()}}}"
    return Reading(first.value, "DATE", edtf, first.relative, first.unknown)


def week_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the week of March 6" as the week that holds the day."""
    day = month_date(match, context)
    found = day_of(day.value) if day else None
    return Reading(value_at(found, "W"), relative=day.relative) if day and found else None
