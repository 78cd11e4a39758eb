"""Measure that no capture takes more than its share: each bomb alone, then all beside reports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from . import bombs
from .conftest import ROOT, command
from .lost import TOLD
from .row import Row, Size

SECONDS, BYTES = 10.0, 1 << 30
HUNG = 90.0
"""Seconds on the clock after which a command hangs: other work on the machine is waited for."""
USAGE = 2
SIDECAR = 'title = "{title}"\ndate = 2017-03-04\npublisher = "river-post"\n'
REPORTS = 5
AT_ONCE = 2


@dataclass(frozen=True)
class Spent:
    """What a command took, with its children: its status (None: killed), seconds of processor."""

    status: int | None
    seconds: float
    bytes: int


@dataclass(frozen=True)
class Ended:
    """How a bomb ended: imported or quarantined, in what time; then the build of its article."""

    name: str
    imported: Spent
    built: Spent
    accounted: bool

    @property
    def seconds(self) -> float:
        """Return the seconds of the longer one."""
        return max(self.imported.seconds, self.built.seconds)

    @property
    def bytes(self) -> int:
        """Return the bytes of the larger one."""
        return max(self.imported.bytes, self.built.bytes)

    @property
    def is_bounded(self) -> bool:
        """Tell whether both ended in time and memory, and nothing was lost."""
        ended = self.imported.status in {0, 3, 4} and self.built.status == 0
        return ended and self.accounted and self.seconds <= SECONDS and self.bytes <= BYTES


def spent(arguments: Sequence[str], log: Path) -> Spent:
    """Run a command in a session of its own; kill all of it where it hangs."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            arguments, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
        until = time.monotonic() + HUNG
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > until:
                os.killpg(process.pid, signal.SIGKILL)
                _, _, usage = os.wait4(process.pid, 0)
                process.returncode = -signal.SIGKILL
                return Spent(None, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
            time.sleep(0.02)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Spent(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def importing(source: Path, content: Path) -> list[str]:
    """Return the command that imports a folder."""
    return [sys.executable, "-m", "plugins.importer", str(source), str(content)]


def made(folder: Path) -> list[Path]:
    """Make all bombs in a folder; return them sorted."""
    folder.mkdir(parents=True)
    subprocess.run([sys.executable, bombs.__file__, str(folder)], check=True)
    return sorted(folder.iterdir())


def tried(folder: Path, chosen: Sequence[Path]) -> list[Ended]:
    """Import each bomb into a collection of its own, and build that where it has an article."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(lambda bomb: _tried(folder / bomb.name, bomb), chosen))


def _tried(place: Path, bomb: Path) -> Ended:
    put(place / "in", bomb.name, bomb.read_bytes())
    imported = spent(importing(place / "in", place / "content"), place / "import.log")
    built = Spent(0, 0.0, 0)
    if (place / "content" / "articles").is_dir():
        built = spent(command(place / "content", place / "site"), place / "build.log")
    return Ended(bomb.name, imported, built, _is_accounted(place / "import.log"))


def put(folder: Path, name: str, content: bytes) -> None:
    """Write a capture and its sidecar; where the bomb is the title, that is left to the capture."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    said = SIDECAR.format(title=f"On {name}")
    if "title" in name:
        said = said.partition("\n")[2]
    (folder / f"{name}.toml").write_text(said, "utf-8")


def _is_accounted(log: Path) -> bool:
    """Tell whether an import said how what it was given ended."""
    return TOLD.search(log.read_text("utf-8", "replace")) is not None


def beside_reports(folder: Path, chosen: Sequence[Path]) -> int:
    """Import all bombs at once with reports between them; return how many reports are whole."""
    for bomb in chosen:
        put(folder / "in", bomb.name, bomb.read_bytes())
    for number in range(REPORTS):
        text = f"The number {number} ferry left the quay on time, said its owner {'abcde'[number]}."
        name = f"{chosen[number * len(chosen) // REPORTS].name}-report-{number}.txt"
        put(folder / "in", name, f"{text}\n\n{text[::-1]}\n".encode())
    (folder / "content").mkdir()
    import_log = folder / "import.log"
    done = subprocess.run(
        importing(folder / "in", folder / "content"),
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=HUNG * 10,
    )  # fmt: skip
    import_log.write_text(done.stdout + done.stderr, "utf-8")
    articles = [each.read_text("utf-8") for each in (folder / "content/articles").rglob("*.md")]
    return sum(
        any(f"The number {number} ferry left the quay" in each for each in articles)
        for number in range(REPORTS)
    )


def bounded(folder: Path, _size: Size) -> Row:
    """Try every bomb alone, then all beside reports."""
    chosen = made(folder / "bombs")
    ended = tried(folder / "alone", chosen)
    unharmed = beside_reports(folder / "together", chosen)
    late = [each.name for each in ended if not each.is_bounded]
    slowest = max(ended, key=lambda each: each.seconds)
    largest = max(ended, key=lambda each: each.bytes)
    hung = sum(None in {each.imported.status, each.built.status} for each in ended)
    quarantined = sum(each.imported.status == 4 for each in ended)
    measured = (
        f"{len(ended) - len(late)} of {len(ended)} bombs imported or quarantined ({quarantined}) "
        f"and built within both; longest {slowest.seconds:.1f} s of processor ({slowest.name}), "
        f"most {largest.bytes / 1e6:.0f} MB ({largest.name}); {hung} hung; in one batch with them "
        f"{unharmed} of {REPORTS} reports whole"
    )
    if late:
        measured += f"; too much: {', '.join(late)}"
    promised = "each of 40 bombs or more ends in 10 s and 1 GiB, the rest of the batch unharmed"
    return Row("Work is bounded", promised, measured, not late and unharmed == REPORTS)
