"""List the entities from A to Z, all of them and by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..corpus.addresses import FOLDERS
from ..corpus.fold import fold
from ..corpus.lines import EntityLine, counted_line
from ..corpus.model import KINDS, Corpus
from ..writing.page import Page

# What a name is not sorted by: the articles of English, and of Arabic as outlets transliterate it.
_ARTICLE = re.compile(
    r"(?:(?:the|a|an)\s+|(?:al|el|ar|as|ash|at|ad|an|az|a)-|ال)(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Letter:
    """The entities that begin with one letter; `anchor` is its id on the page."""

    letter: str
    anchor: str
    entities: tuple[EntityLine, ...]


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of entity, its index page and how many there are."""

    kind: str
    path: str
    entities: int


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """What entities.html needs. `kind` is empty on the index of all."""

    kind: str
    total: int
    kinds: tuple[KindLine, ...]
    letters: tuple[Letter, ...]


def index_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield entities.html, and people.html, places.html and so on."""
    lines = [counted_line(corpus, each) for each in corpus.entities]
    kinds = tuple(
        KindLine(kind, f"{FOLDERS[kind]}.html", sum(each.kind == kind for each in lines))
        for kind in KINDS
    )
    values = EntitiesPage("", len(lines), kinds, _letters(lines))
    yield Page("entities.html", "entities.html", "Names", values)
    for each in kinds:
        found = [line for line in lines if line.kind == each.kind]
        values = EntitiesPage(each.kind, len(found), kinds, _letters(found))
        trail = (("Names", "entities.html"),)
        yield Page(each.path, "entities.html", FOLDERS[each.kind], values, trail)


def sort_key(name: str) -> str:
    """Return what a name is sorted by: folded, without "the" or "al-" before it."""
    return fold(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name)


def _letters(lines: Iterable[EntityLine]) -> tuple[Letter, ...]:
    ordered = sorted(lines, key=lambda each: (_letter(each), sort_key(each.name), each.slug))
    return tuple(
        Letter(
            letter, f"letter-{letter.lower()}" if letter != "#" else "letter-other", tuple(found)
        )
        for letter, found in groupby(ordered, key=_letter)
    )


def _letter(line: EntityLine) -> str:
    first = sort_key(line.name)[:1].upper()
    return first if first.isalpha() else "#"
