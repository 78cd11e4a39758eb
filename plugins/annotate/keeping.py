"""Keep annotated articles between builds, in one SQLite file outside the content.

An article is taken from here only if nothing that it was made from has changed: its file and its
anchors' memory (by hash), the code (by hash of its source), and the names that its text holds (by
looking for the names that changed). The file is a cache: deleting it costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..corpus.caching import cache_file, code_of
from ..corpus.model import Article, Entity
from ..corpus.watching import digest
from .anchors import Remembered
from .article import Worked
from .names import Registry
from .names.changes import Changes, searchable

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    slug TEXT PRIMARY KEY, key BLOB, digest BLOB, text BLOB, worked BLOB
);
CREATE TABLE IF NOT EXISTS made_with (name TEXT PRIMARY KEY, value BLOB);
"""
_VERSION = 2  # of the tables
_LIBRARIES = ("markdown", "nh3", "beautifulsoup4", "ahocorasick-rs", "edtf")


class Kept:
    """The annotated articles of earlier builds. Nothing is trusted of a build that did not end."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path)
        if self._database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            self._database.executescript(
                f"DROP TABLE IF EXISTS article; PRAGMA user_version = {_VERSION}"
            )
        self._database.executescript(_SCHEMA)

    def recall(self, keys: Mapping[str, bytes], registry: Registry) -> dict[str, Worked]:
        """Return the articles that need not be annotated again, by slug.

        `keys` maps a slug to what `key_of` says of the article now.
        """
        before = self._registry()
        if before is None:
            return {}
        changes = Changes(before, registry)
        rows = self._database.execute("SELECT slug, key, text, worked FROM article")
        return {
            slug: pickle.loads(worked)  # noqa: S301 (our own file; a reader's copy has none)
            for slug, key, text, worked in rows
            if keys.get(slug) == key
            and not (changes.patterns and changes.touch(zlib.decompress(text).decode()))
        }

    def keep(
        self, worked: Iterable[tuple[Worked, bytes]], slugs: Sequence[str], registry: Registry
    ) -> None:
        """Keep freshly annotated articles, forget those that are gone, all in one transaction."""
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)",
                (_row(each, key) for each, key in worked),
            )
            known = {slug for (slug,) in self._database.execute("SELECT slug FROM article")}
            gone = [(slug,) for slug in sorted(known - set(slugs))]
            self._database.executemany("DELETE FROM article WHERE slug = ?", gone)
            made_with = [("code", _code()), ("registry", pickle.dumps(registry))]
            self._database.executemany("INSERT OR REPLACE INTO made_with VALUES (?, ?)", made_with)

    def digests(self) -> dict[str, bytes]:
        """Return a hash of every annotated article that is kept, by slug: equal, equal articles."""
        return dict(self._database.execute("SELECT slug, digest FROM article"))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _registry(self) -> Registry | None:
        """Return the registry of the last build, if the code was the same."""
        made_with = dict(self._database.execute("SELECT name, value FROM made_with"))
        if made_with.get("code") != _code():
            return None
        registry: Registry = pickle.loads(made_with["registry"])  # noqa: S301 (as above)
        return registry


def _row(worked: Worked, key: bytes) -> tuple[str, bytes, bytes, bytes, bytes]:
    text = zlib.compress(searchable(worked.annotated.paragraphs).encode(), 1)
    pickled = pickle.dumps(worked)
    return worked.annotated.article.slug, key, digest(pickled), text, pickled


def key_of(
    article: Article,
    memory: Sequence[Remembered],
    entities: Mapping[str, Entity],
    registry: Registry,
) -> bytes:
    """Return a hash of all that an article is made from, but for the names in its text."""
    parts: list[object] = [article, memory, tuple(registry.surroundings(article.dateline))]
    if "(entity:" in article.body or "<a" in article.body:
        parts.append(sorted((slug, each.slug, each.kind) for slug, each in entities.items()))
    if article.unlink:
        parts.append([sorted(registry.called(words)) for words in article.unlink])
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()


def kept_file(folder: Path, content: Path) -> Path:
    """Return the file that a collection's articles are kept in: one for each content folder."""
    return cache_file(folder, "annotated", content)


def _code() -> bytes:
    """Return a hash of the code that annotates: our own source, and its libraries' versions."""
    return code_of(("annotate", "corpus"), _LIBRARIES)
