"""Check a table of a TOML file against the closed list of its keys and their types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Where
from ..problems import Problem, did_you_mean, problem
from .site import line_of

TEXT, NUMBER, FLAG, LIST, TABLES = "text", "a number", "true or false", "a list of texts", "tables"
LISTS = "a list of texts for each name"

Keys = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file: its name, its values, and where it begins."""

    name: str
    values: Mapping[str, Any]
    text: str
    where: Where

    def place(self, key: str) -> Where:
        """Return where a key of the table stands."""
        return Where(self.where.path, line_of(self.text, key, self.where.line))


def tables(table: Table, name: str, keys: Keys) -> list[Table]:
    """Return the `[[name]]` tables of a file, each with the line it begins on."""
    lines = [
        number
        for number, line in enumerate(table.text.split("\n"), 1)
        if line.partition("#")[0].strip().replace(" ", "") == f"[[{name}]]"
    ]
    held = of_right_type(table.values, keys).get(name, [])
    starts = lines if len(lines) == len(held) else [1] * len(held)
    return [
        Table(name, values, table.text, Where(table.where.path, line))
        for values, line in zip(held, starts, strict=True)
    ]


def of_right_type(values: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Return the values whose keys are known and whose types are those of their keys."""
    return {key: value for key, value in values.items() if key in keys and _is(keys[key], value)}


def check(table: Table, keys: Keys, required: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each key that is unknown, of another type, or missing."""
    for key, value in table.values.items():
        if key not in keys:
            remedy = did_you_mean(key, keys) or f"The keys are: {', '.join(keys)}."
            wrong = f'unknown key "{key}" in a {table.name}.'
            yield problem(table.place(key), "KEY-UNKNOWN", wrong, remedy)
        elif not _is(keys[key], value):
            wrong = f'"{key}" is {value!r}.'
            yield problem(table.place(key), "VALUE-TYPE", wrong, f"Write {keys[key]} there.")
    for key in required:
        if key not in table.values:
            wrong = f'the key "{key}" is missing in this {table.name}.'
            yield problem(table.where, "KEY-MISSING", wrong, _remedy(key, keys[key]))


def _remedy(key: str, kind: str) -> str:
    if kind == TABLES:
        return f"Add a table [[{key}]]."
    if kind == LISTS:
        return f'Add a table of lists: {key} = {{ "name" = ["…"] }}.'
    return f"Add a line {key} = …"


def _is(kind: str, value: object) -> bool:
    if kind == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124 (not a NaN)
    if kind == FLAG:
        return isinstance(value, bool)
    if kind == TEXT:
        return isinstance(value, str) and bool(value.strip())
    if kind == LISTS:
        return isinstance(value, dict) and all(_is(LIST, each) and each for each in value.values())
    part = str if kind == LIST else dict
    return isinstance(value, list) and all(isinstance(each, part) for each in value)
