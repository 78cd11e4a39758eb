"""Find the captures in what `make import` is given: a file, a folder, or a list of files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..corpus.problems import ImportProblems, Problem
from .beside import NO_CAPTURES, Sidecars, records_in
from .capture import Capture
from .sidecars import TABLE
from .unpacking import unpacked

LARGEST = 30_000_000
"""Bytes of a capture; a report is never that long, and cleaning one would take all memory."""
HEAD = 8192
ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"WARC/")
"""How files begin that hold many captures: these may be larger, they are read piece by piece."""
LIST = "-"
ASSETS = frozenset(
    {
        ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".avif", ".mp3",
        ".mp4", ".woff", ".woff2", ".ttf", ".otf",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a capture with its sidecar's path and problems, or the reason why it is none."""

    capture: Capture
    sidecar: str = ""
    problems: tuple[Problem, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What an import was given, as the files in it, sorted; it can be read more than once."""

    files: tuple[Path, ...]

    def inputs(self) -> Iterator[Input]:
        """Yield the inputs of all files, one after the other."""
        sidecars = Sidecars()
        for path in self.files:
            yield from read_inputs(path, sidecars)


def source_of(given: str | Path) -> Source:
    """Return the files of a file, a folder (sorted), or, for "-", of the list on standard input.

    Raises ImportProblems where there is no such file or folder.
    """
    if str(given) == LIST:
        return Source(tuple(Path(line.strip()) for line in sys.stdin if line.strip()))
    path = Path(given)
    if not path.exists():
        raise ImportProblems(f"{path}: there is no such file or folder")
    return Source(tuple(_files(path)))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    shown = (
        each
        for each in sorted(path.rglob("*"))
        if not any(part.startswith(".") for part in each.relative_to(path).parts)
    )
    files = [each for each in shown if not each.is_dir()]
    stems = {each.with_suffix("") for each in files if each.suffix not in NO_CAPTURES}
    for each in files:
        if not _is_sidecar(each, stems) and not _is_part(each, path):
            yield each


def _is_sidecar(path: Path, stems: set[Path]) -> bool:
    """Tell whether a file says something about captures and is none itself."""
    if path.suffix == ".json" and path.is_file():
        return path.with_suffix("") in stems or next(records_in(path), None) is not None
    return path.name == TABLE or path.suffix == ".toml"


def _is_part(path: Path, root: Path) -> bool:
    """Tell whether a file is part of a page saved whole: it lies in NAME_files beside NAME.html."""
    for folder in path.relative_to(root).parents:
        stem = folder.name.removesuffix("_files")
        if stem != folder.name:
            beside = (root / folder.with_name(f"{stem}{suffix}") for suffix in (".html", ".htm"))
            return any(page.is_file() for page in beside)
    return False


def _read(path: Path) -> tuple[int, bytes, Path | None]:
    """Return a file's size and bytes; of a large archive its beginning, and the file itself.

    Raises OSError for what is no file: a link to nowhere, a pipe, which would be waited for.
    """
    if not path.is_file():
        raise OSError("it is no file, or a link to none")
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(HEAD)
        if size > LARGEST and head.startswith(ARCHIVES):
            return size, head, path
        return size, head + file.read(), None


def read_inputs(path: Path, sidecars: Sidecars) -> Iterator[Input]:
    """Yield the captures of a file with its sidecar; what cannot be read is refused, and named."""
    try:
        size, content, file = _read(path)
    except OSError as error:
        yield Input(Capture(path.name, b"", path=str(path)), refused=f"it cannot be read: {error}")
        return
    sidecar = sidecars.of(path, content)
    capture = Capture(
        path.name, content, sidecar.facts, sidecar.restore, sidecar.charset, str(path), file=file
    )
    given = Input(capture, sidecar.path, sidecar.problems)
    if size > LARGEST and not file:
        reason = f"it has {size} bytes; the largest that is read has {LARGEST}"
        yield replace(given, refused=reason)
        return
    if path.suffix.lower() in ASSETS:
        yield replace(given, refused=f"a file of the kind {path.suffix} is no report")
        return
    count = 0
    try:
        for count, each in enumerate(unpacked(capture), 1):  # noqa: B007 - used after the loop
            yield replace(given, capture=each, refused=each.refused)
    except ImportProblems as problem:
        yield replace(given, refused=str(problem))
        return
    except Exception as fault:  # noqa: BLE001 - libraries raise anything on damaged files
        yield replace(given, refused=f"it cannot be unpacked: {type(fault).__name__}: {fault}")
        return
    if not count:
        yield replace(given, refused="there is no capture in it")
