"""Lend a collection the entities of a registry that several collections share.

A collection's own files come first: an entity of the same slug, or one whose alias would be told
from an own one by no rule, is not lent. Of those lent, only what the collection names, or refers
to, is part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..corpus.model import Annotated, Entity
from ..corpus.reading import Content
from .names import shared_aliases


def lent(own: Sequence[Entity], registry: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities of the registry that can be lent beside the collection's own."""
    taken = {each.slug for each in own}
    offered = [each for each in registry if each.slug not in taken]
    ours = {each.where.path for each in own}
    while clashing := _clashing([*own, *offered], ours):
        offered = [each for each in offered if each.where.path not in clashing]
    return tuple(offered)


def _clashing(entities: Sequence[Entity], ours: set[str]) -> set[str]:
    """Return the files of the registry whose aliases clash: with ours, or with one another."""
    paths = {
        alias.where.path
        for pair in shared_aliases(entities)
        for alias in pair
        if alias.where.path not in ours
    }
    return paths & {each.where.path for each in entities}


def without_idle(
    content: Content, offered: Sequence[Entity], articles: Sequence[Annotated]
) -> Content:
    """Return the content without the lent entities that it neither names nor refers to."""
    idle = {each.slug for each in offered} - _in_use(content, offered, articles)
    return replace(
        content, entities=tuple(each for each in content.entities if each.slug not in idle)
    )


def _in_use(content: Content, offered: Sequence[Entity], articles: Iterable[Annotated]) -> set[str]:
    by_slug = {each.slug: each for each in offered}
    wanted = {mention.entity for each in articles for mention in each.mentions}
    wanted |= {reference.slug for reference in content.references}
    used: set[str] = set()
    waiting = sorted(wanted & by_slug.keys())
    while waiting:
        slug = waiting.pop()
        if slug not in used:
            used.add(slug)
            waiting.extend(each for each in _leads_to(by_slug[slug]) if each in by_slug)
    return used


def _leads_to(entity: Entity) -> Iterator[str]:
    """Yield what an entity needs to be there: what it lies in, is merged into, had a role in."""
    yield from (entity.within, entity.same_as)
    yield from (role.of for role in entity.roles)
