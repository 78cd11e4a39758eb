"""Write a copy: beside its place first, read back from the disk, then put there in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from ..corpus.problems import SijillError
from ..writing.durable import flush_tree
from ..writing.publishing import begin, lock, publish, require_room
from . import verify
from .payload import Item, about, payload
from .verify import MANIFEST, PAYLOAD, SEALED, SIGNATURE, check, seal_of
from .words import OPEN_ME, VERIFY

# A folder without this file is no copy that was made here, and is never replaced.
MARK = Path(PAYLOAD) / "data" / "build.json"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_BLOCK = 1 << 20
_TAGS_ROOM = 200_000  # bytes, for the files beside the payload without its list


class NotWhole(SijillError):
    """What was written is not what was read back: the stick is bad, or full, or was pulled out."""


class NotSigned(SijillError):
    """The copy could not be signed."""


def make_bag(
    site: Path, to: Path, content: Path | None = None, *, sign: Path | None = None, epoch: str = ""
) -> str:
    """Copy a built site, and the originals of `content` if given, to a folder; return the seal.

    `sign` is a minisign secret key; `epoch` the bag's date in seconds since 1970 (what
    SOURCE_DATE_EPOCH holds), left out where it is empty. The same input gives the same bytes.
    Raises SijillError; then the folder is as it was.
    """
    site, to = site.resolve(), to.resolve()
    if to.is_mount() or to.is_relative_to(site):
        raise NotWhole(f"{to}: BAG-PLACE name a folder on the stick, as {to / 'archive'}")
    items = payload(site, content)
    with lock(to):
        staging = begin(to, MARK)
        require_room(staging, sum(each.size for each in items) + _TAGS_ROOM, len(items))
        _write(items, staging, _information(items, about(site), epoch))
        _read_back(staging)
        if sign:
            _sign(staging, sign)
        seal = seal_of(staging)
        publish(to)
    return seal


def _write(items: Iterable[Item], bag: Path, information: str) -> None:
    sums = {each.path: _copy(each.source, bag / each.path) for each in items}
    tags = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": information.encode(),
        "open-me.html": OPEN_ME.encode(),
        "VERIFY.txt": VERIFY.encode(),
        "verify.py": Path(verify.__file__).read_bytes(),
        MANIFEST: _listed(sums),
    }
    for name, content in tags.items():
        (bag / name).write_bytes(content)
    tag_sums = {name: hashlib.sha256(content).hexdigest() for name, content in tags.items()}
    (bag / SEALED).write_bytes(_listed(tag_sums))


def _copy(source: Path, target: Path) -> str:
    """Copy a file and return the SHA-256 of what was read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        for block in iter(lambda: read.read(_BLOCK), b""):
            digest.update(block)
            written.write(block)
    return digest.hexdigest()


def _listed(sums: Mapping[str, str]) -> bytes:
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


def _information(items: Iterable[Item], told: Mapping[str, object], epoch: str) -> str:
    """Return bag-info.txt: what RFC 8493, § 2.2.2, has a name for."""
    sizes = [each.size for each in items]
    lines = [
        ("Bag-Software-Agent", "Sijill"),
        ("External-Description", f"{told.get('title', '')} ({told.get('edition', '')} edition)"),
        ("Payload-Oxum", f"{sum(sizes)}.{len(sizes)}"),
    ]
    if epoch:
        day = datetime.fromtimestamp(int(epoch), UTC).date()
        lines.append(("Bagging-Date", day.isoformat()))
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in sorted(lines))


def _read_back(bag: Path) -> None:
    """Read the copy from the disk, not from memory, and compare it with its lists."""
    flush_tree(bag)
    for path in sorted(each for each in bag.rglob("*") if each.is_file()):
        _forget(path)
    faults, _ = check(bag)
    if faults:
        listed = "".join(f"\n  {each}" for each in faults)
        raise NotWhole(f"{bag.parent}: BAG-WRITTEN the disk gives back other bytes:{listed}")


def _forget(path: Path) -> None:
    """Have the system drop a file from memory, where it can be told to."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sign(bag: Path, key: Path) -> None:
    """Sign the list of lists with minisign; the program asks for the key's password."""
    program = shutil.which("minisign")
    if program is None:
        raise NotSigned(
            "BAG-SIGN the program minisign is not installed. Install it, or do not sign."
        )
    command = [program, "-S", "-s", str(key), "-m", str(bag / SEALED), "-x", str(bag / SIGNATURE)]
    comments = ["-c", "signature of an archive", "-t", "Sijill"]
    if subprocess.run([*command, *comments], check=False).returncode != 0:  # noqa: S603 (no shell)
        raise NotSigned(f"{key}: BAG-SIGN minisign did not sign with this key.")
