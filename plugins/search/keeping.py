"""Keep counted runs between builds, in one SQLite file outside the content.

A run is kept under a hash of all that it is made from, so what is found is never stale. What a
build does not need is forgotten when it ends. The file is a cache: deleting it costs time and
nothing else.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from ..corpus.caching import code_of
from .counted_runs import CountedRun

_SCHEMA = """
CREATE TABLE IF NOT EXISTS run (key BLOB PRIMARY KEY, counted BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_with (code BLOB);
"""
_LIBRARIES = ("whoosh", "snowballstemmer", "babel", "edtf")


class KeptRuns(MutableMapping[bytes, CountedRun]):
    """The runs of earlier builds, by key. Nothing is kept of a build that does not end."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError:  # no database, or half of one
            path.unlink()
            self._database = _opened(path)

    def __contains__(self, key: object) -> bool:
        """Tell whether a run is there, without reading it."""
        return bool(self._database.execute("SELECT 1 FROM run WHERE key = ?", (key,)).fetchone())

    def __getitem__(self, key: bytes) -> CountedRun:
        """Return a run; KeyError if there is none."""
        row = self._database.execute("SELECT counted FROM run WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        found: CountedRun = pickle.loads(row[0])  # noqa: S301 (our own file; a reader has none)
        return found

    def __setitem__(self, key: bytes, run: CountedRun) -> None:
        """Keep a run."""
        row = (key, pickle.dumps(run, 5))
        self._database.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", row)

    def __delitem__(self, key: bytes) -> None:
        """Forget a run."""
        self._database.execute("DELETE FROM run WHERE key = ?", (key,))

    def __iter__(self) -> Iterator[bytes]:
        """Yield the keys."""
        return iter([key for (key,) in self._database.execute("SELECT key FROM run")])

    def __len__(self) -> int:
        """Return how many runs there are."""
        (count,) = self._database.execute("SELECT count(*) FROM run").fetchone()
        return int(count)

    def close(self) -> None:
        """Write what was kept and close the file; without this nothing changes in it."""
        self._database.commit()
        self._database.close()


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file, and empty it if other code wrote it."""
    code = code_of(("search", "corpus"), _LIBRARIES)
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        if database.execute("SELECT code FROM made_with").fetchall() != [(code,)]:
            with database:
                database.execute("DELETE FROM run")
                database.execute("DELETE FROM made_with")
                database.execute("INSERT INTO made_with VALUES (?)", (code,))
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
