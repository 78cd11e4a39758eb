"""Read what a curator decides about found events: `content/events/found.toml`, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from ..decisions import Confirm, Decisions, Drop, Merge, Split
from ..header import Value
from ..model import Where
from ..problems import Problem, did_you_mean, problem
from ..references import ARTICLE, Reference
from ..schema import EVENT_KINDS, check_value
from .files import Source, decode
from .site import read_toml

PATH = "events/found.toml"
TABLES = ("confirm", "merge", "split", "drop")
KEYS = ("title", "date", "kind")
_PARAGRAPH = re.compile(r"(?P<article>[a-z0-9-]+)#(?P<anchor>[\w-]+)\Z")
_FORMS = {
    "confirm": 'a title, found-… = "…", or found-… = { title = "…", date = "…", kind = "…" }',
    "merge": 'the event that it is the same as: found-… = "slug"',
    "split": 'a paragraph, found-… = "article-slug#anchor", or a list of them',
    "drop": 'the reason: found-… = "…"',
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The decisions, the articles that they name, and what is wrong with the file."""

    decisions: Decisions
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Lines:
    """The file's lines, and what is wrong in them as it is come upon."""

    text: str
    problems: list[Problem] = field(default_factory=list)

    def place(self, table: str, key: str = "") -> Where:
        """Return where a key stands in a table, or the table's own line."""
        inside, start = False, 1
        for number, line in enumerate(self.text.split("\n"), 1):
            name = line.split("#")[0].strip()
            if name.startswith("["):
                inside = name.strip("[] ") == table
                start = number if inside else start
            elif inside and key and line.split("=")[0].strip().strip("\"'") == key:
                return Where(PATH, number)
        return Where(PATH, start)

    def refuse(self, table: str, key: str, value: object) -> None:
        wrong = f'"{key}" is {value!r} in [{table}].'
        remedy = f"Write {_FORMS[table]}."
        self.problems.append(problem(self.place(table, key), "VALUE-TYPE", wrong, remedy))


def read_decisions(content: Path) -> Reading:
    """Return the decisions of a content folder; none where there is no such file."""
    path = content / PATH
    if not path.is_file():
        return Reading(Decisions())
    text, undecodable = decode(Source(PATH, "found", path.read_bytes()))
    tables, broken = read_toml(text, PATH)
    lines = _Lines(text, [*undecodable, *broken])
    rows = {name: tuple(_rows(name, tables, lines)) for name in TABLES}
    _refuse_unknown(tables, lines)
    decisions = Decisions(
        tuple(each for key, value in rows["confirm"] for each in _confirm(key, value, lines)),
        tuple(each for key, value in rows["merge"] for each in _merge(key, value, lines)),
        tuple(each for key, value in rows["split"] for each in _split(key, value, lines)),
        tuple(each for key, value in rows["drop"] for each in _drop(key, value, lines)),
    )
    references = tuple(Reference(each.article, each.where, (ARTICLE,)) for each in decisions.split)
    return Reading(decisions, references, tuple(lines.problems))


def _refuse_unknown(tables: Mapping[str, Any], lines: _Lines) -> None:
    for name in tables:
        if name not in TABLES:
            remedy = did_you_mean(name, TABLES) or f"The tables are: {', '.join(TABLES)}."
            where = lines.place(name)
            lines.problems.append(problem(where, "KEY-UNKNOWN", f'unknown table "{name}".', remedy))


def _rows(name: str, tables: Mapping[str, Any], lines: _Lines) -> Iterator[tuple[str, object]]:
    table = tables.get(name, {})
    if isinstance(table, dict):
        yield from table.items()
    else:
        wrong = f'"{name}" is {table!r}.'
        remedy = f"Write a line [{name}], and below it {_FORMS[name]}."
        lines.problems.append(problem(lines.place(name), "VALUE-TYPE", wrong, remedy))


def _confirm(found: str, value: object, lines: _Lines) -> Iterator[Confirm]:
    given = value if isinstance(value, dict) else {"title": value}
    texts = {key: each for key, each in given.items() if _is_text(each)}
    if len(texts) < len(given) or "title" not in texts:
        lines.refuse("confirm", found, value)
        return
    where = lines.place("confirm", found)
    for key in texts:
        if key not in KEYS:
            remedy = did_you_mean(key, KEYS) or f"The keys are: {', '.join(KEYS)}."
            wrong = f'unknown key "{key}" in [confirm].'
            lines.problems.append(problem(where, "KEY-UNKNOWN", wrong, remedy))
    if "date" in texts:
        lines.problems.extend(check_value("date", Value(texts["date"], where), "edtf"))
    if "kind" in texts:
        lines.problems.extend(check_value("kind", Value(texts["kind"], where), EVENT_KINDS))
    yield Confirm(found, texts["title"], texts.get("date", ""), texts.get("kind", ""), where)


def _merge(found: str, value: object, lines: _Lines) -> Iterator[Merge]:
    if isinstance(value, str) and value.strip():
        yield Merge(found, value, lines.place("merge", found))
    else:
        lines.refuse("merge", found, value)


def _split(found: str, value: object, lines: _Lines) -> Iterator[Split]:
    for each in value if isinstance(value, list) and value else [value]:
        match = _PARAGRAPH.match(each) if isinstance(each, str) else None
        if match:
            where = lines.place("split", found)
            yield Split(found, match["article"], match["anchor"], where)
        else:
            lines.refuse("split", found, each)


def _drop(found: str, value: object, lines: _Lines) -> Iterator[Drop]:
    if isinstance(value, str) and value.strip():
        yield Drop(found, value, lines.place("drop", found))
    else:
        lines.refuse("drop", found, value)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())
