"""Read weeks, months, quarters, years and seasons told by their place, durations and sets."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from .pattern import Reading
from .read_dates import full_year, narrowed
from .reckon import edtf_of, one_of, season_start, shift, shift_months, span_of, value_at
from .words import MULTIPLES, SEASONS, UNITS, number_of, ordinal_of

if TYPE_CHECKING:
    from datetime import date

    from .context import Context

_BACK = frozenset({"last", "past", "previous", "preceding"})
_AHEAD = frozenset({"next", "coming", "following", "upcoming"})


# What stands before "a month" where it is a length: nothing, a point, a preposition, a verb.
_NO_RATE = re.compile(
    r"(?:^|[^\w\s']|\b(?:for|in|of|than|after|within|over|about|most|nearly|takes?|took|last|lasts"
    r"|lasted|spent|spends?|only|just|and|with|during|half|quite|until|is|was|be|been|around|at|by"
    r"|to|as|before|under|barely|up|or|enough|what|but|that|such|has|had|have|on|from|the|less"
    r"|wait(?:ed)?|into|through|almost|roughly|approximately|is|are|were|not|hardly|even|once in"
    r"|every|make|made|said|him|her|them|us|you|it))\s*$"
)


def turn_of(which: str) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    words = set(which.split())
    return 1 if words & _AHEAD else -1 if words & _BACK else 0


def unit_of(words: str) -> tuple[str, int]:
    """Return the TIMEX3 letter of a unit, and how many of it one stands for (a decade: 10 Y)."""
    word = words.rsplit(maxsplit=1)[-1]
    word = word if word in UNITS else word.removesuffix("s")
    return UNITS[word], MULTIPLES.get(word, 1)


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
        return Reading(f"{full_year(year, context)}-{code}", relative=False)
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
        return Reading(_year_beside(context.period, -1 if back else 1), aside=True)
    fine = "M" if letter == "Y" and number % 1 else letter
    steps = int((-1 if back else 1) * number * many * (12 if fine != letter else 1))
    here = context.published if turn in ("ago", "from now", "back") else context.day
    day = shift(here, steps, fine)
    value = value_at(day, fine if fine != "WE" else "W")
    return Reading(value, aside=fine in ("Y", "Q"))


def _year_beside(value: str, turn: int) -> str:
    """Return the same quarter, half or year in the year before (-1) or after (1)."""
    return f"{int(value[:4]) + turn:04}{value[4:]}"


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


def length(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a bare duration: "three weeks", "a month or two", "seven-day"."""
    parts = match.groupdict()
    letter, many = unit_of(parts["unit"])
    number = number_of(parts["n"]) if parts.get("n") else None if "n" in parts else 1.0
    if parts["unit"] == "second" and parts.get("n") != "one":
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
        return full_year(year, context)
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
    return Reading(_year_beside(base, -1) if back else base, aside=back)


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
    since = context.text[: match.start()].endswith(("since ", "last ", "from "))
    return Reading(f"{context.published.year - since}-12-31")


def fiscal(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the current fiscal year": the year of publication, in whatever months."""
    turn = turn_of(match.groupdict().get("which") or "")
    value = f"{context.published.year + turn}"
    return Reading(value, "DATE", edtf_of(value))
