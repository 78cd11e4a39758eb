"""Count the terms of one document in bulk: how often, and where, each stem stands in it.

A position counts words. The title comes first, then aliases, then paragraphs; between two of
them lies a gap, so that no phrase reaches from one into the next. A posting's value is

    title count (1 byte) · count (1 byte) · a tag for each occurrence · varints of the gaps

where the tag says which form of the stem stood there (see `Forms`). A term that stands more than
255 times in a document is counted 255 times.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView
from dataclasses import dataclass, field
from itertools import chain
from operator import sub

from ..corpus.fold import forms
from .documents import SearchDocument, own_entity
from .stemming import stem
from .varints import VARINTS, varints

GAP = 8
MOST = 255

Posting = tuple[bytes, int, float, bytes]


@dataclass(slots=True)
class Forms:
    """The forms of one language met in a segment, and how many documents have each.

    `siblings` has the forms of each stem as they came, of all languages; `tags` each form's stem,
    and its number among its siblings. The 256th and those after it share the last number.
    """

    language: str
    siblings: dict[str, list[str]]
    tags: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def learn(self, forms: KeysView[str]) -> None:
        """Count one document more for each of these forms."""
        self.counts.update(forms)
        for form in forms:
            if form not in self.tags:
                stemmed = stem(form, self.language)
                siblings = self.siblings.setdefault(stemmed, [])
                siblings.append(form)
                self.tags[form] = (stemmed, min(len(siblings) - 1, MOST))


@dataclass(frozen=True, slots=True)
class Counted:
    """The postings of one document, and the lengths in words of its title and of its text."""

    postings: tuple[Posting, ...]
    entities: tuple[Posting, ...]
    title_length: int
    text_length: int


def count(document: SearchDocument, known: Forms) -> Counted:
    """Count a document's terms; `known`, of its language, learns the forms that are new."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    title_end, title_length = _place(places, (document.title, *document.aliases), 0)
    texts = (text for _, text in document.paragraphs)
    _, text_length = _place(places, texts, title_end)
    known.learn(places.keys())
    return Counted(
        tuple(_postings(places, title_end, known.tags)),
        tuple(_entities(document)),
        title_length,
        text_length,
    )


def _place(places: dict[str, list[int]], texts: Iterable[str], start: int) -> tuple[int, int]:
    """Note the position of every form; return the next free position and the number of words."""
    length = 0
    for text in texts:
        words = forms(text)
        for position, form in enumerate(words, start):
            places[form].append(position)
        start += len(words) + GAP
        length += len(words)
    return start, length


def _postings(
    places: dict[str, list[int]], title_end: int, tags: dict[str, tuple[str, int]]
) -> Iterator[Posting]:
    stems: dict[str, list[tuple[list[int], int]]] = {}
    for form, positions in places.items():
        stemmed, tag = tags[form]
        if stemmed in stems:
            stems[stemmed].append((positions, tag))
        else:
            stems[stemmed] = [(positions, tag)]
    for stemmed, found in stems.items():
        positions, written = _together(found)
        in_title = 0
        if positions[0] < title_end:
            in_title = sum([position < title_end for position in positions])
        times = len(positions)
        value = b"%c%c%b%b" % (in_title, times, written, _written(positions))
        yield stemmed.encode(), times, times, value


def _together(found: list[tuple[list[int], int]]) -> tuple[list[int], bytes]:
    """Return the positions of a stem in order, with the tag of the form at each."""
    if len(found) == 1:
        positions, tag = found[0]
        positions = positions[:MOST]
        return positions, b"%c" % tag * len(positions)
    pairs = sorted((position, tag) for positions, tag in found for position in positions)[:MOST]
    return [position for position, _ in pairs], bytes(tag for _, tag in pairs)


def _written(positions: list[int]) -> bytes:
    if len(positions) == 1:
        return VARINTS[positions[0]]
    return varints(map(sub, positions, chain((0,), positions)))


def _entities(document: SearchDocument) -> Iterable[Posting]:
    """Yield the entities mentioned; an entity's own document has it "in the title"."""
    own = own_entity(document)
    for slug, times in Counter(document.entities).items():
        counted = min(times, MOST)
        yield slug.encode(), counted, counted, bytes((int(slug == own), counted))
