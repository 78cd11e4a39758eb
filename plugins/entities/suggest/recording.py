"""Write the figures that a curator has ticked into the claims' files, as statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...corpus.model import Annotated, Corpus, Paragraph
from ...corpus.problems import Problem, did_you_mean
from .figures import unit_key
from .proposal import FIGURE
from .sheet import FILE, Line
from .statements import Found, found_statement

_PLACE = re.compile(r'(?P<article>[a-z0-9-]+)#(?P<anchor>[\w-]+) "(?P<quote>.+)"')


def recorded(
    files: Mapping[str, str], lines: Iterable[Line], corpus: Corpus
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Return the claims' files with the ticked figures, and what is wrong with the lines.

    `files` are texts by path relative to the content folder. The value, the speaker and the date
    are those of the figure that the quote holds, as it is found in the article now.
    """
    paths = {
        path.rpartition("/")[2].removesuffix(".toml"): path
        for path in files
        if path.startswith("claims/")
    }
    texts = dict(files)
    problems: list[Problem] = []
    for line in lines:
        if line.tick == "x" and line.change.action == FIGURE:
            problems += _record(texts, paths, line, corpus)
    return {path: text for path, text in texts.items() if files[path] != text}, tuple(problems)


def _record(
    texts: dict[str, str], paths: Mapping[str, str], line: Line, corpus: Corpus
) -> list[Problem]:
    """Append one statement to a claim's file."""
    claim = corpus.claim.get(line.change.target)
    if claim is None or claim.slug not in paths:
        wrong = f'there is no claim "{line.change.target}".'
        remedy = did_you_mean(line.change.target, paths) or "Make a file of it in claims/ first."
        return [Problem(FILE, line.number, "SUGGEST-CLAIM", wrong, remedy)]
    found = _found(line.change.text, claim.unit, corpus)
    if found is None:
        wrong = f"{line.change.text} holds no figure, or several of them."
        remedy = 'Write article#anchor "words with one figure, as they stand in that paragraph".'
        return [Problem(FILE, line.number, "SUGGEST-FIGURE", wrong, remedy)]
    path = paths[claim.slug]
    table = found.table()
    if table in texts[path]:
        wrong = f"{path} has this statement already."
        return [Problem(FILE, line.number, "SUGGEST-DONE", wrong, "Take the line away.")]
    texts[path] = texts[path].rstrip("\n") + "\n\n" + table
    return []


def _found(text: str, unit: str, corpus: Corpus) -> Found | None:
    """Return the statement of the one figure in a quote; of several, the one of the unit."""
    place = _PLACE.fullmatch(text)
    annotated = corpus.article.get(place["article"]) if place else None
    paragraph = annotated.paragraph(place["anchor"]) if place and annotated else None
    if place is None or annotated is None or paragraph is None:
        return None
    return _of_quote(annotated, paragraph, place["quote"], unit)


def _of_quote(annotated: Annotated, paragraph: Paragraph, quote: str, unit: str) -> Found | None:
    start = paragraph.text.find(quote)
    if start < 0:
        return None
    inside = [
        each
        for each in annotated.figures
        if each.anchor == paragraph.anchor
        and start <= each.start
        and each.end <= start + len(quote)
    ]
    fitting = [each for each in inside if unit_key(each.unit) == unit_key(unit)] or inside
    return found_statement(annotated, paragraph, fitting[0], quote) if len(fitting) == 1 else None
