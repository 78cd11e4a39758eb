"""Keep captures byte for byte: originals with their manifest, and what could not be read."""

from __future__ import annotations

from .capture import Capture
from .collection import MANIFEST, ORIGINALS, QUARANTINE, Collection
from .report import quoted
from .storing import place_for


def keep_original(capture: Capture, there: Collection) -> str:
    """Put a capture's bytes below originals/ and return their path there; never twice."""
    known = there.originals.get(capture.sha256)
    folder = there.root / ORIGINALS
    if known and (folder / known).is_file():
        return known
    place = place_for(capture.original, capture.sha256, folder, capture.name, there.shelf)
    there.shelf.write(folder / place, capture.original)
    _release(capture, there)
    return place


def quarantine(capture: Capture, reason: str, there: Collection) -> str:
    """Put a capture that cannot be read below quarantine/, with the reason beside it.

    Of an archive too large to hold there is only the reason: it stays where it is.
    """
    folder = there.root / QUARANTINE
    place = place_for(capture.original, capture.sha256, folder, capture.name, there.shelf)
    said = {"name": capture.name, "sha256": capture.sha256, "reason": reason}
    text = "".join(f"{key} = {quoted(value)}\n" for key, value in said.items())
    if capture.file is None:
        there.shelf.write(folder / place, capture.original)
    there.shelf.write(folder / f"{place}.reason.toml", text.encode())
    return f"{QUARANTINE}/{place}"


def _release(capture: Capture, there: Collection) -> None:
    """Take a capture out of the quarantine: it is among the originals now."""
    folder = there.root / QUARANTINE
    place = folder / place_for(capture.original, capture.sha256, folder, capture.name, there.shelf)
    there.shelf.remove(place)
    there.shelf.remove(place.with_name(f"{place.name}.reason.toml"))


def write_manifest(there: Collection) -> None:
    """Bring all files to the disk, then the manifest of the originals, as `sha256sum -c` reads it.

    It is sorted by path, and last: what a crash leaves out of it is imported again.
    """
    there.shelf.flush()
    lines = sorted((place, sha256) for sha256, place in there.originals.items())
    text = "".join(f"{sha256}  {place}\n" for place, sha256 in lines)
    path = there.root / ORIGINALS / MANIFEST
    if text or path.exists():
        there.shelf.write(path, text.encode())
        there.shelf.flush()
