"""Read the claims: one TOML file a contested quantity, one `[[statement]]` a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..header import Value
from ..model import KINDS, Claim, Statement, Where
from ..problems import Problem, did_you_mean, problem
from ..references import ARTICLE, Reference
from ..schema import FORMS, check_value
from .files import Part, check_slug, decode, doubled, sources
from .site import line_of, read_toml

STANCES = ("said", "claimed", "estimated", "reported", "denied", "revised")
TEXT, NUMBER, FLAG, LIST, TABLES = "text", "a number", "true or false", "a list of texts", "tables"
CLAIM: Mapping[str, str] = {
    "title": TEXT,
    "measure": TEXT,
    "unit": TEXT,
    "scope": TEXT,
    "places": LIST,
    "note": TEXT,
    "statement": TABLES,
}
STATEMENT: Mapping[str, str] = {
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "as_of": TEXT,
    "said_by": TEXT,
    "said_by_words": TEXT,
    "reported_by": TEXT,
    "quote": TEXT,
    "stance": TEXT,
    "approximate": FLAG,
    "unit": TEXT,
    "scope": TEXT,
    "origin": TEXT,
    "note": TEXT,
}
NUMBERS = ("value", "low", "high")
REQUIRED = {
    "claim": ("title", "measure", "unit", "scope", "statement"),
    "statement": ("as_of", "reported_by", "quote"),
}


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file: its name, its values, and where it begins."""

    name: str
    values: Mapping[str, Any]
    text: str
    where: Where

    def place(self, key: str) -> Where:
        return Where(self.where.path, line_of(self.text, key, self.where.line))


def read_claims(content: Path) -> Part[Claim]:
    """Return the claims of a content folder by slug, with what is wrong in their files."""
    claims: list[Claim] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    places: dict[str, list[Where]] = {}
    for source in sources(content, "claims", ".toml"):
        places.setdefault(source.slug, []).append(Where(source.path))
        text, undecodable = decode(source)
        values, broken = read_toml(text, source.path)
        problems.extend((*undecodable, *broken, *check_slug(source)))
        if not (undecodable or broken):
            table = _Table("claim", values, text, Where(source.path))
            claims.append(_claim(source.slug, table, problems))
            references.extend(_references(table))
    return Part(tuple(claims), tuple(references), (*problems, *doubled(places, "claims")))


def _references(table: _Table) -> Iterator[Reference]:
    for slug in _of_right_type(table.values, CLAIM).get("places", []):
        yield Reference(slug, table.place("places"), ("place",))
    leads_to = {"said_by": KINDS, "origin": KINDS, "reported_by": (ARTICLE,)}
    for statement in _statements(table):
        values = _of_right_type(statement.values, STATEMENT)
        for key, kinds in leads_to.items():
            if key in values:
                yield Reference(values[key], statement.place(key), kinds)


def _claim(slug: str, table: _Table, problems: list[Problem]) -> Claim:
    problems.extend(_check(table, CLAIM))
    values = _of_right_type(table.values, CLAIM)
    return Claim(
        slug=slug,
        title=values.get("title", slug),
        measure=values.get("measure", ""),
        unit=values.get("unit", ""),
        scope=values.get("scope", ""),
        statements=tuple(_statement(each, problems) for each in _statements(table)),
        places=tuple(values.get("places", ())),
        note=values.get("note", ""),
        where=table.where,
    )


def _statements(table: _Table) -> list[_Table]:
    """Return the file's `[[statement]]` tables, each with the line it begins on."""
    lines = [
        number
        for number, line in enumerate(table.text.split("\n"), 1)
        if line.strip().replace(" ", "") == "[[statement]]"
    ]
    tables = _of_right_type(table.values, CLAIM).get("statement", [])
    starts = lines if len(lines) == len(tables) else [1] * len(tables)
    return [
        _Table("statement", values, table.text, Where(table.where.path, line))
        for values, line in zip(tables, starts, strict=True)
    ]


def _statement(table: _Table, problems: list[Problem]) -> Statement:
    problems.extend(_check(table, STATEMENT))
    problems.extend(_check_forms(table))
    values = _of_right_type(table.values, STATEMENT)
    low, high = values.get("value", values.get("low")), values.get("value", values.get("high"))
    return Statement(
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        as_of=values.get("as_of", ""),
        reported_by=values.get("reported_by", ""),
        anchor="",
        quote=values.get("quote", ""),
        said_by=values.get("said_by", ""),
        said_by_words=values.get("said_by_words", ""),
        stance=values.get("stance", ""),
        approximate=values.get("approximate", False),
        unit=values.get("unit", ""),
        scope=values.get("scope", ""),
        origin=values.get("origin", ""),
        note=values.get("note", ""),
        where=table.where,
    )


def _is(kind: str, value: object) -> bool:
    if kind == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124 (not a NaN)
    if kind == FLAG:
        return isinstance(value, bool)
    if kind == TEXT:
        return isinstance(value, str) and bool(value.strip())
    part = str if kind == LIST else dict
    return isinstance(value, list) and all(isinstance(each, part) for each in value)


def _of_right_type(values: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in keys and _is(keys[key], value)}


def _check(table: _Table, keys: Mapping[str, str]) -> list[Problem]:
    """Check a table's keys and their types."""
    problems = []
    for key, value in table.values.items():
        if key not in keys:
            remedy = did_you_mean(key, keys) or f"The keys are: {', '.join(keys)}."
            wrong = f'unknown key "{key}" in a {table.name}.'
            problems.append(problem(table.place(key), "KEY-UNKNOWN", wrong, remedy))
        elif not _is(keys[key], value):
            wrong = f'"{key}" is {value!r}.'
            problems.append(
                problem(table.place(key), "VALUE-TYPE", wrong, f"Write {keys[key]} there.")
            )
    problems.extend(
        problem(
            table.where,
            "KEY-MISSING",
            f'the key "{key}" is missing in this {table.name}.',
            f"Add a line {key} = …" if key != "statement" else "Add a table [[statement]].",
        )
        for key in REQUIRED[table.name]
        if key not in table.values
    )
    return problems


def _check_forms(table: _Table) -> list[Problem]:
    """Check what a statement's values say, where their types are right."""
    values = _of_right_type(table.values, STATEMENT)
    problems = []
    forms = {"as_of": "edtf", "said_by": "slug", "reported_by": "slug", "origin": "slug"}
    for key, form in forms.items():
        if key in values and form in FORMS:
            problems.extend(check_value(key, Value(values[key], table.place(key)), form))
    if "stance" in values:
        value = Value(values["stance"], table.place("stance"))
        problems.extend(check_value("stance", value, STANCES))
    if {key for key in NUMBERS if key in table.values} == {key for key in NUMBERS if key in values}:
        problems.extend(_check_numbers(values, table.where))
    return problems


def _check_numbers(values: Mapping[str, Any], where: Where) -> list[Problem]:
    numbers = {key for key in NUMBERS if key in values}
    if not numbers or ("value" in numbers and len(numbers) > 1):
        wrong = "a statement has a value, or a low, or a high, or a low and a high."
        return [
            problem(where, "STATEMENT-NUMBER", wrong, "Write value = …, or low = … and high = ….")
        ]
    if {"low", "high"} <= numbers and values["low"] > values["high"]:
        wrong = f"low {values['low']} is above high {values['high']}."
        return [problem(where, "STATEMENT-NUMBER", wrong, "Swap the two.")]
    return []
