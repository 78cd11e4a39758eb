"""Read what a curator says about a capture: NAME.toml beside it, or a row of sources.csv."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..corpus.header import Value
from ..corpus.model import Where
from ..corpus.problems import Problem, did_you_mean, problem
from ..corpus.schema import ARTICLE, check_value
from .citations import facts_from

TABLE = "sources.csv"
OWN_KEYS = ("restore", "charset", "text", "publisher-name")
COLUMNS = {
    "publish_date": "date",
    "published": "date",
    "publication_date": "date",
    "outlet": "publisher",
    "source": "publisher",
    "author": "byline",
    "authors": "byline",
    "link": "url",
    "lang": "language",
    "archive_url": "archived",
    "accessed": "captured",
    "headline": "title",
    "subtitle": "x-subtitle",
    "standfirst": "x-subtitle",
}
"""Column names that other tools give to the header's keys."""
FILE_COLUMNS = ("file", "name", "filename", "path", "capture")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The facts of one capture, the blocks to restore, and what is wrong in the file."""

    path: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    restore: tuple[int, ...] = ()
    charset: str = ""
    problems: tuple[Problem, ...] = ()


def named_sidecar(path: Path) -> Sidecar | None:
    """Return what NAME.toml (with or without the capture's extension) or NAME.json says, if any."""
    for candidate in (path.with_name(f"{path.name}.toml"), path.with_suffix(".toml")):
        if candidate.is_file() and candidate != path:
            return read_toml(candidate)
    record = path.with_suffix(".json")
    return _read_json(record) if record.is_file() and record != path else None


def read_toml(path: Path) -> Sidecar:
    """Read a NAME.toml; what cannot be read is a problem of the sidecar, never of the batch."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        wrong = f"the sidecar cannot be read: {error}."
        return Sidecar(str(path), problems=(problem(Where(str(path)), "SIDECAR-FORM", wrong),))
    return sidecar_from(table, Where(str(path)))


def _read_json(path: Path) -> Sidecar:
    """Read the NAME.json that Zotero (CSL-JSON) or an archiver wrote beside a capture."""
    try:
        facts = facts_from(json.loads(path.read_text("utf-8")))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        wrong = f"the sidecar cannot be read: {error}."
        return Sidecar(str(path), problems=(problem(Where(str(path)), "SIDECAR-FORM", wrong),))
    return sidecar_of_record(facts, Where(str(path)))


def sidecar_of_record(facts: Mapping[str, str], where: Where) -> Sidecar:
    """Return the header keys among what another tool's record says."""
    named = with_known_names(facts)
    return sidecar_from({key: value for key, value in named.items() if key in ARTICLE}, where)


def sidecar_from(table: Mapping[str, Any], where: Where) -> Sidecar:
    """Return a table's facts that are header keys in the form they need, and the problems."""
    facts, problems = [], []
    for key, value in table.items():
        if key in OWN_KEYS and key != "publisher-name":
            continue
        text = _as_text(value)
        wrong = _problem_with(key, text, where)
        if wrong:
            problems.append(wrong)
        elif text:
            facts.append((key, text))
    restore, charset = table.get("restore", ()), str(table.get("charset", ""))
    numbers = tuple(each for each in _as_list(restore) if isinstance(each, int))
    return Sidecar(where.path, tuple(facts), numbers, charset, tuple(problems))


def _as_list(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else (value,)


def _as_text(value: object) -> str:
    """Return a TOML value as the header has it: dates as EDTF, lists one value a line."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, list):
        return "\n".join(" ".join(str(each).split()) for each in value)
    return " ".join(str(value).split())


def _problem_with(key: str, text: str, where: Where) -> Problem | None:
    """Return what is wrong with a fact; a publisher may be given by its name."""
    if key.startswith("x-") or key in {"publisher", "publisher-name"} or not text:
        return None
    if key not in ARTICLE:
        remedy = did_you_mean(key, (*ARTICLE, *OWN_KEYS)) or "Begin a key of your own with x-."
        return problem(where, "SIDECAR-KEY", f'no header has the key "{key}".', remedy)
    values = (Value(each, where) for each in text.split("\n"))
    wrong = (each for value in values for each in check_value(key, value, ARTICLE[key].form))
    return next(iter(wrong), None)


def rows_in(table: Path) -> tuple[dict[str, Sidecar], Sidecar]:
    """Return what a table says by file name, the first row of each; and of files not in it."""
    try:
        rows = list(rows_of(table.read_text("utf-8-sig")))
    except (UnicodeDecodeError, csv.Error) as error:
        wrong = f"the table cannot be read: {error}."
        told = (problem(Where(str(table)), "SIDECAR-FORM", wrong),)
        return {}, Sidecar(str(table), problems=told)
    found: dict[str, Sidecar] = {}
    for line, row in rows:
        known = {key: row[key] for key in row if key in ARTICLE or key.startswith("x-")}
        said = sidecar_from(known, Where(str(table), line))
        for name in filter(None, (row.get(column, "") for column in FILE_COLUMNS)):
            found.setdefault(Path(name).name, said)
    return found, Sidecar(str(table))


def rows_of(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, row) of a CSV table, columns under the names of the header's keys."""
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    for row in reader:
        named = {str(key).strip().lower(): value or "" for key, value in row.items() if key}
        yield reader.line_num, with_known_names(named)


def with_known_names(row: Mapping[str, str]) -> dict[str, str]:
    """Return a row with other tools' column names turned into header keys."""
    renamed = {COLUMNS[key]: value for key, value in row.items() if key in COLUMNS and value}
    return {**renamed, **row}
