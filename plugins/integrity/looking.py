"""Look at the pages that have to be read, on every core where there are many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .checked import packed
from .faults import Fault, Point, faults_of, points_of
from .pages import see

_FEW = 300  # below this many pages starting workers costs more than they save
_CHUNK = 40

# The site that a worker looks at, told when it starts.
_site: list[tuple[Path, frozenset[str]]] = []


@dataclass(frozen=True, slots=True)
class Looked:
    """A page that was read: its faults, what it points at, its places, and what to remember."""

    path: str
    faults: tuple[Fault, ...]
    points: tuple[Point, ...]
    places: frozenset[str]
    packed: bytes


def look_all(root: Path, paths: Sequence[str], files: frozenset[str]) -> Iterator[Looked]:
    """Yield each of the pages, in order."""
    if len(paths) < _FEW:
        yield from (_looked(root, path, files) for path in paths)
        return
    with ProcessPoolExecutor(os.cpu_count(), initializer=_learn, initargs=(root, files)) as pool:
        yield from pool.map(_look, paths, chunksize=_CHUNK)


def _learn(root: Path, files: frozenset[str]) -> None:
    _site[:] = [(root, files)]


def _look(path: str) -> Looked:
    root, files = _site[0]
    return _looked(root, path, files)


def _looked(root: Path, path: str, files: frozenset[str]) -> Looked:
    page = see(root, path)
    return Looked(
        path,
        tuple(faults_of(path, page, files)),
        tuple(points_of(path, page, files)),
        page.places,
        packed(page),
    )
