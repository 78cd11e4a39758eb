"""Hold the words that dates and figures are put into, in English and Arabic."""

from __future__ import annotations

import re

from babel.numbers import format_decimal

LOCALES = {"en": "en_GB", "ar": "ar_SY"}
SEASONS = {
    "en": ("spring", "summer", "autumn", "winter"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
}
_PHRASES = {
    "en": {
        "about": "about {}",
        "uncertain": "{} (uncertain)",
        "span": "{} to {}",
        "from": "from {}",
        "until": "until {}",
        "some day": "a day in {}",
        "some time": "some time from {}",
        "decade": "the {}s",
        "at": "{}, {}",
        "or": "{} or {}",
        "and": "{} and {}",
        "more": "more than {}",
        "up to": "up to {}",
    },
    "ar": {
        "about": "نحو {}",
        "uncertain": "{} (غير مؤكد)",
        "span": "من {} إلى {}",
        "from": "منذ {}",
        "until": "حتى {}",
        "some day": "يوم في {}",
        "some time": "في وقت ما {}",
        "decade": "العقد الذي يبدأ عام {}",
        "at": "{}، {}",
        "or": "{} أو {}",
        "and": "{} و{}",
        "more": "أكثر من {}",
        "up to": "حتى {}",
    },
}


def language_of(locale: str) -> str:
    """Return the language whose phrases a locale gets: English where it has none."""
    language = re.split("[-_]", locale)[0]
    return language if language in _PHRASES else "en"


def phrase(language: str, key: str, *words: str) -> str:
    """Return a phrase with words in its gaps."""
    return _PHRASES[language][key].format(*words)


def number(value: float, language: str) -> str:
    """Return a number as the language groups its digits, with two decimals at most."""
    return str(format_decimal(round(value, 2), locale=LOCALES[language]))
