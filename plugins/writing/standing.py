"""Know which pages of the last site stand: nothing that they were made from has changed.

What the pages of a site were made from is kept in one SQLite file outside of it, and written when
that site is in its place. A page is trusted only if its file has the size and the time of change
that it was written with: after a build that did not end, or where a site was changed or replaced by
hand, what is not the same file is made again.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, made BLOB, read BLOB, file BLOB);
CREATE TABLE IF NOT EXISTS fact (number BLOB, digest BLOB);
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A page of a site: its fingerprint, the facts it read, its file's size and time of change."""

    path: str
    fingerprint: bytes
    read: bytes
    file: bytes


class Standing:
    """The pages of the last site, and which facts have changed since it was made."""

    def __init__(self, file: Path, output: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.output = output
        self._database = sqlite3.connect(file)
        self._database.executescript(_SCHEMA)
        self._facts: dict[int, bytes] = {}
        self._changed: set[int] = set()
        rows = self._database.execute("SELECT path, made, read, file FROM page")
        self._pages = {path: Made(path, *rest) for path, *rest in rows}

    def learn(self, facts: Mapping[int, bytes]) -> None:
        """Take in the facts of the corpus that is built now."""
        before = self._read_facts()
        self._changed = {
            each for each in before.keys() | facts.keys() if before.get(each) != facts.get(each)
        }
        self._facts = dict(facts)

    def standing(self, path: str, fingerprint: bytes) -> Made | None:
        """Return the page as the last site has it, if nothing that it was made from has changed."""
        made = self._pages.get(path)
        if made is None or made.fingerprint != fingerprint:
            return None
        if not self._changed.isdisjoint(array("Q", made.read)):
            return None
        return made if file_state(self.output / path) == made.file else None

    def keep(self, made: Iterable[Made]) -> None:
        """Keep what the pages of a site were made from, now that it is in its place."""
        now = {each.path: each for each in made}
        fresh = (each for each in now.values() if self._pages.get(each.path) is not each)
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)",
                ((each.path, each.fingerprint, each.read, each.file) for each in fresh),
            )
            gone = [(path,) for path in self._pages.keys() - now.keys()]
            self._database.executemany("DELETE FROM page WHERE path = ?", gone)
            numbers = array("Q", self._facts).tobytes()
            self._database.execute("DELETE FROM fact")
            self._database.execute(
                "INSERT INTO fact VALUES (?, ?)", (numbers, b"".join(self._facts.values()))
            )
        self._database.close()

    def _read_facts(self) -> dict[int, bytes]:
        found = self._database.execute("SELECT number, digest FROM fact").fetchone()
        numbers, digests = found or (b"", b"")
        known = array("Q", numbers)
        return {each: digests[16 * at : 16 * at + 16] for at, each in enumerate(known)}


def standing_file(folder: Path, content: Path, output: Path) -> Path:
    """Return the file for the sites built of a content folder into an output folder."""
    pair = f"{content.resolve()}\n{output.resolve()}"
    return folder / f"pages-{sha256(pair.encode()).hexdigest()[:12]}.sqlite"


def file_state(path: Path | str) -> bytes:
    """Return the size and the time of change of a file; empty where it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116 (asked for every page)
    except OSError:
        return b""
    return b"%d %d" % (found.st_size, found.st_mtime_ns)
