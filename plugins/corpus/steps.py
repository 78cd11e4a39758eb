"""Know what each step of a build took and how far it is; tell whoever watches.

A room opens a step, and counts within it where there is something to count. What was done in all
(pages written, pages left as they were) is added up by name for the summary.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

_taken: list[Step] = []
_tallies: dict[str, int] = {}
_watchers: list[Watcher] = []
_Part = TypeVar("_Part", bound=Sized)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a build, the seconds it took, and the CPU seconds of it and its workers."""

    name: str
    wall: float
    cpu: float


class Watcher(Protocol):
    """Whoever shows the steps while they go on."""

    def begun(self, name: str) -> None:
        """Hear that a step begins."""

    def counted(self, name: str, done: int, total: int) -> None:
        """Hear how much of a step is done."""

    def ended(self, name: str) -> None:
        """Hear that a step is over, done or broken off."""


def watch(watcher: Watcher) -> None:
    """Have a watcher told of all steps from now on."""
    _watchers.append(watcher)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measure what is done within; steps of one name add up."""
    wall, cpu = time.perf_counter(), _cpu()
    for each in _watchers:
        each.begun(name)
    try:
        yield
    finally:
        _taken.append(Step(name, time.perf_counter() - wall, _cpu() - cpu))
        for each in _watchers:
            each.ended(name)


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def count(name: str, done: int, total: int) -> None:
    """Say that `done` of `total` things of a step are done."""
    for each in _watchers:
        each.counted(name, done, total)


def counted(name: str, parts: Iterable[_Part], total: int) -> Iterator[_Part]:
    """Yield the parts as they come, each of some of the `total` things of a step, and count."""
    done = 0
    for part in parts:
        done += len(part)
        count(name, done, total)
        yield part


def tally(what: str, number: int) -> None:
    """Add to what the summary says was done: `tally("pages written", 12)`."""
    _tallies[what] = _tallies.get(what, 0) + number


def steps() -> tuple[Step, ...]:
    """Return the steps so far, in the order that they first began."""
    names = dict.fromkeys(each.name for each in _taken)
    return tuple(
        Step(
            name,
            sum(each.wall for each in _taken if each.name == name),
            sum(each.cpu for each in _taken if each.name == name),
        )
        for name in names
    )


def table(taken: tuple[Step, ...]) -> str:
    """Return the steps as lines of a table: name, seconds, share of them all, CPU seconds."""
    whole = sum(each.wall for each in taken) or 1.0
    lines = (
        f"{each.name:<12}{each.wall:>8.2f} s{each.wall / whole:>6.0%}{each.cpu:>9.2f} s CPU\n"
        for each in taken
    )
    return "".join(lines)


def summary() -> str:
    """Return the line that sums a build up: what was done, and in what time."""
    done = [f"{number:,} {what}" for what, number in _tallies.items()]
    seconds = sum(each.wall for each in steps())
    return f"{', '.join(done) or 'Built'} in {seconds:.1f} s.\n"
