"""Say the reports as relations, and what was found in their texts."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.addresses import article_page
from ...corpus.model import Corpus
from ..dates import ends
from .columns import ARTICLE, ENDS, INTEGER, NUMBER, Column, Row, Table


def _articles(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        each = annotated.article
        when = (each.date, *ends(each.date))
        source = (each.url, each.archived, each.captured, each.language, each.rights)
        names = (each.slug, each.title, each.headline, *when)
        place = (each.publisher, each.byline, each.dateline)
        yield (*names, *place, *source, each.original, each.sha256, article_page(each.slug))


def _paragraphs(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        for position, each in enumerate(annotated.paragraphs, 1):
            yield (annotated.article.slug, each.anchor, position, each.role, each.text)


def _mentions(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.mentions:
            yield (slug, each.anchor, each.start, each.end, each.surface, each.entity)


def _dates(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.dates:
            value = (each.edtf, each.timex_type, each.timex_value)
            yield (slug, each.anchor, each.start, each.end, each.surface, *value)


def _figures(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.figures:
            amount = (each.low, each.high, each.unit)
            speaker = (each.said_by, each.said_by_surface, each.cue_surface)
            yield (slug, each.anchor, each.start, each.end, each.surface, *amount, *speaker)


_SPAN = (
    ARTICLE,
    Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
    Column("start", "where it begins in the paragraph's text, in code points", INTEGER),
    Column("end", "where it ends, not included", INTEGER),
    Column("surface", "the text between them"),
)
ARTICLES = Table(
    "articles",
    "one row a report",
    (
        *(Column("slug", "names the article"), Column("title", "as on its page")),
        Column("headline", "the published headline, where the title is another"),
        *(Column("date", "publication date, EDTF"), *ENDS),
        Column("publisher", "the outlet's slug", to="entities.slug"),
        Column("byline", "who signed, as published"),
        Column("dateline", "slug of the place it was filed from", to="entities.slug"),
        *(Column("url", "where it was published"), Column("archived", "a capture elsewhere")),
        Column("captured", "when this copy was taken, EDTF"),
        *(Column("language", "BCP 47"), Column("rights", "public or restricted")),
        Column("original", "path of the capture"),
        Column("sha256", "of the capture, else of the article's file"),
        Column("page", "its page, relative to the site's root"),
    ),
    ("slug",),
    _articles,
)
PARAGRAPHS = Table(
    "paragraphs",
    "one row a paragraph, the unit of citation",
    (
        *(ARTICLE, Column("anchor", "stable across edits")),
        Column("position", "1 is the first", INTEGER),
        Column("role", "p, quote, item, heading or cell"),
        Column("text", "plain text; empty where this edition leaves it out"),
    ),
    ("article", "anchor"),
    _paragraphs,
)
MENTIONS = Table(
    "mentions",
    "one row a name in a text",
    (*_SPAN, Column("entity", "the entity's slug", to="entities.slug")),
    (),
    _mentions,
)
DATES = Table(
    "dates",
    "one row a date expression",
    (
        *(*_SPAN, Column("edtf", "what it means, EDTF; empty for a bare duration or a set")),
        Column("timex_type", "DATE, TIME, DURATION or SET"),
        Column("timex_value", "TIMEX3"),
    ),
    (),
    _dates,
)
FIGURES = Table(
    "figures",
    "one row a figure that was found",
    (
        *(*_SPAN, Column("low", "empty: open", NUMBER), Column("high", "empty: open", NUMBER)),
        Column("unit", "what is counted"),
        Column("said_by", "the speaker's slug, where it is known", to="entities.slug"),
        Column("said_by_surface", "the words that name the speaker"),
        Column("cue_surface", "the words that say that something was said"),
    ),
    (),
    _figures,
)
