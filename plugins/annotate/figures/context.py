"""Tell a number that says how many from one that dates, numbers or names something."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_NAMES_BEFORE = re.compile(
    r"(?:\b(?:No\.|no\.|number|article|chapter|section|page|paragraph|route|highway|channel|flight"
    r"|phase|version|room|line|grade|class|size|aged?|ages(?:\s+of)?|ages(?:\s+of)?\s+\d+\s+(?:and|to)|Resolution|Article|Route|#)"
    rf"|\b{_MONTH}|\b[A-Z][\w’'-]*[a-z]\w*|\b[A-Z]{{2,}}|[#§/@]|\d[.:/-])\s?$"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[“\"‘—–]\s*)[A-Z][\w’'-]*\s?$")
_ALWAYS_A_NAME = re.compile(
    r"\b(?:Fortune|Boeing|Airbus|Big|Group of|No\.|Resolution|Article|Chapter|Title|Form"
    r"|Flight|Route|Highway|Gate|gate|Room|Channel|Section|Page|Phase|ages?)\s$"
    r"|\bages?\s(?:of\s)?(?:\d+\s(?:and|to)\s)?$"
    r"|\b(?:day|week)\s$"
    r"|\b(?:who|he|she)(?:\s(?:is|was)|['’]s)\s$"
    r"|\b(?:of|in|out of)\severy\s$|\bone\s(?:in|out\sof)\s$"
    rf"|\b{_MONTH}\s$"
)
_TIME_AFTER = re.compile(
    rf"\s*(?:[ap]\.?m\b|o['’]clock|hrs\b|GMT|ET\b|{_MONTH}\b(?!\s+\w+s\b)|years?[-\s]old|\s(?:[A-Z]\w+\s)(?:\w+\s)?(?:Street|St\.|Avenue|Ave\.|Road|Boulevard)|-?\sto\s\d+-year|min\s+read)"
)
_AGE = re.compile(r"^,(?=\s)")
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,\s$")
_PHONE = re.compile(r"(?:\+|\()?\d{1,4}\)?(?:[\s.-]\(?\d{2,4}\)?){2,}")
_DIGITS_OF_A_PHONE = 9
_INDENT = 40  # code points before the number of a list item, at most
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|other|all|its|their|his|her|last|past|next|first|top|or|in)\s$",
    re.IGNORECASE,
)
_PRONOUN_ONE = re.compile(
    r"\b(?:no|any|every|this|that|each|the|which|some|only)\s$", re.IGNORECASE
)
_YEARLY = frozenset(("", "levels", "elections", "results", "prices", "figures", "olympics"))
FIRST_YEAR, LAST_YEAR = 1900, 2100


def names_something(text: str, start: int, end: int, *, counted: bool) -> bool:
    """Tell whether the number at start..end is part of a name, a date, a time or a list.

    `counted`: a plural noun follows, so that a capital before the number ("In Homs 24 people")
    does not make it part of a name.
    """
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if _TIME_AFTER.match(after):
        return True
    if (
        not text[max(0, start - 40) : start].strip()
        and start < _INDENT
        and re.match(r"[.)]\s", after)
    ):
        return True
    if _NAME_COMMA.search(before) and _AGE.match(after):
        return True
    if _ALWAYS_A_NAME.search(before):
        return True
    if not _NAMES_BEFORE.search(before):
        return False
    return not (counted or _SENTENCE_START.search(before))


def is_year(digits: str, noun: str) -> bool:
    """Tell whether these four digits are a year: 1900 to 2100 without a comma or a noun.

    "2005 levels" and the like are of a year, too.
    """
    return (
        len(digits) == len("2016")
        and digits.isdigit()
        and FIRST_YEAR <= int(digits) <= LAST_YEAR
        and noun in _YEARLY
    )


def is_definite(text: str, start: int) -> bool:
    """Tell "the two sides" (known already) from "two sides"."""
    return _DEFINITE.search(text, max(0, start - 8), start) is not None


def is_pronoun_one(text: str, start: int) -> bool:
    """Tell whether the word before makes "one" a pronoun ("no one")."""
    return _PRONOUN_ONE.search(text, max(0, start - 8), start) is not None


def phones(text: str) -> list[tuple[int, int]]:
    """Return where telephone numbers stand."""
    return [
        match.span()
        for match in _PHONE.finditer(text)
        if sum(map(str.isdigit, match[0])) >= _DIGITS_OF_A_PHONE
    ]
