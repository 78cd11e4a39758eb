"""Compile the entities into one automaton that finds every form of every alias in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from ...corpus.model import Alias, Entity
from .level import levelled, lowered
from .spelling import Form, forms, is_arabic, key, pattern


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One form of an alias, the entity it leads to, and the rules for a match of it."""

    form: Form
    entity: str
    kind: str
    exact: bool = False
    surname: bool = False
    near: tuple[str, ...] = ()
    arabic: bool = False


class Registry:
    """All names behind an automaton. Pickles as its names and is rebuilt from them.

    `names[i]` are the names whose pattern is the automaton's i-th; `within` gives the place that
    a place lies in.
    """

    __slots__ = ("automaton", "names", "slugs", "within")

    def __init__(self, names: tuple[tuple[Name, ...], ...], within: Mapping[str, str]) -> None:
        self.names = names
        self.within = dict(within)
        self.slugs = frozenset(name.entity for group in names for name in group)
        self.automaton = AhoCorasick(
            [pattern(group[0].form) for group in names], store_patterns=False
        )

    def __reduce__(self) -> tuple[type[Registry], tuple[object, ...]]:
        """Pickle what the automaton is made from."""
        return Registry, (self.names, self.within)

    def surroundings(self, slug: str) -> Iterator[str]:
        """Return the places that a place lies in, nearest first."""
        seen = {slug}
        while (slug := self.within.get(slug, "")) and slug not in seen:
            seen.add(slug)
            yield slug

    def called(self, words: str) -> frozenset[str]:
        """Return the entities with this slug or this name, in any case."""
        if words in self.slugs:
            return frozenset((words,))
        found = lowered(levelled(words))
        return frozenset(
            self.names[index][0].entity
            for index, start, end in self.automaton.find_matches_as_indexes(found, overlapping=True)
            if (start, end) == (0, len(found)) and len({n.entity for n in self.names[index]}) == 1
        )


def compile_registry(entities: Sequence[Entity]) -> Registry:
    """Compile entities, in whatever order they come, for find_mentions.

    The aliases of an entity with `same_as` lead to the entity that it names.
    """
    names: defaultdict[str, set[Name]] = defaultdict(set)
    for entity, target, alias in _aliases(entities):
        for form in forms(alias.text, entity.kind, exact=alias.exact):
            names[pattern(form)].add(
                Name(
                    form,
                    target,
                    entity.kind,
                    alias.exact,
                    alias.surname,
                    alias.near,
                    is_arabic(form.text),
                )
            )
    within = {entity.slug: entity.within for entity in entities if entity.within}
    return Registry(tuple(tuple(sorted(names[each])) for each in sorted(names)), within)


def shared_aliases(entities: Sequence[Entity]) -> tuple[tuple[Alias, Alias], ...]:
    """Return the pairs of aliases that match the same words for two entities without a rule.

    A rule is `near` or `surname` on either alias, or `not:` on either entity. An entity's own name
    stands for an alias. Pairs are sorted, each by path and line.
    """
    holders: defaultdict[str, list[tuple[str, Entity, Alias]]] = defaultdict(list)
    for entity, target, alias in _aliases(entities):
        holders[key(alias.text, exact=alias.exact)].append((target, entity, alias))
    pairs = {
        tuple(sorted((one[2], other[2]), key=_place))
        for group in holders.values()
        for at, one in enumerate(group)
        for other in group[at + 1 :]
        if one[0] != other[0] and not _ruled(one, other)
    }
    return tuple(sorted(((a, b) for a, b in pairs), key=lambda pair: (*map(_place, pair),)))


def _place(alias: Alias) -> tuple[str, int, str]:
    """Return what orders aliases: where they stand, then their text."""
    return alias.where.path, alias.where.line, alias.text


def _ruled(one: tuple[str, Entity, Alias], other: tuple[str, Entity, Alias]) -> bool:
    """Tell whether a rule parts two holders of an alias."""
    aliases = (one[2], other[2])
    return (
        any(alias.near or alias.surname for alias in aliases)
        or other[1].slug in one[1].not_same
        or one[1].slug in other[1].not_same
    )


def _aliases(entities: Iterable[Entity]) -> Iterator[tuple[Entity, str, Alias]]:
    """Return every alias of every entity, with the slug of the entity that it leads to."""
    merged = {entity.slug: entity.same_as for entity in entities if entity.same_as}
    for entity in sorted(entities, key=lambda entity: entity.slug):
        target = _final(entity.slug, merged)
        ruled = {alias.text for alias in entity.aliases}
        own = () if entity.name in ruled else (Alias(entity.name, where=entity.where),)
        for alias in (*own, *entity.aliases):
            if levelled(alias.text):
                yield entity, target, alias


def _final(slug: str, merged: Mapping[str, str]) -> str:
    """Follow `same_as` to its end; a circle ends where it began."""
    seen: set[str] = set()
    while slug in merged and slug not in seen:
        seen.add(slug)
        slug = merged[slug]
    return slug
