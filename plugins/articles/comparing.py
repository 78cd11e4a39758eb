"""Lay two articles side by side: events, figures and names of both, and of only one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from ..corpus.addresses import article_page, claim_page
from ..corpus.edtf import sort_key
from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    EventLine,
    StatementLine,
    article_line,
    entity_line,
    event_line,
    statement_lines,
)
from ..corpus.model import Annotated, Claim, Corpus, Event, by_time
from ..writing.page import Page
from .evidence import anchors_in
from .pairs import Pair, pairs


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph that reports an event."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Events that the same paragraphs report, with these paragraphs; one side may be empty."""

    events: tuple[EventLine, ...]
    first: tuple[Excerpt, ...]
    second: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the statements that each of the two reports; one side may be empty."""

    claim: str
    path: str
    first: tuple[StatementLine, ...]
    second: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """An entity with the forms in which each of the two prints it; one side may be empty."""

    entity: EntityLine
    first: tuple[str, ...]
    second: tuple[str, ...]


_Row = TypeVar("_Row", EventRow, ClaimRow, NameRow)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What compare.html needs: rows of both articles, then rows of only one."""

    first: ArticleLine
    second: ArticleLine
    events: tuple[EventRow, ...]
    claims: tuple[ClaimRow, ...]
    names: tuple[NameRow, ...]
    lone_events: tuple[EventRow, ...]
    lone_claims: tuple[ClaimRow, ...]
    lone_names: tuple[NameRow, ...]


def compare_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield a page for each pair of articles."""
    for pair in pairs(corpus):
        first, second = (article_line(corpus, each.article) for each in (pair.first, pair.second))
        yield Page(
            path=pair.path,
            template="compare.html",
            title=f"{first.title} / {second.title}",
            values=partial(_values, first=first.slug, second=second.slug),
            trail=(("Reports", "articles.html"),),
        )


def _values(corpus: Corpus, first: str, second: str) -> ComparePage:
    pair = Pair(corpus.article[first], corpus.article[second])
    events = tuple(_event_rows(corpus, pair))
    claims = tuple(_claim_rows(corpus, pair))
    names = tuple(_name_rows(corpus, pair))
    return ComparePage(
        first=article_line(corpus, pair.first.article),
        second=article_line(corpus, pair.second.article),
        events=_both(events),
        claims=_both(claims),
        names=_both(names),
        lone_events=_apart(_one(events)),
        lone_claims=_one(claims),
        lone_names=_one(names),
    )


def _both(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(row for row in rows if row.first and row.second)


def _one(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(row for row in rows if not (row.first and row.second))


def _apart(rows: Iterable[EventRow]) -> tuple[EventRow, ...]:
    """Return a row for each event, by date: only beside another report do they share one."""
    single = (replace(row, events=(event,)) for row in rows for event in row.events)
    return tuple(sorted(single, key=lambda row: (sort_key(row.events[0].edtf), row.events[0].slug)))


def _event_rows(corpus: Corpus, pair: Pair) -> Iterator[EventRow]:
    """Yield the events of either article, by date of the first in each row."""
    of_either = {
        event.slug: event
        for each in (pair.first, pair.second)
        for event in corpus.events_in.get(each.article.slug, ())
    }
    rows: dict[tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]], list[EventLine]] = {}
    for event in sorted(of_either.values(), key=by_time):
        paragraphs = (_excerpts(pair.first, event), _excerpts(pair.second, event))
        rows.setdefault(paragraphs, []).append(event_line(event))
    for (first, second), events in rows.items():
        yield EventRow(tuple(events), first, second)


def _excerpts(annotated: Annotated, event: Event) -> tuple[Excerpt, ...]:
    slug = annotated.article.slug
    found = (annotated.paragraph(anchor) for anchor in anchors_in(event, slug))
    return tuple(
        Excerpt(paragraph.text, article_page(slug, paragraph.anchor))
        for paragraph in found
        if paragraph
    )


def _claim_rows(corpus: Corpus, pair: Pair) -> Iterator[ClaimRow]:
    """Yield the claims that either article has a statement of, by slug."""
    of_either = {
        claim.slug: claim
        for each in (pair.first, pair.second)
        for claim, _ in corpus.statements_in.get(each.article.slug, ())
    }
    for _, claim in sorted(of_either.items()):
        first, second = (_statements(corpus, claim, each) for each in (pair.first, pair.second))
        if first or second:
            yield ClaimRow(claim.title, claim_page(claim.slug), first, second)


def _statements(corpus: Corpus, claim: Claim, annotated: Annotated) -> tuple[StatementLine, ...]:
    slug = annotated.article.slug
    return statement_lines(
        corpus, ((claim, each) for each in claim.statements if each.reported_by == slug)
    )


def _name_rows(corpus: Corpus, pair: Pair) -> Iterator[NameRow]:
    """Yield the entities that either article names, in the order of the first, then the second."""
    first, second = _forms(pair.first), _forms(pair.second)
    for slug in dict.fromkeys((*first, *second)):
        if slug in corpus.entity:
            line = entity_line(corpus, corpus.entity[slug])
            yield NameRow(line, first.get(slug, ()), second.get(slug, ()))


def _forms(annotated: Annotated) -> dict[str, tuple[str, ...]]:
    """Map each entity to the forms in which the article prints it, in text order."""
    forms: dict[str, dict[str, None]] = {}
    for mention in annotated.mentions:
        forms.setdefault(mention.entity, {})[mention.surface] = None
    return {slug: tuple(printed) for slug, printed in forms.items()}
