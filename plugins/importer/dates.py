"""Read calendar dates in headers, lines and addresses; never guess a year or a weekday's date."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from babel import Locale

LANGUAGES = (
    "en",
    "ar",
    "ar_SY",
    "ar_MA",
    "fr",
    "de",
    "es",
    "pt",
    "it",
    "nl",
    "tr",
    "ru",
    "fa",
    "uk",
    "pl",
    "cs",
    "sv",
)
EARLIEST = 1800
LATEST = 2100
LONGEST_LINE = 200
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|º|er)?"
YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
NUMERIC = re.compile(rf"(?<!\d){YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)")
EUROPEAN = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)(?P<sep>[./-])(?P<month>[01]?\d)(?P=sep){YEAR}(?!\d)"
)
WITH_YEAR = re.compile(YEAR)
IN_URL = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?:/|-|_|)([01]\d)(?:/|-|_|)([0-3]\d)(?!\d)")
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?(?=\W|$)",
    re.IGNORECASE,
)
AROUND = re.compile(
    r"\b(?:published|updated|posted|modified|created|first|last|originally|date|time|on|at|the|of|uhr"
    r"|le|à|el|em|às|il|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado"
    r"|pubblicato|modified|edt|est|pst|pdt|gmt|utc|bst|cet|cest|eet|local time|نشر|آخر تحديث|تحديث"
    r"|تاريخ|النشر|في)\b",
    re.IGNORECASE,
)


@cache
def months() -> dict[str, int]:
    """Return month names in the languages of the list, folded, with their numbers (CLDR)."""
    table: dict[str, int] = {"sept": 9}
    for tag in LANGUAGES:
        names = Locale.parse(tag).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    folded = _folded(name).rstrip(".")
                    if not folded.isdigit():
                        table.setdefault(folded, number)
    return table


@cache
def weekdays() -> frozenset[str]:
    """Return weekday names in the languages of the list, folded (CLDR)."""
    return frozenset(
        _folded(name).rstrip(".")
        for tag in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in Locale.parse(tag).days["format"][width].values()
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(months(), key=lambda n: (-len(n), n)))
    month = rf"(?P<name>{names})\.?"
    return (
        re.compile(
            rf"(?<!\d){DAY}\s*(?:de |of )?-?{month},?\s*(?:de |del )?-?{YEAR}(?!\d)", re.IGNORECASE
        ),
        re.compile(rf"(?<!\w){month}\s+{DAY}(?:\s*,\s*|\s+){YEAR}(?!\d)", re.IGNORECASE),
        NUMERIC,
        EUROPEAN,
    )


def _folded(text: str) -> str:
    """Lower case, and Western digits for any decimal digit; the length stays."""
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in text.lower()
    )


def dates_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (EDTF day, start, end) for each full date in a text, in order."""
    folded = _folded(text)
    if len(folded) != len(text):
        folded = text  # a letter whose lower case is longer: offsets would slip
    found: dict[int, tuple[str, int, int]] = {}
    if not WITH_YEAR.search(folded):
        return
    for pattern in _patterns():
        for match in pattern.finditer(folded):
            day = _day(match)
            if day:
                found.setdefault(match.start(), (day, match.start(), match.end()))
    taken = 0
    for start in sorted(found):
        if start >= taken:
            yield found[start]
            taken = found[start][2]


def _day(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = months()[parts["name"]] if parts.get("name") else int(parts["month"])
    day = int(parts["day"])
    ambiguous = parts.get("sep") in ("/", "-") and day <= 12 and month <= 12 and day != month  # noqa: PLR2004
    return "" if ambiguous else calendar_day(int(parts["year"]), month, day)


def calendar_day(year: int, month: int, day: int) -> str:
    """Return the day in EDTF, or an empty string where there is no such day."""
    if not EARLIEST <= year <= LATEST:
        return ""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def date_in_url(url: str) -> str:
    """Return the day that an address carries in its path (…/2016/11/28/…), if it does."""
    found = IN_URL.search(url)
    return calendar_day(*map(int, found.groups())) if found else ""


def strip_date(text: str) -> str:
    """Return a line without its dates, clock times, weekdays and the words that go with them."""
    for _, start, end in reversed(list(dates_in(text))):
        text = f"{text[:start]} {text[end:]}"
    kept = [word for word in text.split() if _folded(word).strip(" ,.()|") not in weekdays()]
    without = " ".join(kept)
    return without if without == text else CLOCK.sub(" ", without).strip(" ,|-–—·•")


def date_line(text: str) -> str:
    """Return the first date of a line that is nothing but a date, or an empty string."""
    if len(text) > LONGEST_LINE or len(text.split()) > 16:  # noqa: PLR2004 - updated, published
        return ""
    found = next(dates_in(text), None)
    if found is None:
        return ""
    rest = AROUND.sub(" ", CLOCK.sub(" ", strip_date(text)))
    return "" if re.search(r"[^\W_]{2,}", rest) else found[0]


def from_stamp(stamp: str) -> str:
    """Return the day of a machine's time stamp (ISO 8601 or a written date), else nothing.

    The day is the one that the stamp says, in its own time zone.
    """
    found = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", stamp)
    if found:
        return calendar_day(*map(int, found.groups()))
    return next((day for day, _, _ in dates_in(stamp)), "")
