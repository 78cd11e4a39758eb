"""Say which English words name a month, a weekday, a unit or a number.

Texts are matched in lower case with straight apostrophes and plain hyphens (scan.py sees to it),
so the words here are lower case too.
"""

from __future__ import annotations

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

MONTHS = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAYS = {
    **{name: number for number, name in enumerate(WEEKDAY_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(WEEKDAY_NAMES, 1)},
    "tues": 2,
    "weds": 3,
    "thur": 4,
    "thurs": 4,
}

# The letters of TIMEX3 durations. Those after "T" measure parts of a day.
UNITS = {
    "second": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "Y",
    "century": "Y",
    "centurie": "Y",
    "weekend": "WE",
}
MULTIPLES = {"fortnight": 2, "decade": 10, "century": 100, "centurie": 100}

# The codes of TIMEX3 for parts of a day and for seasons.
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "mid-morning": "MO",
    "midday": "MI",
    "noon": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "mid-afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "midnight": "NI",
}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

VAGUE_NUMBERS = (
    *("several", "a few", "few", "many", "a number of", "dozens of", "scores of", "hundreds of"),
    *("thousands of", "a handful of", "some", "countless", "various"),
)
NUMBERS: dict[str, float] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    "a": 1,
    "an": 1,
    "one": 1,
    "single": 1,
    "hundred": 100,
    "a hundred": 100,
    "both": 2,
    "a dozen": 12,
    "dozen": 12,
    "half a dozen": 6,
    "half-dozen": 6,
    "half a": 0.5,
    "couple of": 2,
    "a couple of": 2,
    "couple": 2,
    "a couple": 2,
    "half an": 0.5,
}


def number_of(words: str) -> float | None:
    """Return the number that digits or words say; None for a vague one ("several")."""
    plain = words.replace(",", "").strip()
    if plain in NUMBERS:
        return NUMBERS[plain]
    if plain.endswith(" and a half"):
        number = number_of(plain.removesuffix(" and a half"))
        return None if number is None else number + 0.5
    if plain[:1].isdigit():
        return _in_digits(plain)
    return _spelled(plain)


def _in_digits(plain: str) -> float:
    """Return the number of "14", "2.5" and "5 1/2"."""
    whole, _, part = plain.replace("-", " ").partition(" ")
    above, _, below = part.partition("/")
    return float(whole) + (int(above) / int(below) if below.isdigit() and int(below) else 0)


def _spelled(plain: str) -> float | None:
    """Return the number of "twenty-one" and "three hundred"."""
    tens, _, ones = plain.replace(" ", "-").partition("-")
    if tens in TENS and ones in _ONES:
        return NUMBERS[tens] + NUMBERS[ones]
    if plain.endswith(" hundred"):
        return 100 * NUMBERS.get(plain.removesuffix(" hundred"), 1)
    return None


def ordinal_of(words: str) -> int | None:
    """Return the number of an ordinal ("third", "21st")."""
    if words in ORDINALS:
        return ORDINALS.index(words) + 1
    digits = words.rstrip("stndrh")
    return int(digits) if digits.isdigit() else None


def any_of(words: tuple[str, ...]) -> str:
    """Return an alternation of the words, the longest first, as a piece of a pattern."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_BACK = frozenset({"last", "past", "previous", "preceding"})

_AHEAD = frozenset({"next", "coming", "following", "upcoming"})


def turn_of(which: str) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    words = set(which.split())
    return 1 if words & _AHEAD else -1 if words & _BACK else 0


def unit_of(words: str) -> tuple[str, int]:
    """Return the TIMEX3 letter of a unit, and how many of it one stands for (a decade: 10 Y)."""
    word = words.rsplit(maxsplit=1)[-1]
    word = word if word in UNITS else word.removesuffix("s")
    return UNITS[word], MULTIPLES.get(word, 1)
