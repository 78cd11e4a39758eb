"""Render many pages and write them, on every core where that is worth it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .page import Page
from .rendering import Renderer

_FEW = 300  # below this many pages starting workers costs more than they save
_CHUNK = 50

# What a forked worker finds here when it starts: pages hold functions, which cannot be sent.
_inherited: list[tuple[Renderer, Sequence[Page], Path]] = []


def write_file(root: Path, path: str, content: bytes) -> None:
    """Write one file of the site below its root."""
    target = os.path.join(root, path)  # noqa: PTH118 (a third of the time of a Path, for each file)
    try:
        file = open(target, "wb")  # noqa: PTH123, SIM115 (as above)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
        file = open(target, "wb")  # noqa: PTH123, SIM115 (as above)
    with file:
        file.write(content)


def press(renderer: Renderer, pages: Sequence[Page], root: Path) -> None:
    """Render the pages and write them below the root.

    Workers are forked, so that they share the corpus with this process and send nothing back;
    where the system cannot fork, all is done here.
    """
    if len(pages) < _FEW or "fork" not in multiprocessing.get_all_start_methods():
        _press(renderer, pages, root)
        return
    _inherited.append((renderer, pages, root))
    starts = range(0, len(pages), _CHUNK)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fork) as pool:
        for _ in pool.map(_press_share, starts):
            pass
    _inherited.pop()


def _press_share(start: int) -> None:
    renderer, pages, root = _inherited[-1]
    _press(renderer, pages[start : start + _CHUNK], root)


def _press(renderer: Renderer, pages: Sequence[Page], root: Path) -> None:
    for page in pages:
        write_file(root, renderer.address(page), renderer.render(page))
