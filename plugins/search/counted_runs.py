"""Count a run of neighbouring documents: all that an index takes from them, ready to be joined.

A run holds the documents of a fixed span of numbers, so a new document changes one run, and all
others may be taken from an earlier build. What a run gives is cut by the first letters of its
terms and forms into slices, so that each slice of the index is joined by itself.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate

from . import cards
from .counting import Forms, count
from .documents import names, own_entity
from .impacts import Means, lengths, means
from .lexicon import FormPart
from .numbering import Numbered, Numbering
from .segments import ENTITY, TermPart, no_collection, terms
from .shards import Packed, by_units, pack, target
from .stemming import looked_up_as, stop_words

SHORTEST, LONGEST, RUNS = 64, 1024, 16
SLICED = 3_000_000  # letters from which on a collection is joined slice by slice

_ASCII, _EARLY = 0x80, 0x800

Run = Sequence[Numbered]
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
    """What a run gives: pickled parts by slice, packed shards, and how many bytes of lists."""

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
        min(LONGEST, target(room, SHORTEST, RUNS)),
        cards.card_width(room),
        cards.text_width(letters, room),
        letters >= SLICED,
    )


def key(documents: Run, plan: Plan) -> bytes:
    """Return a hash of all that a run is made from."""
    return sha256(repr((plan, documents)).encode("utf-8", "surrogatepass")).digest()


def count_runs(runs: Sequence[Run], plan: Plan) -> tuple[CountedRun, ...]:
    """Count some runs; pure, so that a worker can do it.

    What a run gives does not depend on those it is counted with; together they are sorted faster.
    """
    with no_collection():
        heard = [_heard(run) for run in runs]
        counted = (
            count(each, forms[each.language], plan.mean)
            for run, forms in zip(runs, heard, strict=True)
            for _, each in run
        )
        numbers = [number for run in runs for number, _ in run]
        starts = [0, *accumulate(len(run) for run in runs[:-1])]
        found: list[list[TermPart]] = [[] for _ in runs]
        for run, part in terms(counted, numbers, starts):
            found[run].append(part)
        whole = zip(runs, heard, found, strict=True)
        return tuple(_counted(run, forms.values(), parts, plan) for run, forms, parts in whole)


def _heard(run: Run) -> dict[str, Forms]:
    """Return where the forms of each of a run's languages are to be noted."""
    siblings: dict[bytes, list[str]] = {}
    languages = sorted({document.language for _, document in run})
    return {language: Forms(language, siblings) for language in languages}


def _counted(
    run: Run, heard: Collection[Forms], found: Sequence[TermPart], plan: Plan
) -> CountedRun:
    met = _met(heard, run)
    named = [part._replace(forms=met[part.term]) if part.term in met else part for part in found]
    return CountedRun(
        _slices(named, plan),
        _slices([*_forms(heard), *_names(run)], plan),
        tuple(pack(shard) for shard in cards.cards(run, plan.cards)),
        tuple(pack(shard) for shard in cards.texts(run, plan.texts)),
        sum(2 * len(part.impacts) for part in found),
        sum(len(part.places) + len(part.tags) + 2 * len(part.times) for part in found),
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
    heard: Iterable[Forms], documents: Iterable[Numbered]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the forms of each term, in the order of their tags, where it has others than itself.

    Those of an entity are its names.
    """
    counts: Counter[tuple[bytes, str]] = Counter()
    siblings: dict[bytes, list[str]] = {}
    for each in heard:
        siblings = each.siblings
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


def _slices(parts: Iterable[TermPart | FormPart], plan: Plan) -> Slices:
    """Return the parts by slice, pickled: as plain tuples, which is three times as fast."""
    sliced: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
    for part in parts:
        sliced[_slice(part[0][0]) if plan.sliced else 0].append(tuple(part))
    return tuple((number, pickle.dumps(sliced[number], 5)) for number in sorted(sliced))


@lru_cache(maxsize=10_000)
def _slice(letter: str) -> int:
    """Return the number of the slice for what begins so; it grows as `by_units` does."""
    unit = int.from_bytes(by_units(letter)[:2])
    if unit < _ASCII:
        return unit
    if unit < _EARLY:
        return _ASCII + (unit - _ASCII >> 2)
    return _EARLY + (unit >> 8)
