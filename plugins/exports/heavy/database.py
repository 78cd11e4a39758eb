"""Write the tables as one SQLite database with foreign keys and full-text search.

It opens in Datasette as it is, with the names and descriptions of datasette.json beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ...corpus.model import Corpus
from ...writing.page import File
from ..json_text import dumped
from ..relations import TABLES, Column, Row, Table

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
# What the full-text search looks through. FTS5's tokenizer folds case and Latin diacritics.
_SEARCHED = {
    "paragraphs": ("text",),
    "articles": ("title", "headline", "byline"),
    "entities": ("name", "description"),
    "aliases": ("text",),
}
_TOKENIZER = "unicode61 remove_diacritics 2"


def write_database(corpus: Corpus, path: Path) -> None:
    """Write a new database; the same corpus and SQLite give the same bytes."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA journal_mode = OFF")
        for table in TABLES:
            database.execute(_created(table))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(
                f'INSERT INTO "{table.name}" VALUES ({marks})',  # noqa: S608 (our own names)
                (_without_empty_references(row, table) for row in table.rows(corpus)),
            )
        for statement in (*_indexes(), *_searches()):
            database.execute(statement)


def datasette_metadata(corpus: Corpus) -> File:
    """Return the file for `datasette archive.db --metadata datasette.json`."""
    site = corpus.site
    tables = {
        table.name: {
            "description": table.what,
            "columns": {each.name: each.what for each in table.columns if each.what},
        }
        for table in TABLES
    }
    described = {
        "title": site.title,
        "description": f"{site.subtitle} ({site.edition} edition)".strip(),
        "databases": {"archive": {"tables": tables}},
    }
    return File("data/datasette.json", dumped(described))


def _created(table: Table) -> str:
    """Return the statement that makes a table."""
    parts = [f'"{each.name}" {_TYPES[each.type]}' for each in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts.extend(_reference(each, table) for each in table.columns if each.to)
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)})'


def _reference(column: Column, table: Table) -> str:
    """Return a foreign key; that of a paragraph is of two columns, its article and its anchor."""
    target, _, name = column.to.partition(".")
    own: tuple[str, ...] = (column.name,)
    others: tuple[str, ...] = (name,)
    if target == "paragraphs":
        article = next(each.name for each in table.columns if each.to == "articles.slug")
        own, others = (article, column.name), ("article", name)
    return f'FOREIGN KEY ({_names(own)}) REFERENCES "{target}" ({_names(others)})'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{each}"' for each in columns)


def _without_empty_references(row: Row, table: Table) -> Row:
    """Return a row whose empty references are NULL, as a foreign key needs it."""
    return tuple(
        None if column.to and value == "" else value
        for column, value in zip(table.columns, row, strict=True)
    )


def _indexes() -> Iterator[str]:
    for table in TABLES:
        for column in table.columns:
            if column.to:
                name = f"{table.name}_{column.name}"
                yield f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")'


def _searches() -> Iterator[str]:
    for name, columns in _SEARCHED.items():
        index = f"{name}_fts"
        yield (
            f'CREATE VIRTUAL TABLE "{index}" USING fts5({_names(columns)}, '
            f"content='{name}', tokenize='{_TOKENIZER}')"
        )
        yield f'INSERT INTO "{index}" ("{index}") VALUES (\'rebuild\')'  # noqa: S608
