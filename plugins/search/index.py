"""Build the index of a collection and export it to files that a page opened from disk can load."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import TypeVar

from ..corpus.fold import TABLE, UNSPACED
from . import cards
from .documents import SearchDocument, SearchIndexFile, names, own_entity
from .impacts import Impacts, Lengths, lengths
from .lexicon import lexicon
from .postings import Sizes, Term, shards, sizes, translation
from .segments import ENTITY, Segment, TermPart, no_collection, segment
from .shards import Family, Shard, by_units, family, pack_all, root_file

FORMAT = 1
RUN = 1500  # documents a segment
TERMS = 2000  # terms that a worker writes at once
SHARDS = 64  # shards that a worker packs at once

Given = TypeVar("Given")
Made = TypeVar("Made")


def build_index(
    documents: Iterable[SearchDocument], executor: Executor | None = None
) -> tuple[SearchIndexFile, ...]:
    """Return every file of the index, the root last; the same documents give the same bytes.

    Segments, shards and packing are spread over `executor`, if there is one.
    """
    ordered = cards.in_order(documents)
    with no_collection():
        families = {
            name: _family(held, executor) for name, held in _shards(ordered, executor).items()
        }
    files = {file.path: file for each in families.values() for file in each.files}
    return (*(files[path] for path in sorted(files)), _root(ordered, families))


def _shards(
    ordered: Sequence[SearchDocument], executor: Executor | None
) -> dict[str, tuple[Shard, ...]]:
    """Return the shards of every family."""
    runs = [ordered[start : start + RUN] for start in range(0, len(ordered), RUN)]
    segments = list(_spread(executor, segment, runs))
    words = lexicon(segments, ordered)
    postings, positions = _postings(segments, _forms(segments, ordered), executor)
    return {
        "forms": words.forms,
        "frequent": words.frequent,
        "backwards": words.backwards,
        "postings": postings,
        "positions": positions,
        "cards": tuple(cards.cards(ordered)),
        "texts": tuple(cards.texts(ordered)),
        "columns": tuple(cards.columns(ordered)),
    }


def _root(ordered: Sequence[SearchDocument], families: dict[str, Family]) -> SearchIndexFile:
    silent = "".join(sorted(letter for letter, folded in TABLE.items() if not folded))
    letters = {letter: folded for letter, folded in sorted(TABLE.items()) if folded}
    return root_file(
        {
            "format": FORMAT,
            "count": len(ordered),
            "kinds": cards.kinds(ordered),
            "publishers": cards.publishers(ordered),
            "fold": {"silent": silent, "letters": letters, "unspaced": UNSPACED},
            "families": {name: each.tree for name, each in families.items()},
        }
    )


def _spread(
    executor: Executor | None, work: Callable[[Given], Made], given: Iterable[Given]
) -> Iterator[Made]:
    return executor.map(work, given) if executor else map(work, given)


def _family(held: Sequence[Shard], executor: Executor | None) -> Family:
    runs = [held[start : start + SHARDS] for start in range(0, len(held), SHARDS)]
    packed = (each for run in _spread(executor, pack_all, runs) for each in run)
    return family([shard.key for shard in held], packed)


def _postings(
    segments: Sequence[Segment], forms: dict[str, tuple[str, ...]], executor: Executor | None
) -> tuple[tuple[Shard, ...], tuple[Shard, ...]]:
    known = lengths(
        [length for each in segments for length in each.title_lengths],
        [length for each in segments for length in each.text_lengths],
    )
    terms = list(_terms(segments, forms))
    runs = [terms[start : start + TERMS] for start in range(0, len(terms), TERMS)]
    written = list(_spread(executor, partial(_write, known, sizes(terms)), runs))
    return (
        tuple(shard for postings, _ in written for shard in postings),
        tuple(shard for _, positions in written for shard in positions),
    )


def _write(
    known: Lengths, full: Sizes, terms: Sequence[Term]
) -> tuple[tuple[Shard, ...], tuple[Shard, ...]]:
    return shards(terms, Impacts(known), full)


def _terms(segments: Sequence[Segment], forms: dict[str, tuple[str, ...]]) -> Iterator[Term]:
    """Yield every term of the index with its parts from all segments, in the order of keys."""
    parts: defaultdict[str, list[tuple[int, int, TermPart]]] = defaultdict(list)
    first = 0
    for number, each in enumerate(segments):
        for part in each.terms:
            parts[part.term].append((number, first, part))
        first += len(each.text_lengths)
    for term in sorted(parts, key=by_units):
        found = parts[term]
        numbers = {form: at for at, form in enumerate(forms.get(term, ()))}
        tables = (
            translation(segments[number].siblings.get(term, ()), numbers) for number, _, _ in found
        )
        places = tuple((first, part) for _, first, part in found)
        yield Term(term, places, tuple(numbers), tuple(tables) if len(numbers) > 1 else ())


def _forms(
    segments: Iterable[Segment], documents: Iterable[SearchDocument]
) -> dict[str, tuple[str, ...]]:
    """Return the forms of each stem, the most frequent first, and the names of each entity."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in (known for part in segments for known in part.forms):
        for form, (stem, _) in each.tags.items():
            counts[stem][form] += each.counts[form]
    for document in documents:
        for name in names(document):
            counts[ENTITY + own_entity(document)][name] = 1
    return {
        stem: tuple(sorted(found, key=lambda form: (-found[form], form)))
        for stem, found in counts.items()
    }
