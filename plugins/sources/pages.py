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
    entity_line,
    name_of,
    plain_text,
)
from ..corpus.model import Annotated, Corpus, Entity
from ..writing.page import Page
from .naming import Naming, own_names
from .turning import Counts, Turns, further_pages, page_counts, reports, statements, turns

# More than this of what nobody looks through to the end is left out, and counted.
_NAMES = 60
_BYLINES = 40


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
    """What publisher.html needs. `said` are its own statements, `reported` those of others.

    Of each list this is the first page, and `turn` has the pages to turn to. `bylines` and `names`
    are the first of `bylines_total` and `names_total`.
    """

    entity: Entity
    line: PublisherLine
    articles: tuple[ArticleLine, ...]
    bylines: tuple[str, ...]
    bylines_total: int
    names: tuple[Naming, ...]
    names_total: int
    reported: tuple[StatementLine, ...]
    said: tuple[StatementLine, ...]
    turn: Turns
    json_ld: Markup


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield publishers.html and the pages of each publisher."""
    lines = tuple(_line(corpus, each) for each in corpus.publishers)
    yield Page("publishers.html", "publishers.html", "Sources", PublishersPage(lines))
    for line, publisher in zip(lines, corpus.publishers, strict=True):
        counts = page_counts(corpus, publisher.slug)
        name, trail = name_of(corpus, publisher), (("Sources", "publishers.html"),)
        yield Page(
            path=line.path,
            template="publisher.html",
            title=name,
            values=partial(_values, slug=publisher.slug, counts=counts),
            trail=trail,
            description=plain_text(publisher.description),
        )
        yield from further_pages(line.path, publisher.slug, counts, (*trail, (name, line.path)))


def _values(corpus: Corpus, slug: str, counts: Counts) -> PublisherPage:
    publisher = corpus.entity[slug]
    articles = corpus.articles_of[slug]
    bylines = dict.fromkeys(each.article.byline for each in articles if each.article.byline)
    names = own_names(corpus, slug)
    line = _line(corpus, publisher)
    return PublisherPage(
        entity=publisher,
        line=line,
        articles=reports(corpus, slug, 1),
        bylines=tuple(bylines)[:_BYLINES],
        bylines_total=len(bylines),
        names=_most_named(names),
        names_total=len(names),
        reported=statements(corpus, slug, 1, own=False),
        said=statements(corpus, slug, 1, own=True),
        turn=turns(line.path, counts),
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


def _most_named(names: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Return those that it prints most often, by name again."""
    most = sorted(names, key=lambda each: -sum(form.times for form in each.own))[:_NAMES]
    return tuple(each for each in names if each in most)


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
