"""Read what the public edition masks: `content/redactions.toml`, where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..masking.redaction import WITHHELD, Redactions
from ..model import Corpus, Where
from ..problems import Problem, did_you_mean, problem
from .files import Source, decode
from .site import line_of, read_toml

PATH = "redactions.toml"
KEYS = ("entities", "words", "replacement")


def read_redactions(content: Path, corpus: Corpus) -> tuple[Redactions, tuple[Problem, ...]]:
    """Return what is masked, and what is wrong with the file: then nothing may be published."""
    path = content / PATH
    if not path.is_file():
        return Redactions(), ()
    text, undecodable = decode(Source(PATH, "redactions", path.read_bytes()))
    table, broken = read_toml(text, PATH)
    problems = (*undecodable, *broken, *_problems(table, text, corpus))
    if problems:
        return Redactions(), problems
    return Redactions(
        tuple(table.get("entities", ())),
        tuple(table.get("words", ())),
        table.get("replacement", WITHHELD),
    ), ()


def _problems(table: dict[str, Any], text: str, corpus: Corpus) -> Iterator[Problem]:
    for key, value in table.items():
        where = Where(PATH, line_of(text, key))
        if key not in KEYS:
            remedy = did_you_mean(key, KEYS) or f"The keys are: {', '.join(KEYS)}."
            yield problem(where, "KEY-UNKNOWN", f'unknown key "{key}".', remedy)
        elif not _fits(key, value):
            form = 'replacement = "…"' if key == "replacement" else f'{key} = ["…", "…"]'
            yield problem(where, "VALUE-TEXT", f"{key} is {value!r}.", f"Write {form}.")
        elif key == "entities":
            yield from _unknown(value, where, corpus)


def _fits(key: str, value: object) -> bool:
    if key == "replacement":
        return isinstance(value, str) and bool(value)
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _unknown(slugs: list[str], where: Where, corpus: Corpus) -> Iterator[Problem]:
    known = {each.slug for each in (*corpus.entities, *corpus.merged)}
    for slug in slugs:
        if slug not in known:
            remedy = did_you_mean(slug, known) or "Name the slug of an entity."
            yield problem(where, "REF-ENTITY", f'there is no entity "{slug}".', remedy)
