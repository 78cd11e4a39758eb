"""Say the archive as relations: `TABLES`, for CSV, SQLite and Parquet."""

from __future__ import annotations

from .claims import CLAIMS, STATEMENTS
from .columns import Column, Row, Table
from .entities import ALIASES, ENTITIES, ROLES
from .events import EVENT_ACTORS, EVENT_PLACES, EVENTS, EVIDENCE
from .texts import ARTICLES, DATES, FIGURES, MENTIONS, PARAGRAPHS

__all__ = [
    "ARTICLES",
    "DATES",
    "ENTITIES",
    "EVENTS",
    "FIGURES",
    "MENTIONS",
    "STATEMENTS",
    "TABLES",
    "Column",
    "Row",
    "Table",
]

# In this order every table comes after those that it refers to, itself excepted.
TABLES = (
    *(ENTITIES, ALIASES, ROLES, ARTICLES, PARAGRAPHS, MENTIONS, DATES, FIGURES),
    *(EVENTS, EVENT_PLACES, EVENT_ACTORS, EVIDENCE, CLAIMS, STATEMENTS),
)
