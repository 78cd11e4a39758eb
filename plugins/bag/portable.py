"""Find the names that some file system would refuse, change, or take for another's.

The rules are those of FAT32, exFAT and Windows together: Microsoft, "Naming Files, Paths, and
Namespaces", and "exFAT file system specification", § 7.7; ASCII, since macOS writes accents in
another form than it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import ceil

from ..corpus.addresses import DEVICE
from ..corpus.problems import Problem

_REFUSED = re.compile(r'[^ -~]|[<>:"\\|?*%]')
LONGEST_NAME = 120
LONGEST_PATH = 200  # Windows takes 260 in all, with the drive and the folders above the copy
LARGEST_FILE = 2**32 - 1  # bytes; FAT32
FOLDER_ENTRIES = 65_534  # FAT32; a long name takes one entry more for each 13 letters

Sizes = Mapping[str, int]


def unportable(sizes: Sizes) -> Iterator[Problem]:
    """Yield what is wrong with the paths (relative, with "/") of files, given their sizes."""
    for path, size in sorted(sizes.items()):
        for wrong in dict.fromkeys(_wrong(path, size)):
            yield Problem(path, 1, *wrong)
    yield from _collisions(sizes)
    yield from _full_folders(sizes)


def _wrong(path: str, size: int) -> Iterator[tuple[str, str, str]]:
    for name in path.split("/"):
        if found := _REFUSED.search(name):
            wrong = f'"{name}" has the character {found[0]!a}.'
            yield "NAME-CHARACTER", wrong, "Use a-z, 0-9, - and _."
        if DEVICE.match(name):
            yield "NAME-RESERVED", f'"{name}" is a device on Windows.', "Choose another name."
        if name != name.strip(" ") or name.endswith("."):
            wrong = f'"{name}" begins or ends in a space, or ends in a dot.'
            yield "NAME-ENDING", wrong, "Windows would take it away: choose another name."
        if len(name) > LONGEST_NAME:
            yield "NAME-LENGTH", f"a name of {len(name)} letters.", f"At most {LONGEST_NAME}."
    if len(path) > LONGEST_PATH:
        yield "NAME-LENGTH", f"a path of {len(path)} letters.", f"At most {LONGEST_PATH}."
    if size > LARGEST_FILE:
        yield "FILE-SIZE", f"{size} bytes are more than FAT32 takes.", "Split the file."


def _collisions(paths: Sizes) -> Iterator[Problem]:
    """Yield the paths that differ from another in the case of letters alone, folders too."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        parts = path.split("/")
        for length in range(1, len(parts) + 1):
            part = "/".join(parts[:length])
            first = seen.setdefault(part.casefold(), part)
            if first != part:
                wrong = f'"{part}" is the same name as "{first}" where case does not count.'
                yield Problem(path, 1, "NAME-CASE", wrong, "Rename one of them.")
                break


def _full_folders(paths: Sizes) -> Iterator[Problem]:
    entries: dict[str, int] = {}
    names = {
        tuple(path.split("/")[:end]) for path in paths for end in range(1, path.count("/") + 2)
    }
    for *folder, name in names:
        above = "/".join(folder)
        entries[above] = entries.get(above, 2) + 1 + ceil(len(name) / 13)
    for folder_path, count in sorted(entries.items()):
        if count > FOLDER_ENTRIES:
            wrong = f"the folder needs {count} entries; FAT32 has {FOLDER_ENTRIES}."
            yield Problem(folder_path, 1, "FOLDER-FULL", wrong, "Make a stick with exFAT.")
