"""Take from a run of capitalised words what is no part of a name, and part two names in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...annotate.names.words import CALENDAR, OPENERS_AND_TITLES

# Words that tell what a name is the name of, by kind; the first kind that fits is guessed.
SHAPES = (
    ("group", r"Army|Brigades?|Front|Forces?|Battalions?|Militias?|Movement|Division|Party|Units?"),
    ("organisation", r"Agency|Ministry|Council|Media|News|Network|University|Cent(?:er|re)|Team"),
    ("organisation", r"Committee|Institute|Foundation|Office|Organi[sz]ation|Union|Post|Times"),
    ("organisation", r"Observatory|Association|Hospital|Court|Commission|Department|Group"),
    ("place", r"Province|District|City|Street|River|Square|Road|Valley|Mount|Governorate|Camp"),
)
_SHAPE = re.compile("|".join(shape for _, shape in SHAPES))
# Titles that names of places begin with, too.
_OF_PLACES = frozenset("grand king lord martyr prince queen saint shah sheik sheikh".split())  # noqa: SIM905
_ADJECTIVE = re.compile(r"(?:Non-|Anti-|Pro-)?[A-Z]\w+(?:ian|ean|ish|ese|ist|ite)s?|[A-Z]\w*-\w+ed")
_LEAST = 3  # letters of a name

Words = Sequence["re.Match[str]"]


def names_in(run: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a run that can be names, without titles, days and opening words."""
    for words in _parted(list(re.finditer(r"\S+", run))):
        kept = _without_ends(_after_title(words))
        if kept:
            yield kept[0].start(), kept[-1].end()


def is_name(name: str) -> bool:
    """Tell whether words can be a name: letters enough, and no lone adjective of nation."""
    return len(name) >= _LEAST and not _ADJECTIVE.fullmatch(name)


def is_filler(word: str) -> bool:
    """Tell whether a word beside a mention makes no other name of it."""
    return word.islower() or _is_no_name(word) or bool(_ADJECTIVE.fullmatch(word))


def _parted(words: Words) -> Iterator[Words]:
    """Part a run at "and", unless it ends in a word such as Team: "Search and Rescue Team"."""
    ands = [at for at, word in enumerate(words) if word[0] == "and"]
    if not words or _SHAPE.fullmatch(words[-1][0]):
        ands = [at for at in ands if words[at + 1][0] == "the"]
    first = 0
    for at in (*ands, len(words)):
        yield words[first:at]
        first = at + 1


def _after_title(words: Words) -> Words:
    """Return what follows the last title, unless that is the title of an office or a body."""
    titled = [at for at, word in enumerate(words[:-1]) if _is_title(word[0])]
    if not titled or any(_SHAPE.fullmatch(word[0]) for word in words[: titled[-1]]):
        return words
    rest = words[titled[-1] + 1 :]
    return words if all(_is_no_name(word[0]) for word in rest) else rest


def _without_ends(words: Words) -> Words:
    """Take words that are in no name from either end."""
    while words and (_is_no_name(words[0][0]) or words[0][0].islower()):
        words = words[1:]
    while words and (_is_no_name(words[-1][0]) or words[-1][0].islower()):
        words = words[:-1]
    return words


def _is_title(word: str) -> bool:
    """Tell whether a capitalised word is a title that no name of a place begins with."""
    return word[0].isupper() and _is_no_name(word)


def _is_no_name(word: str) -> bool:
    """Tell whether a capitalised word is a title, a day or month, or what opens a sentence."""
    bare = _bare(word)
    return bare not in _OF_PLACES and (bare in OPENERS_AND_TITLES or bare in CALENDAR)


def _bare(word: str) -> str:
    """Return a word in lower case; of "Secretary-General", its last part."""
    return word.rstrip(".").rpartition("-")[2].lower()
