"""Remember the pages of the last site that was found to be good, so that only others are read.

A page counts as read if its file has the size and the time of change that it had then: a page that
stands is the very file of the last site. The file of memory lies outside of the site; deleting it
costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .pages import Seen

_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, state BLOB, seen BLOB);
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY);
"""


class Checked:
    """The files of the last good site, and what each of its pages pointed at."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(file)
        self._database.executescript(_SCHEMA)
        self.files = {path for (path,) in self._database.execute("SELECT path FROM file")}
        self.states = dict(self._database.execute("SELECT path, state FROM page"))

    def seen(self, path: str) -> Seen | None:
        """Return what a page pointed at; None where there was none."""
        query = "SELECT seen FROM page WHERE path = ?"
        found = self._database.execute(query, (path,)).fetchone()
        return _unpacked(found[0]) if found else None

    def all_seen(self) -> Iterator[tuple[str, Seen]]:
        """Yield every page with what it pointed at."""
        for path, kept in self._database.execute("SELECT path, seen FROM page"):
            yield path, _unpacked(kept)

    def keep(
        self, files: Iterable[str], states: Mapping[str, bytes], fresh: Mapping[str, bytes]
    ) -> None:
        """Remember a site that was found to be good: its files, and the pages read, packed."""
        now = set(files)
        rows = ((path, states[path], seen) for path, seen in fresh.items())
        gone = [(path,) for path in self.states.keys() - now]
        with self._database:
            self._database.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", rows)
            self._database.executemany("DELETE FROM page WHERE path = ?", gone)
            removed, added = self.files - now, now - self.files
            self._database.executemany(
                "DELETE FROM file WHERE path = ?", [(path,) for path in removed]
            )
            self._database.executemany("INSERT INTO file VALUES (?)", [(path,) for path in added])
        self._database.close()


def checked_file(folder: Path, root: Path) -> Path:
    """Return the file for the sites that are built in a folder, as this very code checks them."""
    digest = hashlib.sha256(str(root.resolve()).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return folder / f"checked-{digest.hexdigest()[:12]}.sqlite"


def packed(seen: Seen) -> bytes:
    """Return what a page points at in few bytes."""
    places = tuple(sorted(seen.places))
    return zlib.compress(pickle.dumps((seen.links, seen.loads, places, seen.guarded)), 1)


def _unpacked(kept: bytes) -> Seen:
    links, loads, places, guarded = pickle.loads(zlib.decompress(kept))  # noqa: S301 (our own file; a reader's copy has none)
    return Seen(links, loads, frozenset(places), guarded)
