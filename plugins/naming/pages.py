"""Give the writer the page that compares what publishers call the same party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..corpus import edtf
from ..corpus.model import Corpus
from ..writing.page import Page
from .periods import Span, span_of
from .table import Column, TermTable, columns, term_table
from .tally import Tally, tally

PATH = "naming.html"
TITLE = "What parties are called"


@dataclass(frozen=True, slots=True)
class NamingPage:
    """What naming.html needs. `first` and `last` are the ends of the bars' time, or empty."""

    note: str
    columns: tuple[Column, ...]
    terms: tuple[TermTable, ...]
    first: str
    last: str
    units: int
    withheld: int


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the page; none where the collection has no vocabulary."""
    if corpus.vocabulary.terms and corpus.articles:
        trail = (("Sources", "publishers.html"),)
        yield Page(PATH, "naming.html", TITLE, _values, trail)


def _values(corpus: Corpus) -> NamingPage:
    counted = tally(corpus)
    across = columns(corpus, counted)
    span = _span(corpus, counted)
    return NamingPage(
        note=corpus.vocabulary.note,
        columns=across,
        terms=tuple(
            term_table(corpus, each, counted, across, span) for each in corpus.vocabulary.terms
        ),
        first=span.name(span.first) if span else "",
        last=span.name(span.last) if span else "",
        units=span.units if span else 0,
        withheld=counted.withheld,
    )


def _span(corpus: Corpus, counted: Tally) -> Span | None:
    days = (
        edtf.bounds(each.article.date)[0]
        for each in corpus.articles
        if each.article.slug in counted.words
    )
    return span_of([day for day in days if day])
