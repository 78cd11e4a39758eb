"""Keep captures byte for byte: originals with their manifest, and what could not be read."""

from __future__ import annotations

from pathlib import Path

from .capture import Capture
from .collection import MANIFEST, ORIGINALS, QUARANTINE, Collection
from .report import quoted
from .storing import place_for, write_atomically


def keep_original(capture: Capture, there: Collection) -> str:
    """Write a capture's bytes below originals/ and return its path there; never twice."""
    known = there.originals.get(capture.sha256)
    folder = there.root / ORIGINALS
    if known and (folder / known).is_file():
        return known
    place = _place(capture, folder)
    write_atomically(folder / place, capture.original)
    release(capture, there.root)
    return place


def quarantine(capture: Capture, reason: str, root: Path) -> str:
    """Write a capture that cannot be read below quarantine/, with the reason beside it."""
    folder = root / QUARANTINE
    place = _place(capture, folder)
    write_atomically(folder / place, capture.original)
    said = {"name": capture.name, "sha256": capture.sha256, "reason": reason}
    text = "".join(f"{key} = {quoted(value)}\n" for key, value in said.items())
    write_atomically(folder / f"{place}.reason.toml", text.encode())
    return f"{QUARANTINE}/{place}"


def release(capture: Capture, root: Path) -> None:
    """Remove a capture from the quarantine: it is among the originals now."""
    place = root / QUARANTINE / _place(capture, root / QUARANTINE)
    for path in (place, place.with_name(f"{place.name}.reason.toml")):
        path.unlink(missing_ok=True)


def _place(capture: Capture, folder: Path) -> str:
    path = Path(capture.name)
    suffix = path.suffix.lower()
    plain = suffix[1:].isascii() and suffix[1:].isalnum()
    return place_for(capture.original, capture.sha256, folder, path.stem, suffix if plain else "")


def write_manifest(there: Collection) -> None:
    """Write the manifest, sorted by path, in the form that `sha256sum -c` reads."""
    lines = sorted((place, sha256) for sha256, place in there.originals.items())
    text = "".join(f"{sha256}  {place}\n" for place, sha256 in lines)
    path = there.root / ORIGINALS / MANIFEST
    if text or path.exists():
        write_atomically(path, text.encode())
