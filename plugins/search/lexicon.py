"""List the forms that can be looked up, and say to which stems each leads.

A line is `form TAB stems TAB level [TAB s]`. A stem is written as what to cut from the form's end
and what to add ("3" for bombing, bomb; "1i" for happy, happi; "" for itself), or in full after
"@" where it is an entity; several are parted by commas. The level is twice the binary logarithm
of how many documents have the form, rounded down. "s" marks a word that is too common to rank by.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .segments import ENTITY
from .shards import Shard, by_units, runs

TARGET = 10_000  # bytes of a shard before it is packed; about 3,500 after
FREQUENT = 1500
SHORTEST_TYPO = 4


class FormPart(NamedTuple):
    """A form that leads to a stem, and how many documents of a run have it.

    In `as_stop_word` of them it is a word too common to rank by. No document counts where the form
    is an entity's name.
    """

    form: str
    stem: str
    documents: int
    as_stop_word: int


@dataclass(slots=True)
class Form:
    """A form: its stems in order, how many documents have it, and in how many it is common."""

    stems: set[str] = field(default_factory=set)
    documents: int = 0
    as_stop_word: int = 0

    @property
    def level(self) -> int:
        """How frequent it is, so coarsely that one document more seldom changes it."""
        return int(2 * math.log2(max(1, self.documents)))

    @property
    def is_common(self) -> bool:
        """Whether it is too common to rank by."""
        return 2 * self.as_stop_word > self.documents


class Lexicon(NamedTuple):
    """What a range of forms gives.

    Shards of all; the most frequent, as (level below zero, word, line); what to spell backwards,
    as (word spelled backwards, level).
    """

    forms: tuple[Shard, ...]
    frequent: tuple[tuple[int, str, str], ...]
    turned: tuple[tuple[str, int], ...]


def lexicon(parts: Iterable[FormPart], at_least: int) -> Lexicon:
    """Gather forms; only those of `at_least` so many documents are what a typo may have meant."""
    known = _gather(parts)
    words = sorted(known, key=by_units)
    lines = {word: _line(word, known[word]) for word in words}
    spoken = [word for word in words if " " not in word]
    frequent = ((-known[w].level, w, lines[w]) for w in spoken if not known[w].is_common)
    return Lexicon(
        tuple(_shards((word, lines[word]) for word in words)),
        tuple(sorted(frequent, key=_by_level)[:FREQUENT]),
        tuple(
            (word[::-1], known[word].level)
            for word in spoken
            if len(word) >= SHORTEST_TYPO and known[word].documents >= at_least
        ),
    )


def _gather(parts: Iterable[FormPart]) -> dict[str, Form]:
    known: defaultdict[str, Form] = defaultdict(Form)
    for part in parts:
        form = known[part.form]
        form.stems.add(part.stem)
        form.documents += part.documents
        form.as_stop_word += part.as_stop_word
    for form in known.values():
        form.documents = max(1, form.documents)
    return dict(known)


def _line(word: str, form: Form) -> str:
    stems = ",".join(_written(word, stem) for stem in sorted(form.stems, key=by_units))
    return f"{word}\t{stems}\t{form.level}" + ("\ts" if form.is_common else "")


def _written(word: str, stem: str) -> str:
    if stem.startswith(ENTITY):
        return stem
    shared = next(
        (at for at, pair in enumerate(zip(word, stem, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(stem)),
    )
    cut = len(word) - shared
    return (str(cut) if cut else "") + stem[shared:]


def _shards(lines: Iterable[tuple[str, str]]) -> Iterator[Shard]:
    """Cut a sorted list of words with their lines into shards."""
    sized = ((word, len(line.encode()) + 1, (word, line)) for word, line in lines)
    for held in runs(sized, TARGET):
        yield Shard(held[0][0], "\n".join(line for _, line in held).encode())


def _by_level(found: tuple[int, str, str]) -> tuple[int, bytes]:
    return found[0], by_units(found[1])


def frequent(found: Iterable[Lexicon]) -> Iterator[Shard]:
    """Yield one shard of the most frequent words, for prefixes too short to look up."""
    top = sorted((each for part in found for each in part.frequent), key=_by_level)[:FREQUENT]
    lines = sorted((by_units(word), line) for _, word, line in top)
    if lines:
        yield Shard("", "\n".join(line for _, line in lines).encode())


def backwards(found: Iterable[Lexicon]) -> Iterator[Shard]:
    """Yield the words spelled backwards: a typo in the first half leaves the second whole."""
    turned = sorted(
        (each for part in found for each in part.turned), key=lambda each: by_units(each[0])
    )
    return _shards((word, f"{word}\t{level}") for word, level in turned)
