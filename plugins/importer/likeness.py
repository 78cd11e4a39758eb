"""Tell reports with the same text by sketches: the smallest hashes of their word 5-shingles.

A bottom-k sketch is a form of MinHash (Broder, On the resemblance and containment of documents,
1997): the share of hashes that two sketches have in common estimates that of the shingles.
"""

from __future__ import annotations

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .wording import words_of

SHINGLE = 5
SIZE = 96
SAME = 0.95
NEAR = 0.4
LEAST_SHINGLES = 20

Sketch = tuple[int, ...]


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
    """The sketches of all articles, found again by any hash they share."""

    sketches: dict[str, Sketch] = field(default_factory=dict)
    holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, slug: str, sketch: Sketch) -> None:
        """Remember an article's sketch."""
        if slug not in self.sketches:
            self.sketches[slug] = sketch
            for each in sketch:
                self.holders[each].append(slug)

    def like(self, sketch: Sketch, least: float = NEAR) -> tuple[tuple[str, float], ...]:
        """Return the articles at least this alike, most alike first, with how much."""
        shared = Counter(slug for each in sketch for slug in self.holders.get(each, ()))
        found: Iterable[tuple[str, float]] = (
            (slug, likeness(sketch, self.sketches[slug]))
            for slug, count in shared.items()
            if count * 4 >= least * SIZE or count * 4 >= len(sketch)
        )
        return tuple(
            sorted(
                ((s, score) for s, score in found if score >= least), key=lambda x: (-x[1], x[0])
            )
        )
