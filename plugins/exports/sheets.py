"""Say which tables a build writes as CSV: those of `relations`, and two with lists in a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ..corpus.model import Corpus
from ..writing.page import File
from .dates import all_events, ends
from .relations import (
    ARTICLES,
    DATES,
    ENTITIES,
    EVENTS,
    FIGURES,
    MENTIONS,
    STATEMENTS,
    Column,
    Row,
    Table,
)


def _events(corpus: Corpus) -> Iterator[Row]:
    for each in all_events(corpus):
        evidence = " ".join(f"{one.article}#{one.anchor}" for one in each.evidence)
        names = (each.slug, each.title, each.edtf, *ends(each.edtf), each.kind)
        yield (*names, " ".join(each.places), " ".join(each.actors), evidence, each.status)


def _claims(corpus: Corpus) -> Iterator[Row]:
    titles = {each.slug: (each.title, each.measure) for each in corpus.claims}
    for claim, *rest in STATEMENTS.rows(corpus):
        yield (claim, *titles[str(claim)], *rest)


EVENT_SHEET = Table(
    "events",
    EVENTS.what,
    (
        *EVENTS.columns[:6],
        Column("places", "slugs, with a space between"),
        Column("actors", "slugs, with a space between"),
        Column("evidence", "article#anchor, with a space between"),
        Column("status", "confirmed or found"),
    ),
    ("slug",),
    _events,
)
CLAIM_SHEET = Table(
    "claims",
    STATEMENTS.what,
    (
        Column("claim", "the claim's slug"),
        Column("title", "the claim's title"),
        Column("measure", "what the claim measures"),
        *STATEMENTS.columns[1:],
    ),
    ("claim", "number"),
    _claims,
)
# The order of datapackage.json: a table stands after those that it refers to.
SHEETS = (ENTITIES, ARTICLES, MENTIONS, DATES, FIGURES, EVENT_SHEET, CLAIM_SHEET)


def sheet_files(corpus: Corpus) -> Iterator[File]:
    """Yield each sheet as CSV (RFC 4180, but lines end in a line feed)."""
    for sheet in SHEETS:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([each.name for each in sheet.columns])
        writer.writerows(_shown(sheet, sheet.rows(corpus)))
        yield File(f"data/{sheet.name}.csv", text.getvalue().encode())


def _shown(sheet: Table, rows: Iterable[Row]) -> Iterable[Row]:
    """Yield rows with their numbers and booleans as cells have them."""
    places = [
        place for place, each in enumerate(sheet.columns) if each.type in ("number", "boolean")
    ]
    if not places:
        yield from rows
        return
    first, last = places[0], places[-1] + 1
    for row in rows:
        yield (*row[:first], *map(_cell, row[first:last]), *row[last:])


def _cell(value: object) -> object:
    """Return a value as a cell has it: 4000, not 4000.0; true, not True."""
    if type(value) is float:
        return f"{value:.12g}"
    if type(value) is bool:
        return "true" if value else "false"
    return value
