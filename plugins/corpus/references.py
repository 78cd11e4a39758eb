"""Check that every slug a file names has its file, and is of the kind that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .model import Article, Claim, Entity, Event, Where
from .problems import Problem, did_you_mean, problem
from .reading import Content


def check_references(content: Content) -> tuple[Problem, ...]:
    """Return a problem for each reference of the content that leads nowhere."""
    known = _Known(content)
    return tuple(
        each
        for part in (
            *(known.in_article(article) for article in content.articles),
            *(known.in_entity(entity) for entity in content.entities),
            *(known.in_event(event) for event in content.events),
            *(known.in_claim(claim) for claim in content.claims),
        )
        for each in part
    )


class _Known:
    """Know all slugs, and yield what is wrong with a reference."""

    def __init__(self, content: Content) -> None:
        self._articles = {each.slug for each in content.articles}
        self._entities: Mapping[str, Entity] = {each.slug: each for each in content.entities}

    def entity(self, slug: str, where: Where, *kinds: str) -> Iterator[Problem]:
        """Yield what is wrong with a reference to an entity of one of the kinds (none: any)."""
        if not slug:
            return
        entity = self._entities.get(slug)
        if entity is None:
            remedy = did_you_mean(slug, self._entities) or (
                f'Make a file "{slug}.md" in a folder of content/entities.'
            )
            yield problem(where, "REF-ENTITY", f'there is no entity "{slug}".', remedy)
        elif kinds and entity.kind not in kinds:
            wrong = f'"{slug}" is a {entity.kind}, not a {" or ".join(kinds)}.'
            yield problem(where, "REF-KIND", wrong, "Name another entity, or move its file.")

    def article(self, slug: str, where: Where) -> Iterator[Problem]:
        """Yield what is wrong with a reference to an article."""
        if slug and slug not in self._articles:
            remedy = did_you_mean(slug, self._articles) or (
                "An article's slug is its file's name without .md."
            )
            yield problem(where, "REF-ARTICLE", f'there is no article "{slug}".', remedy)

    def in_article(self, article: Article) -> Iterator[Problem]:
        """Yield what is wrong with an article's references."""
        yield from self.entity(article.publisher, article.where, "organisation")
        yield from self.entity(article.dateline, article.where, "place")
        for slug in article.same_origin:
            yield from self.article(slug, article.where)

    def in_entity(self, entity: Entity) -> Iterator[Problem]:
        """Yield what is wrong with an entity's references."""
        inside = ("place",) if entity.kind == "place" else ()
        yield from self.entity(entity.within, entity.where, *inside)
        yield from self.entity(entity.same_as, entity.where, entity.kind)
        for role in entity.roles:
            yield from self.entity(role.of, entity.where)
        yield from self._circle(entity)

    def _circle(self, entity: Entity) -> Iterator[Problem]:
        """Yield a problem where following `within` or `same-as` comes back to the entity."""
        for key in ("within", "same_as"):
            seen = {entity.slug}
            slug: str = getattr(entity, key)
            while slug in self._entities and slug not in seen:
                seen.add(slug)
                slug = getattr(self._entities[slug], key)
            if slug == entity.slug:
                wrong = f'"{key.replace("_", "-")}" leads from "{entity.slug}" back to itself.'
                yield problem(entity.where, "REF-CIRCLE", wrong, "Take one of the keys away.")

    def in_event(self, event: Event) -> Iterator[Problem]:
        """Yield what is wrong with an event's references."""
        for slug in event.places:
            yield from self.entity(slug, event.where, "place")
        for slug in event.actors:
            yield from self.entity(slug, event.where)
        for evidence in event.evidence:
            yield from self.article(evidence.article, evidence.where)

    def in_claim(self, claim: Claim) -> Iterator[Problem]:
        """Yield what is wrong with a claim's references."""
        for slug in claim.places:
            yield from self.entity(slug, claim.where, "place")
        for statement in claim.statements:
            yield from self.entity(statement.said_by, statement.where)
            yield from self.entity(statement.origin, statement.where)
            yield from self.article(statement.reported_by, statement.where)
