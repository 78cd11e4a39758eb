"""Put a finished site in the place of the last one, so that a reader sees one or the other.

A build writes into a staging folder beside the output folder, on the same file system. At the end
the two are exchanged by one system call (renameat2 with RENAME_EXCHANGE, Linux 3.15); where that
is not to be had (exFAT, other systems), by two renames. A build that stops before leaves the last
site as it was; what it left in the staging folder is taken away by the next.
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

# Every site that Sijill built has this file; a folder without it is never replaced.
MARK = Path("data") / "build.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotOurs(SijillError):
    """The output folder holds something that is no archive; nothing was touched."""


def staging_folder(output: Path) -> Path:
    """Return the folder that a build of this output folder writes into."""
    return output.parent / f".sijill-{output.name}-staging"


def _last_folder(output: Path) -> Path:
    return output.parent / f".sijill-{output.name}-last"


def begin(output: Path) -> Path:
    """Make an empty staging folder for a build, heal what a broken one left, and return it.

    Raises NotOurs where the output folder holds files that no build of Sijill wrote.
    """
    staging, last = staging_folder(output), _last_folder(output)
    if last.exists() and not output.exists():
        last.rename(output)
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        raise NotOurs(
            f"{output}: OUTPUT-FOREIGN this folder holds files that are no archive of Sijill. "
            "Name an empty folder, or one that does not exist: make html OUTPUT=…"
        )
    for folder in (staging, last):
        shutil.rmtree(folder, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def publish(output: Path) -> None:
    """Exchange the staging folder and the output folder, and take the old site away."""
    staging, last = staging_folder(output), _last_folder(output)
    if not output.exists():
        staging.rename(output)
        return
    if _exchange(staging, output):
        shutil.rmtree(staging)
        return
    output.rename(last)
    staging.rename(output)
    shutil.rmtree(last)


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
    """Hold the lock of an output folder; a second build says so and waits for the first."""
    path = output.parent / f".sijill-{output.name}-lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write(f"Another build writes {output}; waiting until it has ended.\n")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
