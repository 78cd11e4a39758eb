"""Read EDTF dates: whether one is valid, the days it can mean, how sure it is.

Levels 0 to 2 of the Library of Congress profile (https://www.loc.gov/standards/datetime/), with
one liberty: a date-time may stop at the minutes (`2016-11-28T06:00`). The rules are ours because
the edtf library 5.0.2 raises on `../2016-12-12` and on the days of `2016-11-2X`, widens
`2016-11-13~` by thirteen months, and needs up to 20 ms a date; it judges the long years
(`Y170000002`, `Y17E7`, `1950S2`), which no calendar of ours reaches.

A qualifier (`?`, `~`, `%`) says how sure a date is, not how wide: it never moves the bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Bounds = tuple[date | None, date | None]

_Q = "[?~%]?"
_DATE = re.compile(
    rf"{_Q}(?P<year>-?[0-9X]{{4}}){_Q}"
    rf"(?:-{_Q}(?P<month>[0-9X]{{2}}){_Q}(?:-{_Q}(?P<day>[0-9X]{{2}}){_Q})?)?"
)
_DAY = re.compile("-?[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_LONG_YEAR = re.compile(r"Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?|-?[0-9]{4}S[0-9]+")
_QUALIFIERS = str.maketrans("", "", "?~%")

# First month and length in months of the season codes. Seasons without a hemisphere are read as
# northern, by whole months as meteorologists do; winter ends in the next year.
_SEASONS = {
    **dict(zip((21, 22, 23, 24), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((25, 26, 27, 28), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((29, 30, 31, 32), ((9, 3), (12, 3), (3, 3), (6, 3)), strict=True)),
    **dict(zip((33, 34, 35, 36), ((1, 3), (4, 3), (7, 3), (10, 3)), strict=True)),
    **dict(zip((37, 38, 39), ((1, 4), (5, 4), (9, 4)), strict=True)),
    **dict(zip((40, 41), ((1, 6), (7, 6)), strict=True)),
}


@lru_cache(maxsize=65536)
def is_valid(text: str) -> bool:
    """Tell whether this is an EDTF date, interval or set that begins no later than it ends."""
    return _read(text) is not None


@lru_cache(maxsize=65536)
def bounds(text: str) -> Bounds:
    """Return the earliest and the latest day that the date can mean.

    None stands for an open or unknown end, for a year that `datetime.date` can't hold (before 1
    or after 9999), and at both ends for text that is no EDTF.
    """
    return _read(text) or (None, None)


def is_uncertain(text: str) -> bool:
    """Tell whether any part of the date is marked as uncertain (`?` or `%`)."""
    return "?" in text or "%" in text


def is_approximate(text: str) -> bool:
    """Tell whether any part of the date is marked as approximate (`~` or `%`)."""
    return "~" in text or "%" in text


def sort_key(text: str) -> tuple[date, date, str]:
    """Return the earliest day, the latest day and the text: the order of every list of dates.

    A date that is open at its start stands where it ends; what has no day at all comes last.
    """
    earliest, latest = bounds(text)
    return (earliest or latest or date.max, latest or date.max, text)


@lru_cache(maxsize=65536)
def doubtful(text: str) -> str:
    """Return the date marked as uncertain, for where what it was reckoned from is uncertain.

    `~` becomes `%` (uncertain and approximate); in intervals and sets every date is marked; a
    date-time loses its time, since EDTF has no uncertain ones. Long years and the runs of a set
    (`[2016-08-21..2016-08-31]`) stay as they are: the standard's grammar has no marks there.
    """
    if text[:1] in ("[", "{"):
        members = (member.strip() for member in text[1:-1].split(","))
        marked = (member if ".." in member else doubtful(member) for member in members)
        return text[0] + ",".join(marked) + text[-1]
    if "/" in text:
        return "/".join(doubtful(end) for end in text.split("/"))
    if text in ("", "..") or _LONG_YEAR.fullmatch(text):
        return text
    plain = text.partition("T")[0].translate(_QUALIFIERS)
    return plain + ("%" if is_approximate(text) else "?")


def _read(text: str) -> Bounds | None:
    """Return the bounds, or None where the text is no EDTF."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _read_set(text[1:-1])
    if "/" in text:
        first, _, last = text.partition("/")
        return _read_span(first, last, ends=("", ".."))
    return _read_date(text)


