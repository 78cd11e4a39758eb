"""Measure what a command costs: wall time, CPU time with its children, peak memory.

The command is started by a small process of its own (this file, run as a program): the kernel
counts as a process's peak what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds, CPU seconds, the most megabytes that one process held."""

    wall: float
    cpu: float
    memory: float
    printed: str = ""


class Failed(Exception):
    """A command that is measured did not end well; what it printed is the message."""


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command and return its cost, all its processes taken together.

    Raises Failed.
    """
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as printed:
        starter = [sys.executable, "-S", "-E", __file__, printed.name, *command]
        started = subprocess.run(
            starter,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            check=True,
        )
        text = printed.read()
    status, wall, cpu, memory = json.loads(started.stdout)
    if status:
        raise Failed(f"{' '.join(command)}\n{text[-2000:]}")
    return Cost(wall, cpu, memory, text)


def _start(printed: str, command: Sequence[str]) -> None:
    """Run a command and print its status, seconds, CPU seconds and megabytes."""
    with Path(printed).open("w", encoding="utf-8") as file:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=file)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps((process.returncode, wall, cpu, used.ru_maxrss / 1024)))


if __name__ == "__main__":
    _start(sys.argv[1], sys.argv[2:])
