"""Make the pages of a site: leave those that stand, render the others on every core."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from ..corpus.steps import counted, tally
from ..corpus.watching import digest
from .fingerprints import Fingerprints, given
from .page import Page
from .rendering import Renderer
from .standing import Made, Standing, file_state

_FEW = 300  # below this many pages starting workers costs more than they save
_CHUNK = 50

# What a forked worker finds here when it starts: the corpus need not be sent.
_inherited: list[Work] = []


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
    due: list[Due] = []
    for page in pages:
        path = renderer.address(page)
        each = Due(page, path, fingerprints.of(page), given(page))
        before = standing.standing(path, each.fingerprint, each.given)
        if before and leave(root, path, standing.output):
            made.append(before)
        else:
            due.append(each)
    work = Work(renderer, due, root, standing)
    pressed = _pressed(work)
    written = sum(each.written for each in pressed)
    tally("pages written", written)
    tally("left as they were", len(pages) - written)
    return made + [each.made for each in pressed]


@dataclass(frozen=True, slots=True)
class Due:
    """A page that may have to be rendered: where it lies, and what it is made from."""

    page: Page
    path: str
    fingerprint: bytes
    given: bytes


@dataclass(frozen=True, slots=True)
class Work:
    """What workers share: the pages that are due, and what they need to make them."""

    renderer: Renderer
    due: Sequence[Due]
    root: Path
    standing: Standing


@dataclass(frozen=True, slots=True)
class Pressed:
    """A page that was due, and whether it had to be written."""

    made: Made
    written: bool


def _pressed(work: Work) -> list[Pressed]:
    if len(work.due) < _FEW or "fork" not in multiprocessing.get_all_start_methods():
        return [_press(work, each) for each in work.due]
    _inherited.append(work)
    starts = range(0, len(work.due), _CHUNK)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fork) as pool:
        shares = counted("render", pool.map(_press_share, starts), len(work.due))
        pressed = [each for share in shares for each in share]
    _inherited.pop()
    return pressed


def _press_share(start: int) -> list[Pressed]:
    work = _inherited[-1]
    return [_press(work, each) for each in work.due[start : start + _CHUNK]]


def _press(work: Work, due: Due) -> Pressed:
    """Make a page's values, and the page too unless it showed these very values before."""
    valued = work.renderer.value(due.page)
    shown = digest(pickle.dumps(valued.values))
    before = work.standing.resembling(due.path, due.fingerprint)
    if before and before.shown == shown and leave(work.root, due.path, work.standing.output):
        return Pressed(replace(before, given=due.given, read=valued.read), written=False)
    rendered = work.renderer.render(due.page, valued.values)
    write_file(work.root, due.path, rendered.html)
    file = file_state(f"{work.root}/{due.path}")
    made = Made(due.path, due.fingerprint, due.given, valued.read, rendered.looked, shown, file)
    return Pressed(made, written=True)
