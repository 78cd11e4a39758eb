"""Describe the tables as a Frictionless Data Package (https://specs.frictionlessdata.io, 1.0).

JSON files are listed with their JSON Schema beside the tables; their hashes let a copy be checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..corpus.model import Corpus
from ..writing.page import File
from .catalogue import Written
from .json_text import dumped
from .relations import Column, Table
from .sheets import SHEETS

PACKAGE = "data/datapackage.json"
_TYPES = {"text": "string"}


def data_package(corpus: Corpus, files: Iterable[Written]) -> File:
    """Return datapackage.json over the CSV files that were written."""
    by_name = {each.format.name: each for each in files}
    site = corpus.site
    package = {
        "profile": "tabular-data-package",
        "name": "archive",
        "title": site.title,
        "description": f"{site.subtitle} ({site.edition} edition)".strip(),
        "resources": [_resource(each, by_name[f"{each.name}.csv"]) for each in SHEETS],
    }
    return File(PACKAGE, dumped(package))


def _resource(sheet: Table, file: Written) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "path": file.format.name,
        "profile": "tabular-data-resource",
        "description": sheet.what,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"lineTerminator": "\n"},
        "schema": _schema(sheet),
    }


def _schema(sheet: Table) -> dict[str, Any]:
    keys = [_foreign_key(each, sheet.name) for each in sheet.columns if _leads_to_sheet(each)]
    return {
        "fields": [_field(each) for each in sheet.columns],
        "missingValues": [""],
        **({"primaryKey": list(sheet.key)} if sheet.key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": _TYPES.get(column.type, column.type)}
    return {**field, "description": column.what} if column.what else field


def _leads_to_sheet(column: Column) -> bool:
    """Tell whether a column refers to a table that is a CSV file; paragraphs are not."""
    return column.to.partition(".")[0] in {each.name for each in SHEETS}


def _foreign_key(column: Column, own: str) -> dict[str, Any]:
    table, _, name = column.to.partition(".")
    reference = {"resource": "" if table == own else table, "fields": name}
    return {"fields": column.name, "reference": reference}
