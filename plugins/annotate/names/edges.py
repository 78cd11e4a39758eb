r"""Decide whether words that look like a name begin and end where a name can.

A name stands between `(?<![\w-])` and `(?!\w)`, and "Halabi" is not in "al-Halabi". Beyond that a
reader sees the name in "pro-Assad", "Aleppo-based", "Russian-Syrian" and "Damascus-Aleppo", and an
Arabic name behind the letters that Arabic writes with it.
"""

from __future__ import annotations

import re
from enum import Enum

from .words import ARTICLES, CALENDAR, OPENERS_AND_TITLES, PREFIXES, SHOUTED


class Edge(Enum):
    """How a name may stand at one of its ends; LEANS: only beside another name and a hyphen."""

    OPEN = 1
    CLOSED = 2
    LEANS = 3


# و "and" or ف "so", then ب "in", ل "for", ك "as" or س, then the article
_CLITICS = re.compile("[وف]?[بلك]?(?:ال)?")
_CLITICS_BEFORE_ARTICLE = re.compile("[وف]?[بك]?")
_CLITICS_WITH_LAM = re.compile("[وف]?ل")  # "للصاخور": the article has lost its alef
_LAST_WORD = re.compile(r"[\w.]+$")
_ADJECTIVE = re.compile(
    r"[A-Z]\w+(?:an|ish|ese|ench|tch|raqi|audi|emeni|raeli|waiti|atari|mirati|stani)|[A-Z][A-Z.]+"
)
_REST = re.compile(r"-(\w+)(?=([- ])?)")
_DOMAIN = re.compile(r"\.[a-z0-9]|@")
_GIVEN = re.compile(r"(?:^|[^\w'-])([\w'-]+|[A-Z]\.) $")
_FAMILY = re.compile(r" ([A-Z]\w+)")
_SHOUTING = re.compile(r"[A-Z]{2}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}|(?<!\w)@\w+")
_REACH = 40  # letters that are looked at beside a name


def starts(text: str, start: int, *, arabic: bool = False, after_lam: bool = False) -> Edge:
    """Return the edge before a name in levelled text."""
    if not start:
        return Edge.CLOSED if after_lam else Edge.OPEN
    before = text[start - 1]
    if before == "-":
        return _after_hyphen(text[max(0, start - _REACH) : start - 1])
    if not (before.isalnum() or before == "_"):
        return Edge.CLOSED if after_lam else Edge.OPEN
    return Edge.OPEN if arabic and _clitics(text, start, after_lam=after_lam) else Edge.CLOSED


def _clitics(text: str, start: int, *, after_lam: bool) -> bool:
    """Tell whether only letters that Arabic writes with a name stand before it in its word."""
    word = _LAST_WORD.search(text, max(0, start - 5), start)
    if not word or (word.start() and text[word.start() - 1].isalnum()):
        return False
    if after_lam:
        allowed = _CLITICS_WITH_LAM
    elif text.startswith("ال", start):
        allowed = _CLITICS_BEFORE_ARTICLE
    else:
        allowed = _CLITICS
    return bool(allowed.fullmatch(word[0]))


def _after_hyphen(before: str) -> Edge:
    """Return the edge after a hyphen: whole after a dash, a prefix, an adjective of nation."""
    word = _LAST_WORD.search(before)
    if not word or word[0].lower() in PREFIXES or _ADJECTIVE.fullmatch(word[0]):
        return Edge.OPEN
    return Edge.LEANS


def ends(text: str, end: int, *, person: bool = False) -> Edge:
    """Return the edge after a name in levelled text."""
    after = text[end : end + 1]
    if not after or after == " ":
        return Edge.OPEN
    if after.isalnum() or after == "_" or _DOMAIN.match(text, end):
        return Edge.CLOSED
    rest = _REST.match(text, end) if after == "-" else None
    if not rest:
        return Edge.OPEN
    if rest[1].lower() in ARTICLES and rest[2]:
        return Edge.CLOSED
    return Edge.LEANS if person and rest[1][0].isupper() else Edge.OPEN


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a surname is not part of somebody else's name.

    No capitalised word may stand before it but a title or what opens a sentence, and none after
    it but a day or month; in a line of capitals what follows says nothing.
    """
    given = _GIVEN.search(text, max(0, start - _REACH), start)
    family = _FAMILY.match(text, end)
    return not (given and _is_given(given[1])) and (
        not family
        or text[start:end].isupper()
        or family[1].lower() in CALENDAR
        or family[1].lower() in OPENERS_AND_TITLES
    )


def _is_given(word: str) -> bool:
    """Tell whether a word before a surname is capitalised, and no title, opener or possessive."""
    last = word.rsplit("-", 1)[-1].lower()
    return (
        any(map(str.isupper, word))
        and not word.endswith(("'s", "'"))
        and last not in OPENERS_AND_TITLES
        and last not in CALENDAR
    )


def is_shouted_word(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals is a common one, in a line of capitals."""
    if text[start:end].lower() not in SHOUTED:
        return False
    return bool(
        re.search(r"[A-Z]{2}\W? $", text[max(0, start - 5) : start])
        or _SHOUTING.match(text, end + 1)
    )


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of web and mail addresses and of handles; no name is linked in one."""
    if "@" not in text and "www." not in text and "://" not in text:
        return ()
    return tuple(found.span() for found in _ADDRESS.finditer(text))
