"""Check that every slug a file names has its file, and is of the kind that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .model import KINDS, Entity, Where
from .problems import Problem, did_you_mean, problem

ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Reference:
    """A slug at a place in the content; `kinds` are the kinds it may lead to."""

    slug: str
    where: Where
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Slugs:
    """Every slug that can be referred to: the entities, and the pages of other kinds."""

    entities: Mapping[str, Entity]
    others: Mapping[str, frozenset[str]]


def check_references(references: Iterable[Reference], slugs: Slugs) -> Iterator[Problem]:
    """Yield a problem for each reference that leads nowhere, to a wrong kind, or in a circle."""
    for reference in references:
        if reference.kinds[0] in slugs.others:
            yield from _check_page(reference, slugs.others[reference.kinds[0]])
        else:
            yield from _check_entity(reference, slugs.entities)
    for entity in slugs.entities.values():
        yield from _check_circle(entity, slugs.entities)


def _check_page(reference: Reference, known: frozenset[str]) -> Iterator[Problem]:
    (kind,) = reference.kinds
    if reference.slug not in known:
        remedy = did_you_mean(reference.slug, known) or (
            "A slug is the name of a file without its ending."
        )
        wrong = f'there is no {kind} "{reference.slug}".'
        yield problem(reference.where, f"REF-{kind.upper()}", wrong, remedy)


def _check_entity(reference: Reference, known: Mapping[str, Entity]) -> Iterator[Problem]:
    entity = known.get(reference.slug)
    if entity is None:
        remedy = did_you_mean(reference.slug, known) or (
            f'Make a file "{reference.slug}.md" in a folder of entities/.'
        )
        wrong = f'there is no entity "{reference.slug}".'
        yield problem(reference.where, "REF-ENTITY", wrong, remedy)
    elif entity.kind not in reference.kinds:
        wanted = " or ".join(reference.kinds)
        wrong = f'"{reference.slug}" has the kind {entity.kind}, where {wanted} is asked for.'
        yield problem(reference.where, "REF-KIND", wrong, "Name another one, or move its file.")


def _check_circle(entity: Entity, known: Mapping[str, Entity]) -> Iterator[Problem]:
    """Yield a problem where following `within` or `same-as` comes back to the entity."""
    for key in ("within", "same_as"):
        seen = {entity.slug}
        slug: str = getattr(entity, key)
        while slug in known and slug not in seen:
            seen.add(slug)
            slug = getattr(known[slug], key)
        if slug == entity.slug:
            wrong = f'"{key.replace("_", "-")}" leads from "{entity.slug}" back to itself.'
            yield problem(entity.where, "REF-CIRCLE", wrong, "Take one of the keys away.")
