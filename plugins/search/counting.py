"""Count the terms of one document in bulk: how often, and where, each stem stands in it.

A position counts words. The title comes first, then aliases, then paragraphs; between two of
them lies a gap, so that no phrase reaches from one into the next. A posting's value is

    impact (1 byte) · count (1 byte) · a tag for each occurrence · varints of the gaps

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
from .impacts import Means, Weights, lengths, weights
from .stemming import stem
from .varints import VARINTS, varints

GAP = 8
MOST = 255
EVERY = b""  # the slug whose "entity" every document has

Posting = tuple[bytes, int, float, bytes]


@dataclass(slots=True)
class Forms:
    """The forms of one language met in a run, and how many documents have each.

    `siblings` has the forms of each stem as they came, of all languages; `tags` each form's stem,
    and its number among its siblings. The 256th and those after it share the last number.
    """

    language: str
    siblings: dict[bytes, list[str]]
    tags: dict[str, tuple[bytes, int]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def learn(self, forms: KeysView[str]) -> None:
        """Count one document more for each of these forms."""
        self.counts.update(forms)
        tags = self.tags
        for form in [form for form in forms if form not in tags]:
            stemmed = stem(form, self.language).encode()
            siblings = self.siblings.setdefault(stemmed, [])
            if form not in siblings:  # another language may have met it
                siblings.append(form)
            tags[form] = (stemmed, min(siblings.index(form), MOST))


@dataclass(frozen=True, slots=True)
class Counted:
    """The postings of one document."""

    postings: tuple[Posting, ...]
    entities: tuple[Posting, ...]


def count(document: SearchDocument, known: Forms, mean: Means) -> Counted:
    """Count a document's terms; `known`, of its language, learns the forms that are new."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    title_end = _place(places, (document.title, *document.aliases), 0)
    _place(places, (text for _, text in document.paragraphs), title_end)
    known.learn(places.keys())
    weighed = weights(lengths(document), mean)
    return Counted(
        tuple(_postings(places, title_end, known.tags, weighed)),
        tuple(_entities(document, weighed)),
    )


def _place(places: defaultdict[str, list[int]], texts: Iterable[str], start: int) -> int:
    """Note the position of every form; return the next free position."""
    for text in texts:
        position = start - 1
        for position, form in enumerate(forms(text), start):
            places[form].append(position)
        start = position + 1 + GAP
    return start


def _postings(
    places: dict[str, list[int]],
    title_end: int,
    tags: dict[str, tuple[bytes, int]],
    weighed: Weights,
) -> Iterator[Posting]:
    stems: dict[bytes, list[tuple[list[int], int]]] = {}
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
        head = b"%c%c%b" % (weighed[in_title, times], times, written)
        yield stemmed, times, times, head + _written(positions)


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


def _entities(document: SearchDocument, weighed: Weights) -> Iterable[Posting]:
    """Yield the entities mentioned; an entity's own document has it "in the title"."""
    own = own_entity(document)
    yield EVERY, 1, 1, bytes((1, 0))
    for slug, times in Counter(document.entities).items():
        impact = weighed[int(slug == own), min(times, MOST)]
        yield slug.encode(), 1, 1, bytes((impact, 0))
