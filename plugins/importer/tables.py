"""Read captures out of tables: a row of a CSV file or a line of JSON Lines is one report."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping

from ..corpus.model import Where
from ..corpus.problems import ImportProblems
from ..corpus.schema import ARTICLE
from .capture import Capture
from .decoding import decode
from .sidecars import rows_of, sidecar_from, with_known_names

TEXTS = ("text", "body", "content", "html", "article", "full_text", "maintext", "raw_text")
"""Columns that hold the report, the first that has any."""
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def from_csv(capture: Capture) -> Iterator[Capture]:
    """Yield a capture for each row of a CSV file with a column of text."""
    text = decode(capture.content, capture.charset).text
    try:
        for line, row in rows_of(text):
            yield _from_row(row, line, capture)
    except csv.Error as error:
        raise ImportProblems(f"the table cannot be read: {error}") from error


def from_json_lines(capture: Capture) -> Iterator[Capture]:
    """Yield a capture for each line of a JSON Lines file."""
    text = decode(capture.content, capture.charset).text
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            path, refused = f"{capture.path}:{number}", "the line is no JSON object"
            yield Capture(f"{capture.name}-{number}", line.encode(), path=path, refused=refused)
            continue
        yield _from_object(found, number, capture)


def from_json(capture: Capture) -> Iterator[Capture]:
    """Yield a capture for each object of a JSON array, or for the one object of a file.

    Raises ImportProblems where it is no such JSON.
    """
    text = decode(capture.content, capture.charset).text
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ImportProblems(f"the JSON cannot be read: {error}") from error
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise ImportProblems("the JSON is no object, and no list of objects")
        yield _from_object(row, number, capture)


def _from_object(found: Mapping[str, object], number: int, capture: Capture) -> Capture:
    named = {str(key).strip().lower(): _as_text(value) for key, value in found.items()}
    return _from_row(with_known_names(named), number, capture)


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _from_row(row: Mapping[str, str], line: int, capture: Capture) -> Capture:
    """Return a row's report; the original is the whole row as one JSON object."""
    report = next((row[name] for name in TEXTS if row.get(name, "").strip()), "")
    known = {key: row[key] for key in row if (key in ARTICLE or key.startswith("x-")) and row[key]}
    facts = sidecar_from(known, Where(capture.path, line)).facts
    whole = json.dumps(dict(row), ensure_ascii=False, sort_keys=True).encode() + b"\n"
    name = f"{capture.name}-{line}.json"
    return Capture(name, report.encode(), facts, (), "utf-8", f"{capture.path}:{line}", whole)
