"""List the articles by date: on one page, or on pages by year, and parts of a full year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from ..corpus import edtf
from ..corpus.lines import ArticleLine, article_line, first_sentence, is_withheld
from ..corpus.model import Annotated, Corpus
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page

LIST = "articles.html"
# More than this on one page is slow to open and to look through.
_ON_ONE_PAGE = 300


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
    anchor: str
    articles: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month (EDTF, may be empty) in a list of them, and where its articles begin."""

    edtf: str
    path: str
    articles: int


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """What articles.html needs. `years` is empty where all articles are on one page.

    `periods` are the months of the year that the page is of, or of all.
    """

    total: int
    months: tuple[Month, ...]
    years: tuple[Period, ...]
    periods: tuple[Period, ...]
    number: int
    pager: tuple[PagerLine, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of the list: the articles on it (slugs), the year it is of, and its place there."""

    path: str
    first: str
    year: str
    number: int
    of: int
    slugs: tuple[str, ...]


def list_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield articles.html and, where the articles are many, the pages of each year.

    Of many articles articles.html shows how the latest year begins.
    """
    shelves = tuple(_shelves(corpus.articles))
    periods = tuple(_periods(corpus, shelves))
    years = _years(shelves)
    latest = max((each.year for each in shelves), default="")
    for each in shelves:
        values = partial(
            _values,
            shelf=each,
            years=years,
            periods=tuple(one for one in periods if not years or one.edtf[:4] == each.year),
        )
        title = f"Reports, {each.year}" if years else "Reports"
        trail = (("Reports", LIST),) if years else ()
        trail = trail if each.number == 1 else (*trail, (each.year, each.first))
        yield Page(each.path, "articles.html", title, values, trail)
        if years and each.year == latest and each.number == 1:
            yield Page(LIST, "articles.html", "Reports", values)


def month_paths(corpus: Corpus) -> Mapping[str, Period]:
    """Map each month (EDTF) to where the list has its articles."""
    return {each.edtf: each for each in _periods(corpus, tuple(_shelves(corpus.articles)))}


def month_of(annotated: Annotated) -> str:
    """Return the month of publication as EDTF, or nothing where it is not known."""
    earliest, latest = edtf.bounds(annotated.article.date)
    day = earliest or latest
    return f"{day:%Y-%m}" if day else ""


def _shelves(articles: tuple[Annotated, ...]) -> Iterator[Shelf]:
    if len(articles) <= _ON_ONE_PAGE:
        yield Shelf(LIST, LIST, "", 1, 1, tuple(each.article.slug for each in articles))
        return
    for year, found in groupby(articles, key=lambda each: month_of(each)[:4]):
        first = f"articles-{year or 'undated'}.html"
        pages = parts(tuple(each.article.slug for each in found), _ON_ONE_PAGE)
        for number, slugs in enumerate(pages, 1):
            yield Shelf(page_path(first, number), first, year, number, len(pages), slugs)


def _periods(corpus: Corpus, shelves: Iterable[Shelf]) -> Iterator[Period]:
    """Yield the months with the page that each begins on."""
    counts: dict[str, int] = {}
    paths: dict[str, str] = {}
    for each in shelves:
        for slug in each.slugs:
            month = month_of(corpus.article[slug])
            paths.setdefault(month, f"{each.path}#{_anchor(month)}")
            counts[month] = counts.get(month, 0) + 1
    yield from (Period(month, paths[month], counts[month]) for month in counts)


def _years(shelves: tuple[Shelf, ...]) -> tuple[Period, ...]:
    """Return the years with their first pages; nothing where one page has all."""
    if len(shelves) == 1 and shelves[0].path == LIST:
        return ()
    return tuple(
        Period(year, next(iter(found)).first, sum(len(each.slugs) for each in found))
        for year, group in groupby(shelves, key=lambda each: each.year)
        for found in [tuple(group)]
    )


def _values(
    corpus: Corpus, shelf: Shelf, years: tuple[Period, ...], periods: tuple[Period, ...]
) -> ArticlesPage:
    listed = [_listed(corpus, corpus.article[slug]) for slug in shelf.slugs]
    return ArticlesPage(
        sum(each.articles for each in years) or len(listed),
        tuple(
            Month(month, _anchor(month), tuple(each for _, each in found))
            for month, found in groupby(
                zip((month_of(corpus.article[slug]) for slug in shelf.slugs), listed, strict=True),
                key=lambda each: each[0],
            )
        ),
        years,
        periods,
        shelf.number,
        pager(shelf.first, shelf.of, shelf.number),
    )


def _anchor(month: str) -> str:
    return f"m-{month or 'undated'}"


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
