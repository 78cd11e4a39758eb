"""Count which entities are named together, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from ..corpus.lines import EntityLine, entity_line
from ..corpus.model import Corpus

_MOST = 12


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named in the same paragraphs.

    `together` counts these paragraphs; `share` is their part, in whole per cent, of all paragraphs
    that name the page's entity.
    """

    entity: EntityLine
    together: int
    share: int


@dataclass(frozen=True, slots=True)
class Company:
    """The companions of an entity, and in how many of its paragraphs each two of them are named.

    `ties` has their slugs in alphabetical order, and only those that are named together at all.
    """

    companions: tuple[Companion, ...]
    ties: Mapping[tuple[str, str], int]


def company(corpus: Corpus, slug: str) -> Company:
    """Return the twelve entities most often named beside this one, then by slug.

    Only the articles that name it are looked at, so that its page depends on no other.
    """
    beside = tuple(_paragraphs(corpus, slug))
    counts = Counter(other for slugs in beside for other in slugs if other in corpus.entity)
    counts.pop(slug, None)
    most = sorted(counts, key=lambda other: (-counts[other], other))[:_MOST]
    return Company(
        tuple(
            Companion(
                entity_line(corpus, corpus.entity[other]),
                counts[other],
                round(100 * counts[other] / len(beside)),
            )
            for other in most
        ),
        Counter(pair for slugs in beside for pair in combinations(sorted({*most} & slugs), 2)),
    )


def _paragraphs(corpus: Corpus, slug: str) -> Iterator[set[str]]:
    """Yield the entities of each paragraph that names this one."""
    seen = corpus.sightings_of.get(slug, ())
    articles = {each.annotated.article.slug: each.annotated for each in seen}
    for annotated in articles.values():
        named: dict[str, set[str]] = {}
        for mention in annotated.mentions:
            named.setdefault(mention.anchor, set()).add(mention.entity)
        yield from (slugs for slugs in named.values() if slug in slugs)
