"""Index a run of documents with Whoosh, and read its postings back term by term.

Whoosh sorts the postings and is read through `reader.iter_postings()`. Its stock analyzers make
an object for every token; `CountedField` takes documents that are counted already.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol

from .counting import Counted, Forms, Posting, count
from .documents import SearchDocument
from .from_whoosh import FieldType, FileStorage, Format, RamStorage, Schema, W3Codec

ENTITY = "@"  # no word of a text begins so


class Matcher(Protocol):
    """What is used of whoosh.matching.Matcher, which walks along a term's postings."""

    def is_active(self) -> bool: ...  # noqa: D102
    def id(self) -> int: ...  # noqa: D102
    def value(self) -> bytes: ...  # noqa: D102
    def next(self) -> bool: ...  # noqa: D102


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


class TermPart(NamedTuple):
    """A term's postings in one segment, column by column.

    `documents` are numbered from the segment's first (unsigned, four bytes each); `titles` and
    `times` have a byte a posting, `tags` a byte an occurrence, `places` the varints of the
    positions' gaps and `sizes` how many bytes of them each posting has (unsigned, two bytes each).
    A named tuple, not a dataclass, since it is pickled five times as fast.
    """

    term: str
    documents: bytes
    titles: bytes
    times: bytes
    tags: bytes
    places: bytes
    sizes: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """What a run of documents gives to the index.

    `forms` has the forms of each language met, `siblings` those of each stem in the order of
    their tags, `title_lengths` and `text_lengths` the words in each document's title and text.
    """

    terms: tuple[TermPart, ...]
    forms: tuple[Forms, ...]
    siblings: dict[str, list[str]]
    title_lengths: tuple[int, ...]
    text_lengths: tuple[int, ...]


def segment(documents: Sequence[SearchDocument]) -> Segment:
    """Index a run of documents; pure, so that a worker can do it."""
    languages = sorted({document.language for document in documents})
    siblings: dict[str, list[str]] = {}
    known = {language: Forms(language, siblings) for language in languages}
    with no_collection():
        counted = [count(document, known[document.language]) for document in documents]
        return Segment(
            tuple(_terms(counted)),
            tuple(known.values()),
            siblings,
            tuple(each.title_length for each in counted),
            tuple(each.text_length for each in counted),
        )


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from looking for cycles among millions of tuples that have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class PrivateStorage(RamStorage):
    """Memory for an index, with a folder of its own for what Whoosh puts aside.

    RamStorage of whoosh 2.7.4 uses one folder of a fixed name, which parallel processes would
    empty under each other.
    """

    def __init__(self, folder: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._aside = str(Path(folder, "aside"))

    def temp_storage(self, name: str | None = None) -> FileStorage:  # noqa: ARG002 (Whoosh's)
        """Return the folder, made if need be."""
        made: FileStorage = FileStorage(self._aside).create()  # type: ignore[no-untyped-call]
        return made


def _terms(counted: Iterable[Counted]) -> Iterator[TermPart]:
    schema = Schema(entities=CountedField(), text=CountedField())  # type: ignore[no-untyped-call]
    codec = W3Codec(blocklimit=4096, compression=0)  # type: ignore[no-untyped-call]
    codec.length_stats = False  # lengths are ours to keep
    with TemporaryDirectory() as folder:
        index = PrivateStorage(folder).create_index(schema)  # type: ignore[no-untyped-call]
        writer = index.writer(codec=codec, limitmb=1024)
        for each in counted:
            writer.add_document(entities=each.entities, text=each.postings)
        writer.commit(merge=False)
    with index.reader() as reader:
        for name, term in reader.all_terms():
            written = (ENTITY if name == "entities" else "") + term.decode()
            yield _part(written, reader.postings(name, term))


def _part(term: str, matcher: Matcher) -> TermPart:
    documents, values = array("I"), []
    while matcher.is_active():
        documents.append(matcher.id())
        values.append(matcher.value())
        matcher.next()
    times = bytes([value[1] for value in values])
    return TermPart(
        term,
        documents.tobytes(),
        bytes([value[0] for value in values]),
        times,
        b"".join([value[2 : 2 + value[1]] for value in values]),
        b"".join([value[2 + value[1] :] for value in values]),
        array("H", [max(0, len(value) - 2 - value[1]) for value in values]).tobytes(),
    )
