"""Write the archive as linked data: schema.org in JSON-LD, its context in the file.

A context that is only named would be fetched from the network by whoever reads the file. What
schema.org has no word for (an EDTF date, a figure's ends) keeps the archive's own under
`urn:sijill:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..corpus.addresses import article_page, claim_page, entity_page, event_page
from ..corpus.citation import people_of
from ..corpus.jsonld import SCHEMA_TYPES, wikidata_address
from ..corpus.lines import plain_text, publisher_name
from ..corpus.model import Annotated, Claim, Corpus, Entity, Event, Statement
from ..writing.page import File
from .dates import ends
from .json_text import encode, listed

LINKED_DATA = "data/archive.jsonld"
_REFERENCE = {"@type": "@id"}
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    **dict.fromkeys(
        ("url", "sameAs", "archivedAt", "isBasedOn", "mentions", "publisher", "location"),
        _REFERENCE,
    ),
    **dict.fromkeys(("actor", "about", "appearance", "claimant", "containedInPlace"), _REFERENCE),
    **dict.fromkeys(("memberOf", "parentOrganization", "locationCreated"), _REFERENCE),
    "edtf": "http://id.loc.gov/datatypes/edtf",
    "low": "urn:sijill:low",
    "high": "urn:sijill:high",
    "stance": "urn:sijill:stance",
    "origin": {"@id": "urn:sijill:origin", "@type": "@id"},
}
_CONTAINER = {"place": "containedInPlace", "person": "memberOf"}
Node = dict[str, Any]
Pages = Mapping[str, str]  # the pages of the entities that the corpus has, by slug


def linked_data(corpus: Corpus) -> File:
    """Return reports, entities, events and claims as one graph; ids are the site's pages."""
    head = f'{{"@context":{encode(CONTEXT)},"@graph":['
    return File(LINKED_DATA, listed(map(_filled, _nodes(corpus)), head, "]}"))


def _nodes(corpus: Corpus) -> Iterator[Node]:
    pages = {each.slug: _page(entity_page(each.kind, each.slug)) for each in corpus.entities}
    for annotated in corpus.articles:
        yield _article(corpus, pages, annotated)
    for entity in corpus.entities:
        yield _entity(pages, entity)
    for event in corpus.events:
        yield _event(pages, event)
    for claim in corpus.claims:
        yield _claim(pages, claim)


def _article(corpus: Corpus, pages: Pages, annotated: Annotated) -> Node:
    article = annotated.article
    named = dict.fromkeys(each.entity for each in annotated.mentions)
    first, last = ends(article.date)
    return {
        "id": _page(article_page(article.slug)),
        "type": "NewsArticle",
        "headline": article.headline or article.title,
        "name": article.title,
        "datePublished": first if first == last else "",
        "edtf": article.date,
        "author": [{"type": "Person", "name": name} for name in people_of(article.byline)],
        "publisher": pages.get(article.publisher, ""),
        "creditText": publisher_name(corpus, article),
        "locationCreated": pages.get(article.dateline, ""),
        "inLanguage": article.language,
        "url": article.url,
        "archivedAt": article.archived,
        "sha256": article.sha256,
        "mentions": [pages[slug] for slug in named if slug in pages],
    }


def _entity(pages: Pages, entity: Entity) -> Node:
    point = entity.coordinates
    return {
        "id": _page(entity_page(entity.kind, entity.slug)),
        "type": SCHEMA_TYPES[entity.kind],
        "name": entity.name,
        "alternateName": [
            {"@value": each.text, "@language": each.language} if each.language else each.text
            for each in entity.aliases
        ],
        "description": plain_text(entity.description),
        "url": entity.homepage,
        "sameAs": wikidata_address(entity.wikidata),
        _CONTAINER.get(entity.kind, "parentOrganization"): pages.get(entity.within, ""),
        "geo": point
        and {
            "type": "GeoCoordinates",
            "latitude": point.latitude,
            "longitude": point.longitude,
        },
    }


def _event(pages: Pages, event: Event) -> Node:
    first, last = ends(event.edtf)
    return {
        "id": _page(event_page(event.slug)),
        "type": "Event",
        "name": event.title,
        "description": plain_text(event.description),
        "startDate": first,
        "endDate": last,
        "edtf": event.edtf,
        "location": [pages.get(each, "") for each in event.places],
        "actor": [pages.get(each, "") for each in event.actors],
        "subjectOf": [
            {"id": _page(article_page(each.article, each.anchor))} for each in event.evidence
        ],
    }


def _claim(pages: Pages, claim: Claim) -> Node:
    page = _page(claim_page(claim.slug))
    return {
        "id": page,
        "type": "Claim",
        "name": claim.title,
        "description": claim.note,
        "measurementTechnique": claim.measure,
        "about": [pages.get(each, "") for each in claim.places],
        "hasPart": [
            _statement(pages, claim, each, f"{page}#statement-{number}")
            for number, each in enumerate(claim.statements, 1)
        ],
    }


def _statement(pages: Pages, claim: Claim, statement: Statement, name: str) -> Node:
    return {
        "id": name,
        "type": "Claim",
        "text": statement.quote,
        "low": statement.low,
        "high": statement.high,
        "unitText": statement.unit or claim.unit,
        "stance": statement.stance,
        "edtf": statement.as_of,
        "claimant": pages.get(statement.said_by, ""),
        "creditText": statement.said_by_words,
        "origin": pages.get(statement.origin, ""),
        "appearance": _page(article_page(statement.reported_by, statement.anchor)),
    }


def _page(path: str) -> str:
    return f"../{path}"


def _filled(node: Node) -> Node:
    """Return a node without its empty parts; a low of 0 stays."""
    empty: tuple[object, ...] = ("", None, [], [""])
    return {name: value for name, value in node.items() if value not in empty} | {
        name: [_filled(each) for each in node[name]] for name in ("hasPart",) if node.get(name)
    }
