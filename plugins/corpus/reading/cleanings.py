"""Read the cleaning reports: what the import removed from each article's capture.

The import writes them, one key a line with a JSON value, and nobody edits them. So a report is
read line by line, which takes a tenth of the time of a TOML parser; one of another form is parsed
as TOML, and is a problem only where that fails too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Article, Cleaning, Decoding, KeptBlock, RemovedBlock, Where
from ..problems import Problem, problem
from .files import Part, Source, decode, sources
from .site import line_of, read_toml

_REMOVED = "\n\n[[removed]]\n"
_KEY = re.compile(r"^([a-z_0-9]+) = ", re.MULTILINE)
_TEXTS = ("sha256", "original", "encoding", "decoded", "doubt")
_BLOCK = ("block", "lines", "reason", "evidence", "text")
_BLOCK_TYPES = [int, list, str, str, str]
_REMEDY = "Take the file from your last good copy, or remove it and import the capture again."


def read_cleanings(content: Path, articles: Sequence[Article]) -> Part[Cleaning]:
    """Return the reports of a content folder by article, with what is wrong in them.

    A report without an article is passed over: it keeps an article that a curator took away from
    coming back with the next import.
    """
    originals = {each.slug: each.original for each in articles}
    cleanings: list[Cleaning] = []
    problems: list[Problem] = []
    for source in sources(content, "cleaning", ".toml"):
        if source.slug in originals:
            cleaning, wrong = _read(source)
            problems.extend(wrong or _check_original(cleaning, originals[source.slug]))
            cleanings.append(cleaning)
    cleanings.sort(key=lambda each: each.article)
    return Part(tuple(cleanings), (), tuple(problems))


def _read(source: Source) -> tuple[Cleaning, tuple[Problem, ...]]:
    text, problems = decode(source)
    table = _read_lines(text)
    if table is None:
        table, problems = read_toml(text, source.path)
    problems = problems or tuple(_misshapen(table, text, source.path))
    if problems:
        return Cleaning(source.slug, "", "", Decoding("", "")), problems
    return _cleaning(source, table), ()


def _read_lines(text: str) -> dict[str, Any] | None:
    """Return a report as the import writes it; None where it is of another form.

    Its lines become one JSON text: a line end in a value is escaped, so that none is torn.
    """
    facts, _, rest = text.rstrip("\n").partition("\n\n[header]\n")
    _, begins, removed = rest.partition(_REMOVED)
    facts = facts.replace("[\n", "[").replace(",\n]", "]").replace(",\n", ",").replace("\n\n", "\n")
    pairs = _KEY.sub(r'"\1": ', f"{facts}{begins}{removed}")
    objects = pairs.replace(_REMOVED, "},{").replace("\n", ",")
    try:
        first, *others = json.loads(f"[{{{objects}}}]")
    except ValueError:
        return None
    return {**first, "removed": others}


def _misshapen(table: Mapping[str, Any], text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each key that is missing or not as the import writes it."""
    fits = {
        **{key: isinstance(table.get(key), str) for key in _TEXTS},
        "also": _is_texts(table.get("also")),
        "body": _is_texts(table.get("body")),
        "kept": all(map(_is_place, _listed(table.get("kept")))),
        "removed": all(map(_is_removed, _listed(table.get("removed", [])))),
    }
    for key, is_good in fits.items():
        if not is_good:
            where = Where(path, line_of(text, "[[removed]]" if key == "removed" else key))
            wrong = f'"{key}" is not as the import writes it.'
            yield problem(where, "CLEANING-FORM", wrong, _REMEDY)


def _listed(value: object) -> Sequence[object]:
    """Return a list; what is none is a list of one thing that no test accepts."""
    return value if isinstance(value, list) else (None,)


def _is_texts(value: object) -> bool:
    return all(isinstance(each, str) for each in _listed(value))


def _is_place(value: object) -> bool:
    """Tell whether a value is three counts: a block's number, its first and its last line."""
    return isinstance(value, list) and [type(each) for each in value] == [int, int, int]


def _is_removed(value: object) -> bool:
    if not isinstance(value, dict) or [type(value.get(key)) for key in _BLOCK] != _BLOCK_TYPES:
        return False
    return [type(each) for each in value["lines"]] == [int, int]


def _cleaning(source: Source, table: Mapping[str, Any]) -> Cleaning:
    return Cleaning(
        article=source.slug,
        original=table["original"],
        sha256=table["sha256"],
        decoding=Decoding(table["encoding"], table["decoded"], table["doubt"]),
        blocks=tuple(map(_removed, table.get("removed", ()))),
        kept=tuple(KeptBlock(number) for number, _, _ in table["kept"]),
        body=tuple(table["body"]),
        also=tuple(table["also"]),
        where=Where(source.path, 1),
    )


def _removed(table: Mapping[str, Any]) -> RemovedBlock:
    first, last = table["lines"]
    return RemovedBlock(
        table["block"], first, last, table["reason"], table["evidence"], table["text"]
    )


def _check_original(cleaning: Cleaning, original: str) -> tuple[Problem, ...]:
    """Check that the report is about the capture that the article names, if it names one."""
    if not original or cleaning.original.removeprefix("originals/") == original:
        return ()
    where = cleaning.where
    wrong = f'it is about the capture "{cleaning.original}", its article is of "{original}".'
    remedy = "Put the article's key original back, or remove this file."
    return (problem(where, "CLEANING-ORIGINAL", wrong, remedy),)
