"""Read what the collection says of itself: `content/collection.toml`, where there is one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..model import Site, Titles, Where
from ..problems import Problem, did_you_mean, problem
from ..schema import LANGUAGE
from .files import Source, decode

PATH = "collection.toml"
KEYS = ("title", "subtitle", "language")
TRANSLATED = ("title", "subtitle")  # what a language's own table may have


def read_site(content: Path, site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with the collection's own title, subtitle and language laid over it.

    A table named like a language has the title and subtitle in that language.
    """
    path = content / PATH
    if not path.is_file():
        return site, ()
    text, undecodable = decode(Source(PATH, "collection", path.read_bytes()))
    if undecodable:
        return site, undecodable
    table, broken = read_toml(text, PATH)
    if broken:
        return site, broken
    plain = {key: value for key, value in table.items() if not _is_language(key, value)}
    problems = [_wrong(key, value, text) for key, value in plain.items() if not _fits(key, value)]
    others = []
    for language, titles in table.items():
        if language not in plain:
            problems += _wrong_titles(language, titles, text)
            others.append(Titles(language, **{k: v for k, v in titles.items() if _is_title(k, v)}))
    own = {key: value for key, value in plain.items() if _fits(key, value)}
    return replace(site, **own, others=tuple(others)), tuple(problems)


def _fits(key: str, value: object) -> bool:
    return key in KEYS and isinstance(value, str)


def _is_language(key: str, value: object) -> bool:
    """Tell whether this is a table with the titles in another language, as `[ar]`."""
    return isinstance(value, dict) and bool(LANGUAGE.match(key))


def _is_title(key: str, value: object) -> bool:
    return key in TRANSLATED and isinstance(value, str)


def _wrong_titles(language: str, titles: dict[str, Any], text: str) -> Iterator[Problem]:
    """Yield what is wrong with the titles in another language."""
    table = line_of_table(text, language)
    for key, value in titles.items():
        if not _is_title(key, value):
            yield _wrong(key, value, text, TRANSLATED, table)


def _wrong(
    key: str, value: object, text: str, keys: tuple[str, ...] = KEYS, after: int = 1
) -> Problem:
    where = Where(PATH, line_of(text, key, after))
    if key in keys:
        return problem(where, "VALUE-TEXT", f"{key} is {value!r}.", f'Write {key} = "…".')
    remedy = did_you_mean(key, keys) or f"The keys are: {', '.join(keys)}."
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


def line_of_table(text: str, name: str) -> int:
    """Return the line of the table `[name]`, else 1."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if line.strip() == f"[{name}]"), 1)
