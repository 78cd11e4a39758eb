"""Put a finished site in the place of the last one, so that a reader sees one or the other.

A build writes into a staging folder beside the output folder, on the same file system. At the end
what it wrote is brought to the disk, and the two folders are exchanged by one system call
(renameat2 with RENAME_EXCHANGE, Linux 3.15); where that is not to be had (exFAT, other systems),
by two renames, which the next build completes if it must. A build that stops before leaves the
last site as it was; what it left in the staging folder is taken away by the next.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..corpus.problems import SijillError
from .durable import flush_file, flush_tree

# Every site that Sijill built has this file; a folder without it is never replaced.
MARK = Path("data") / "build.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotOurs(SijillError):
    """The output folder holds something that is no archive; nothing was touched."""


class NoRoom(SijillError):
    """The disk has not the room that a build needs; nothing was touched."""


class NotPlaced(SijillError):
    """The finished site could not be put in place; the last one stays."""


def staging_folder(output: Path) -> Path:
    """Return the folder that a build of this output folder writes into."""
    return output.parent / f".sijill-{output.name}-staging"


def _last_folder(output: Path) -> Path:
    return output.parent / f".sijill-{output.name}-last"


def begin(output: Path, mark: Path = MARK) -> Path:
    """Make an empty staging folder for a build, heal what a broken one left, and return it.

    `mark` is the file that says that a folder is of the kind that may be replaced. Raises NotOurs
    where the output folder holds other files, NoRoom where the disk has not the room for a second
    site as large as the last.
    """
    staging, last = staging_folder(output), _last_folder(output)
    if last.exists() and not output.exists():
        last.rename(output)
    if output.exists() and not _may_be_replaced(output, mark):
        raise NotOurs(
            f"{output}: OUTPUT-FOREIGN it holds what Sijill did not write there. "
            "Name an empty folder, or one that does not exist."
        )
    for folder in (staging, last):
        if folder.exists():
            shutil.rmtree(folder)
    staging.mkdir(parents=True)
    require_room(staging, *_size(output))
    return staging


def _may_be_replaced(output: Path, mark: Path) -> bool:
    return output.is_dir() and (not any(output.iterdir()) or (output / mark).is_file())


def _size(folder: Path) -> tuple[int, int]:
    """Return how many bytes and files a folder holds; none where it is not there."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(files), len(files)


def require_room(folder: Path, needed: int, files: int) -> None:
    """Raise NoRoom where the disk that a folder is on has not this many bytes and files free."""
    disk = os.statvfs(folder)
    free = disk.f_bavail * disk.f_frsize
    if free < needed:
        raise NoRoom(
            f"{folder.parent}: OUTPUT-ROOM the disk has {free / 1e6:.1f} MB free and "
            f"{needed / 1e6:.1f} MB are needed beside what is there. Make room, or name a folder "
            "on another disk."
        )
    if disk.f_files and disk.f_favail < files:
        raise NoRoom(
            f"{folder.parent}: OUTPUT-ROOM the disk takes {disk.f_favail} files more and {files} "
            "are needed. Name a folder on another disk."
        )


def publish(output: Path) -> None:
    """Exchange the staging folder and the output folder, and take the old site away.

    The new site is on the disk before it is in place, so that a power cut leaves one or the other
    too. Raises NotPlaced where the system does not let them be written or exchanged.
    """
    staging, last = staging_folder(output), _last_folder(output)
    try:
        flush_tree(staging)
        old = _place(staging, output, last)
    except OSError as error:
        raise NotPlaced(
            f"{output}: OUTPUT-PLACE the finished site cannot be put in place: {error.strerror}. "
            "Name a folder that is no mount point and that you may write beside."
        ) from error
    flush_file(output.parent)
    if old:  # what cannot be taken away now, the next build takes away
        shutil.rmtree(old, ignore_errors=True)


def _place(staging: Path, output: Path, last: Path) -> Path | None:
    """Put the staging folder in the output folder's place; return where the old site is now."""
    if not output.exists():
        staging.rename(output)
        return None
    if _exchange(staging, output):
        return staging
    output.rename(last)
    try:
        staging.rename(output)
    except OSError:
        last.rename(output)
        raise
    return last


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    try:
        result = library.renameat2(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
        )
    except AttributeError:  # a C library older than glibc 2.28
        return False
    return bool(result == 0)


@contextmanager
def lock(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; a second build says so and waits for the first.

    The lock is the process's own (fcntl, not flock): the workers that a killed build leaves
    behind do not hold it on.
    """
    path = output.parent / f".sijill-{output.name}-lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            sys.stderr.write(f"Another build writes {output}; waiting until it has ended.\n")
            fcntl.lockf(file, fcntl.LOCK_EX)
        yield
