"""Count the terms of one document in bulk: how often, and where, each stem stands in it.

A position counts words. The title comes first, then aliases, then paragraphs; between two of
them lies a gap, so that no phrase reaches from one into the next. A posting's value is

    title count (1 byte) · count (1 byte) · a tag for each occurrence · varints of the gaps

where the tag says which form of the stem stood there (see `Forms`). A term that stands more than
255 times in a document is counted 255 times.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..corpus.fold import forms
from .documents import SearchDocument, own_entity
from .stemming import stem
from .varints import VARINTS

GAP = 8
MOST = 255

Posting = tuple[bytes, int, float, bytes]


@dataclass(slots=True)
class Forms:
    """The forms met in one segment, and how many documents have each.

    A stem's forms are numbered as they come; its 256th and those after it share the last number.
    """

    tags: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    of_stem: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tag(self, form: str, language: str) -> tuple[str, int]:
        """Return the stem of a form, and the form's number among those of the stem."""
        known = self.tags.get((language, form))
        if known is None:
            stemmed = stem(form, language)
            siblings = self.of_stem.setdefault(stemmed, [])
            if form not in siblings:
                siblings.append(form)
            known = self.tags[language, form] = (stemmed, min(siblings.index(form), MOST))
        return known


@dataclass(frozen=True, slots=True)
class Counted:
    """The postings of one document, and the lengths in words of its title and of its text."""

    postings: tuple[Posting, ...]
    entities: tuple[Posting, ...]
    title_length: int
    text_length: int


def count(document: SearchDocument, known: Forms) -> Counted:
    """Count a document's terms; `known` learns the forms that are new to it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    title_end, title_length = _place(places, (document.title, *document.aliases), 0)
    texts = (text for _, text in document.paragraphs)
    _, text_length = _place(places, texts, title_end)
    return Counted(
        tuple(_postings(places, title_end, document.language, known)),
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
    places: dict[str, list[int]], title_end: int, language: str, known: Forms
) -> Iterable[Posting]:
    stems: dict[str, list[tuple[list[int], int]]] = {}
    for form, positions in places.items():
        stemmed, tag = known.tag(form, language)
        known.counts[language, form] += 1
        stems.setdefault(stemmed, []).append((positions, tag))
    for stemmed, found in stems.items():
        positions, tags = _together(found)
        in_title = sum(position < title_end for position in positions[:64])
        yield _posting(stemmed, in_title, positions, tags)


def _together(found: list[tuple[list[int], int]]) -> tuple[list[int], bytes]:
    """Return the positions of a stem in order, with the tag of the form at each."""
    if len(found) == 1:
        positions, tag = found[0]
        return positions[:MOST], bytes((tag,)) * min(len(positions), MOST)
    pairs = sorted((position, tag) for positions, tag in found for position in positions)[:MOST]
    return [position for position, _ in pairs], bytes(tag for _, tag in pairs)


def _posting(term: str, in_title: int, positions: list[int], tags: bytes) -> Posting:
    times, last, gaps = len(positions), 0, []
    for position in positions:
        gaps.append(VARINTS[position - last])
        last = position
    value = bytes((in_title, times)) + tags + b"".join(gaps)
    return term.encode(), times, float(times), value


def _entities(document: SearchDocument) -> Iterable[Posting]:
    """Yield the entities mentioned; an entity's own document has it "in the title"."""
    own = own_entity(document)
    for slug, times in Counter(document.entities).items():
        counted = min(times, MOST)
        yield slug.encode(), counted, float(counted), bytes((int(slug == own), counted))
