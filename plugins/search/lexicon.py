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

from .documents import SearchDocument, names, own_entity
from .segments import ENTITY, Segment
from .shards import Shard, by_units
from .stemming import stop_words

TARGET = 10_000  # bytes of a shard before it is packed; about 3,500 after
FREQUENT = 1500
SHORTEST_TYPO = 4
SMALL = 2000


@dataclass(slots=True)
class Form:
    """A form: its stems in order, how many documents have it, and in how many it is common."""

    stems: set[str] = field(default_factory=set)
    documents: int = 0
    as_stop_word: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Three lists of forms: all, the most frequent ones, and all spelled backwards."""

    forms: tuple[Shard, ...]
    frequent: tuple[Shard, ...]
    backwards: tuple[Shard, ...]


def lexicon(segments: Iterable[Segment], documents: Iterable[SearchDocument]) -> Lexicon:
    """Gather the forms of all segments and the names of all entities."""
    known = _gather(segments)
    total = 0
    for document in documents:
        total += 1
        _add_names(known, document)
    words = sorted(known, key=by_units)
    lines = [_line(word, known[word]) for word in words]
    return Lexicon(
        tuple(_shards(words, lines)),
        tuple(_frequent(known)),
        tuple(_backwards(known, at_least=1 if total < SMALL else 2)),
    )


def _gather(segments: Iterable[Segment]) -> dict[str, Form]:
    known: defaultdict[str, Form] = defaultdict(Form)
    for each in (met for segment in segments for met in segment.forms):
        common = stop_words(each.language)
        for word, (stem, _) in each.tags.items():
            form, documents = known[word], each.counts[word]
            form.stems.add(stem)
            form.documents += documents
            form.as_stop_word += documents if word in common else 0
    return dict(known)


def _add_names(known: dict[str, Form], document: SearchDocument) -> None:
    """Let the names of an entity, a word or several, lead to it."""
    for phrase in names(document):
        form = known.setdefault(phrase, Form(documents=1))
        form.stems.add(ENTITY + own_entity(document))


def _line(word: str, form: Form) -> str:
    stems = ",".join(_written(word, stem) for stem in sorted(form.stems, key=by_units))
    line = f"{word}\t{stems}\t{_level(form.documents)}"
    return line + ("\ts" if 2 * form.as_stop_word > form.documents else "")


def _written(word: str, stem: str) -> str:
    if stem.startswith(ENTITY):
        return stem
    shared = next(
        (at for at, pair in enumerate(zip(word, stem, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(stem)),
    )
    cut = len(word) - shared
    return (str(cut) if cut else "") + stem[shared:]


def _level(documents: int) -> int:
    return int(2 * math.log2(max(1, documents)))


def _shards(words: Iterable[str], lines: Iterable[str]) -> Iterator[Shard]:
    """Cut a sorted list into shards of about TARGET bytes."""
    key, size = "", 0
    held: list[str] = []
    for word, line in zip(words, lines, strict=True):
        key = word if not held else key
        held.append(line)
        size += len(line.encode()) + 1
        if size >= TARGET:
            yield Shard(key, "\n".join(held).encode())
            held, size = [], 0
    if held:
        yield Shard(key, "\n".join(held).encode())


def _frequent(known: dict[str, Form]) -> Iterator[Shard]:
    """Yield one shard of the most frequent words, for prefixes too short to look up."""
    words = [
        word
        for word, form in known.items()
        if " " not in word and 2 * form.as_stop_word <= form.documents
    ]
    words.sort(key=lambda word: (-_level(known[word].documents), by_units(word)))
    top = sorted(words[:FREQUENT], key=by_units)
    if top:
        yield Shard("", "\n".join(_line(word, known[word]) for word in top).encode())


def _backwards(known: dict[str, Form], at_least: int) -> Iterator[Shard]:
    """Yield the words spelled backwards: a typo in the first half leaves the second whole."""
    turned = {
        word[::-1]: form
        for word, form in known.items()
        if len(word) >= SHORTEST_TYPO and " " not in word and form.documents >= at_least
    }
    words = sorted(turned, key=by_units)
    return _shards(words, (f"{word}\t{_level(turned[word].documents)}" for word in words))
