"""Find what the registry has twice, and the aliases that no article uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...annotate.names.level import levelled, lowered
from ...annotate.names.spelling import forms, pattern
from ...corpus.model import Alias, Corpus, Entity
from ...corpus.transliteration import ALIKE, alike
from .known import grouped
from .proposal import MERGE, REMOVE, Change, Suggestion


def suggest_merges(entities: Sequence[Entity]) -> Iterator[Suggestion]:
    """Yield the pairs of entities of one kind that share a Wikidata id or sound alike.

    Entities that a curator has told apart (`not:`) or merged are left out.
    """
    reasons: dict[tuple[str, str], str] = {}
    by_slug = {each.slug: each for each in entities}
    for one, other in _same_items(entities):
        reasons[one, other] = f"both are {by_slug[one].wikidata}"
    for group in grouped(entities).values():
        for known, also in combinations(sorted(group, key=lambda each: each.entity.slug), 2):
            pair = known.entity.slug, also.entity.slug
            if pair[0] != pair[1] and pair not in reasons and alike(known.text, also.text) >= ALIKE:
                reasons[pair] = f'"{known.text}" sounds like "{also.text}"'
    for (one, other), reason in sorted(reasons.items()):
        if _can_be_one(by_slug[one], by_slug[other]):
            yield Suggestion(Change(MERGE, other, one), (reason,))


def _same_items(entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of entities with one Wikidata id."""
    items: defaultdict[str, list[str]] = defaultdict(list)
    for each in entities:
        if each.wikidata:
            items[each.wikidata].append(each.slug)
    for slugs in items.values():
        yield from combinations(sorted(slugs), 2)


def _can_be_one(one: Entity, other: Entity) -> bool:
    """Tell whether nothing in the registry says that two entities are two, or one already."""
    return (
        one.kind == other.kind
        and not (one.same_as or other.same_as)
        and one.slug not in other.not_same
        and other.slug not in one.not_same
    )


def suggest_removals(corpus: Corpus) -> Iterator[Suggestion]:
    """Yield the aliases that no mention uses.

    An alias in a language that no article is written in is not counted as unused: search and the
    page of the entity show it.
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for annotated in corpus.articles:
        for mention in annotated.mentions:
            used[mention.entity].add(lowered(levelled(mention.surface)))
    languages = {each.article.language.partition("-")[0] for each in corpus.articles} | {""}
    for entity in corpus.entities:
        for alias in entity.aliases:
            known = alias.language.partition("-")[0] in languages
            if (
                known
                and not entity.same_as
                and used[entity.slug].isdisjoint(_read_as(alias, entity))
            ):
                reason = f"no article writes it; {alias.where.path}:{alias.where.line}"
                yield Suggestion(Change(REMOVE, alias.text, entity.slug), (reason,))


def _read_as(alias: Alias, entity: Entity) -> frozenset[str]:
    """Return the forms of an alias as the automaton reads them."""
    written = forms(alias.text, entity.kind, exact=alias.exact)
    return frozenset(pattern(form) for form in written)
