"""Describe an article to machines: schema.org as JSON-LD, Dublin Core and Zotero as meta."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from ..corpus.citation import people_of
from ..corpus.jsonld import SCHEMA_TYPES, json_ld, wikidata_address
from ..corpus.model import Annotated, Article, Corpus, Entity

_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def article_json_ld(corpus: Corpus, annotated: Annotated, publisher: str) -> Markup:
    """Return the article as a schema.org NewsArticle (https://schema.org/NewsArticle).

    A date in doubt gives its calendar part; a date that is no single day, month or year is left
    out, since schema.org takes ISO 8601 only.
    """
    article = annotated.article
    return json_ld(
        {
            "@type": "NewsArticle",
            "headline": article.headline or article.title,
            "name": article.title,
            "datePublished": calendar_date(article.date),
            "author": [{"@type": "Person", "name": name} for name in people_of(article.byline)],
            "publisher": {"@type": "Organization", "name": publisher},
            "inLanguage": article.language,
            "url": article.url,
            "archivedAt": article.archived,
            "isBasedOn": article.url,
            "dateline": _name(corpus, article.dateline),
            "mentions": [_thing(entity) for entity in _named(corpus, annotated)],
        }
    )


def article_meta(corpus: Corpus, article: Article, publisher: str) -> tuple[tuple[str, str], ...]:
    """Return meta names with their content; `z:itemType` makes Zotero save a newspaper article."""
    pairs = (
        ("z:itemType", "newspaperArticle"),
        ("dc.title", article.headline or article.title),
        *(("dc.creator", name) for name in people_of(article.byline)),
        ("dc.publisher", publisher),
        ("dc.source", publisher),
        ("dc.date", calendar_date(article.date)),
        ("dc.language", article.language),
        ("dc.identifier", article.url),
        ("dc.coverage", _name(corpus, article.dateline)),
        ("dc.type", "Text"),
    )
    return tuple((name, content) for name, content in pairs if content)


def calendar_date(edtf: str) -> str:
    """Return the date without its doubt, or nothing where it is more than a day, month or year."""
    plain = edtf.translate(str.maketrans("", "", "?~%"))
    return plain if _CALENDAR.fullmatch(plain) else ""


def _named(corpus: Corpus, annotated: Annotated) -> tuple[Entity, ...]:
    slugs = dict.fromkeys(mention.entity for mention in annotated.mentions)
    return tuple(corpus.entity[slug] for slug in slugs if slug in corpus.entity)


def _thing(entity: Entity) -> dict[str, Any]:
    return {
        "@type": SCHEMA_TYPES[entity.kind],
        "name": entity.name,
        "sameAs": wikidata_address(entity.wikidata),
    }


def _name(corpus: Corpus, slug: str) -> str:
    return corpus.entity[slug].name if slug in corpus.entity else ""
