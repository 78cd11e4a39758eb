"""Make the pages of a site: leave those that stand, render the others on every core."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from ..corpus.steps import counted, tally
from .fingerprints import Fingerprints
from .page import Page
from .rendering import Renderer
from .standing import Made, Standing, file_state

_FEW = 300  # below this many pages starting workers costs more than they save
_CHUNK = 50

# What a forked worker finds here when it starts: the corpus need not be sent.
_inherited: list[tuple[Renderer, Sequence[tuple[Page, bytes]], Path]] = []


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


def write_if_new(root: Path, path: str, content: bytes, last: Path) -> None:
    """Write one file of the site, or take it from the last one where it is the same."""
    try:
        same = (last / path).stat().st_size == len(content) and (
            last / path
        ).read_bytes() == content
    except OSError:
        same = False
    if not same or not leave(root, path, last):
        write_file(root, path, content)


def leave(root: Path, path: str, last: Path) -> bool:
    """Have a file of the last site in the new one too, as a second name of it where that goes."""
    old = os.path.join(last, path)  # noqa: PTH118 (as above)
    new = os.path.join(root, path)  # noqa: PTH118 (as above)
    try:
        os.link(old, new)
    except FileNotFoundError:
        if not os.path.exists(old):  # noqa: PTH110 (as above)
            return False
        os.makedirs(os.path.dirname(new), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
        return leave(root, path, last)
    except OSError:  # a file system that has no second names
        shutil.copy2(old, new)
    return True


def press(
    renderer: Renderer, pages: Sequence[Page], root: Path, standing: Standing, ground: bytes
) -> list[Made]:
    """Have every page below the root, and return what each was made from.

    Workers are forked, so that they share the corpus with this process; where the system cannot
    fork, all is done here.
    """
    fingerprints = Fingerprints(renderer.environment, renderer.frame, ground)
    made: list[Made] = []
    fresh: list[tuple[Page, bytes]] = []
    for page in pages:
        path, fingerprint = renderer.address(page), fingerprints.of(page)
        before = standing.standing(path, fingerprint)
        if before and leave(root, path, standing.output):
            made.append(before)
        else:
            fresh.append((page, fingerprint))
    tally("pages written", len(fresh))
    tally("left as they were", len(made))
    return made + _rendered(renderer, fresh, root)


def _rendered(renderer: Renderer, fresh: Sequence[tuple[Page, bytes]], root: Path) -> list[Made]:
    if len(fresh) < _FEW or "fork" not in multiprocessing.get_all_start_methods():
        return _press(renderer, fresh, root)
    _inherited.append((renderer, fresh, root))
    starts = range(0, len(fresh), _CHUNK)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fork) as pool:
        shares = counted("render", pool.map(_press_share, starts), len(fresh))
        made = [each for share in shares for each in share]
    _inherited.pop()
    return made


def _press_share(start: int) -> list[Made]:
    renderer, fresh, root = _inherited[-1]
    return _press(renderer, fresh[start : start + _CHUNK], root)


def _press(renderer: Renderer, fresh: Sequence[tuple[Page, bytes]], root: Path) -> list[Made]:
    made = []
    for page, fingerprint in fresh:
        path = renderer.address(page)
        rendered = renderer.render(page)
        write_file(root, path, rendered.html)
        made.append(Made(path, fingerprint, rendered.read, file_state(root / path)))
    return made
