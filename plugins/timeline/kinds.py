"""Name the kinds of events, and the words by which a sentence tells that one happened.

The words stand in kinds.toml, with an example sentence for each kind.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# The order in which they are listed and stacked; docs/formats.md has the same words.
KINDS = (
    "territory",
    "attack",
    "casualties",
    "displacement",
    "aid",
    "negotiation",
    "statement",
    "other",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one kind, and sentences that hold one of them."""

    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that tells of an event, where it stands in a text."""

    kind: str
    start: int
    end: int


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Return the words of each kind, in the order of the file: the first that matches counts."""
    text = Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
    return tuple(
        Lexicon(kind, tuple(each["words"]), tuple(each["examples"]))
        for kind, each in tomllib.loads(text).items()
    )


def kind_of(kind: str) -> str:
    """Return the kind as it is listed: what is not in the list is `other`."""
    return kind if kind in KINDS else "other"


def signs(text: str) -> Iterator[Sign]:
    """Yield the words in a text that tell of an event that has happened, by place in the text.

    Words after "will", "could", "if", "not" and the like tell of none.
    """
    kind_by_word = {word: each.kind for each in lexicons() for word in each.words}
    for found in _pattern().finditer(text):
        if not _UNREAL.search(text, max(0, found.start() - 40), found.start()):
            word = re.sub(r"\s+", " ", found[0].lower())
            yield Sign(kind_by_word[word], found.start(), found.end())


# At most two words between the modal and the verb: "will soon be captured", not a clause away.
_UNREAL = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|must|can|cannot|not|never|if|unless|whether|to|"
    r"without|threatened|plans?|planned)|n['’]t|['’]ll)(?:\s+\w+){0,2}\s+$",
    re.IGNORECASE,
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return one expression of all words, longest first, spaces of any width."""
    words = sorted({word for each in lexicons() for word in each.words}, key=lambda w: (-len(w), w))
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
