"""Count which entities are named together, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

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


def companions(corpus: Corpus, slug: str) -> tuple[Companion, ...]:
    """Return the twelve entities most often named beside this one, then by slug.

    Only the articles that name it are looked at, so that its page depends on no other.
    """
    own = 0
    counts: Counter[str] = Counter()
    articles = {
        each.annotated.article.slug: each.annotated for each in corpus.sightings_of.get(slug, ())
    }
    for annotated in articles.values():
        named: dict[str, set[str]] = {}
        for mention in annotated.mentions:
            named.setdefault(mention.anchor, set()).add(mention.entity)
        beside = [slugs for slugs in named.values() if slug in slugs]
        own += len(beside)
        counts.update(other for slugs in beside for other in slugs if other != slug)
    found = [(together, other) for other, together in counts.items() if other in corpus.entity]
    found.sort(key=lambda each: (-each[0], each[1]))
    return tuple(
        Companion(entity_line(corpus, corpus.entity[other]), together, round(100 * together / own))
        for together, other in found[:_MOST]
    )
