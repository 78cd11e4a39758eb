"""Count a run of neighbouring documents: all that an index takes from them, ready to be joined.

A run holds the documents of a fixed span of numbers, so a new document changes one run, and all
others may be taken from an earlier build. What a run gives is cut by the first letters of its
terms and forms into slices, so that each slice of the index is joined by itself.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from . import cards
from .counting import Forms, count
from .documents import names, own_entity
from .impacts import Means, lengths, means
from .lexicon import FormPart
from .numbering import Numbered, Numbering
from .segments import ENTITY, TermPart, no_collection, terms
from .shards import Packed, by_units, pack, target
from .stemming import looked_up_as, stop_words

SHORTEST, RUNS = 64, 32
SLICED = 3_000_000  # letters from which on a collection is joined slice by slice

_ASCII, _EARLY = 0x80, 0x800

Sliced = TypeVar("Sliced", TermPart, FormPart)
Slices = tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What all runs of an index share; it changes seldom when documents do.

    `span` is how many numbers a run has, `cards` and `texts` how many a shard of each has. The
    terms of a small collection are not `sliced`.
    """

    mean: Means
    span: int
    cards: int
    texts: int
    sliced: bool


@dataclass(frozen=True, slots=True)
class CountedRun:
    """What a run gives: pickled parts by slice, packed shards, and the bytes of its columns."""

    terms: Slices
    forms: Slices
    cards: tuple[Packed, ...]
    texts: tuple[Packed, ...]
    postings: int
    positions: int


def plan(numbering: Numbering) -> Plan:
    """Say how to cut a collection."""
    known = [lengths(document) for _, document in numbering.documents]
    letters = sum(text for _, text in known)
    room = max(1, numbering.room)
    return Plan(
        means(known),
        min(cards.WIDEST, target(room, SHORTEST, RUNS)),
        cards.card_width(room),
        cards.text_width(letters, room),
        letters >= SLICED,
    )


def key(documents: Sequence[Numbered], plan: Plan) -> bytes:
    """Return a hash of all that a run is made from."""
    return sha256(repr((plan, documents)).encode("utf-8", "surrogatepass")).digest()


def count_run(documents: Sequence[Numbered], plan: Plan) -> CountedRun:
    """Count a run; pure, so that a worker can do it."""
    languages = sorted({document.language for _, document in documents})
    siblings: dict[bytes, list[str]] = {}
    known = {language: Forms(language, siblings) for language in languages}
    with no_collection():
        counted = [count(each, known[each.language], plan.mean) for _, each in documents]
        found = list(terms(counted, [number for number, _ in documents]))
        forms = [*_forms(known.values()), *_names(documents)]
        met = _met(siblings, known.values(), documents)
        named = [each._replace(forms=met.get(each.term, ())) for each in found]
        return CountedRun(
            _slices(named, plan),
            _slices(forms, plan),
            tuple(pack(shard) for shard in cards.cards(documents, plan.cards)),
            tuple(pack(shard) for shard in cards.texts(documents, plan.texts)),
            sum(2 * len(each.impacts) for each in found),
            sum(len(each.places) + len(each.tags) + 2 * len(each.times) for each in found),
        )


def _forms(known: Iterable[Forms]) -> Iterator[FormPart]:
    for each in known:
        common = stop_words(each.language)
        for form, (stem, _) in each.tags.items():
            documents = each.counts[form]
            for written in looked_up_as(form, each.language):
                common_in = documents if written in common else 0
                yield FormPart(written, stem.decode(), documents, common_in)


def _names(documents: Iterable[Numbered]) -> Iterator[FormPart]:
    """Yield the names of entities, a word or several, which lead to them."""
    for _, document in documents:
        for name in names(document):
            yield FormPart(name, ENTITY + own_entity(document), 0, 0)


def _met(
    siblings: dict[bytes, list[str]], known: Iterable[Forms], documents: Iterable[Numbered]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the forms of each term, in the order of their tags, where it has others than itself.

    Those of an entity are its names.
    """
    counts: defaultdict[tuple[bytes, str], int] = defaultdict(int)
    for each in known:
        for form, (stem, _) in each.tags.items():
            counts[stem, form] += each.counts[form]
    found = {
        stem.decode(): tuple((form, counts[stem, form]) for form in forms)
        for stem, forms in siblings.items()
        if forms != [stem.decode()]
    }
    for _, document in documents:
        if called := names(document):
            found[ENTITY + own_entity(document)] = tuple((name, 1) for name in called)
    return found


def _slices(parts: Iterable[Sliced], plan: Plan) -> Slices:
    sliced: defaultdict[int, list[Sliced]] = defaultdict(list)
    for part in parts:
        sliced[_slice(part[0]) if plan.sliced else 0].append(part)
    return tuple((number, pickle.dumps(sliced[number], 5)) for number in sorted(sliced))


def _slice(text: str) -> int:
    """Return the number of the slice that a term or form is in; it grows as `by_units` does."""
    unit = int.from_bytes(by_units(text[0])[:2])
    if unit < _ASCII:
        return unit
    if unit < _EARLY:
        return _ASCII + (unit - _ASCII >> 2)
    return _EARLY + (unit >> 8)
