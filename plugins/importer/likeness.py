"""Tell reports with the same text by sketches: the smallest hashes of their word 5-shingles.

A bottom-k sketch is a form of MinHash (Broder, On the resemblance and containment of documents,
1997): the share of hashes that two sketches have in common estimates that of the shingles.
"""

from __future__ import annotations

import heapq
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .wording import words_of

SHINGLE = 5
SIZE = 96
SAME = 0.95
NEAR = 0.4
LEAST_SHINGLES = 20
LOOKED_UP = 24
"""Hashes by which a sketch is found again, its smallest: memory is what a large batch lacks."""
LEAST_SHARED = 3
"""Of these, so many must be in a sketch that is compared: a sentence that all share has fewer."""

Sketch = Sequence[int]


def sketch_of(text: str) -> Sketch:
    """Return the smallest hashes of the text's 5-word shingles, ascending; empty if too short."""
    words = words_of(text)
    shingles = {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    if len(shingles) < LEAST_SHINGLES:
        return ()
    return tuple(heapq.nsmallest(SIZE, {zlib.crc32(each.encode()) for each in shingles}))


def likeness(one: Sketch, other: Sketch) -> float:
    """Estimate the share of shingles that two texts have in common (Jaccard), 0 to 1."""
    both = heapq.nsmallest(SIZE, set(one) | set(other))
    common = set(one) & set(other)
    return sum(each in common for each in both) / len(both) if both else 0.0


def overlap(one: Sketch, other: Sketch) -> float:
    """Estimate how much of the shorter text stands in the longer one, 0 to 1."""
    if not one or not other:
        return 0.0
    reach = min(one[-1], other[-1])
    first, second = ({each for each in sketch if each <= reach} for sketch in (one, other))
    least = min(len(first), len(second))
    return len(first & second) / least if least >= LEAST_SHINGLES // 2 else 0.0


@dataclass(slots=True)
class Likenesses:
    """The sketches of all articles, found again by the smallest of their hashes.

    Two texts that are NEAR have each of these in common with a chance of at least 0.4: fewer than
    LEAST_SHARED of them in one pair of fifteen hundred, and of those alike by half in one of fifty
    thousand (binomial).
    """

    sketches: dict[str, Sketch] = field(default_factory=dict)
    holders: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def add(self, slug: str, sketch: Sketch) -> None:
        """Remember an article's sketch."""
        if slug not in self.sketches:
            self.sketches[slug] = array("I", sketch)
            for each in sketch[:LOOKED_UP]:
                self.holders[each] = (*self.holders.get(each, ()), slug)

    def like(self, sketch: Sketch, least: float = NEAR) -> tuple[tuple[str, float], ...]:
        """Return the articles at least this alike, most alike first, with how much."""
        found = (each for each in self._scored(sketch) if each[1] >= least)
        return tuple(sorted(found, key=lambda each: (-each[1], each[0])))

    def _scored(self, sketch: Sketch) -> Iterator[tuple[str, float]]:
        shared = Counter(slug for each in sketch for slug in self.holders.get(each, ()))
        for slug, count in shared.items():
            if count >= LEAST_SHARED:
                yield slug, likeness(sketch, self.sketches[slug])
