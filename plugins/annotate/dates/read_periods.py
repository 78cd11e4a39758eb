"""Read weeks, months, quarters, years and seasons told by their place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .edges import narrowed
from .pattern import Reading
from .reckon import (
    edtf_of,
    full_year,
    one_of,
    season_start,
    shift,
    shift_months,
    span_of,
    value_at,
    year_beside,
)
from .words import SEASONS, ordinal_of, turn_of, unit_of

if TYPE_CHECKING:
    from .context import Context


def period(match: re.Match[str], context: Context) -> Reading | None:
    """Read "last week", "this month", "early next year", "the following year"."""
    parts = match.groupdict()
    which = (parts.get("which") or "").strip()
    letter, many = unit_of(parts["unit"])
    told = which.endswith(("following", "previous", "preceding")) or which.startswith("that")
    here = context.published
    if told:
        here = context.day
        if letter == "Y" and context.year:
            return Reading(f"{context.year + turn_of(which):04}")
    if many > 1:
        return _long_period(here, turn_of(which) * many, many)
    value = value_at(_moved(here, turn_of(which), letter, match, context), letter)
    return Reading(value, "DATE", _edge_of_period(value, parts, context))


def _moved(here: date, turn: int, letter: str, match: re.Match[str], context: Context) -> date:
    """Return a day in the period; a weekend with no "last" or "next" goes by the tense."""
    if letter != "WE":
        return shift(here, turn, letter)
    saturday = here.isoweekday() >= 6  # noqa: PLR2004 - Saturday or Sunday
    if turn:
        return shift(here, turn if turn < 0 or saturday else 0, "W")
    ahead = context.direction(match.start(), match.end()) > 0
    return here if saturday or ahead else shift(here, -1, "W")


def _long_period(here: date, years: int, many: int) -> Reading:
    """Return the decade or century that holds the day so many years on."""
    year = here.year + years
    return Reading(f"{year // 10:03}X" if many == 10 else f"{year // 100:02}XX")  # noqa: PLR2004


def _edge_of_period(value: str, parts: dict[str, str | None], context: Context) -> str | None:
    """Return the EDTF of "early", "late", "later" and "earlier" in a period."""
    span = span_of(value)
    edge = parts.get("edge") or parts.get("border")
    if not span or not edge:
        return None
    unit = "M" if len(value) == len("2016") else "D"
    if edge == "later" and span[0] <= context.published <= span[1]:
        after = context.published + timedelta(days=1) if unit == "D" else context.published
        return one_of(min(after, span[1]), span[1], unit)
    if edge == "earlier" and span[0] <= context.published <= span[1]:
        return one_of(span[0], context.published, unit)
    return None if edge in ("later", "earlier") else narrowed(span, edge)


def season(match: re.Match[str], context: Context) -> Reading | None:
    """Read "last fall", "this summer", "the winter of 1998"."""
    parts = match.groupdict()
    code = SEASONS[parts["season"]]
    if year := parts.get("year"):
        return Reading(f"{full_year(year, context.published)}-{code}", relative=False)
    if word := parts.get("yearword"):
        return Reading(f"{context.published.year + turn_of(word)}-{code}")
    which, here = (parts.get("which") or "").strip(), context.published
    start = season_start(here, code)
    running = (here - start).days < 92  # noqa: PLR2004 - a season's longest length
    ahead = turn_of(which) > 0 or (
        turn_of(which) == 0 and context.direction(match.start(), match.end()) > 0
    )
    if turn_of(which) < 0 and running and "past" not in which:
        start = shift_months(start, -12)
    elif ahead and not running:
        start = shift_months(start, 12)
    return Reading(f"{start.year}-{code}", unknown=f"XXXX-{code}")


def quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the third quarter", "this year's first half", "the 1988 quarter".

    Without a year it is the last that had begun by publication, or the next if the tense is so.
    """
    parts = match.groupdict()
    number = ordinal_of(parts["ordinal"]) if parts.get("ordinal") else None
    letter, per_year = ("H", 2) if parts["unit"] == "half" else ("Q", 4)
    if number and number > per_year:
        return None
    year = _year_of_quarter(parts, context)
    if number is None:
        return _same_quarter(year, context)
    if year is None:
        year = context.published.year
        begun = span_of(f"{year}-{letter}{number}")
        late = begun is not None and begun[0] > context.published
        if late and context.direction(match.start(), match.end()) <= 0:
            year -= 1
    known, aside = parts.get("year") or parts.get("year2"), parts.get("beside") or parts.get("year")
    return Reading(f"{year}-{letter}{number}", relative=not known, aside=bool(aside))


def _year_of_quarter(parts: dict[str, str | None], context: Context) -> int | None:
    """Return the year that stands with a quarter, in figures or in words."""
    if year := parts.get("year") or parts.get("year2"):
        return full_year(year, context.published)
    if word := parts.get("yearword") or parts.get("yearword2"):
        return context.published.year + turn_of(word)
    if parts.get("beside"):
        base = int(context.period[:4]) if context.period else context.published.year
        return base - 1
    return None


def _same_quarter(year: int | None, context: Context) -> Reading | None:
    """Return the quarter spoken of last, put into a year."""
    told = context.period if "Q" in context.period else ""
    if not told:
        return Reading(f"{year}-QX", "DATE", f"{year}", aside=True) if year else None
    return Reading(told if year is None else f"{year}{told[4:]}", aside=True)


def told_period(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the latest period", "the quarter", "year-earlier" from the span spoken of last."""
    parts = match.groupdict()
    back = bool(parts.get("beside") or parts.get("beside2"))
    base = context.period
    if not base:
        now = value_at(shift_months(context.published, -3), "Q")
        base = now if parts.get("unit") == "quarter" else value_at(context.published, "Y")
    if parts.get("which") == "current":
        base = value_at(context.published, "Q")
    return Reading(year_beside(base, -1) if back else base, aside=back)


def that_period(match: re.Match[str], context: Context) -> Reading | None:
    """Read "that year", "that month" from the narrative."""
    letter, many = unit_of(match["unit"])
    if many > 1:
        return None
    if letter == "Y" and context.year:
        return Reading(f"{context.year:04}")
    return Reading(value_at(context.day, letter))


def year_end(match: re.Match[str], context: Context) -> Reading | None:
    """Read "year-end": the last day of the year, of the year before after "since"."""
    since = context.text.endswith(("since ", "last ", "from "), 0, match.start())
    return Reading(f"{context.published.year - since}-12-31")


def fiscal(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the current fiscal year": the year of publication, in whatever months."""
    turn = turn_of(match.groupdict().get("which") or "")
    value = f"{context.published.year + turn}"
    return Reading(value, "DATE", edtf_of(value))
