"""Compare words as readers do, not as computers do: without case, marks and quotes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

WORD = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc`")
SENTENCE_END = re.compile(r"""[.!?…؟۔。！？]["'”’»)\]]*$""")
MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u065f\u1dc0-\u1dff]{30})"
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u065f\u1dc0-\u1dff]+"
)
"""More combining marks in a row than any script has (UAX #15, Stream-Safe Text Format)."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: NFKC, no case, no punctuation, apostrophes closed up."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = unicodedata.normalize("NFKC", MARKS.sub(r"\1", text)).casefold()
    return tuple(WORD.findall(folded.translate(APOSTROPHES)))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the folded words with single spaces; folding twice changes nothing."""
    return " ".join(words_of(text))


def is_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return bool(SENTENCE_END.search(text))


def is_prose(text: str, words: int = 20) -> bool:
    """Tell whether a text is a paragraph of a report: this many words, ended as a sentence."""
    return len(text.split()) >= words and is_sentence(text)


def slug_of(text: str, longest: int = 60) -> str:
    """Return an ASCII slug of at most this many characters, cut between words; may be empty."""
    words = re.findall(r"[a-z0-9]+", unidecode(text.translate(APOSTROPHES)).lower())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:longest]
        if len(longer) > longest:
            break
        slug = longer
    return slug
