"""Make an article's page: its text with notes, where it comes from, what it is connected with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..corpus.addresses import article_page, cleaning_page
from ..corpus.citation import Citation, citations
from ..corpus.citing.forms import Form, entry, forms
from ..corpus.citing.records import report_record
from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    EventLine,
    StatementLine,
    article_line,
    entity_line,
    event_line,
    first_sentence,
    is_withheld,
    known_entity,
    publisher_name,
    statement_lines,
)
from ..corpus.model import Annotated, Article, Corpus
from ..corpus.wording import direction
from ..writing.page import Page
from .evidence import anchors_in
from .notes import DateNote, FigureNote, date_notes, figure_notes
from .pairs import around, by_day, pairs
from .passages import NotedPassage, passages
from .structured import article_json_ld, article_meta

_SAME_DAY = 12  # articles of the day that a page names; a day of a war may have hundreds


@dataclass(frozen=True, slots=True)
class NamedHere:
    """An entity that the article names, and how often."""

    entity: EntityLine
    times: int


@dataclass(frozen=True, slots=True)
class EventHere:
    """An event that the article is evidence of, with the paragraphs that report it."""

    event: EventLine
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameDay:
    """An article of the same day; `compare_path` is empty where no page compares the two."""

    line: ArticleLine
    compare_path: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What article.html needs.

    `direction` is that of the article's language; `withheld`: this edition leaves the text out.
    `cleaning_path` is empty where the article came from no capture, or its text is left out;
    `removed` is the number of blocks that were removed from the capture. `same_day` are the first
    twelve articles of its day, `same_day_more` how many there are beside them.
    """

    article: Article
    line: ArticleLine
    direction: str
    dateline: EntityLine | None
    withheld: bool
    passages: tuple[NotedPassage, ...]
    names: tuple[NamedHere, ...]
    dates: tuple[DateNote, ...]
    figures: tuple[FigureNote, ...]
    events: tuple[EventHere, ...]
    statements: tuple[StatementLine, ...]
    same_day: tuple[SameDay, ...]
    same_day_more: int
    same_origin: tuple[ArticleLine, ...]
    cleaning_path: str
    removed: int
    previous: ArticleLine | None
    following: ArticleLine | None
    citations: tuple[Citation, ...]
    references: tuple[Form, ...]
    meta: tuple[tuple[str, str], ...]
    json_ld: Markup


def article_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield a page for each article, in the corpus's order."""
    days, comparisons = by_day(corpus), _comparisons(corpus)
    neighbours = dict(_neighbours(corpus))
    for annotated in corpus.articles:
        article = annotated.article
        others = (each.article.slug for each in around(days, annotated))
        pages = ((each, comparisons.get(frozenset((article.slug, each)), "")) for each in others)
        same_day = sorted(pages, key=lambda each: not each[1])
        first = annotated.paragraphs[0].text if annotated.paragraphs else ""
        yield Page(
            path=article_page(article.slug),
            template="article.html",
            title=article.title,
            values=partial(
                _values,
                slug=article.slug,
                same_day=tuple(same_day[:_SAME_DAY]),
                same_day_more=max(0, len(same_day) - _SAME_DAY),
                neighbours=neighbours[article.slug],
            ),
            trail=(("Reports", "articles.html"),),
            description="" if is_withheld(corpus, annotated) else first_sentence(first),
        )


def _values(
    corpus: Corpus,
    slug: str,
    same_day: tuple[tuple[str, str], ...],
    same_day_more: int,
    neighbours: tuple[str, str],
) -> ArticlePage:
    """Return the page of an article.

    `same_day` are other articles of its day and the pages that compare them with it (may be
    empty), `neighbours` the ones before and after it (may be empty), all as slugs.
    """
    annotated = corpus.article[slug]
    article = annotated.article
    lines = tuple(
        article_line(corpus, corpus.article[each].article) if each else None for each in neighbours
    )
    cleaning = corpus.cleaning.get(article.slug)
    publisher = publisher_name(corpus, article)
    withheld = is_withheld(corpus, annotated)
    dates = () if withheld else date_notes(corpus, annotated)
    figures = () if withheld else figure_notes(corpus, annotated)
    return ArticlePage(
        article=article,
        line=article_line(corpus, article),
        direction=direction(article.language),
        dateline=known_entity(corpus, article.dateline),
        withheld=withheld,
        passages=passages(annotated.passages, dates, figures),
        names=_names(corpus, annotated),
        dates=dates,
        figures=figures,
        events=_events(corpus, annotated),
        statements=statement_lines(corpus, corpus.statements_in.get(slug, ())),
        same_day=tuple(
            SameDay(article_line(corpus, corpus.article[other].article), path)
            for other, path in same_day
        ),
        same_day_more=same_day_more,
        same_origin=tuple(
            article_line(corpus, corpus.article[slug].article)
            for slug in article.same_origin
            if slug in corpus.article
        ),
        cleaning_path=cleaning_page(article.slug) if cleaning else "",
        removed=len(cleaning.blocks) if cleaning else 0,
        previous=lines[0],
        following=lines[1],
        citations=citations(article, publisher),
        references=forms((entry(report_record(corpus, annotated)),)),
        meta=article_meta(corpus, article, publisher),
        json_ld=article_json_ld(corpus, annotated, publisher),
    )


def _names(corpus: Corpus, annotated: Annotated) -> tuple[NamedHere, ...]:
    """Return the entities of the article, most often named first, then by first mention."""
    counts: dict[str, int] = {}
    for mention in annotated.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    return tuple(
        NamedHere(entity_line(corpus, corpus.entity[slug]), times)
        for slug, times in sorted(counts.items(), key=lambda each: -each[1])
        if slug in corpus.entity
    )


def _events(corpus: Corpus, annotated: Annotated) -> tuple[EventHere, ...]:
    slug = annotated.article.slug
    return tuple(
        EventHere(event_line(event), anchors_in(event, slug))
        for event in corpus.events_in.get(slug, ())
    )


def _comparisons(corpus: Corpus) -> Mapping[frozenset[str], str]:
    """Map two articles' slugs to the page that compares them."""
    return {
        frozenset((pair.first.article.slug, pair.second.article.slug)): pair.path
        for pair in pairs(corpus)
    }


def _neighbours(corpus: Corpus) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each article's slug with those of the one before and the one after it, if any."""
    slugs = ["", *(each.article.slug for each in corpus.articles), ""]
    for before, slug, after in zip(slugs, slugs[1:], slugs[2:], strict=False):
        yield slug, (before, after)
