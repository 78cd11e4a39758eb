"""List the articles by date: one page, or one a year where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..corpus import edtf
from ..corpus.lines import ArticleLine, article_line, first_sentence, is_withheld
from ..corpus.model import Annotated, Corpus
from ..writing.page import Page

# More than this on one page is slow to open and to look through.
_ON_ONE_PAGE = 400


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list: how it begins, and how much was found in it."""

    line: ArticleLine
    opening: str
    names: int
    figures: int
    events: int


@dataclass(frozen=True, slots=True)
class Month:
    """The articles of one month; `edtf` is the month, or empty where it is not known."""

    edtf: str
    articles: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's page in the list of years."""

    year: str
    path: str
    articles: int


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """What articles.html needs. `years` is empty where all articles are on one page."""

    total: int
    months: tuple[Month, ...]
    years: tuple[Year, ...]


def list_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield articles.html; of many articles it shows the latest year, and each year has a page."""
    listed = tuple(_listed(corpus, annotated) for annotated in corpus.articles)
    if len(listed) <= _ON_ONE_PAGE:
        yield _page("articles.html", "Reports", ArticlesPage(len(listed), _months(listed), ()))
        return
    by_year = {year: tuple(found) for year, found in groupby(listed, key=_year)}
    years = tuple(
        Year(year, f"articles-{year or 'undated'}.html", len(found))
        for year, found in by_year.items()
    )
    latest = max(by_year)
    for year in years:
        values = ArticlesPage(len(listed), _months(by_year[year.year]), years)
        yield _page(year.path, f"Reports, {year.year}", values)
        if year.year == latest:
            yield _page("articles.html", "Reports", values)


def _page(path: str, title: str, values: ArticlesPage) -> Page:
    return Page(path, "articles.html", title, values)


def _listed(corpus: Corpus, annotated: Annotated) -> Listed:
    withheld = is_withheld(corpus, annotated)
    first = next((each.text for each in annotated.paragraphs if each.role == "p"), "")
    return Listed(
        article_line(corpus, annotated.article),
        "" if withheld else first_sentence(first),
        len({mention.entity for mention in annotated.mentions}),
        len(annotated.figures),
        len(corpus.events_in.get(annotated.article.slug, ())),
    )


def _months(listed: tuple[Listed, ...]) -> tuple[Month, ...]:
    return tuple(Month(month, tuple(found)) for month, found in groupby(listed, key=_month))


def _month(listed: Listed) -> str:
    earliest, latest = edtf.bounds(listed.line.date)
    day = earliest or latest
    return f"{day:%Y-%m}" if day else ""


def _year(listed: Listed) -> str:
    return _month(listed)[:4]
