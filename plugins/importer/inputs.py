"""Find the captures in what `make import` is given: a file, or a folder of them, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..corpus.problems import ImportProblems, Problem
from .capture import Capture
from .sidecars import is_sidecar, sidecar_of

LARGEST = 30_000_000
"""Bytes of a capture; a report is never that long, and cleaning one would take all memory."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a capture with its sidecar's path and problems, or the reason why it is none."""

    capture: Capture
    sidecar: str = ""
    problems: tuple[Problem, ...] = ()
    refused: str = ""


def inputs_from(source: Path) -> Iterator[Input]:
    """Yield the inputs of a file or folder in the order of their paths.

    Raises ImportProblems where there is no such file or folder.
    """
    if not source.exists():
        raise ImportProblems(f"{source}: there is no such file or folder")
    for path in _files(source):
        yield read_input(path)


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
        return
    for path in sorted(source.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
        if path.is_file() and not hidden and not is_sidecar(path):
            yield path


def read_input(path: Path) -> Input:
    """Read a capture with its sidecar; one too large is refused unread but for its first part."""
    sidecar = sidecar_of(path)
    size = path.stat().st_size
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    capture = Capture(
        path.name, content, sidecar.facts, sidecar.restore, sidecar.charset, str(path)
    )
    refused = (
        f"it has {size} bytes; the largest that is read has {LARGEST}" if size > LARGEST else ""
    )
    if refused:
        capture = replace(capture, content=path.read_bytes())
    return Input(capture, sidecar.path, sidecar.problems, refused)
