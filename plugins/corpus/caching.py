"""Name the files in which a room keeps what it made for the next build, and say what made it.

Such a file lies outside the content, below Pelican's CACHE_PATH; deleting it costs time and nothing
else. What it holds is good only for the code that wrote it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_PLUGINS = Path(__file__).resolve().parent.parent
_CODE = frozenset((".py", ".toml", ".json", ".tsv"))


def cache_file(folder: Path, what: str, content: Path) -> Path:
    """Return the file for what is made of a content folder: one for each."""
    name = sha256(str(content.resolve()).encode()).hexdigest()[:12]
    return folder / f"{what}-{name}.sqlite"


@cache
def code_of(rooms: tuple[str, ...], libraries: tuple[str, ...]) -> bytes:
    """Return a hash of the source of some rooms, of the versions of libraries, and of Python's."""
    made_with = [sys.version, *(f"{each}={version(each)}" for each in libraries)]
    digest = sha256("\n".join(made_with).encode())
    for path in _sources(rooms):
        digest.update(path.read_bytes())
    return digest.digest()


def _sources(rooms: Iterable[str]) -> Iterable[Path]:
    for room in rooms:
        yield from sorted(path for path in (_PLUGINS / room).rglob("*") if path.suffix in _CODE)
