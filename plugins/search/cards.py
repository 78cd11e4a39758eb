"""Write what a result shows: its card, its paragraphs for excerpts, its date and publisher.

Documents have numbers: first the kinds other than article, each by address; then the articles
from the oldest on, undated ones before them. So a kind is a range of numbers, and an article
newer than all others changes no number.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from ..corpus import edtf
from .documents import SearchDocument
from .shards import Shard, compact, number_key, target

CARDS = 16
TEXT = 16_384  # letters in a shard, where the collection is small
MOST_TEXTS = 6000
COLUMN = 4096
MENTIONED = 6  # entities that a document offers to narrow a search by
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()

Days = tuple[int, int]


def in_order(documents: Iterable[SearchDocument]) -> tuple[SearchDocument, ...]:
    """Return the documents in the order of their numbers."""
    return tuple(sorted(documents, key=_order))


def _order(document: SearchDocument) -> tuple[bool, str, int, str]:
    is_article = document.kind == "article"
    found = days(document.date) if is_article else None
    return is_article, document.kind, found[0] if found else 0, document.url


def days(text: str) -> Days | None:
    """Return the first and last day (proleptic Gregorian ordinals) that a date can mean."""
    earliest, latest = edtf.bounds(text) if text else (None, None)
    if earliest is None and latest is None:
        return None
    return (
        earliest.toordinal() if earliest else _FIRST_DAY,
        latest.toordinal() if latest else _LAST_DAY,
    )


def kinds(documents: Sequence[SearchDocument]) -> list[tuple[str, int, int]]:
    """Return each kind with the range of its numbers."""
    found, start = [], 0
    for kind, group in groupby(documents, key=lambda document: document.kind):
        stop = start + sum(1 for _ in group)
        found.append((kind, start, stop))
        start = stop
    return found


def publishers(documents: Iterable[SearchDocument]) -> list[tuple[str, str]]:
    """Return the slug and name of every publisher, by slug."""
    return sorted({(each.publisher, each.publisher_name) for each in documents if each.publisher})


def cards(documents: Sequence[SearchDocument]) -> Iterator[Shard]:
    """Yield shards of [address, title, date, publisher's slug]."""

    def ends(held: Sequence[SearchDocument]) -> bool:
        return _marks(held[-1], CARDS) or len(held) >= 2 * CARDS

    return _runs(documents, lambda each: [each.url, each.title, each.date, each.publisher], ends)


def texts(documents: Sequence[SearchDocument]) -> Iterator[Shard]:
    """Yield shards of [paragraphs [[anchor, text], …], slugs it mentions most] of each document."""
    full = target(sum(map(_letters, documents)), TEXT, MOST_TEXTS)

    def ends(held: Sequence[SearchDocument]) -> bool:
        size = sum(map(_letters, held))
        return size >= full or (size >= full // 2 and _marks(held[-1], 4))

    return _runs(documents, lambda each: [each.paragraphs, _mentioned(each)], ends)


def _mentioned(document: SearchDocument) -> list[str]:
    counts = Counter(document.entities)
    return sorted(counts, key=lambda slug: (-counts[slug], slug))[:MENTIONED]


def _letters(document: SearchDocument) -> int:
    return sum(len(text) for _, text in document.paragraphs) + 16


def _marks(document: SearchDocument, one_in: int) -> bool:
    """Tell by its address whether a document ends a shard, so that a new one moves few others."""
    return zlib.crc32(document.url.encode()) % one_in == 0


def columns(documents: Sequence[SearchDocument]) -> Iterator[Shard]:
    """Yield shards of three columns: publishers, days, spans.

    A publisher is its index in the root's list, or -1; a day the difference to the one before; a
    span the days from a date's first to its last, or -1 where there is no date.
    """
    index = {slug: at for at, (slug, _) in enumerate(publishers(documents))}
    for start in range(0, len(documents), COLUMN):
        part = documents[start : start + COLUMN]
        spans = [days(document.date) for document in part]
        firsts = [span[0] if span else 0 for span in spans]
        steps = [after - before for before, after in zip([0, *firsts], firsts, strict=False)]
        lasts = [span[1] - span[0] if span else -1 for span in spans]
        found = [index.get(document.publisher, -1) for document in part]
        yield Shard(number_key(start), compact([found, steps, lasts]))


def _runs(
    documents: Sequence[SearchDocument],
    written: Callable[[SearchDocument], object],
    ends: Callable[[Sequence[SearchDocument]], bool],
) -> Iterator[Shard]:
    """Yield shards of neighbours, cut where `ends` says so of those held."""
    held: list[SearchDocument] = []
    for number, document in enumerate(documents):
        held.append(document)
        if ends(held) or number == len(documents) - 1:
            yield Shard(number_key(number + 1 - len(held)), compact([written(d) for d in held]))
            held = []
