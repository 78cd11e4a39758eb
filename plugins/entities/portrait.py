"""Make an entity's page: its names, its mentions, its events and statements, its company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..corpus.addresses import FOLDERS, claim_page, entity_page, publisher_page
from ..corpus.lines import (
    EntityLine,
    EventLine,
    StatementLine,
    counted_line,
    entity_line,
    event_line,
    known_entity,
    name_of,
    plain_text,
    statement_line,
)
from ..corpus.model import Corpus, Entity
from ..writing.page import Page
from .company import Companion, companions
from .concordance import PublisherReports, concordance, page_count
from .paging import MentionsPage, PagerLine, pager
from .sparkline import Sparkline, sparkline
from .spelling import OtherForm, Spelling, other_forms, spellings
from .structured import entity_json_ld

_EVENTS = 50


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What a person or group was: of whom (may be None), when (EDTF, may be empty)."""

    title: str
    of: EntityLine | None
    when: str


@dataclass(frozen=True, slots=True)
class OtherEntity:
    """What an entity is easily confused with: another entity, or only a name."""

    name: str
    entity: EntityLine | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list."""

    title: str
    path: str
    statements: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What entity.html needs. `publisher_path` is empty where it published nothing here.

    `reports` are the first page of the mentions; `pager` is empty where there is no other. `events`
    are the first fifty of `events_total`. `claims` are those about this place.
    """

    entity: Entity
    line: EntityLine
    index_path: str
    arabic: tuple[str, ...]
    within: tuple[EntityLine, ...]
    contains: tuple[EntityLine, ...]
    roles: tuple[RoleLine, ...]
    not_same: tuple[OtherEntity, ...]
    publisher_path: str
    wikidata_path: str
    articles: int
    spellings: tuple[Spelling, ...]
    other_forms: tuple[OtherForm, ...]
    sparkline: Sparkline | None
    reports: tuple[PublisherReports, ...]
    pager: tuple[PagerLine, ...]
    events: tuple[EventLine, ...]
    events_total: int
    claims: tuple[ClaimLine, ...]
    statements: tuple[StatementLine, ...]
    companions: tuple[Companion, ...]
    json_ld: Markup


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """What redirect.html needs: where the page has gone."""

    target: EntityLine


def entity_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield a page for each entity, and a page that sends on for each that was merged away."""
    for entity in corpus.merged:
        target = entity_line(corpus, corpus.entity[entity.same_as])
        path = entity_page(entity.kind, entity.slug)
        yield Page(path, "redirect.html", entity.name, RedirectPage(target))
    for entity in corpus.entities:
        yield from _pages_of(corpus, entity)


def _pages_of(corpus: Corpus, entity: Entity) -> Iterator[Page]:
    """Yield the entity's page, and further pages of its mentions where they are many."""
    path = entity_page(entity.kind, entity.slug)
    turning = pager(path, page_count(corpus.sightings_of.get(entity.slug, ())))
    trail = (("Names", "entities.html"), (FOLDERS[entity.kind], _index_path(entity)))
    yield Page(
        path=path,
        template="entity.html",
        title=name_of(corpus, entity),
        values=partial(_values, slug=entity.slug, turning=turning),
        trail=trail,
        description=plain_text(entity.description),
    )
    for each in turning[1:]:
        yield Page(
            path=each.path,
            template="mentions.html",
            title=name_of(corpus, entity),
            values=partial(_further, slug=entity.slug, turning=turning, number=each.number),
            trail=(*trail, (name_of(corpus, entity), path)),
        )


def _further(
    corpus: Corpus, slug: str, turning: tuple[PagerLine, ...], number: int
) -> MentionsPage:
    entity = corpus.entity[slug]
    reports = concordance(corpus, corpus.sightings_of[entity.slug])[number - 1]
    return MentionsPage(entity_line(corpus, entity), number, reports, turning)


def _values(corpus: Corpus, slug: str, turning: tuple[PagerLine, ...]) -> EntityPage:
    entity = corpus.entity[slug]
    sightings = corpus.sightings_of.get(entity.slug, ())
    printed = spellings(corpus, sightings)
    published = entity.slug in corpus.articles_of
    events = corpus.events_of.get(entity.slug, ())
    wikidata = f"https://www.wikidata.org/wiki/{entity.wikidata}" if entity.wikidata else ""
    return EntityPage(
        entity=entity,
        line=counted_line(corpus, entity),
        index_path=_index_path(entity),
        arabic=tuple(each for each in entity.names_in("ar") if each != name_of(corpus, entity)),
        within=_containers(corpus, entity),
        contains=tuple(entity_line(corpus, each) for each in corpus.places_in.get(entity.slug, ())),
        roles=tuple(
            RoleLine(each.title, known_entity(corpus, each.of), each.when) for each in entity.roles
        ),
        not_same=tuple(OtherEntity(each, known_entity(corpus, each)) for each in entity.not_same),
        publisher_path=publisher_page(entity.slug) if published else "",
        wikidata_path=wikidata,
        articles=len({each.annotated.article.slug for each in sightings}),
        spellings=printed,
        other_forms=other_forms(entity, printed),
        sparkline=sparkline(corpus.span, sightings),
        reports=concordance(corpus, sightings)[0],
        pager=turning,
        events=tuple(event_line(each) for each in events[:_EVENTS]),
        events_total=len(events),
        claims=tuple(
            ClaimLine(each.title, claim_page(each.slug), len(each.statements))
            for each in corpus.claims_about.get(entity.slug, ())
        ),
        statements=_statements(corpus, entity),
        companions=companions(corpus, entity.slug),
        json_ld=entity_json_ld(corpus, entity),
    )


def _index_path(entity: Entity) -> str:
    return f"{FOLDERS[entity.kind]}.html"


def _containers(corpus: Corpus, entity: Entity) -> tuple[EntityLine, ...]:
    """Return what the entity lies within, the nearest first; a circle ends where it began."""
    found: dict[str, EntityLine] = {}
    slug = entity.within
    while slug in corpus.entity and slug not in found and slug != entity.slug:
        found[slug] = entity_line(corpus, corpus.entity[slug])
        slug = corpus.entity[slug].within
    return tuple(found.values())


def _statements(corpus: Corpus, entity: Entity) -> tuple[StatementLine, ...]:
    lines = (
        statement_line(corpus, claim, statement)
        for claim, statement in corpus.statements_by.get(entity.slug, ())
    )
    return tuple(line for line in lines if line)
