"""Know what each step of a build took."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_taken: list[Step] = []


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a build, the seconds it took, and the CPU seconds of it and its workers."""

    name: str
    wall: float
    cpu: float


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measure what is done within; steps of one name add up."""
    wall, cpu = time.perf_counter(), _cpu()
    try:
        yield
    finally:
        _taken.append(Step(name, time.perf_counter() - wall, _cpu() - cpu))


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


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
    """Return the steps as lines of a table."""
    lines = (f"{each.name:<12}{each.wall:>8.2f} s{each.cpu:>8.2f} s CPU\n" for each in taken)
    return "".join(lines)
