"""Bring files to the disk before their names are exchanged, so that a power cut loses neither."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path


def flush_tree(folder: Path) -> None:
    """Wait until everything below a folder is on the disk; raises OSError where it cannot be.

    On Linux by one call for the whole file system (syncfs, which reports errors since 5.8);
    elsewhere file by file.
    """
    if not _flush_file_system(folder):
        for path in sorted(folder.rglob("*")):
            flush_file(path)
        flush_file(folder)


def _flush_file_system(folder: Path) -> bool:
    """Flush the file system that a folder is on; return whether there is a call for it."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)
    return True


def flush_file(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
