"""Find the names in the articles that no entity has: runs of capitalised words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...annotate.names.level import levelled
from ...annotate.names.words import ARTICLES
from ...corpus.model import Annotated, Corpus, Mention, Paragraph
from ...corpus.sentences import sentences
from .trimming import is_filler, is_name, names_in

_ARTICLE = (
    "(?:" + "|".join(sorted(ARTICLES, key=lambda each: (-len(each), each))) + ")[-\u2010\u2011]"
)
_CAPITALISED = rf"(?:{_ARTICLE})?[^\W\d_a-z](?:[\w-]|['\u2019](?=\w)(?![sS]\b))*"
_WORD = rf"(?:(?:[A-Z]\.){{2,}}|{_CAPITALISED})"
_LINK = r"(?:of|for|and|the|de|bin|ibn|abu|al|el|ul)"
_RUN = re.compile(rf"(?<![\w@/.-]){_WORD}(?:[ \xa0](?:{_LINK}[ \xa0]){{0,2}}{_WORD})*")
_OPENED = re.compile(r"[:.!?\u2026\u2014][\"'\u201d\u2019)\]]* +$|[\"'\u201c\u2018\u00ab(\[]$")
SMALL = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: article, anchor, the number of the sentence (1 is first), its text."""

    article: str
    anchor: str
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no entity has, the words before it, and the places where it stands."""

    name: str
    before: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A name at one place. `opens`: it is one word that a sentence begins with."""

    name: str
    before: str
    opens: bool
    place: Place


def unknown_names(corpus: Corpus) -> tuple[Unknown, ...]:
    """Return the names that no entity has, the most frequent first.

    A single word counts only if it stands inside of a sentence somewhere, and nowhere in lower
    case; a surname waits until its longer name is known. Sentences of a restricted article are
    not repeated.
    """
    found: defaultdict[str, list[_Run]] = defaultdict(list)
    small: set[str] = set()
    for annotated in corpus.articles:
        for paragraph in annotated.paragraphs:
            small.update(SMALL.findall(paragraph.text))
            for run in _runs(annotated, paragraph):
                found[run.name].append(run)
    surnames = {name.rpartition(" ")[2] for name in found if " " in name}
    kept = (
        Unknown(
            name,
            tuple(sorted({run.before for run in runs if run.before})),
            tuple(run.place for run in runs),
        )
        for name, runs in found.items()
        if not all(run.opens for run in runs) and name.lower() not in small and name not in surnames
    )
    return tuple(sorted(kept, key=lambda each: (-len(each.places), each.name)))


def _runs(annotated: Annotated, paragraph: Paragraph) -> Iterator[_Run]:
    """Yield the names of a paragraph that are no mention; a heading has capitals of its own."""
    if paragraph.role == "heading":
        return
    text = paragraph.text
    mentions = [each for each in annotated.mentions if each.anchor == paragraph.anchor]
    begins = {start for start, _ in sentences(text)}
    for found in _RUN.finditer(text):
        for first, last in names_in(found[0]):
            start, end = found.start() + first, found.start() + last
            name = levelled(text[start:end])
            if is_name(name) and not _is_known(text, start, end, mentions):
                opens = start in begins or bool(_OPENED.search(text[max(0, start - 8) : start]))
                before = text[:start].rstrip().rpartition(" ")[2].lower().strip(".")
                place = place_of(annotated, paragraph, start)
                yield _Run(name, before, opens and " " not in name, place)


def _is_known(text: str, start: int, end: int, mentions: list[Mention]) -> bool:
    """Tell whether mentions cover all words of a run that could make another name of it."""
    rest = list(text[start:end])
    for each in mentions:
        for at in range(max(each.start, start), min(each.end, end)):
            rest[at - start] = " "
    return all(map(is_filler, re.findall(r"[\w.'-]+", "".join(rest))))


def place_of(annotated: Annotated, paragraph: Paragraph, start: int) -> Place:
    """Return the place of a name, with its sentence where the article may be shown."""
    spans = tuple(sentences(paragraph.text))
    at = next((at for at, (_, last) in enumerate(spans) if start < last), 0)
    shown = annotated.article.rights == "public" and spans
    text = paragraph.text[slice(*spans[at])] if shown else ""
    return Place(annotated.article.slug, paragraph.anchor, at + 1, text)
