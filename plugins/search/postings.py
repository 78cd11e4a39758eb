"""Write the postings of each term, and apart from them its positions, into shards.

A shard begins with the length of its head (varint) and the head: a line a term, tab-separated.

- Postings: `term, documents, bytes of gaps, forms…`; then all gaps between document numbers, then
  all impact bytes. The forms are left out where the term itself is the only one.
- Positions: `term, first document, postings, bytes of document gaps, occurrences, bytes of
  position gaps, tagged`; then the columns: document gaps, times, form tags (only of tagged
  terms), position gaps. A long list is cut at fixed numbers; its key is `term TAB first document`.

Nothing here looks at a single posting: the columns of the runs are put one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from .counting import MOST
from .segments import ENTITY, TermPart
from .shards import Shard, number_key, runs, target, with_head
from .varints import VARINTS

POSTINGS = 8192  # bytes of a shard, where the collection is small
POSITIONS = 16_384
MOST_POSTINGS = 2500
MOST_POSITIONS = 3000


class Term(NamedTuple):
    """A term with its parts from all runs, in the order of their documents.

    `forms` are its forms, most frequent first; `retag` brings each part's tags to their numbers,
    and is empty where there is one form only.
    """

    term: str
    parts: tuple[TermPart, ...]
    forms: tuple[str, ...]
    retag: tuple[bytes, ...]


class Scale(NamedTuple):
    """How many bytes a shard of postings and one of positions should have, of how many numbers."""

    postings: int
    positions: int
    room: int


def scale(postings: int, positions: int, room: int) -> Scale:
    """Return the sizes that keep the number of files in bounds, for so many bytes of each."""
    return Scale(
        target(postings, POSTINGS, MOST_POSTINGS),
        target(positions, POSITIONS, MOST_POSITIONS),
        room,
    )


def term(written: str, parts: Sequence[TermPart]) -> Term:
    """Bring the parts of a term together."""
    if not any(part.forms for part in parts):
        return Term(written, tuple(parts), (written,), ())
    counts: Counter[str] = Counter()
    for part in parts:
        for form, documents in _forms(part):
            counts[form] += documents
    forms = tuple(sorted(counts, key=lambda form: (-counts[form], form)))
    numbers = {form: min(at, MOST) for at, form in enumerate(forms)}
    many = len(forms) > 1 and not written.startswith(ENTITY)
    retag = tuple(_translation(part, numbers) for part in parts) if many else ()
    return Term(written, tuple(parts), forms, retag)


def _forms(part: TermPart) -> tuple[tuple[str, int], ...]:
    return part.forms or ((part.term, len(part.impacts)),)


def _translation(part: TermPart, numbers: Mapping[str, int]) -> bytes:
    """Return the table from a run's tags to the numbers of the forms in the whole index."""
    table = bytearray(MOST + 1)
    for tag, (form, _) in enumerate(_forms(part)[: MOST + 1]):
        table[tag] = numbers[form]
    return bytes(table)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a term gives to a shard: the key, its line in the head and its columns."""

    key: str
    line: str
    columns: tuple[bytes, ...]


def shards(terms: Iterable[Term], full: Scale) -> tuple[tuple[Shard, ...], tuple[Shard, ...]]:
    """Return the shards of postings and those of positions."""
    postings: list[Piece] = []
    positions: list[Piece] = []
    for each in terms:
        postings.append(_postings(each))
        if not each.term.startswith(ENTITY):
            positions.extend(_positions(each, full))
    return tuple(_group(postings, full.postings)), tuple(_group(positions, full.positions))


def _postings(term: Term) -> Piece:
    gaps = VARINTS[term.parts[0].first] + _gaps(term.parts)
    weights = _column(term.parts, "impacts")
    known = () if term.forms == (term.term,) else term.forms
    line = "\t".join((term.term, str(len(weights)), str(len(gaps)), *known))
    return Piece(term.term, line, (gaps, weights))


def _gaps(parts: Sequence[TermPart]) -> bytes:
    """Return the gaps from the first document of the first part on."""
    if len(parts) == 1:
        return parts[0].gaps
    written = [parts[0].gaps]
    for before, after in pairwise(parts):
        written += (VARINTS[after.first - before.last], after.gaps)
    return b"".join(written)


def _column(parts: Sequence[TermPart], name: str) -> bytes:
    return b"".join([getattr(part, name) for part in parts])


def _positions(term: Term, full: Scale) -> Iterator[Piece]:
    size = sum(len(part.places) + len(part.tags) + 2 * len(part.times) for part in term.parts)
    if size <= full.positions:
        yield _position_piece(term, 0, len(term.parts))
        return
    width = _width(size, full)
    start = 0
    for _, group in groupby(term.parts, key=lambda part: part.first // width):
        stop = start + sum(1 for _ in group)
        yield _position_piece(term, start, stop)
        start = stop


def _width(size: int, full: Scale) -> int:
    """Return how many numbers a piece of a list spans: a power of two that makes it full."""
    width = 1
    while 2 * width * size <= full.positions * full.room:
        width *= 2
    return width


def _position_piece(term: Term, start: int, stop: int) -> Piece:
    parts = term.parts[start:stop]
    gaps, times, places = _gaps(parts), _column(parts, "times"), _column(parts, "places")
    tags = b""
    if term.retag:
        tables = zip(parts, term.retag[start:stop], strict=True)
        tags = b"".join([part.tags.translate(table) for part, table in tables])
    occurrences = sum(times)
    first = number_key(parts[0].first)
    numbers = (len(times), len(gaps), occurrences, len(places), int(bool(term.retag)))
    line = "\t".join((term.term, first, *map(str, numbers)))
    return Piece(f"{term.term}\t{first}", line, (gaps, times, tags, places))


def _group(pieces: Iterable[Piece], full: int) -> Iterator[Shard]:
    """Put neighbours together until a shard is full."""
    sized = ((each.key, len(each.line) + sum(map(len, each.columns)), each) for each in pieces)
    for held in runs(sized, full):
        columns = (b"".join(column) for column in zip(*(p.columns for p in held), strict=True))
        yield Shard(held[0].key, with_head("\n".join(piece.line for piece in held), columns))
