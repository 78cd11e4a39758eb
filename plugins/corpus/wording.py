"""Put EDTF dates and figures into words, in English or Arabic; and a text on one line.

Months are CLDR's (Babel): day before month in English, the Syrian names in Arabic. A locale that
has no phrases here gets the English ones.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from . import edtf
from .phrases import LOCALES, SEASONS, language_of, number, phrase

_QUALIFIERS = str.maketrans("", "", "?~%")


@lru_cache(maxsize=65536)
def date_words(text: str, locale: str = "en") -> str:
    """Return an EDTF date as a reader writes it; what cannot be read is returned as it is.

    `2016-11-26/2016-11-27` is "26 to 27 November 2016"; `~` gives "about", `?` "(uncertain)".
    """
    if not edtf.is_valid(text):
        return text
    language = language_of(locale)
    plain = text.translate(_QUALIFIERS)
    words = _whole(plain, language)
    if edtf.is_approximate(text):
        words = phrase(language, "about", words)
    if edtf.is_uncertain(text):
        words = phrase(language, "uncertain", words)
    return words


def figure_words(
    low: float | None,
    high: float | None,
    approximate: bool = False,
    unit: str = "",
    locale: str = "en",
) -> str:
    """Return a quantity in words: "more than 250 airstrikes", "about 70 to 80%", "up to 12".

    None is an open end; a figure with one is never "about" as well. Two open ends give an empty
    string.
    """
    language = language_of(locale)
    if low is not None and high is not None:
        words = number(low, language) if low == high else _span(low, high, language)
    elif low is not None:
        words = phrase(language, "more", number(low, language))
    elif high is not None:
        words = phrase(language, "up to", number(high, language))
    else:
        return ""
    counted = f"{words}%" if unit == "percent" else f"{words} {unit}".strip()
    closed = low is not None and high is not None
    return phrase(language, "about", counted) if approximate and closed else counted


@lru_cache
def direction(language: str) -> str:
    """Return "rtl" or "ltr", the direction in which a language (BCP 47) is written."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def _span(low: float, high: float, language: str) -> str:
    return phrase(language, "span", number(low, language), number(high, language))


def _whole(plain: str, language: str) -> str:
    """Return the words for a date, an interval or a set that bears no qualifiers."""
    if plain[:1] in ("[", "{"):
        return _set(plain, language)
    if "/" in plain:
        first, _, last = plain.partition("/")
        return _interval(first, last, language)
    return _single(plain, language)


def _set(plain: str, language: str) -> str:
    """Return "a, b or c" for one of a set, "a, b and c" for all of it."""
    members = [
        _interval(first, last, language) if run else _single(first, language)
        for first, run, last in (
            member.strip().partition("..") for member in plain[1:-1].split(",")
        )
    ]
    if len(members) == 1:
        return members[0]
    comma = "، " if language == "ar" else ", "
    join = "or" if plain[0] == "[" else "and"
    return phrase(language, join, comma.join(members[:-1]), members[-1])


def _interval(first: str, last: str, language: str) -> str:
    """Return "26 to 27 November 2016": what both ends share is said once, at the end."""
    if first in ("", ".."):
        return phrase(language, "until", _single(last, language))
    if last in ("", ".."):
        return phrase(language, "from", _single(first, language))
    start, end = _parts(first), _parts(last)
    shared = 0
    if len(start) == len(end) and start != end:
        while shared < len(start) - 1 and start[shared] == end[shared]:
            shared += 1
    brief = _from_parts(start, language, shared) if start and end else _single(first, language)
    return phrase(language, "span", brief, _single(last, language))


def _parts(plain: str) -> tuple[int, ...]:
    """Return year, month and day as far as the date has them; empty where it is no such date."""
    if not re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", plain):
        return ()
    return tuple(int(part) for part in plain.split("-"))


def _from_parts(parts: tuple[int, ...], language: str, left_out: int = 0) -> str:
    """Return day, month and year in words, without the first `left_out` of year and month."""
    year, month, day = (*parts, 1, 1)[:3]
    shapes = {
        (1, 0): "y",
        (2, 0): "MMMM y",
        (2, 1): "MMMM",
        (3, 0): "d MMMM y",
        (3, 1): "d MMMM",
        (3, 2): "d",
    }
    return _day(date(year, month, day), shapes[len(parts), left_out], language)


def _day(day: date, shape: str, language: str) -> str:
    return str(format_date(day, shape, locale=LOCALES[language]))


def _single(plain: str, language: str) -> str:
    """Return the words for one date, date-time, season or date with unknown digits."""
    parts = _parts(plain)
    if parts and parts[0]:
        return _from_parts(parts, language)
    if "T" in plain:
        day, _, clock = plain.partition("T")
        return phrase(language, "at", _single(day, language), _clock(clock, language))
    if re.fullmatch(r"\d{4}-\d\d", plain):
        return _season(plain, language)
    return _unknown_digits(plain, language) if "X" in plain else plain


def _clock(text: str, language: str) -> str:
    hour, minute = (int(part) for part in text[:5].split(":"))
    zone = text[5:].removeprefix(":00") if len(text) > len("06:00") else ""
    zone = zone[3:] if zone.startswith(":") else zone
    shown = str(format_time(time(hour, minute), "HH:mm", locale=LOCALES[language]))
    return f"{shown} UTC" if zone == "Z" else f"{shown} {zone}".strip()


def _season(plain: str, language: str) -> str:
    """Return "spring 2016"; quarters and halves of a year as the months they are."""
    year, _, code = plain.partition("-")
    names = SEASONS[language]
    first_code, last_code = 21, 32
    if first_code <= int(code) <= last_code:
        return f"{names[(int(code) - first_code) % len(names)]} {year}"
    earliest, latest = edtf.bounds(plain)
    if earliest is None or latest is None:
        return plain
    return _interval(earliest.isoformat()[:7], latest.isoformat()[:7], language)


def _unknown_digits(plain: str, language: str) -> str:
    """Return "a day in November 2016" for `2016-11-XX`, else the bounds."""
    known = plain.removesuffix("-XX").removesuffix("-XX")
    if known != plain and _parts(known):
        return phrase(language, "some day", _from_parts(_parts(known), language))
    if re.fullmatch(r"\d{3}X", plain):
        return phrase(language, "decade", f"{plain[:3]}0")
    earliest, latest = edtf.bounds(plain)
    if earliest is None or latest is None:
        return plain
    return phrase(
        language, "some time", _interval(earliest.isoformat(), latest.isoformat(), language)
    )


def one_line(text: str) -> str:
    """Return a text with its blanks and line ends as single spaces."""
    # Most texts are as they should be, and to look is ten times as fast as to put together.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())
