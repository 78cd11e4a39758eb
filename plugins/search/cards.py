"""Write what a result shows: its card, its paragraphs for excerpts, its date and publisher.

Shards of cards and of texts hold a fixed width of numbers, a zero for a number that is free. So
a new document changes one of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from .documents import SearchDocument, own_entity
from .numbering import Numbered, Numbering, days
from .shards import Shard, compact, number_key, target, with_head
from .varints import varints

CARDS = 32  # numbers in a shard, where the collection is small
MOST_CARDS = 4096
WIDEST = 512  # no shard is wider than a run
TEXT = 16_384  # letters in a shard, where the collection is small
MOST_TEXTS = 2500
COLUMN = 4096
MENTIONED = 6  # entities that a document offers to narrow a search by


def publishers(documents: Sequence[Numbered]) -> list[tuple[str, str, str]]:
    """Return the slug, name and Arabic name (or "") of every publisher, by slug."""
    known = {(each.publisher, each.publisher_name) for _, each in documents if each.publisher}
    arabic = {own_entity(each): each.arabic for _, each in documents if each.arabic}
    return [(slug, name, arabic.get(slug, "")) for slug, name in sorted(known)]


def card_width(room: int) -> int:
    """Return how many numbers a shard of cards holds."""
    return min(WIDEST, target(room, CARDS, MOST_CARDS))


def text_width(letters: int, room: int) -> int:
    """Return how many numbers a shard of texts holds, a power of two, for so many letters."""
    full = target(letters, TEXT, MOST_TEXTS)
    width = 1
    while 2 * width * letters <= full * room and width < card_width(room):
        width *= 2
    return width


def cards(documents: Iterable[Numbered], width: int) -> Iterator[Shard]:
    """Yield shards of [address, title, date, publisher's slug], then the Arabic name if any."""
    return _shards(documents, width, _card)


def _card(document: SearchDocument) -> list[str]:
    arabic = [document.arabic] if document.arabic else []
    return [document.url, document.title, document.date, document.publisher, *arabic]


def texts(documents: Iterable[Numbered], width: int) -> Iterator[Shard]:
    """Yield shards of [paragraphs [[anchor, text], …], slugs it mentions most] of each document."""
    return _shards(documents, width, lambda each: [each.paragraphs, _mentioned(each)])


def _mentioned(document: SearchDocument) -> list[str]:
    counts = Counter(document.entities)
    return sorted(counts, key=lambda slug: (-counts[slug], slug))[:MENTIONED]


def columns(numbering: Numbering) -> Iterator[Shard]:
    """Yield shards of three columns of varints, one of each for a number: publisher, day, span.

    A publisher is its place in the root's list, from one on; a day is counted from the shard's
    first, from one on; a span is the days from a date's first to its last. Zero stands for none.
    The head has the first day, how many numbers follow and how many bytes each column takes.
    """
    index = {slug: at for at, (slug, *_) in enumerate(publishers(numbering.documents), 1)}
    groups = groupby(numbering.documents, key=lambda each: each[0] // COLUMN)
    held = {place: [(n % COLUMN, document) for n, document in group] for place, group in groups}
    for place in range(-(-numbering.room // COLUMN)):
        count = min(COLUMN, numbering.room - place * COLUMN)
        yield Shard(number_key(place * COLUMN), _columns(held.get(place, []), count, index))


def _columns(documents: Sequence[Numbered], count: int, index: dict[str, int]) -> bytes:
    published, firsts, spans = [0] * count, [0] * count, [0] * count
    dated = [(at, found) for at, each in documents if (found := days(each.date))]
    base = min((found[0] for _, found in dated), default=0)
    for at, document in documents:
        published[at] = index.get(document.publisher, 0)
    for at, (first, last) in dated:
        firsts[at], spans[at] = first - base + 1, last - first
    written = [varints(column) for column in (published, firsts, spans)]
    return with_head("\t".join(map(str, (base, count, *map(len, written)))), written)


def _shards(
    documents: Iterable[Numbered], width: int, written: Callable[[SearchDocument], object]
) -> Iterator[Shard]:
    for place, group in groupby(documents, key=lambda each: each[0] // width):
        held: list[object] = [0] * width
        for number, document in group:
            held[number % width] = written(document)
        while held[-1] == 0:
            held.pop()
        yield Shard(number_key(place * width), compact(held))
