"""Put bytes into files that a page opened from disk can load: classic scripts, named by content.

A shard calls `Sijill.shard(name, base64 of gzip)` and lies at `search/xx/<name>.js`, where the
name begins a SHA-256 of what is in it. Shards of a family are found through a tree: each node
lists the first key of each of its children, and their names. Only `search/root.js` has a fixed
name. Keys are compared as JavaScript compares strings, by UTF-16 units.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from .documents import SearchIndexFile
from .varints import varint

NAME_LENGTH = 12
BRANCHES = 256
MARKED = 16  # one key in so many is marked
ROOT = "root"

Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of a family: the first key that is in it, and its bytes."""

    key: str
    content: bytes


class Packed(NamedTuple):
    """A shard as a file: its first key, its name, its path and what is written there."""

    key: str
    name: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Family:
    """The shards of one kind, packed, and the top of the tree that finds them."""

    tree: dict[str, object]
    files: tuple[Packed, ...]


def by_units(text: str) -> bytes:
    """Return the sort key that orders strings as JavaScript does."""
    return text.encode("utf-16-be", "surrogatepass")


def target(total: int, least: int, most: int) -> int:
    """Return how many bytes a shard should have, so that `total` makes no more than `most`.

    It is `least` or that doubled some times: a collection that grows seldom changes it.
    """
    size = least
    while total > size * most:
        size *= 2
    return size


def number_key(number: int) -> str:
    """Return a number as a key: six letters that sort as the number does."""
    return f"{number:06x}"


def with_head(head: str, columns: Iterable[bytes]) -> bytes:
    """Return a head, its length before it, and columns of bytes."""
    written = head.encode()
    return varint(len(written)) + written + b"".join(columns)


def marks(key: str, one_in: int) -> bool:
    """Tell whether a key is one of the few that shards end at.

    Where a shard ends depends on what stands there, not on all that came before: so shards far
    from what is new stay as they are (content-defined chunking).
    """
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % one_in == 0


def runs(sized: Iterable[tuple[str, int, Piece]], full: int) -> Iterator[list[Piece]]:
    """Put neighbours, each with its key and size, into runs of about `full` bytes.

    A run ends at a marked key once it is three quarters full. What does not fit comes into the
    next; what is larger by itself is a run of its own.
    """
    held: list[Piece] = []
    total = 0
    for key, size, piece in sized:
        if held and total + size > full:
            yield held
            held, total = [], 0
        held.append(piece)
        total += size
        if 4 * total >= 3 * full and marks(key, MARKED):
            yield held
            held, total = [], 0
    if held:
        yield held


def pack(shard: Shard) -> Packed:
    """Return the file of a shard; the same bytes give the same file."""
    name = hashlib.sha256(shard.content).hexdigest()[:NAME_LENGTH]
    return Packed(shard.key, name, f"search/{name[:2]}/{name}.js", _script(name, shard.content))


def root_file(root: dict[str, object]) -> SearchIndexFile:
    """Return the file that all else is found through."""
    return SearchIndexFile(f"search/{ROOT}.js", _script(ROOT, compact(root)))


def _script(name: str, content: bytes) -> bytes:
    zipped = gzip.compress(content, 9, mtime=0)
    # The tenth byte names the system that packed (RFC 1952); Python 3.13 writes another than 3.11.
    packed = base64.b64encode(zipped[:9] + b"\xff" + zipped[10:])
    return b'Sijill.shard("%b","%b");\n' % (name.encode(), packed)


def compact(value: object) -> bytes:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def family(shards: Iterable[Packed]) -> Family:
    """Build the tree over packed shards whose first keys are in order."""
    files = list(shards)
    level, depth = files, 0
    while len(level) > BRANCHES:
        level = [_packed_node(run, depth) for run in _branches(level)]
        files += level
        depth += 1
    return Family(_node(level, depth), tuple(files))


def _branches(level: Sequence[Packed]) -> Iterator[list[Packed]]:
    """Yield runs of neighbours, half of BRANCHES at least, that end at a marked key."""
    held: list[Packed] = []
    for each in level:
        if len(held) == BRANCHES or (2 * len(held) >= BRANCHES and marks(each.key, MARKED)):
            yield held
            held = []
        held.append(each)
    yield held


def _packed_node(children: Sequence[Packed], depth: int) -> Packed:
    return pack(Shard(children[0].key, compact(_node(children, depth))))


def _node(children: Sequence[Packed], depth: int) -> dict[str, object]:
    keys = [child.key for child in children]
    return {"depth": depth, "keys": keys, "names": "".join(child.name for child in children)}
