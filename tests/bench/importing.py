"""Measure an import of many captures: how fast, in how much memory, and what a kill leaves.

    python -m tests.bench.importing [COUNT] [--seed N] [--workers N]

Captures are made from a seed (made_captures.py). The rate is told as a ratio to trafilatura's own
(main text and metadata, nothing written) on the same pages and as many processes, asked before and
after; the import is a command of its own, its start counted in. Memory is the peak (VmHWM) of the
process that files and of the largest one that cleans; a quarter of the captures tells how it grows.
The import is killed with SIGKILL when half is filed, run again, and compared with the one that was
not. The last line is JSON; the exit status is 1 where a floor of floors.toml is broken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .made_captures import expected, write_captures

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = Path(__file__).with_name("floors.toml")
ENDED = re.compile(r"^\d+ captures: (\d+) imported, (\d+) already there, (\d+) quar", re.MULTILINE)
LARGE = 2000
"""Captures from which growth is judged: before, processes are still growing to their size."""
LOOK = 0.1
"""Seconds between two looks at the processes."""


@dataclass(frozen=True, slots=True)
class Run:
    """An import that ended: seconds, how captures ended, peak kilobytes of filer and cleaners."""

    seconds: float
    ended: tuple[int, int, int]
    filing: int
    cleaning: int


def read_by_trafilatura(path: str) -> int:
    """Read a page by trafilatura alone; return the characters of its text."""
    import trafilatura  # noqa: PLC0415 - in the worker

    logging.disable(logging.CRITICAL)
    page = Path(path).read_text("utf-8")
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    return len(found.text or "") if found else 0


def rate_of_trafilatura(folder: Path, workers: int) -> float:
    """Return the pages a second that trafilatura reads with so many processes."""
    pages = [str(path) for path in sorted(folder.glob("*.html"))]
    start = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        for _ in pool.map(read_by_trafilatura, pages, chunksize=8):
            pass
    return len(pages) / (time.perf_counter() - start)


def command(captures: Path, content: Path, workers: int) -> list[str]:
    """Return the command that imports."""
    options = ["--workers", str(workers)]
    return [sys.executable, "-m", "plugins.importer", str(captures), str(content), *options]


def imported(captures: Path, content: Path, workers: int) -> Run:
    """Import, and look at the processes while it runs."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(command(captures, content, workers), cwd=ROOT, stdout=printed)
        filing, cleaning = 0, 0
        while process.poll() is None:
            filing = max(filing, _peak(process.pid))
            cleaning = max([cleaning, *map(_peak, _children(process.pid))])
            time.sleep(LOOK)
        seconds = time.perf_counter() - start
        printed.seek(0)
        found = ENDED.search(printed.read())
    ended = tuple(map(int, found.groups())) if found else (0, 0, 0)
    return Run(seconds, (ended[0], ended[1], ended[2]), filing, cleaning)


def killed_halfway(captures: Path, content: Path, workers: int, half: int) -> int:
    """Import until half is filed, and kill; return how many articles were there."""
    process = subprocess.Popen(
        command(captures, content, workers),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None and _articles(content) < half:
        time.sleep(LOOK)
    left = _articles(content)
    if process.poll() is None:
        os.killpg(process.pid, 9)
    process.wait()
    return left


def _articles(content: Path) -> int:
    return sum(1 for _ in (content / "articles").rglob("*.md"))


def _peak(pid: int) -> int:
    """Return a process's largest resident size so far, in kilobytes; 0 where it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+)", status, re.MULTILINE)
    return int(found[1]) if found else 0


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text("utf-8").split()
        ]
    except OSError:
        return []


def hashes(content: Path) -> Mapping[str, str]:
    """Return the hash of each file of a collection."""
    return {
        path.relative_to(content).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }


def measure(folder: Path, count: int, seed: int, workers: int) -> dict[str, float]:
    """Return all figures of a run of so many captures."""
    captures, few, content = folder / "captures", folder / "few", folder / "whole"
    write_captures(captures, count, seed)
    few.mkdir()
    for path in sorted(captures.iterdir())[: count // 4]:
        (few / path.name).hardlink_to(path)
    quarter = imported(few, folder / "quarter", workers)
    before = rate_of_trafilatura(captures, workers)
    whole = imported(captures, content, workers)
    rate = (before + rate_of_trafilatura(captures, workers)) / 2
    again = imported(captures, content, workers)
    left = killed_halfway(captures, folder / "killed", workers, expected(count)[0] // 2)
    imported(captures, folder / "killed", workers)
    one, other = hashes(content), hashes(folder / "killed")
    return {
        "captures": count,
        "workers": workers,
        "ended_as_expected": float(whole.ended == expected(count)),
        "seconds": round(whole.seconds, 1),
        "captures_a_second": round(count / whole.seconds, 1),
        "trafilatura_a_second": round(rate, 1),
        "throughput": round(count / whole.seconds / rate, 3),
        "again_seconds": round(again.seconds, 1),
        "filing_megabytes": round(whole.filing / 1024, 1),
        "filing_kilobytes_a_capture": round((whole.filing - quarter.filing) / (count * 0.75), 2),
        "cleaning_megabytes": round(whole.cleaning / 1024, 1),
        "cleaning_growth": round(whole.cleaning / quarter.cleaning, 2),
        "killed_at": left,
        "differ_after_kill": sum(one.get(name) != other.get(name) for name in {*one, *other}),
    }


def broken(
    reached: Mapping[str, float], limits: Mapping[str, Mapping[str, float]]
) -> Iterator[str]:
    """Yield what is below its floor, or above its ceiling."""
    for name, least in limits["importing"].items():
        if reached[name] < least:
            yield f"{name}: {reached[name]} is below the floor of {least}"
    growth = limits["importing_growth"] if reached["captures"] >= LARGE else {}
    for name, most in {**limits["importing_at_most"], **growth}.items():
        if reached[name] > most:
            yield f"{name}: {reached[name]} is above the ceiling of {most}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        reached = measure(Path(folder), chosen.count, chosen.seed, chosen.workers)
    for name, value in reached.items():
        print(f"{name:28}{value:10g}")
    failures = tuple(broken(reached, tomllib.loads(FLOORS.read_text("utf-8"))))
    print("\n".join(failures) or "all floors hold")
    print(json.dumps({"bench": "importing", **reached}))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
