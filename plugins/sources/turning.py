"""Part what a publisher printed into pages: its reports, and the statements in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    StatementLine,
    article_line,
    entity_line,
    statement_lines,
)
from ..corpus.model import Claim, Corpus, Statement
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page

_REPORTS = 150  # on a page
_STATEMENTS = 60
WORDS = ("reports", "reported", "said")  # the lists, and what their further pages are named


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pages each list of a publisher has."""

    reports: int
    reported: int
    said: int


@dataclass(frozen=True, slots=True)
class Turns:
    """The pages to turn to from the first of each list; empty where a list has only one."""

    reports: tuple[PagerLine, ...]
    reported: tuple[PagerLine, ...]
    said: tuple[PagerLine, ...]


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """What publisher-more.html needs: a further page of one list. `word` is one of WORDS."""

    line: EntityLine
    path: str
    word: str
    number: int
    articles: tuple[ArticleLine, ...]
    statements: tuple[StatementLine, ...]
    pager: tuple[PagerLine, ...]


def page_counts(corpus: Corpus, publisher: str) -> Counts:
    """Return how many pages the lists of a publisher have; no line is made for it."""
    own = [is_own for _, _, is_own in _statements(corpus, publisher)]
    return Counts(
        _pages(len(corpus.articles_of[publisher]), _REPORTS),
        _pages(own.count(False), _STATEMENTS),
        _pages(own.count(True), _STATEMENTS),
    )


def turns(path: str, counts: Counts) -> Turns:
    """Return the pages to turn to from the publisher's own page."""
    return Turns(*(pager(path, getattr(counts, word), 1, word) for word in WORDS))


def further_pages(
    path: str, publisher: str, counts: Counts, trail: tuple[tuple[str, str], ...]
) -> Iterator[Page]:
    """Yield all pages of the lists but the first ones."""
    for word in WORDS:
        pages = getattr(counts, word)
        for number in range(2, pages + 1):
            yield Page(
                path=page_path(path, number, word),
                template="publisher-more.html",
                title=trail[-1][0],
                values=partial(_further, slug=publisher, path=path, word=word, at=(number, pages)),
                trail=trail,
            )


def reports(corpus: Corpus, publisher: str, number: int) -> tuple[ArticleLine, ...]:
    """Return a page of the publisher's articles, by date."""
    found = parts(corpus.articles_of[publisher], _REPORTS)[number - 1]
    return tuple(article_line(corpus, each.article) for each in found)


def statements(
    corpus: Corpus, publisher: str, number: int, *, own: bool
) -> tuple[StatementLine, ...]:
    """Return a page of the statements in its articles: in its own voice, or of others."""
    every = _statements(corpus, publisher)
    found = tuple((claim, said) for claim, said, is_own in every if is_own == own)
    return statement_lines(corpus, parts(found, _STATEMENTS)[number - 1])


def _further(corpus: Corpus, slug: str, path: str, word: str, at: tuple[int, int]) -> FurtherPage:
    number, pages = at
    is_reports = word == "reports"
    return FurtherPage(
        line=entity_line(corpus, corpus.entity[slug]),
        path=path,
        word=word,
        number=number,
        articles=reports(corpus, slug, number) if is_reports else (),
        statements=() if is_reports else statements(corpus, slug, number, own=word == "said"),
        pager=pager(path, pages, number, word),
    )


def _statements(corpus: Corpus, publisher: str) -> Iterator[tuple[Claim, Statement, bool]]:
    """Yield the statements in its articles, and whether each is in the publisher's own voice."""
    for annotated in corpus.articles_of[publisher]:
        for claim, statement in corpus.statements_in.get(annotated.article.slug, ()):
            own = statement.said_by in ("", publisher) and not statement.said_by_words
            yield claim, statement, own


def _pages(count: int, most: int) -> int:
    return max(1, -(-count // most))
