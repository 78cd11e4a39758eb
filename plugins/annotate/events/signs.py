"""Find the words by which a sentence tells that something happened.

The words stand in kinds.toml, with an example sentence for each kind.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
# Before these words a verb tells of nothing that has happened ("may have fallen"); at most two
# words stand between.
_MODALS = (
    "will would could may might should must can cannot not never if unless whether without "
    "threatened plan plans planned won't can't couldn't wouldn't didn't doesn't don't isn't "
    "aren't wasn't weren't hasn't haven't hadn't shouldn't"
)
_UNREAL = frozenset(_MODALS.split())
# A noun after "calls for" and the like is what somebody wishes.
_WISHING = (
    "call calls called calling appeal appeals appealed demand demands demanded proposal push "
    "pressed hope hopes hoped plan plans talk"
)
_WISHES = frozenset(_WISHING.split())
# A participle behind one of these is an adjective: "the captured districts".
_ARTICLES = "the a an this that these those its their his her our every"
DETERMINERS = frozenset(_ARTICLES.split())
_ADVERBS = frozenset(("newly", "recently", "heavily", "long", "already", "once", "now"))
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one kind, and sentences that hold one of them."""

    kind: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that tells of an event, where it stands in a text."""

    kind: str
    start: int
    end: int
    verb: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    kind: str
    verb: bool


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Return the words of each kind, in the order of the file."""
    text = Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
    return tuple(
        Lexicon(kind, tuple(each["verbs"]), tuple(each["nouns"]), tuple(each["examples"]))
        for kind, each in tomllib.loads(text).items()
    )


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """Map a first word to the entries that begin with it, longest first."""
    table: dict[str, list[_Entry]] = {}
    for each in lexicons():
        for phrases, verb in ((each.verbs, True), (each.nouns, False)):
            for phrase in phrases:
                words = tuple(phrase.split())
                table.setdefault(words[0], []).append(_Entry(words, each.kind, verb))
    return {
        word: tuple(sorted(held, key=lambda each: -len(each.words))) for word, held in table.items()
    }


def signs(text: str) -> Iterator[Sign]:
    """Yield the words in a text that tell of an event that has happened, by place in the text.

    Words after "will", "could", "if", "not" and the like tell of none, nor do participles that
    only describe ("the captured districts"), nor nouns that somebody calls for.
    """
    found = list(_WORD.finditer(text.replace("’", "'")))
    words = [each[0].lower() for each in found]
    known, place = _entries(), 0
    if known.keys().isdisjoint(words):
        return
    spans = [each.span() for each in found]
    while place < len(words):
        entry = _entry_at(words, place, known.get(words[place], ()))
        if entry is None:
            place += 1
            continue
        last = place + len(entry.words) - 1
        if _happened(_before(text, spans, words, place), verb=entry.verb):
            yield Sign(entry.kind, spans[place][0], spans[last][1], entry.verb)
        place = last + 1


def _entry_at(words: Sequence[str], place: int, held: Sequence[_Entry]) -> _Entry | None:
    for each in held:
        if tuple(words[place : place + len(each.words)]) == each.words:
            return each
    return None


def _before(
    text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], place: int
) -> tuple[str, ...]:
    """Return the words right before a word, nearest first, up to a mark, at most four."""
    near: list[str] = []
    while place > 0 and len(near) <= _NEAR:
        if not text[spans[place - 1][1] : spans[place][0]].isspace():
            break
        place -= 1
        near.append(words[place])
    return tuple(near)


def _happened(before: Sequence[str], *, verb: bool) -> bool:
    if any(word in _UNREAL for word in before[:_NEAR]):
        return False
    if not verb:
        return not ("for" in before and any(word in _WISHES for word in before))
    if before[:2] == ("and", "dead"):
        return False
    previous = [word for word in before if word not in _ADVERBS][:1]
    return not (previous and (previous[0] == "to" or previous[0] in DETERMINERS))
