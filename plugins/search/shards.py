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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .documents import SearchIndexFile

NAME_LENGTH = 12
BRANCHES = 256
ROOT = "root"


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of a family: the first key that is in it, and its bytes."""

    key: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Family:
    """The shards of one kind, packed, and the top of the tree that finds them."""

    tree: dict[str, object]
    files: tuple[SearchIndexFile, ...]


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


def pack(content: bytes) -> tuple[str, SearchIndexFile]:
    """Return the name and the file of a shard; the same bytes give the same file."""
    name = hashlib.sha256(content).hexdigest()[:NAME_LENGTH]
    return name, SearchIndexFile(f"search/{name[:2]}/{name}.js", _script(name, content))


def root_file(root: dict[str, object]) -> SearchIndexFile:
    """Return the file that all else is found through."""
    return SearchIndexFile(f"search/{ROOT}.js", _script(ROOT, compact(root)))


def _script(name: str, content: bytes) -> bytes:
    zipped = gzip.compress(content, 9, mtime=0)
    # The tenth byte names the system that packed (RFC 1952); Python 3.13 writes another than 3.11.
    packed = base64.b64encode(zipped[:9] + b"\xff" + zipped[10:]).decode()
    return f'Sijill.shard("{name}","{packed}");\n'.encode()


def compact(value: object) -> bytes:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def pack_all(shards: Sequence[Shard]) -> tuple[tuple[str, SearchIndexFile], ...]:
    """Pack shards; pure, so that a worker can do it."""
    return tuple(pack(shard.content) for shard in shards)


def family(keys: Sequence[str], packed: Iterable[tuple[str, SearchIndexFile]]) -> Family:
    """Build the tree over packed shards whose first keys are in order."""
    names, files = [], []
    for name, file in packed:
        names.append(name)
        files.append(file)
    depth = 0
    while len(names) > BRANCHES:
        nodes = list(_nodes(keys, names, depth))
        keys = [key for key, _, _ in nodes]
        names = [name for _, name, _ in nodes]
        files += [file for _, _, file in nodes]
        depth += 1
    return Family(_node(keys, names, depth), tuple(files))


def _nodes(
    keys: Sequence[str], names: Sequence[str], depth: int
) -> Iterator[tuple[str, str, SearchIndexFile]]:
    for start in range(0, len(names), BRANCHES):
        part = slice(start, start + BRANCHES)
        name, file = pack(compact(_node(keys[part], names[part], depth)))
        yield keys[start], name, file


def _node(keys: Sequence[str], names: Sequence[str], depth: int) -> dict[str, object]:
    return {"depth": depth, "keys": list(keys), "names": "".join(names)}
