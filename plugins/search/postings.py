"""Write the postings of each term, and apart from them its positions, into shards.

A shard begins with the length of its head (varint) and the head: a line a term, tab-separated.

- Postings: `term, documents, bytes of gaps, forms…`; then all gaps between document numbers, then
  all impact bytes. The forms are left out where the term itself is the only one.
- Positions: `term, first document, postings, bytes of document gaps, occurrences, bytes of
  position gaps, tagged`; then the columns: document gaps, times, form tags (only of tagged
  terms), position gaps. A long list is cut by document; its key is `term TAB first document`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from .counting import MOST
from .impacts import Impacts
from .segments import ENTITY, TermPart
from .shards import Shard, number_key, target
from .varints import varint, varints

POSTINGS = 8192  # bytes of a shard, where the collection is small
POSITIONS = 16_384
MOST_POSTINGS = 3000
MOST_POSITIONS = 4000


class Term(NamedTuple):
    """A term's postings in the whole index: `parts` with the number of each one's first document.

    `forms` are its forms, most frequent first; `retag` brings each part's tags to their numbers,
    and is empty where there is one form only.
    """

    term: str
    parts: tuple[tuple[int, TermPart], ...]
    forms: tuple[str, ...]
    retag: tuple[bytes, ...]

    @property
    def documents(self) -> array[int]:
        """The numbers of the documents that have the term, in order."""
        found = array("I")
        for first, part in self.parts:
            local = memoryview(part.documents).cast("I")
            found.extend([first + document for document in local] if first else local)
        return found

    @property
    def sizes(self) -> array[int]:
        """How many bytes each document's positions take."""
        return array("H", self.column("sizes"))

    def column(self, name: str) -> bytes:
        """Return a column of bytes over all parts."""
        return b"".join(getattr(part, name) for _, part in self.parts)

    @property
    def tags(self) -> bytes:
        """The number of the form at each occurrence."""
        parts = zip(self.parts, self.retag, strict=True)
        return b"".join(part.tags.translate(table) for (_, part), table in parts)


class Sizes(NamedTuple):
    """How many bytes a shard of postings and one of positions should have."""

    postings: int
    positions: int


def sizes(terms: Iterable[Term]) -> Sizes:
    """Return the sizes that keep the number of files in bounds."""
    parts = [part for term in terms for _, part in term.parts]
    postings = sum(len(part.times) for part in parts)
    positions = sum(len(part.places) + len(part.tags) for part in parts)
    return Sizes(
        target(2 * postings, POSTINGS, MOST_POSTINGS),
        target(2 * postings + positions, POSITIONS, MOST_POSITIONS),
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """What a term gives to a shard: the key, its line in the head and its columns."""

    key: str
    line: str
    columns: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """How many bytes it takes before packing."""
        return len(self.line) + sum(map(len, self.columns))


def shards(
    terms: Iterable[Term], impacts: Impacts, full: Sizes
) -> tuple[tuple[Shard, ...], tuple[Shard, ...]]:
    """Return the shards of postings and those of positions; pure, so that a worker can do it."""
    postings: list[Piece] = []
    positions: list[Piece] = []
    for term in terms:
        documents = term.documents
        postings.append(_postings(term, documents, impacts))
        if not term.term.startswith(ENTITY):
            positions.extend(_positions(term, documents, full.positions))
    return tuple(_group(postings, full.postings)), tuple(_group(positions, full.positions))


def _postings(term: Term, documents: array[int], impacts: Impacts) -> Piece:
    gaps = varints(_gaps(documents))
    weights = impacts.of(documents, term.column("titles"), term.column("times"))
    known = () if term.forms == (term.term,) else term.forms
    line = "\t".join((term.term, str(len(documents)), str(len(gaps)), *known))
    return Piece(term.term, line, (gaps, weights))


def _gaps(documents: Sequence[int], before: int = 0) -> Iterator[int]:
    return (after - earlier for earlier, after in pairwise(chain((before,), documents)))


def _positions(term: Term, documents: array[int], full: int) -> Iterator[Piece]:
    times, places = term.column("times"), term.column("places")
    tags = term.tags if term.retag else b""
    occurrences = [0, *accumulate(times)]
    ends = [0, *accumulate(term.sizes)]
    for start, stop in _cuts(occurrences, ends, full):
        gaps = varints(_gaps(documents[start + 1 : stop], documents[start]))
        named = tags[occurrences[start] : occurrences[stop]]
        columns = (gaps, times[start:stop], named, places[ends[start] : ends[stop]])
        first = number_key(documents[start])
        numbers = (stop - start, len(gaps), occurrences[stop] - occurrences[start])
        line = "\t".join(
            (term.term, first, *map(str, (*numbers, len(columns[3]), int(bool(tags)))))
        )
        yield Piece(f"{term.term}\t{first}", line, columns)


def _cuts(occurrences: Sequence[int], ends: Sequence[int], full: int) -> Iterator[tuple[int, int]]:
    """Yield runs of postings that fill about a shard each."""
    start = 0
    for stop in range(1, len(ends)):
        size = ends[stop] - ends[start] + occurrences[stop] - occurrences[start]
        if size + 2 * (stop - start) >= full or stop == len(ends) - 1:
            yield start, stop
            start = stop


def _group(pieces: Iterable[Piece], full: int) -> Iterator[Shard]:
    """Put neighbours together until a shard is full; what is larger is a shard of its own."""
    held: list[Piece] = []
    size = 0
    for piece in pieces:
        if held and size + piece.size > full:
            yield _shard(held)
            held, size = [], 0
        held.append(piece)
        size += piece.size
    if held:
        yield _shard(held)


def _shard(pieces: Sequence[Piece]) -> Shard:
    head = "\n".join(piece.line for piece in pieces).encode()
    columns = (b"".join(column) for column in zip(*(p.columns for p in pieces), strict=True))
    return Shard(pieces[0].key, varint(len(head)) + head + b"".join(columns))


def translation(siblings: Sequence[str], numbers: dict[str, int]) -> bytes:
    """Return the table from a segment's tags to the numbers of the forms in the whole index."""
    table = bytearray(MOST + 1)
    for tag, form in enumerate(siblings[: MOST + 1]):
        table[tag] = min(numbers[form], MOST)
    return bytes(table)
