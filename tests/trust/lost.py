"""Measure that an import loses nothing: each input is answered for, its bytes are there."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .conftest import ROOT
from .mix import DEEP, DEEP_WORDS, Made, mix, write
from .row import Row, Size

SHARED = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))
ENCODED, PAGES = 320, 19
"""How many files in encodings, and pages in each wrapping, make about six hundred files."""
TOLD = re.compile(
    r"^(\d+) captures: (\d+) imported, (\d+) already there, (\d+) quarantined", re.MULTILINE
)
QUARANTINE_STATUS = 4


@dataclass(frozen=True)
class Answer:
    """What an import said and left: its status, its counts, and the hashes of the bytes kept."""

    status: int
    captures: int
    imported: int
    there: int
    quarantined: int
    kept: frozenset[str]
    unexplained: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether the endings add up, and the status and the reasons are as they must be."""
        adds = self.imported + self.there + self.quarantined == self.captures
        right = self.status == QUARANTINE_STATUS if self.quarantined else self.status in {0, 3}
        return adds and right and not self.unexplained


def imported(source: Path, content: Path) -> Answer:
    """Import a folder by the command, and look at what is there afterwards."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.importer", str(source), str(content)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=1800,
    )  # fmt: skip
    told = TOLD.search(done.stdout)
    assert told is not None, done.stdout[-2000:] + done.stderr[-2000:]
    count, new, there, refused = map(int, told.groups())
    kept, unexplained = _kept(content)
    return Answer(done.returncode, count, new, there, refused, frozenset(kept), unexplained)


def _kept(content: Path) -> tuple[set[str], tuple[str, ...]]:
    """Return the hashes of all bytes kept, and the files that lack a manifest line or a reason."""
    kept, unexplained = set(), []
    manifest = content / "originals" / "manifest-sha256.txt"
    lines = (line.split("  ", 1) for line in manifest.read_text("utf-8").splitlines())
    listed = {path: sha256 for sha256, path in lines}
    for path, sha256 in _hashed(content / "originals"):
        kept.add(sha256)
        if path != manifest.name and listed.pop(path, "") != sha256:
            unexplained.append(path)
    for path, sha256 in _hashed(content / "quarantine"):
        if path.endswith(".reason.toml"):
            continue
        kept.add(sha256)
        beside = content / "quarantine" / f"{path}.reason.toml"
        said = tomllib.loads(beside.read_text("utf-8")) if beside.is_file() else {}
        if not said.get("reason") or said.get("sha256") != sha256:
            unexplained.append(path)
    return kept, (*unexplained, *listed)


def _hashed(folder: Path) -> list[tuple[str, str]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in files
    ]


def gone(made: list[Made], answer: Answer) -> list[str]:
    """Return the files of which some bytes are nowhere."""
    return [
        each.name
        for each in made
        if any(hashlib.sha256(part).hexdigest() not in answer.kept for part in each.kept)
    ]


def deep_kept(content: Path) -> int:
    """Return how many articles have the words from below the deep markup."""
    articles = (content / "articles").rglob("*.md")
    return sum(DEEP_WORDS in each.read_text("utf-8") for each in articles)


def no_source_lost(folder: Path, _size: Size) -> Row:
    """Import a mix, and the same again; answer for every file and every capture in it."""
    made = mix(SHARED, ENCODED, PAGES)
    expected = write(folder / "in", made)
    first = imported(folder / "in", folder / "content")
    second = imported(folder / "in", folder / "content")
    lost = gone(made, first) + gone(made, second)
    parts = sum(len(each.kept) for each in made)
    deep = deep_kept(folder / "content")
    dropped = expected - first.captures
    measured = (
        f"{len(made) + 2} files with {expected} captures: {first.imported} imported, {first.there} "
        f"already there, {first.quarantined} quarantined, {dropped} dropped, "
        f"{len(first.unexplained)} without a reason, status {first.status}; {parts - len(lost)} of "
        f"{parts} byte for byte as they were (SHA-256); text below {' and '.join(_depths())} "
        f"elements kept {deep} of {len(DEEP)}; again: {second.imported} imported, "
        f"{second.there} there, {second.quarantined} quarantined"
    )
    if lost:
        measured += f"; lost: {', '.join(lost)}"
    promised = "each input imported, there or quarantined with the reason; every byte is kept"
    whole = first.is_whole and second.is_whole and second.imported == 0 and deep == len(DEEP)
    return Row("No source is lost", promised, measured, whole and not dropped and not lost)


def _depths() -> list[str]:
    return [f"{depth:,}" for depth in DEEP.values()]
