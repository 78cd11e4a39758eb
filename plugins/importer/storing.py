"""Write files so that a reader, or the next run after a crash, never sees half of one."""

from __future__ import annotations

import os
import re
from pathlib import Path

from unidecode import unidecode

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
LONGEST_NAME = 80


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file by way of a temporary one beside it; return False where it has these bytes.

    The bytes are on the disk before the name changes (fsync, then rename).
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".sijill-{os.getpid()}-{path.name}")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return True


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


def place_for(content: bytes, sha256: str, folder: Path, stem: str, suffix: str) -> str:
    """Return where below a folder the bytes go: `<2 hex>/<stem><suffix>`, never onto others."""
    stem = portable_stem(stem) or sha256
    for name in (stem, f"{stem}-{sha256[:8]}", sha256):
        place = f"{sha256[:2]}/{name}{suffix}"
        path = folder / place
        if not path.exists() or path.read_bytes() == content:
            return place
    return place