def _read_span(first: str, last: str, ends: tuple[str, ...]) -> Bounds | None:
    """Return the bounds of an interval or a run in a set, whose end may be one of `ends`."""
    if first in ends and last in ends:
        return None
    start = (None, None) if first in ends else _read_date(first)
    end = (None, None) if last in ends else _read_date(last)
    if start is None or end is None:
        return None
    earliest, latest = start[0], end[1]
    backwards = earliest is not None and latest is not None and earliest > latest
    return None if backwards else (earliest, latest)


def _read_set(inside: str) -> Bounds | None:
    """Return the bounds of a set: its first day and its last; open where a run of it is open."""
    found = []
    for member in inside.replace(" ", "").split(","):
        first, run, last = member.partition("..")
        read = _read_span(first, last, ends=("",)) if run else _read_date(member)
        if read is None:
            return None
        found.append(read)
    starts, ends = [low for low, _ in found], [high for _, high in found]
    return (
        None if None in starts else min(day for day in starts if day),
        None if None in ends else max(day for day in ends if day),
    )


def _read_date(text: str) -> Bounds | None:
    """Return the bounds of a single date, season, date-time or long year."""
    if _LONG_YEAR.fullmatch(text):
        return (None, None) if _library_accepts(text) else None
    found = _DATE.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    if rest and not (
        _TIME.fullmatch(rest) and re.fullmatch("-?[0-9]{4}-[0-9]{2}-[0-9]{2}", found[0])
    ):
        return None
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if month.isdigit() and int(month) in _SEASONS:
        return None if found["day"] else _season(year, int(month))
    low, high = next(_days(year, month, day, 1), None), next(_days(year, month, day, -1), None)
    if year.startswith("-") or year == "0000":
        stand_in = next(_days("2000" if year == "0000" else "XXXX", month, day, 1), None)
        return (None, None) if stand_in else None
    return (low, high) if low else None


def _season(year: str, code: int) -> Bounds | None:
    """Return the first and the last day of a season, quarter or half of a year."""
    if not year.isdigit() or not 0 < int(year) < date.max.year:
        return None if "X" in year else (None, None)
    month, length = _SEASONS[code]
    more_years, after = divmod(month - 1 + length, 12)
    end = date(int(year) + more_years, after + 1, 1) - timedelta(days=1)
    return date(int(year), month, 1), end


def _days(year: str, month: str, day: str, step: int) -> Iterator[date]:
    """Yield the days that fit the masks (`X`: any digit), from the first (1) or the last (-1)."""
    for each_year in _numbers(year, 1, date.max.year, step):
        for each_month in _numbers(month, 1, 12, step):
            last = monthrange(each_year, each_month)[1]
            for each_day in _numbers(day, 1, last, step):
                yield date(each_year, each_month, each_day)


def _numbers(mask: str, low: int, high: int, step: int) -> Iterator[int]:
    """Yield the numbers from `low` to `high` that fit the mask, upwards (1) or downwards (-1)."""
    if mask.isdigit():
        return iter((int(mask),) if low <= int(mask) <= high else ())
    shape = re.compile(mask.replace("X", r"\d"))
    least, most = (int(mask.replace("X", digit).lstrip("-")) for digit in "09")
    within = range(max(low, least), min(high, most) + 1)[::step]
    return (number for number in within if shape.fullmatch(f"{number:0{len(mask)}}"))


def _library_accepts(text: str) -> bool:
    """Ask the edtf library, imported only here since it takes a third of a second to load."""
    from edtf import EDTFObject, parse_edtf  # noqa: PLC0415
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        return isinstance(parse_edtf(text), EDTFObject)
    except EDTFParseException:
        return False
