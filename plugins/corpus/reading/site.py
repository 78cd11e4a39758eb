"""Read what the collection says of itself: `content/collection.toml`, where there is one."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..model import Site, Where
from ..problems import Problem, did_you_mean, problem
from .files import Source, decode

PATH = "collection.toml"
KEYS = ("title", "subtitle", "language")


def read_site(content: Path, site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with the collection's own title, subtitle and language laid over it."""
    path = content / PATH
    if not path.is_file():
        return site, ()
    text, undecodable = decode(Source(PATH, "collection", path.read_bytes()))
    if undecodable:
        return site, undecodable
    table, broken = read_toml(text, PATH)
    if broken:
        return site, broken
    problems = tuple(
        _check(key, value, text) for key, value in table.items() if not _fits(key, value)
    )
    return replace(
        site, **{key: table[key] for key in KEYS if _fits(key, table.get(key))}
    ), problems


def _fits(key: str, value: object) -> bool:
    return key in KEYS and isinstance(value, str)


def _check(key: str, value: object, text: str) -> Problem:
    where = Where(PATH, line_of(text, key))
    if key in KEYS:
        return problem(where, "VALUE-TEXT", f"{key} is {value!r}.", f'Write {key} = "…".')
    remedy = did_you_mean(key, KEYS) or f"The keys are: {', '.join(KEYS)}."
    return problem(where, "KEY-UNKNOWN", f'unknown key "{key}".', remedy)


def read_toml(text: str, path: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Parse TOML; what is no TOML is a problem at the line that the parser names."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at line ")
        digits = place.split(",")[0]
        line = int(digits) if digits.isdigit() else text.count("\n") + 1
        wrong = f"this is no TOML: {reason[:1].lower()}{reason[1:]}."
        remedy = 'Text stands between quotes: key = "text"; a quote in it as \\".'
        return {}, (problem(Where(path, line), "TOML-SYNTAX", wrong, remedy),)


def line_of(text: str, key: str, after: int = 1) -> int:
    """Return the line of the first `key =` at or below the line `after`, else `after`."""
    for number, line in enumerate(text.split("\n"), 1):
        if number >= after and line.split("=")[0].strip() == key:
            return number
    return after
