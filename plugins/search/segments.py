"""Index a run of documents with Whoosh, and read its postings back term by term.

Whoosh sorts the postings and is read through `reader.iter_postings()`. Its stock analyzers make
an object for every token; `CountedField` takes documents that are counted already.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.formats import Format

from .counting import Counted, Forms, Posting, count
from .documents import SearchDocument

ENTITY = "@"  # no word of a text begins so


class CountedFormat(Format):
    """Postings whose values are those of `counting`."""

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the term stands in the document."""
        return value[1]

    def decode_weight(self, value: bytes) -> float:
        """Return the same, as Whoosh's weight."""
        return float(value[1])


class CountedField(FieldType):
    """A field whose value is a tuple of postings, counted before Whoosh sees them."""

    def __init__(self) -> None:
        super().__init__(CountedFormat(), None, scorable=False)  # type: ignore[no-untyped-call]

    def index(self, value: tuple[Posting, ...], **_options: Any) -> tuple[Posting, ...]:  # noqa: ANN401
        """Return the postings as they are."""
        return value


@dataclass(frozen=True, slots=True)
class TermPart:
    """A term's postings in one segment, column by column.

    `documents` are numbered from the segment's first; `titles` and `times` have a byte a posting,
    `tags` a byte an occurrence, `places` the varints of the positions' gaps and `sizes` how many
    bytes of them each posting has.
    """

    term: str
    documents: array[int]
    titles: bytes
    times: bytes
    tags: bytes
    places: bytes
    sizes: array[int]


@dataclass(frozen=True, slots=True)
class Segment:
    """What a run of documents gives to the index; `forms` are (language, form, stem, documents)."""

    terms: tuple[TermPart, ...]
    forms: tuple[tuple[str, str, str, int], ...]
    siblings: dict[str, tuple[str, ...]]
    title_lengths: tuple[int, ...]
    text_lengths: tuple[int, ...]


def segment(documents: Sequence[SearchDocument]) -> Segment:
    """Index a run of documents; pure, so that a worker can do it."""
    known = Forms()
    counted = [count(document, known) for document in documents]
    return Segment(
        tuple(_terms(counted)),
        tuple(
            (language, form, known.tags[language, form][0], documents_with)
            for (language, form), documents_with in sorted(known.counts.items())
        ),
        {stem: tuple(siblings) for stem, siblings in sorted(known.of_stem.items())},
        tuple(each.title_length for each in counted),
        tuple(each.text_length for each in counted),
    )


def _terms(counted: Iterable[Counted]) -> Iterator[TermPart]:
    schema = Schema(entities=CountedField(), text=CountedField())  # type: ignore[no-untyped-call]
    index = RamStorage().create_index(schema)  # type: ignore[no-untyped-call]
    codec = W3Codec(blocklimit=1024, compression=0)  # type: ignore[no-untyped-call]
    codec.length_stats = False  # lengths are ours to keep
    writer = index.writer(codec=codec, limitmb=1024)
    for each in counted:
        writer.add_document(entities=each.entities, text=each.postings)
    writer.commit(merge=False)
    with index.reader() as reader:
        postings = reader.iter_postings()
        for (name, term), group in groupby(postings, key=lambda posting: posting[:2]):
            yield _part((ENTITY if name == "entities" else "") + term.decode(), group)


def _part(term: str, postings: Iterable[tuple[str, bytes, int, float, bytes]]) -> TermPart:
    documents, sizes = array("I"), array("H")
    titles, times, tags, places = bytearray(), bytearray(), bytearray(), bytearray()
    for _, _, document, _, value in postings:
        documents.append(document)
        titles.append(value[0])
        times.append(value[1])
        end = 2 + value[1]
        tags += value[2:end]
        places += value[end:]
        sizes.append(max(0, len(value) - end))
    return TermPart(term, documents, bytes(titles), bytes(times), bytes(tags), bytes(places), sizes)
