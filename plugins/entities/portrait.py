"""Make an entity's page: its names, its mentions, its events and statements, its company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil

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
    statement_lines,
)
from ..corpus.model import Corpus, Entity
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page
from .company import Companion, company
from .concordance import PublisherReports, concordance, page_count
from .graph import Graph, graph
from .paging import MentionsPage
from .sparkline import Sparkline, sparkline
from .spelling import OtherForm, Spelling, other_forms, spellings
from .structured import entity_json_ld

_EVENTS = 50
_CLAIMS = 50
_CONTAINED = 60
_STATEMENTS = 60  # on a page
MENTIONS, STATEMENTS = "mentions", "statements"  # what the names of further pages begin with


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

    `reports` are the first page of the mentions, `statements` of what it said; their pagers are
    empty where there is no other. `events` are the first fifty of `events_total`; `claims` are
    those about this place. `contains_more`, `claims_more`: how many are left out.
    """

    entity: Entity
    line: EntityLine
    index_path: str
    arabic: tuple[str, ...]
    within: tuple[EntityLine, ...]
    contains: tuple[EntityLine, ...]
    contains_more: int
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
    claims_more: int
    statements: tuple[StatementLine, ...]
    statements_pager: tuple[PagerLine, ...]
    companions: tuple[Companion, ...]
    graph: Graph | None
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
    mentions = page_count(corpus.sightings_of.get(entity.slug, ()))
    said = max(1, ceil(len(corpus.statements_by.get(entity.slug, ())) / _STATEMENTS))
    name = name_of(corpus, entity)
    trail = (("Names", "entities.html"), (FOLDERS[entity.kind], _index_path(entity)))
    yield Page(
        path=path,
        template="entity.html",
        title=name,
        values=partial(_values, slug=entity.slug, mentions=mentions, said=said),
        trail=trail,
        description=plain_text(entity.description),
    )
    for word, pages in ((MENTIONS, mentions), (STATEMENTS, said)):
        for number in range(2, pages + 1):
            yield Page(
                path=page_path(path, number, word),
                template="mentions.html",
                title=name,
                values=partial(_further, slug=entity.slug, word=word, at=(number, pages)),
                trail=(*trail, (name, path)),
            )


def _further(corpus: Corpus, slug: str, word: str, at: tuple[int, int]) -> MentionsPage:
    number, pages = at
    line = entity_line(corpus, corpus.entity[slug])
    is_mentions = word == MENTIONS
    return MentionsPage(
        line,
        number,
        concordance(corpus, corpus.sightings_of[slug])[number - 1] if is_mentions else (),
        () if is_mentions else _statements(corpus, slug, number),
        pager(line.path, pages, number, word),
    )


def _values(corpus: Corpus, slug: str, mentions: int, said: int) -> EntityPage:
    entity = corpus.entity[slug]
    sightings = corpus.sightings_of.get(entity.slug, ())
    printed = spellings(corpus, sightings)
    beside = company(corpus, slug)
    path = entity_page(entity.kind, slug)
    contained, about = corpus.places_in.get(slug, ()), corpus.claims_about.get(slug, ())
    published = entity.slug in corpus.articles_of
    events = corpus.events_of.get(entity.slug, ())
    wikidata = f"https://www.wikidata.org/wiki/{entity.wikidata}" if entity.wikidata else ""
    return EntityPage(
        entity=entity,
        line=counted_line(corpus, entity),
        index_path=_index_path(entity),
        arabic=tuple(each for each in entity.names_in("ar") if each != name_of(corpus, entity)),
        within=_containers(corpus, entity),
        contains=tuple(entity_line(corpus, each) for each in contained[:_CONTAINED]),
        contains_more=max(0, len(contained) - _CONTAINED),
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
        pager=pager(path, mentions, 1, MENTIONS),
        events=tuple(event_line(each) for each in events[:_EVENTS]),
        events_total=len(events),
        claims=tuple(
            ClaimLine(each.title, claim_page(each.slug), len(each.statements))
            for each in about[:_CLAIMS]
        ),
        claims_more=max(0, len(about) - _CLAIMS),
        statements=_statements(corpus, slug, 1),
        statements_pager=pager(path, said, 1, STATEMENTS),
        companions=beside.companions,
        graph=graph(beside.companions, beside.ties),
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


def _statements(corpus: Corpus, slug: str, number: int) -> tuple[StatementLine, ...]:
    """Return a page of what the entity said."""
    said = parts(corpus.statements_by.get(slug, ()), _STATEMENTS)
    return statement_lines(corpus, said[number - 1])
