"""Count which entities are named together, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..corpus.lines import EntityLine, entity_line
from ..corpus.model import Corpus

_MOST = 12


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named in the same paragraphs.

    `together` counts these paragraphs. `lift` is how many times more often than if the two were
    named independently of each other: P(a, b) / (P(a) P(b)) over all paragraphs.
    """

    entity: EntityLine
    together: int
    lift: float


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Which entities each paragraph names, and in which paragraphs each entity is named."""

    entities: tuple[frozenset[str], ...]
    naming: Mapping[str, tuple[int, ...]]


def paragraphs(corpus: Corpus) -> Paragraphs:
    """Return the entities of every paragraph of the corpus, once for all entity pages."""
    entities: list[frozenset[str]] = []
    naming: dict[str, list[int]] = {}
    for annotated in corpus.articles:
        named: dict[str, set[str]] = {each.anchor: set() for each in annotated.paragraphs}
        for mention in annotated.mentions:
            named.setdefault(mention.anchor, set()).add(mention.entity)
        for slugs in named.values():
            for slug in slugs:
                naming.setdefault(slug, []).append(len(entities))
            entities.append(frozenset(slugs))
    return Paragraphs(tuple(entities), {slug: tuple(numbers) for slug, numbers in naming.items()})


def companions(corpus: Corpus, all_paragraphs: Paragraphs, slug: str) -> tuple[Companion, ...]:
    """Return the twelve entities most often named beside this one, then by lift, then by slug."""
    own = all_paragraphs.naming.get(slug, ())
    counts = Counter(other for number in own for other in all_paragraphs.entities[number])
    counts.pop(slug, None)
    total = len(all_paragraphs.entities)
    found = [
        (together, total * together / (len(own) * len(all_paragraphs.naming[other])), other)
        for other, together in counts.items()
        if other in corpus.entity
    ]
    found.sort(key=lambda each: (-each[0], -each[1], each[2]))
    return tuple(
        Companion(entity_line(corpus, corpus.entity[other]), together, round(lift, 1))
        for together, lift, other in found[:_MOST]
    )
