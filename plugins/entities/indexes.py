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
from ..corpus.paging import PagerLine, page_path, pager, parts
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
class LetterLink:
    """A letter of the alphabet, and where in the index the names with it begin."""

    letter: str
    path: str


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """What entities.html needs: one page of an index. `kind` is empty on the index of all.

    `letters` are those of this page, `alphabet` those of the whole index.
    """

    kind: str
    total: int
    kinds: tuple[KindLine, ...]
    letters: tuple[Letter, ...]
    alphabet: tuple[LetterLink, ...]
    number: int
    pager: tuple[PagerLine, ...]


# More names than this on one page are slow to open and to look through.
_ON_ONE_PAGE = 300


def index_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield entities.html, people.html, places.html and so on, and their further pages."""
    lines = [counted_line(corpus, each) for each in corpus.entities]
    kinds = tuple(
        KindLine(kind, f"{FOLDERS[kind]}.html", sum(each.kind == kind for each in lines))
        for kind in KINDS
    )
    above = ("Names", "entities.html")
    yield from _index(lines, KindLine("", "entities.html", len(lines)), kinds, above)
    for each in kinds:
        found = [line for line in lines if line.kind == each.kind]
        yield from _index(found, each, kinds, (FOLDERS[each.kind], each.path), (above,))


def _index(
    lines: Iterable[EntityLine],
    kind: KindLine,
    kinds: tuple[KindLine, ...],
    itself: tuple[str, str],
    above: tuple[tuple[str, str], ...] = (),
) -> Iterator[Page]:
    """Yield the pages of an index; `itself` are its title and path, `above` what it lies below."""
    ordered = sorted(lines, key=lambda each: (_letter(each), sort_key(each.name), each.slug))
    pages = parts(ordered, _ON_ONE_PAGE)
    alphabet = tuple(_alphabet(pages, kind.path))
    for number, part in enumerate(pages, 1):
        values = EntitiesPage(
            kind.kind,
            kind.entities,
            kinds,
            _letters(part),
            alphabet,
            number,
            pager(kind.path, len(pages), number),
        )
        trail = above if number == 1 else (*above, itself)
        yield Page(page_path(kind.path, number), "entities.html", itself[0], values, trail)


def _alphabet(pages: Iterable[tuple[EntityLine, ...]], path: str) -> Iterator[LetterLink]:
    """Yield each letter with the page and the place on it where it begins."""
    seen: set[str] = set()
    for number, part in enumerate(pages, 1):
        for each in _letters(part):
            if each.letter not in seen:
                yield LetterLink(each.letter, f"{page_path(path, number)}#{each.anchor}")
            seen.add(each.letter)


def sort_key(name: str) -> str:
    """Return what a name is sorted by: folded, without "the" or "al-" before it."""
    return fold(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name)


def _letters(ordered: Iterable[EntityLine]) -> tuple[Letter, ...]:
    return tuple(
        Letter(
            letter, f"letter-{letter.lower()}" if letter != "#" else "letter-other", tuple(found)
        )
        for letter, found in groupby(ordered, key=_letter)
    )


def _letter(line: EntityLine) -> str:
    first = sort_key(line.name)[:1].upper()
    return first if first.isalpha() else "#"
