"""Turn claims, the vocabulary and the collection's titles into the TOML that they are written in.

A text file is given as its path in the content folder and its text; same objects, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ...corpus.model import Term, Vocabulary
from .headed import TextFile, Thing

_STATEMENT_TEXTS = ("as_of", "said_by", "said_by_words", "reported_by", "quote", "stance")


def claim_file(claim: Thing) -> TextFile:
    """Return a claim's file; a statement's unit and scope stand there where they are its own."""
    keys = ("title", "measure", "unit", "scope", "places", "note")
    lines = [*_assigned((key, claim[key]) for key in keys)]
    for statement in claim["statements"]:
        lines += ["", "[[statement]]", *_assigned(_statement(statement, claim))]
    return f"claims/{claim['slug']}.toml", "\n".join(lines) + "\n"


def collection_file(build: Thing) -> TextFile:
    """Return what the collection says of itself, in each language that it says it in."""
    lines = [*_assigned((key, build[key]) for key in ("title", "subtitle", "language"))]
    for language, titles in build["titles"].items():
        lines += ["", f"[{language}]", *_assigned(titles.items())]
    return "collection.toml", "".join(f"{line}\n" for line in lines)


def vocabulary_file(vocabulary: Vocabulary) -> Iterator[TextFile]:
    """Yield the file of the words that are counted; none where there are no words."""
    if not vocabulary.terms:
        return
    lines = [*_assigned((("note", vocabulary.note),))]
    for term in vocabulary.terms:
        lines += ["", "[[term]]", *_term(term)]
    yield "vocabulary.toml", "\n".join(lines).lstrip("\n") + "\n"


def _term(term: Term) -> Iterator[str]:
    pairs = (("slug", term.slug), ("title", term.title), ("party", term.party), ("note", term.note))
    yield from _assigned(pairs)
    yield from ("", "[term.words]")
    for group, forms in groupby(term.forms, lambda each: each.group):
        yield f"{_toml(group)} = {_toml([each.words for each in forms])}"


def _statement(statement: Thing, claim: Thing) -> Iterator[tuple[str, Any]]:
    low, high = statement["low"], statement["high"]
    if low is not None and low == high:
        yield "value", low
    else:
        yield from ((name, end) for name, end in (("low", low), ("high", high)) if end is not None)
    yield from ((key, statement[key]) for key in _STATEMENT_TEXTS)
    yield "approximate", statement["approximate"]
    for key in ("unit", "scope"):
        yield key, "" if statement[key] == claim[key] else statement[key]
    yield from ((key, statement[key]) for key in ("origin", "note"))


def _assigned(pairs: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield `key = value` in TOML for what is not empty."""
    for key, value in pairs:
        if value not in ("", [], False):
            yield f"{key} = {_toml(value)}"
        elif value == 0 and value is not False:
            yield f"{key} = 0"


def _toml(value: object) -> str:
    """Return a value as TOML 1.0: numbers as short as they are, texts as basic strings."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    # JSON's strings are TOML's, but for one control character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
