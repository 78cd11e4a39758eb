"""Give the writer a page for each publisher, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..corpus import edtf
from ..corpus.addresses import publisher_page
from ..corpus.jsonld import json_ld, wikidata_address
from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    StatementLine,
    article_line,
    entity_line,
    name_of,
    plain_text,
    statement_line,
)
from ..corpus.model import Annotated, Corpus, Entity
from ..writing.page import Page
from .naming import Naming, own_names


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher in the list: its articles and the time they cover (EDTF)."""

    entity: EntityLine
    path: str
    articles: int
    statements: int
    span: str


@dataclass(frozen=True, slots=True)
class PublishersPage:
    """What publishers.html needs."""

    publishers: tuple[PublisherLine, ...]


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """What publisher.html needs. `said` are its own statements, `reported` those of others."""

    entity: Entity
    line: PublisherLine
    articles: tuple[ArticleLine, ...]
    bylines: tuple[str, ...]
    names: tuple[Naming, ...]
    reported: tuple[StatementLine, ...]
    said: tuple[StatementLine, ...]
    json_ld: Markup


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield publishers.html and a page for each publisher."""
    lines = tuple(_line(corpus, each) for each in corpus.publishers)
    yield Page("publishers.html", "publishers.html", "Sources", PublishersPage(lines))
    for line, publisher in zip(lines, corpus.publishers, strict=True):
        yield Page(
            path=line.path,
            template="publisher.html",
            title=name_of(corpus, publisher),
            values=partial(_values, slug=publisher.slug),
            trail=(("Sources", "publishers.html"),),
            description=plain_text(publisher.description),
        )


def _values(corpus: Corpus, slug: str) -> PublisherPage:
    publisher = corpus.entity[slug]
    articles = corpus.articles_of[publisher.slug]
    return PublisherPage(
        entity=publisher,
        line=_line(corpus, publisher),
        articles=tuple(article_line(corpus, each.article) for each in articles),
        bylines=tuple(
            dict.fromkeys(each.article.byline for each in articles if each.article.byline)
        ),
        names=own_names(corpus, publisher.slug),
        reported=_reported(corpus, publisher.slug, own=False),
        said=_reported(corpus, publisher.slug, own=True),
        json_ld=json_ld(
            {
                "@type": "NewsMediaOrganization",
                "name": publisher.name,
                "description": plain_text(publisher.description),
                "url": publisher.homepage,
                "sameAs": wikidata_address(publisher.wikidata),
            }
        ),
    )


def _line(corpus: Corpus, publisher: Entity) -> PublisherLine:
    articles = corpus.articles_of[publisher.slug]
    return PublisherLine(
        entity=entity_line(corpus, publisher),
        path=publisher_page(publisher.slug),
        articles=len(articles),
        statements=sum(len(corpus.statements_in.get(each.article.slug, ())) for each in articles),
        span=_span(articles),
    )


def _span(articles: tuple[Annotated, ...]) -> str:
    """Return the EDTF interval from the first to the last day that the articles may be of."""
    bounds = [edtf.bounds(each.article.date) for each in articles]
    first = min((low for low, _ in bounds if low), default=None)
    last = max((high for _, high in bounds if high), default=None)
    if first is None or last is None:
        return ""
    return f"{first}" if first == last else f"{first}/{last}"


def _reported(corpus: Corpus, publisher: str, *, own: bool) -> tuple[StatementLine, ...]:
    """Return the statements in its articles: in the publisher's own voice, or of others."""
    return tuple(
        line
        for annotated in corpus.articles_of[publisher]
        for claim, statement in corpus.statements_in.get(annotated.article.slug, ())
        if own == (statement.said_by in ("", publisher) and not statement.said_by_words)
        if (line := statement_line(corpus, claim, statement))
    )
