"""Give paragraphs anchors that survive edits.

A new paragraph's anchor is made from its words. What was given is remembered in the content, in
`anchors.tsv`: one paragraph a line, with a hash of its text and a sketch of its words (the
smallest hashes of them, after Broder's min-wise sampling, 1997), never the text itself. When a
paragraph is edited, it is known again by its sketch and keeps its anchor; when one is taken away,
its anchor moves to the paragraph before it, so that an old link still lands.

By the same memory the build tells that a published text has changed: `changed_paragraphs`. An
article with corrections has one line more, without an anchor (corrections.py).
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_SKETCH_SIZE = 12
_ALIKE = 0.34  # share of a sketch that two versions of a paragraph have in common
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A paragraph as an earlier build saw it. `into` is empty, or the anchor that took it over.

    One without an anchor stands for the article's corrections.
    """

    article: str
    anchor: str
    digest: str
    sketch: tuple[str, ...]
    into: str = ""


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors of an article's paragraphs, those each had before, and what to remember."""

    anchors: tuple[str, ...]
    past: tuple[tuple[str, ...], ...]
    memory: tuple[Remembered, ...]


def anchor_paragraphs(
    article: str, texts: Sequence[str], memory: Sequence[Remembered] = ()
) -> Anchored:
    """Return an anchor for each paragraph text, unique in the article."""
    digests = [digest_of(text) for text in texts]
    sketches = [_sketch(text) for text in texts]
    memory = [each for each in memory if each.anchor]
    live = [each for each in memory if not each.into]
    kept = _known_again(digests, sketches, live)
    taken = {each.anchor for each in memory}
    anchors: list[str] = []
    for number, digest in enumerate(digests):
        anchor = kept[number].anchor if number in kept else _fresh(digest, taken)
        taken.add(anchor)
        anchors.append(anchor)
    into = _inherited(anchors, kept, live, memory)
    past = tuple(
        tuple(sorted(old for old, new in into.items() if new == anchor)) for anchor in anchors
    )
    remembered = [
        Remembered(article, anchor, digest, sketch)
        for anchor, digest, sketch in zip(anchors, digests, sketches, strict=True)
    ]
    remembered += [Remembered(article, old, "", (), new) for old, new in sorted(into.items())]
    return Anchored(tuple(anchors), past, tuple(remembered))


def changed_paragraphs(
    before: Sequence[Remembered], after: Sequence[Remembered]
) -> tuple[str, ...]:
    """Return the anchors of an article's paragraphs that are not as they were, in their order.

    A paragraph was edited, is new, or is gone; those that are gone come last. An article that
    nothing is remembered of has none: it is new itself. Case and white space do not count.
    """
    was, now = _digests(before), _digests(after)
    if not was:
        return ()
    changed = (anchor for anchor, digest in now.items() if was.get(anchor) != digest)
    return (*changed, *(anchor for anchor in was if anchor not in now))


def _digests(memory: Sequence[Remembered]) -> dict[str, str]:
    return {each.anchor: each.digest for each in memory if each.anchor and not each.into}


def digest_of(text: str) -> str:
    """Return the hash by which a text is known again; case and white space do not count."""
    folded = " ".join(text.split()).casefold()
    return hashlib.sha256(folded.encode()).hexdigest()[:12]


def _sketch(text: str) -> tuple[str, ...]:
    hashes = sorted(map(_hash, set(_WORD.findall(text.casefold()))))
    return tuple(f"{each:08x}" for each in hashes[:_SKETCH_SIZE])


@lru_cache(maxsize=16_384)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _fresh(digest: str, taken: set[str]) -> str:
    """Return an anchor made from the text; letters first, since an id begins with one."""
    anchor = "p" + digest[:6]
    number = 2
    while anchor in taken:
        anchor = f"p{digest[:6]}-{number}"
        number += 1
    return anchor


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Estimate the Jaccard likeness of two word sets from their sketches."""
    smallest = sorted({*one, *other})[:_SKETCH_SIZE]
    both = set(one) & set(other)
    return sum(each in both for each in smallest) / len(smallest) if smallest else 0.0


def _known_again(
    digests: Sequence[str], sketches: Sequence[tuple[str, ...]], live: Sequence[Remembered]
) -> dict[int, Remembered]:
    """Map a paragraph's number to what it was before: first by equal text, then by likeness."""
    free = list(live)
    kept: dict[int, Remembered] = {}
    for number, digest in enumerate(digests):
        match = next((each for each in free if each.digest == digest), None)
        if match:
            kept[number] = match
            free.remove(match)
    pairs = sorted(
        (-_likeness(sketch, each.sketch), number, place)
        for number, sketch in enumerate(sketches)
        if number not in kept
        for place, each in enumerate(free)
    )
    used: set[int] = set()
    for likeness, number, place in pairs:
        if -likeness >= _ALIKE and number not in kept and place not in used:
            kept[number] = free[place]
            used.add(place)
    return kept


def _inherited(
    anchors: Sequence[str],
    kept: Mapping[int, Remembered],
    live: Sequence[Remembered],
    memory: Sequence[Remembered],
) -> dict[str, str]:
    """Map each anchor that is gone to the one that takes it over."""
    present = set(anchors)
    into: dict[str, str] = {}
    heir = anchors[0] if anchors else ""
    still = {each.anchor for each in kept.values()}
    for each in live:
        if each.anchor in still:
            heir = each.anchor
        elif heir:
            into[each.anchor] = heir
    for each in memory:
        if each.into and heir:
            into[each.anchor] = _follow(each.into, into, present) or heir
    return into


def _follow(anchor: str, into: Mapping[str, str], present: set[str]) -> str:
    if anchor in present:
        return anchor
    return into.get(anchor, "")


def read_memory(text: str) -> dict[str, tuple[Remembered, ...]]:
    """Read `anchors.tsv`: map an article's slug to what is remembered of it, in order.

    A line that is not of the form is passed over: at worst a paragraph gets a fresh anchor.
    """
    memory: dict[str, list[Remembered]] = {}
    for line in text.split("\n"):
        parts = line.split("\t")
        if len(parts) == 5:  # noqa: PLR2004 (the five fields of Remembered)
            article, anchor, digest, sketch, into = parts
            remembered = Remembered(article, anchor, digest, tuple(sketch.split()), into)
            memory.setdefault(article, []).append(remembered)
    return {article: tuple(each) for article, each in memory.items()}


def write_memory(memory: Iterable[Remembered]) -> str:
    """Return the text of `anchors.tsv`, articles in the order of their slugs."""
    lines = (
        "\t".join((each.article, each.anchor, each.digest, " ".join(each.sketch), each.into))
        for each in sorted(memory, key=lambda each: each.article)
    )
    return "".join(f"{line}\n" for line in lines)
