"""Lay the counts of one term out: groups of words by publishers, and over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..corpus import edtf
from ..corpus.addresses import publisher_page
from ..corpus.lines import EntityLine, known_entity, name_of
from ..corpus.model import Corpus, Entity, Term
from ..corpus.phrases import language_of, number
from .counting import groups
from .lines import Line, line
from .periods import Bar, Span, bars
from .tally import Found, Tally

SHOWN = 30  # sentences of a publisher that a group shows
_SHARE = 1000  # words that a share is counted in


@dataclass(frozen=True, slots=True)
class Column:
    """A publisher: its reports whose text is counted, and the number of their words."""

    slug: str
    name: str
    path: str
    reports: int
    words: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a publisher uses a group of words; `anchor` is where its sentences stand.

    `times` and `share` (per 1,000 words, in the page's digits) are of its own text, `width` is the
    share in percent of the term's greatest; `in_quotes` are more, between quotation marks.
    """

    column: Column
    times: int
    share: str
    width: float
    in_quotes: int
    anchor: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """A group of words: the forms that are counted in it, its cells and its bars over time."""

    group: str
    forms: tuple[str, ...]
    times: int
    in_quotes: int
    cells: tuple[Cell, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A bar's time in a table: its EDTF, the words of its reports, the times of each row."""

    edtf: str
    words: int
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TermTable:
    """A term: whose names these are, the groups that are used, and those that no report has.

    `highest` is the count that the highest bar of all rows stands for.
    """

    term: Term
    party: EntityLine | None
    rows: tuple[Row, ...]
    unused: tuple[str, ...]
    periods: tuple[Period, ...]
    highest: int


def columns(corpus: Corpus, counted: Tally) -> tuple[Column, ...]:
    """Return the publishers of the reports whose text is counted, by name."""
    found = (_column(corpus, each, counted.words) for each in corpus.publishers)
    return tuple(sorted((each for each in found if each.reports), key=_by_name))


def _by_name(column: Column) -> tuple[str, str]:
    return column.name.casefold(), column.slug


def _column(corpus: Corpus, publisher: Entity, words: Mapping[str, int]) -> Column:
    slugs = [each.article.slug for each in corpus.articles_of[publisher.slug]]
    counted = [words[slug] for slug in slugs if slug in words]
    path = publisher_page(publisher.slug)
    return Column(publisher.slug, name_of(corpus, publisher), path, len(counted), sum(counted))


def term_table(
    corpus: Corpus, term: Term, counted: Tally, across: Sequence[Column], span: Span | None
) -> TermTable:
    """Return what the page shows of a term."""
    found = {name: counted.found.get((term.slug, at), ()) for at, name in enumerate(groups(term))}
    used = {name: each for name, each in found.items() if each}
    highest = _highest(span, used.values())
    greatest = max((share for each in used.values() for share in _shares(each, across)), default=0)
    rows = tuple(
        Row(
            group=name,
            forms=tuple(form.words for form in term.forms if form.group == name),
            times=len(_own(each)),
            in_quotes=len(each) - len(_own(each)),
            cells=tuple(_cells(corpus, f"{term.slug}-{at}", each, across, greatest)),
            bars=bars(span, _days(_own(each)), highest) if span else (),
        )
        for at, (name, each) in enumerate(used.items())
    )
    unused = tuple(name for name, each in found.items() if not each)
    periods = tuple(_periods(corpus, counted, span, list(used.values()))) if span else ()
    return TermTable(term, known_entity(corpus, term.party), rows, unused, periods, highest)


def _cells(
    corpus: Corpus,
    anchor: str,
    found: Sequence[Found],
    across: Sequence[Column],
    greatest: float,
) -> Iterator[Cell]:
    for column, share in zip(across, _shares(found, across), strict=True):
        here = [each for each in found if each.publisher == column.slug]
        own = len(_own(here))
        yield Cell(
            column=column,
            times=own,
            share=number(round(share, 1), language_of(corpus.site.language)),
            width=round(100 * share / greatest, 1) if greatest else 0.0,
            in_quotes=len(here) - own,
            anchor=f"{anchor}-{column.slug}",
            lines=tuple(map(line, here[:SHOWN])),
            more=max(0, len(here) - SHOWN),
        )


def _own(found: Sequence[Found]) -> Sequence[Found]:
    return [each for each in found if not each.in_quotes]


def _shares(found: Sequence[Found], across: Sequence[Column]) -> Iterator[float]:
    """Yield for each publisher how often its own text uses the words, per 1,000 of its words."""
    for column in across:
        own = sum(each.publisher == column.slug for each in _own(found))
        yield _SHARE * own / column.words if column.words else 0.0


def _day(edtf_date: str) -> date | None:
    return edtf.bounds(edtf_date)[0]


def _days(found: Iterable[Found]) -> Iterator[date]:
    return (day for each in found if (day := _day(each.annotated.article.date)))


def _highest(span: Span | None, found: Iterable[Sequence[Found]]) -> int:
    """Return the count of the highest bar of all groups: they have one scale."""
    if span is None:
        return 1
    heights = (bar.times for each in found for bar in bars(span, _days(_own(each)), 1))
    return max(heights, default=1)


def _periods(
    corpus: Corpus, counted: Tally, span: Span, found: Sequence[Sequence[Found]]
) -> Iterator[Period]:
    """Yield the times that have reports, with what the bars show there."""
    words: dict[str, int] = {}
    for each in corpus.articles:
        day = _day(each.article.date)
        if day and each.article.slug in counted.words:
            name = span.name(day)
            words[name] = words.get(name, 0) + counted.words[each.article.slug]
    drawn = [{bar.edtf: bar.times for bar in bars(span, _days(_own(each)), 1)} for each in found]
    for name in sorted(words):
        yield Period(name, words[name], tuple(each.get(name, 0) for each in drawn))
