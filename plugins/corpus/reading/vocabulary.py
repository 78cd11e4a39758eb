"""Read the words whose use is counted: `content/vocabulary.toml`, where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..fold import forms
from ..header import Value
from ..model import Form, Term, Vocabulary, Where
from ..problems import Problem, problem
from ..references import Reference
from ..schema import SLUG, check_value
from .files import Part, Source, decode
from .site import read_toml
from .tables import LISTS, TABLES, TEXT, Table, check, of_right_type, tables

PATH = "vocabulary.toml"
VOCABULARY: Mapping[str, str] = {"note": TEXT, "term": TABLES}
TERM: Mapping[str, str] = {
    "slug": TEXT,
    "title": TEXT,
    "party": TEXT,
    "note": TEXT,
    "words": LISTS,
}
REQUIRED = {"vocabulary": ("term",), "term": ("slug", "title", "words")}


def read_vocabulary(content: Path) -> Part[Vocabulary]:
    """Return the vocabulary of a content folder, one value or none, with what is wrong in it."""
    path = content / PATH
    if not path.is_file():
        return Part((), (), ())
    text, undecodable = decode(Source(PATH, "vocabulary", path.read_bytes()))
    values, broken = read_toml(text, PATH)
    if undecodable or broken:
        return Part((), (), (*undecodable, *broken))
    whole = Table("vocabulary", values, text, Where(PATH))
    parts = tables(whole, "term", VOCABULARY)
    problems = (
        *check(whole, VOCABULARY, REQUIRED["vocabulary"]),
        *(each for part in parts for each in _problems(part)),
        *_doubled_slugs(parts),
        *_doubled_words(parts),
    )
    note = of_right_type(values, VOCABULARY).get("note", "")
    vocabulary = Vocabulary(tuple(_term(each) for each in parts), note)
    return Part((vocabulary,), tuple(_references(parts)), problems)


def _term(table: Table) -> Term:
    values = of_right_type(table.values, TERM)
    return Term(
        slug=values.get("slug", ""),
        title=values.get("title", ""),
        party=values.get("party", ""),
        forms=tuple(Form(words, group) for group, words in _words(values)),
        note=values.get("note", ""),
        where=table.where,
    )


def _words(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each group with each of its words, once."""
    for group, listed in values.get("words", {}).items():
        yield from ((group, words) for words in dict.fromkeys(listed))


def _references(parts: list[Table]) -> Iterator[Reference]:
    for part in parts:
        party = of_right_type(part.values, TERM).get("party", "")
        if SLUG.match(party):
            yield Reference(party, part.place("party"))


def _problems(table: Table) -> Iterator[Problem]:
    yield from check(table, TERM, REQUIRED["term"])
    values = of_right_type(table.values, TERM)
    for key in ("slug", "party"):
        if key in values:
            yield from check_value(key, Value(values[key], table.place(key)), "slug")
    for group, words in _words(values):
        if not forms(words):
            wrong = f'"{words}" in "{group}" has no word.'
            yield problem(_place(table, words), "VALUE-EMPTY", wrong, "Write the words to count.")


def _doubled_slugs(parts: list[Table]) -> Iterator[Problem]:
    seen: dict[str, Where] = {}
    for part in parts:
        slug, where = of_right_type(part.values, TERM).get("slug", ""), part.place("slug")
        if slug in seen:
            wrong = f'the slug "{slug}" is also that of the term in line {seen[slug].line}.'
            yield problem(where, "SLUG-TWICE", wrong, "Give one of them another slug.")
        elif slug:
            seen[slug] = where


def _doubled_words(parts: list[Table]) -> Iterator[Problem]:
    """Yield a problem for words in two groups: they could not be counted once."""
    seen: dict[tuple[str, ...], tuple[str, Where]] = {}
    for part in parts:
        for group, words in _words(of_right_type(part.values, TERM)):
            key, where = tuple(forms(words)), _place(part, words)
            if key in seen:
                first, place = seen[key]
                wrong = f'the words "{words}" are also in "{first}", line {place.line}.'
                yield problem(where, "WORDS-TWICE", wrong, "Keep them in one group.")
            elif key:
                seen[key] = (group, where)


def _place(table: Table, words: str) -> Where:
    """Return the first line of a table that has these words between quotes, else its own."""
    quoted = (f'"{words}"', f"'{words}'")
    for number, line in enumerate(table.text.split("\n"), 1):
        if number >= table.where.line and any(form in line for form in quoted):
            return Where(PATH, number)
    return table.where
