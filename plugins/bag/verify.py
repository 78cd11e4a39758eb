"""Check that this copy of the archive is whole.

It reads every file, compares it with the lists of SHA-256 sums that lie beside it, and names each
file that is missing, added or changed. It needs Python 3.8 or later and nothing else; it opens no
connection and writes nothing. The end status is 0 if the copy is whole, 1 if it is not, and 2 if
there is no copy to check.

    python3 verify.py [FOLDER] [--seal HEX] [--key PUBLIC-KEY]

The lists prove that nothing has changed by accident. Somebody who changes a file on purpose can
change the lists too: compare the seal that is printed with one that came to you another way
(--seal), or check a signature (--key, a minisign public key; needs the program minisign).

The form of the folder is BagIt 1.0 (RFC 8493).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, NamedTuple, Sequence  # noqa: UP035 (Python 3.8)

PAYLOAD = "data"
MANIFEST = "manifest-sha256.txt"
SEALED = "tagmanifest-sha256.txt"
SIGNATURE = SEALED + ".minisig"
# Stricter than the RFC, as these lists are written: a flipped bit leaves no line that still reads.
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)\Z")
_BLOCK = 1 << 20
# What operating systems leave on a stick by themselves; they are told of and are no fault.
_LEFT_FILES = (".DS_Store", "Thumbs.db", ".metadata_never_index")
_LEFT_BESIDE = "._"  # macOS, beside a file on a file system that is not its own
_LEFT_FOLDERS = (
    *("System Volume Information", "$RECYCLE.BIN", ".Trashes", ".Spotlight-V100"),
    *(".fseventsd", ".TemporaryItems"),
)


class Fault(NamedTuple):
    """What is wrong with a file: `kind` is missing, added, changed, unreadable or malformed."""

    kind: str
    path: str
    why: str = ""

    def __str__(self) -> str:
        """Return the fault as one line."""
        return f"{self.kind}: {self.path}" + (f" ({self.why})" if self.why else "")


def check(bag: Path) -> tuple[list[Fault], list[str]]:
    """Return every fault of a bag, by path, and what an operating system has left in it."""
    faults: list[Fault] = []
    sums: dict[str, str] = {}
    for name in (MANIFEST, SEALED):
        _read(bag, name, sums, faults)
    found, left, links = _walk(bag)
    faults += [Fault("added", path, "a link or device") for path in links]
    faults += [Fault("missing", path) for path in sums if path not in found]
    known = {*sums, SEALED, SIGNATURE}
    faults += [Fault("added", path) for path in found if path not in known]
    for path in sorted(set(found) & set(sums)):
        try:
            changed = sha256_of(bag / path) != sums[path]
        except OSError as error:
            faults.append(Fault("unreadable", path, error.strerror or "I/O error"))
        else:
            faults += [Fault("changed", path)] if changed else []
    return sorted(faults, key=lambda each: (each.path, each.kind)), left


def _read(bag: Path, name: str, sums: dict[str, str], faults: list[Fault]) -> None:
    """Add a manifest's sums; the payload's list names files of the payload, the other the rest."""
    try:
        lines = (bag / name).read_bytes().decode("utf-8").split("\n")
    except OSError:
        faults.append(Fault("missing", name))
        return
    except UnicodeDecodeError:
        faults.append(Fault("malformed", name, "it is no UTF-8"))
        return
    for number, line in enumerate(lines, 1):
        entry = _LINE.match(line)
        if line and (entry is None or not _belongs(entry[2], name) or entry[2] in sums):
            faults.append(Fault("malformed", name, f"line {number}"))
        elif entry:
            sums[entry[2]] = entry[1]


def _belongs(path: str, manifest: str) -> bool:
    """Tell whether a path stays within the bag, in the part that a manifest is for."""
    parts = path.split("/")
    inside = not any(part in ("", ".", "..") for part in parts) and "\\" not in path
    return inside and (parts[0] == PAYLOAD) == (manifest == MANIFEST)


def _walk(bag: Path) -> tuple[list[str], list[str], list[str]]:
    """Return the files of a bag, those an operating system left, and what is no plain file."""
    found: list[str] = []
    left: list[str] = []
    links: list[str] = []
    for path in sorted(_entries(bag)):
        relative = path.relative_to(bag).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            links.append(relative)
        elif _is_left(relative):
            left.append(relative)
        elif path.is_file():
            found.append(relative)
    return found, left, links


def _is_left(path: str) -> bool:
    name = path.rpartition("/")[2]
    beside = name in _LEFT_FILES or name.startswith(_LEFT_BESIDE)
    return beside or path.partition("/")[0] in _LEFT_FOLDERS


def _entries(bag: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(bag):
        yield from (Path(folder, name) for name in (*folders, *files))


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal, read block by block."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(_BLOCK), b""):
            digest.update(block)
    return digest.hexdigest()


def seal_of(bag: Path) -> str:
    """Return the bag's seal: the SHA-256 of the list that lists the other list."""
    return sha256_of(bag / SEALED)


def signature_faults(bag: Path, key: str) -> list[Fault]:
    """Check the bag's signature with a minisign public key; return what is wrong with it."""
    program = shutil.which("minisign")
    if program is None:
        return [Fault("unreadable", SIGNATURE, "the program minisign is not installed")]
    if not (bag / SIGNATURE).is_file():
        return [Fault("missing", SIGNATURE)]
    command = [program, "-V", "-q", "-P", key, "-m", str(bag / SEALED), "-x", str(bag / SIGNATURE)]
    good = subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603 (no shell)
    return [] if good else [Fault("changed", SIGNATURE, "it is not by this key, or of this copy")]


def report(bag: Path, seal: str = "", key: str = "") -> int:
    """Print what is wrong with a bag, or that it is whole; return the end status."""
    if not (bag / MANIFEST).is_file() and not (bag / SEALED).is_file():
        sys.stderr.write(f"{bag}: there is no copy of an archive here.\n")
        return 2
    faults, left = check(bag)
    if (bag / SEALED).is_file():
        sys.stdout.write(f"seal: {seal_of(bag)}\n")
        if seal and seal_of(bag) != seal.lower().replace(" ", ""):
            faults.append(Fault("changed", SEALED, "the seal is not the one that you gave"))
    faults += signature_faults(bag, key) if key else []
    sys.stdout.writelines(f"left by an operating system, no part of it: {each}\n" for each in left)
    sys.stdout.writelines(f"{each}\n" for each in faults)
    sys.stdout.write("NOT WHOLE\n" if faults else "WHOLE: every file is as it was listed.\n")
    return 1 if faults else 0


def main(arguments: Sequence[str]) -> int:
    """Check the folder that is named, or the one that this program lies in."""
    parser = argparse.ArgumentParser(prog="verify.py", description="Check a copy of an archive.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--seal", default="", metavar="HEX")
    parser.add_argument("--key", default="", metavar="PUBLIC-KEY")
    chosen = parser.parse_args(arguments)
    return report(chosen.folder.resolve(), chosen.seal, chosen.key)


if __name__ == "__main__":
    _status = main(sys.argv[1:])
    if os.name == "nt" and len(sys.argv) == 1:
        input("Press Enter to close.")
    raise SystemExit(_status)
