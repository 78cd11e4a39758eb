"""Number the documents, so that a document more or less changes the number of few others.

Articles are numbered by year, undated ones before them, then come the other kinds; each year and
each kind has a range of numbers. Within its range a document's number is chosen by the hash of its
address, and a quarter of a range or more stays free. So a list of numbers changes
only where it names the document that is new, until a range is full and is made twice as large.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..corpus import edtf
from .documents import SearchDocument

LEAST = 16  # numbers in a range
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()

Days = tuple[int, int]
Numbered = tuple[int, SearchDocument]
Range = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The documents with their numbers, in order.

    `room` is how many numbers there are, given or free; `kinds` has the range of each kind that
    is there, as (kind, first, end).
    """

    documents: tuple[Numbered, ...]
    room: int
    kinds: tuple[Range, ...]


def numbered(documents: Iterable[SearchDocument]) -> Numbering:
    """Give documents their numbers; in whatever order they come, they get the same."""
    groups: defaultdict[tuple[str, int], list[SearchDocument]] = defaultdict(list)
    for document in documents:
        groups[document.kind, _year(document)].append(document)
    found: list[Numbered] = []
    kinds: dict[str, tuple[int, int]] = {}
    start = 0
    for kind, year in sorted(groups, key=lambda key: (key[0] != "article", key)):
        if kind != "article" and "article" in kinds and len(kinds) == 1:
            start = _power(start)  # room for later years, so that these numbers stay
        room = _room(len(groups[kind, year]))
        found += _placed(groups[kind, year], start, room)
        kinds[kind] = (kinds.get(kind, (start, 0))[0], start + room)
        start += room
    ranges = tuple((kind, first, end) for kind, (first, end) in sorted(kinds.items()))
    return Numbering(tuple(sorted(found, key=lambda each: each[0])), start, ranges)


def days(text: str) -> Days | None:
    """Return the first and last day (proleptic Gregorian ordinals) that a date can mean."""
    earliest, latest = edtf.bounds(text) if text else (None, None)
    if earliest is None and latest is None:
        return None
    return (
        earliest.toordinal() if earliest else _FIRST_DAY,
        latest.toordinal() if latest else _LAST_DAY,
    )


def _year(document: SearchDocument) -> int:
    found = days(document.date) if document.kind == "article" else None
    return date.fromordinal(found[0]).year if found else 0


def _power(least: int) -> int:
    """Return the first power of two that is not below a number."""
    return 1 << max(0, least - 1).bit_length()


def _room(count: int) -> int:
    """Return how many numbers a group has: a power of two, at most three quarters of it taken."""
    return max(LEAST, _power(-(-4 * count // 3)))


def _placed(group: Sequence[SearchDocument], start: int, room: int) -> list[Numbered]:
    """Give each document the first free number of its own row of numbers (double hashing).

    They choose in the order of their hashes, so that who came first does not matter.
    """
    taken = bytearray(room)
    found = []
    for digest, document in sorted(
        ((_digest(each), each) for each in group), key=lambda pair: (pair[0], pair[1].url)
    ):
        at = int.from_bytes(digest[8:12]) % room
        step = int.from_bytes(digest[12:]) | 1  # odd: it comes past every number
        while taken[at]:
            at = (at + step) % room
        taken[at] = 1
        found.append((start + at, document))
    return found


def _digest(document: SearchDocument) -> bytes:
    return hashlib.blake2b(document.url.encode("utf-8", "surrogatepass"), digest_size=16).digest()
