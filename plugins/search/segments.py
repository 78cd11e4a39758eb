"""Index documents with Whoosh, and read its postings back term by term.

Whoosh sorts the postings and is read through its reader. Its stock analyzers make an object for
every token; `CountedField` takes documents that are counted already.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol

from .counting import Counted, Posting
from .from_whoosh import FieldType, FileStorage, Format, RamStorage, Schema, W3Codec
from .varints import gaps

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

    `first` and `last` are document numbers, `gaps` the varints of the gaps between those from the
    first to the last. `impacts` and `times` have a byte a posting, `tags` a byte an occurrence,
    `places` the varints of the positions' gaps. `forms` has the forms of the stem in the order of
    their tags, each with the number of documents that have it; it is empty where the term itself
    is the only one. A named tuple, not a dataclass, since it is made and pickled much faster.
    """

    term: str
    first: int
    last: int
    gaps: bytes
    impacts: bytes
    times: bytes
    tags: bytes
    places: bytes
    forms: tuple[tuple[str, int], ...] = ()


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


def terms(
    counted: Iterable[Counted], numbers: Sequence[int], starts: Sequence[int]
) -> Iterator[tuple[int, TermPart]]:
    """Index documents and yield each term's part of each run, entities first, then words.

    `numbers` are those of the documents counted, ascending; run r begins at the `starts[r]`-th of
    them. Terms come in the order of UTF-8, their runs in order. `forms` is left empty.
    """
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
            yield from _parts(written, reader.postings(name, term), numbers, starts)


def _parts(
    term: str, matcher: Matcher, numbers: Sequence[int], starts: Sequence[int]
) -> Iterator[tuple[int, TermPart]]:
    """Yield what a term's postings give to each run."""
    documents: list[int] = []
    values: list[bytes] = []
    while matcher.is_active():
        documents.append(matcher.id())
        values.append(matcher.value())
        matcher.next()
    start = 0
    while start < len(documents):
        run = bisect_right(starts, documents[start]) - 1
        if start == len(documents) - 1:
            stop = start + 1
        else:
            end = starts[run + 1] if run + 1 < len(starts) else len(numbers)
            stop = bisect_left(documents, end, start)
        yield run, _part(term, [numbers[at] for at in documents[start:stop]], values[start:stop])
        start = stop


def _part(term: str, numbers: Sequence[int], values: Sequence[bytes]) -> TermPart:
    if len(values) == 1:
        value, end = values[0], 2 + values[0][1]
        columns = (b"", value[:1], value[1:2], value[2:end], value[end:])
    else:
        columns = (
            gaps(numbers),
            bytes([value[0] for value in values]),
            bytes([value[1] for value in values]),
            b"".join([value[2 : 2 + value[1]] for value in values]),
            b"".join([value[2 + value[1] :] for value in values]),
        )
    return TermPart(term, numbers[0], numbers[-1], *columns)
