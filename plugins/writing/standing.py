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
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
    path TEXT PRIMARY KEY, made BLOB, given BLOB, read BLOB, looked BLOB, shown BLOB, file BLOB
);
CREATE TABLE IF NOT EXISTS fact (number BLOB, digest BLOB);
"""
_VERSION = 2  # of the tables


@dataclass(frozen=True, slots=True)
class Made:
    """A page of a site, and what it was made from.

    `given` is a hash of what the view gave for its values; `read` are the numbers of the facts that
    these were made from, `looked` those of the pages
    whose existence its template asked for (unsigned 64-bit each); `shown` is a hash of the values,
    `file` the size and the time of change of its file.
    """

    path: str
    fingerprint: bytes
    given: bytes
    read: bytes
    looked: bytes
    shown: bytes
    file: bytes


class Standing:
    """The pages of the last site, and which facts have changed since it was made."""

    def __init__(self, file: Path, output: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.output = output
        self._database = sqlite3.connect(file)
        if self._database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            self._database.executescript(
                f"DROP TABLE IF EXISTS page; PRAGMA user_version = {_VERSION}"
            )
        self._database.executescript(_SCHEMA)
        self._facts: dict[int, bytes] = {}
        self._changed: set[int] = set()
        rows = self._database.execute("SELECT * FROM page")
        self._pages = {path: Made(path, *rest) for path, *rest in rows}

    def learn(self, facts: Mapping[int, bytes]) -> None:
        """Take in the facts of the corpus that is built now."""
        before = self._read_facts()
        self._changed = {
            each for each in before.keys() | facts.keys() if before.get(each) != facts.get(each)
        }
        self._facts = dict(facts)

    def standing(self, path: str, fingerprint: bytes, given: bytes) -> Made | None:
        """Return the page as the last site has it, if nothing that it was made from has changed."""
        made = self.resembling(path, fingerprint)
        if made is None or made.given != given:
            return None
        return made if self._changed.isdisjoint(array("Q", made.read)) else None

    def resembling(self, path: str, fingerprint: bytes) -> Made | None:
        """Return the page as the last site has it, if it is the same but for its values."""
        made = self._pages.get(path)
        if made is None or made.fingerprint != fingerprint:
            return None
        if not self._changed.isdisjoint(array("Q", made.looked)):
            return None
        return made if file_state(f"{self.output}/{path}") == made.file else None

    def keep(self, made: Iterable[Made]) -> None:
        """Keep what the pages of a site were made from, now that it is in its place."""
        now = {each.path: each for each in made}
        fresh = (each for each in now.values() if self._pages.get(each.path) is not each)
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)",
                (_row(each) for each in fresh),
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


def _row(made: Made) -> tuple[str | bytes, ...]:
    return tuple(getattr(made, each.name) for each in fields(made))


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
