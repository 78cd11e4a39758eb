"""Build the index of a collection and export it to files that a page opened from disk can load.

Documents are numbered, and counted run by run; the runs are then joined slice by slice. Runs and
slices are independent of each other, so both are spread over workers, and runs that an earlier
build counted are taken from there.
"""

from __future__ import annotations

import os
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import chain, groupby
from typing import Any, NamedTuple, TypeVar

from ..corpus.fold import TABLE, UNSPACED
from . import cards
from .counted_runs import CountedRun, Run, Slices, count_runs, key, plan
from .documents import SearchDocument, SearchIndexFile
from .lexicon import FormPart, Lexicon, backwards, frequent, lexicon
from .numbering import Numbering, numbered
from .postings import Scale, Term, scale, shards, term
from .segments import TermPart, no_collection
from .shards import Family, Packed, by_units, family, pack, root_file

FORMAT = 2
# How many documents are counted at once: Whoosh is faster with many, and every core needs some.
LEAST_AT_ONCE, MOST_AT_ONCE = 500, 2500
TASKS = 2 * (os.cpu_count() or 1)
SMALL = 2000  # documents, up to which every word is one that a typo may have meant

Given = TypeVar("Given")
Made = TypeVar("Made")
Kept = MutableMapping[bytes, CountedRun]


def build_index(
    documents: Iterable[SearchDocument],
    executor: Executor | None = None,
    kept: Kept | None = None,
) -> tuple[SearchIndexFile, ...]:
    """Return every file of the index, the root last; the same documents give the same bytes.

    Work is spread over `executor`, if there is one. What `kept` holds is not counted again; when
    the index is built it holds the runs of this one.
    """
    numbering = numbered(documents)
    with no_collection():
        runs = _counted(numbering, executor, {} if kept is None else kept)
        families = {name: family(held) for name, held in _shards(numbering, runs, executor).items()}
    files = {file.path: file.content for each in families.values() for file in each.files}
    return (
        *(SearchIndexFile(path, files[path]) for path in sorted(files)),
        _root(numbering, families),
    )


def _counted(numbering: Numbering, executor: Executor | None, kept: Kept) -> list[CountedRun]:
    """Return all runs in order, those that are not kept freshly counted."""
    shared = plan(numbering)
    groups = groupby(numbering.documents, key=lambda each: each[0] // shared.span)
    runs = [tuple(group) for _, group in groups]
    keys = [key(run, shared) for run in runs]
    wanted = {name: run for name, run in zip(keys, runs, strict=True) if name not in kept}
    work = partial(count_runs, plan=shared)
    counted = _spread(executor, work, _together(list(wanted.values())))
    kept.update(zip(wanted, chain.from_iterable(counted), strict=True))
    for name in kept.keys() - set(keys):
        del kept[name]
    return [kept[name] for name in keys]


def _together(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield runs that a worker counts at once: enough for it, and enough for all workers."""
    total = sum(map(len, runs))
    most = min(MOST_AT_ONCE, max(LEAST_AT_ONCE, total // TASKS))
    held: list[Run] = []
    for run in runs:
        held.append(run)
        if sum(map(len, held)) >= most:
            yield held
            held = []
    if held:
        yield held


def _shards(
    numbering: Numbering, runs: Sequence[CountedRun], executor: Executor | None
) -> dict[str, Iterable[Packed]]:
    """Return the shards of every family."""
    full = scale(
        sum(run.postings for run in runs), sum(run.positions for run in runs), numbering.room
    )
    joined = list(_spread(executor, partial(_join_terms, full), _slices(run.terms for run in runs)))
    at_least = 1 if len(numbering.documents) < SMALL else 2
    found = list(
        _spread(executor, partial(_join_forms, at_least), _slices(run.forms for run in runs))
    )
    words = [each.words for each in found]
    return {
        "forms": [shard for each in found for shard in each.forms],
        "frequent": map(pack, frequent(words)),
        "backwards": map(pack, backwards(words)),
        "postings": [shard for postings, _ in joined for shard in postings],
        "positions": [shard for _, positions in joined for shard in positions],
        "cards": [shard for run in runs for shard in run.cards],
        "texts": [shard for run in runs for shard in run.texts],
        "columns": map(pack, cards.columns(numbering)),
    }


def _root(numbering: Numbering, families: dict[str, Family]) -> SearchIndexFile:
    silent = "".join(sorted(letter for letter, folded in TABLE.items() if not folded))
    letters = {letter: folded for letter, folded in sorted(TABLE.items()) if folded}
    return root_file(
        {
            "format": FORMAT,
            "count": len(numbering.documents),
            "room": numbering.room,
            "kinds": numbering.kinds,
            "publishers": cards.publishers(numbering.documents),
            "fold": {"silent": silent, "letters": letters, "unspaced": UNSPACED},
            "families": {name: each.tree for name, each in families.items()},
        }
    )


def _spread(
    executor: Executor | None, work: Callable[[Given], Made], given: Iterable[Given]
) -> Iterator[Made]:
    return executor.map(work, given) if executor else map(work, given)


def _slices(runs: Iterable[Slices]) -> list[list[bytes]]:
    """Return the parts of each slice, run by run."""
    found: defaultdict[int, list[bytes]] = defaultdict(list)
    for run in runs:
        for number, parts in run:
            found[number].append(parts)
    return [found[number] for number in sorted(found)]


def _unpickled(runs: Iterable[bytes], made: Callable[[Iterable[Any]], Made]) -> Iterator[Made]:
    for run in runs:
        yield from map(made, pickle.loads(run))  # noqa: S301 (ours: a worker's, or kept)


def _join_terms(
    full: Scale, runs: Iterable[bytes]
) -> tuple[tuple[Packed, ...], tuple[Packed, ...]]:
    """Join a slice's terms; pure, so that a worker can do it."""
    with no_collection():
        parts: defaultdict[str, list[TermPart]] = defaultdict(list)
        for part in _unpickled(runs, TermPart._make):
            parts[part.term].append(part)
        terms: Iterator[Term] = (term(each, parts[each]) for each in sorted(parts, key=by_units))
        postings, positions = shards(terms, full)
        return tuple(map(pack, postings)), tuple(map(pack, positions))


class JoinedForms(NamedTuple):
    """A slice's forms: packed shards, and what is to be joined with other slices'."""

    forms: tuple[Packed, ...]
    words: Lexicon


def _join_forms(at_least: int, runs: Iterable[bytes]) -> JoinedForms:
    """Join a slice's forms; pure, so that a worker can do it."""
    with no_collection():
        found = lexicon(_unpickled(runs, FormPart._make), at_least)
        return JoinedForms(tuple(map(pack, found.forms)), found._replace(forms=()))
