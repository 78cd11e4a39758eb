"""Break a publication at each of its system calls, and see what a reader then has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .conftest import tree

PUBLISHER = Path(__file__).parent / "publisher.py"
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
# What a publication does to the disk. `openat` is also what starting the interpreter is made of.
CALLS = (
    *("rename", "renameat2", "syncfs", "fsync", "mkdir", "unlink", "unlinkat", "rmdir", "write"),
    *("openat", "close", "newfstatat", "getdents64", "fcntl", "statfs"),
)
# A system without the exchange of two folders (exFAT): the way by two renames.
NO_EXCHANGE = ("-e", "inject=renameat2:error=EINVAL")


@dataclass(frozen=True)
class Outcome:
    """What is there after a broken publication: old, new, missing (healed by the next) or torn."""

    point: str
    state: str
    healed: bool
    mess: tuple[str, ...]


def works() -> bool:
    """Tell whether strace can inject faults here."""
    if not shutil.which("strace"):
        return False
    command = ["strace", "-qq", "-o", os.devnull, "-e", "inject=getppid:error=EIO", "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def sweep(
    folder: Path, calls: Sequence[str], faults: Sequence[str], *, exchange: bool = True
) -> Iterator[Outcome]:
    """Yield an outcome for each point: each fault at the n-th of each call, while there is one."""
    for call in calls:
        for fault in faults:
            number = 1
            while outcome := _try(folder / "site", f"{call}:{fault}:when={number}", exchange):
                yield outcome
                number += 1


def _try(output: Path, point: str, exchange: bool) -> Outcome | None:
    """Publish with a fault at a point; None where the publication has no such point."""
    output.parent.mkdir(exist_ok=True)
    for left in output.parent.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    _publish(output, "old")
    old = tree(output)
    log = output.parent / "strace.log"
    broken = [] if exchange else NO_EXCHANGE
    traced = ["strace", "-f", "-qq", "-o", str(log), *broken, "-e", f"inject={point}"]
    _publish(output, "new", traced)
    if not _injected(log, point):
        return None
    log.unlink()
    state = _state(output, old)
    healed = _publish(output, "newest") == 0 and set(tree(output).values()) == {b"newest"}
    mess = (each.name for each in output.parent.iterdir() if each.name != output.name)
    return Outcome(point, state, healed, tuple(each for each in mess if not each.endswith("-lock")))


def _injected(log: Path, point: str) -> bool:
    """Tell whether the fault was met: strace notes it, but for a death, which the log ends in."""
    text = log.read_text("utf-8", "replace") if log.exists() else ""
    name = point.partition(":")[0]
    met = any("(INJECTED)" in line and f"{name}(" in line for line in text.splitlines())
    return met or "killed by SIGKILL" in text


def _publish(output: Path, text: str, traced: Sequence[str] = ()) -> int:
    command = [*traced, sys.executable, "-I", "-S", str(PUBLISHER), str(output), text]
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, capture_output=True, check=False, env=environment, timeout=60
    ).returncode


def _state(output: Path, old: dict[str, bytes]) -> str:
    if not output.exists():
        return "missing"
    found = tree(output)
    if found == old:
        return "old"
    return "new" if found == dict.fromkeys(old, b"new") else "torn"
