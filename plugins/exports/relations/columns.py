"""Say what a relation is: a named table with typed columns, for CSV, SQLite and Parquet.

A table's rows come in the corpus's order. `to` names the columns of another table that a column
refers to; None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...corpus.model import Corpus

TEXT, INTEGER, NUMBER, BOOLEAN = "text", "integer", "number", "boolean"
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and "table.column" where it refers to one."""

    name: str
    what: str
    type: str = TEXT
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A relation: its columns, those that name a row (none: no row has a name), and its rows."""

    name: str
    what: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Corpus], Iterable[Row]]


# Columns that several tables have.
ARTICLE = Column("article", "the article's slug", to="articles.slug")
ENDS = (
    Column("earliest", "the first day that the date can mean"),
    Column("latest", "the last day that the date can mean"),
)
DESCRIPTION = Column("description", "Markdown")
