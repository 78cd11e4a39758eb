"""Read the claims: one TOML file a contested quantity, one `[[statement]]` a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..header import Value
from ..model import KINDS, Claim, Statement, Where
from ..problems import Problem, problem
from ..references import ARTICLE, Reference
from ..schema import FORMS, check_value
from .files import Part, check_slug, decode, doubled, sources
from .site import read_toml
from .tables import FLAG, LIST, NUMBER, TABLES, TEXT, Table, check, of_right_type, tables

STANCES = ("said", "claimed", "estimated", "reported", "denied", "revised")
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
            table = Table("claim", values, text, Where(source.path))
            claims.append(_claim(source.slug, table, problems))
            references.extend(_references(table))
    return Part(tuple(claims), tuple(references), (*problems, *doubled(places, "claims")))


def _references(table: Table) -> Iterator[Reference]:
    for slug in of_right_type(table.values, CLAIM).get("places", []):
        yield Reference(slug, table.place("places"), ("place",))
    leads_to = {"said_by": KINDS, "origin": KINDS, "reported_by": (ARTICLE,)}
    for statement in _statements(table):
        values = of_right_type(statement.values, STATEMENT)
        for key, kinds in leads_to.items():
            if key in values:
                yield Reference(values[key], statement.place(key), kinds)


def _claim(slug: str, table: Table, problems: list[Problem]) -> Claim:
    problems.extend(check(table, CLAIM, REQUIRED["claim"]))
    values = of_right_type(table.values, CLAIM)
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


def _statements(table: Table) -> list[Table]:
    return tables(table, "statement", CLAIM)


def _statement(table: Table, problems: list[Problem]) -> Statement:
    problems.extend(check(table, STATEMENT, REQUIRED["statement"]))
    problems.extend(_check_forms(table))
    values = of_right_type(table.values, STATEMENT)
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


def _check_forms(table: Table) -> list[Problem]:
    """Check what a statement's values say, where their types are right."""
    values = of_right_type(table.values, STATEMENT)
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
