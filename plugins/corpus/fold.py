"""Fold the spellings of a word into one form, and cut a text into such forms.

Folding takes away what readers leave out or write differently: case, Latin diacritics, Arabic
vowel signs, tatweel, the forms of alef, hamza, yeh, kaf and teh marbuta, Arabic-Indic digits,
apostrophes and ayn, zero width characters. The browser folds with the same table: `TABLE` is
exported with the search index, and both sides follow the same four steps (see `fold`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

Token = tuple[str, int, int]

# What is left out, as ranges of code points: the combining marks of the scripts that are readable
# without them (in others, as Devanagari, marks are vowels), and characters without a width.
_LEFT_OUT = (
    *((0x300, 0x36F), (0x483, 0x487), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
    *((0xFE20, 0xFE2F), (0xFE00, 0xFE0F)),
    *((0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7)),
    *((0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4)),
    *((0x6E7, 0x6E8), (0x6EA, 0x6ED), (0x8CA, 0x8E1), (0x8E3, 0x8FF)),
    *((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF)),
)
# Apostrophes, primes and the half rings and commas that stand for ayn and hamza; tatweel; hamza.
_SILENT = (
    "'`\xb4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u055a\u2018\u2019\u201b\u2032\u0640\u0621"
)
# Letters that Unicode does not decompose; final sigma; Arabic and Persian letters; digits.
_PAIRS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
_LETTERS = dict(zip("øłđðıŋħŧĸƒəς", "olddinhtkfeσ", strict=True))
_ARABIC = dict(
    zip(
        "\u0671\u0649\u0629\u06a9\u06cc\u06d5\u06c1\u06be",
        "\u0627\u064a\u0647\u0643\u064a\u0647\u0647\u0647",
        strict=True,
    )
)
_DIGITS = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}

TABLE: dict[str, str] = {
    **{chr(code): "" for first, last in _LEFT_OUT for code in range(first, last + 1)},
    **dict.fromkeys(_SILENT, ""),
    **_PAIRS,
    **_LETTERS,
    **_ARABIC,
    **_DIGITS,
}
_BY_CODE = {ord(letter): folded for letter, folded in TABLE.items()}

# Scripts that are written without spaces: every character is a word.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"


def _kept_marks() -> str:
    """Return the combining marks that belong to a word, as the inside of a character class."""
    codes = [
        code
        for code in range(0x300, 0x20000)
        if unicodedata.category(chr(code))[0] == "M" and code not in _BY_CODE
    ]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _runs(codes))


def _runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of consecutive numbers."""
    first = last = -2
    for code in codes:
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    yield first, last


_MARKS = _kept_marks()
_WORD = re.compile(rf"[{UNSPACED}][{_MARKS}]*|(?:[^\W_{UNSPACED}]|[{_MARKS}])+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Fold a text; folding it again changes nothing.

    Four steps, the same in the browser: the table; compatibility decomposition (NFKD) and lower
    case; the table again, since decomposing frees what it names; marks back in canonical order.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    decomposed = unicodedata.normalize("NFKD", text.translate(_BY_CODE)).lower()
    return unicodedata.normalize("NFKD", decomposed.translate(_BY_CODE))


def forms(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    folded = fold(text)
    return (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)


def tokens(text: str) -> tuple[Token, ...]:
    """Return (form, start, end) of every word; the offsets count code points of `text`.

    A word takes the marks that follow its last letter with it, but no apostrophe.
    """
    folded, origins = _with_origins(text)
    return tuple(
        (
            unicodedata.normalize("NFKD", found[0]),
            origins[found.start()],
            _past_marks(text, origins[found.end() - 1] + 1),
        )
        for found in _WORD.finditer(folded)
    )


def _with_origins(text: str) -> tuple[str, list[int]]:
    """Fold character by character; say for each folded one from which it came."""
    pieces = [_fold_character(letter) for letter in text]
    return "".join(pieces), [at for at, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _fold_character(letter: str) -> str:
    return fold(letter)


def _past_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
