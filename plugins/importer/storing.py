"""Write files so that a reader, or the next run after a crash, never sees half of one."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from unidecode import unidecode

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
LONGEST_NAME = 80
TOGETHER = 64
"""Files that go to the disk together."""
THREADS = 16


@dataclass(slots=True)
class Shelf:
    """Files on their way to the disk: written aside, made durable together, renamed in order.

    Reading sees them already. After a crash, those renamed are whole, and the others are as they
    were; leftovers are swept by the next run (`sweep`). Waiting for the disk once for many files
    is what makes it fast: one fsync after the other takes longer than the cleaning.
    """

    waiting: dict[Path, bytes | None] = field(default_factory=dict)

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes, or None where there is no such file."""
        if path in self.waiting:
            return self.waiting[path]
        return path.read_bytes() if path.is_file() else None

    def text(self, path: Path) -> str:
        """Return a file's text, empty where there is no such file."""
        return (self.read(path) or b"").decode("utf-8", "replace")

    def write(self, path: Path, content: bytes) -> None:
        """Put a file on the shelf, unless it has these bytes already."""
        if self.read(path) == content:
            return
        self.waiting.pop(path, None)
        self.waiting[path] = content
        if len(self.waiting) >= TOGETHER:
            self.flush()

    def remove(self, path: Path) -> None:
        """Take a file away, after all that was put on the shelf before."""
        if self.read(path) is not None:
            self.waiting.pop(path, None)
            self.waiting[path] = None

    def flush(self) -> None:
        """Bring all files to the disk: bytes first, then names in the order they were put."""
        written = [(path, content) for path, content in self.waiting.items() if content is not None]
        with ThreadPoolExecutor(THREADS) as threads:
            asides = dict(
                zip((p for p, _ in written), threads.map(_written_aside, written), strict=True)
            )
        for path in self.waiting:
            if path in asides:
                asides[path].replace(path)
            else:
                path.unlink(missing_ok=True)
        self.waiting.clear()


def _written_aside(file: tuple[Path, bytes]) -> Path:
    """Write a file's bytes beside its place, and wait until they are on the disk."""
    path, content = file
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".sijill-{os.getpid()}-{path.name}")
    with aside.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    return aside


def sweep(root: Path) -> None:
    """Remove the temporary files that a killed run left behind."""
    for aside in sorted(root.rglob(".sijill-*-*")):
        if aside.is_file():
            aside.unlink()


def portable_stem(name: str) -> str:
    """Return an ASCII stem that every file system takes, from any name; may be empty.

    Letters, digits, - and _ in lower case, at most 80 characters, no name that Windows reserves.
    """
    stem = (
        re.sub(r"[^a-z0-9_-]+", "-", unidecode(name).lower()).strip("-")[:LONGEST_NAME].strip("-")
    )
    return f"{stem}-" if RESERVED.match(stem) else stem


def place_for(content: bytes, sha256: str, folder: Path, name: str, shelf: Shelf) -> str:
    """Return where below a folder the bytes go: `<2 hex>/<stem><suffix>`, never onto others."""
    path = Path(name)
    suffix = path.suffix.lower()
    suffix = suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ""
    stem = portable_stem(path.stem) or sha256
    places = [f"{sha256[:2]}/{each}{suffix}" for each in (stem, f"{stem}-{sha256[:8]}", sha256)]
    free = (place for place in places if shelf.read(folder / place) in {None, content})
    return next(free, places[-1])
