"""Show every mention of an entity in its sentence, grouped by publisher and article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..corpus.addresses import article_page
from ..corpus.lines import ArticleLine, article_line, is_withheld, shown_publisher
from ..corpus.model import Annotated, Corpus, Sighting
from ..corpus.sentences import sentences


@dataclass(frozen=True, slots=True)
class Line:
    """A mention in its sentence: the text before it, its words, the text after it."""

    before: str
    words: str
    after: str
    path: str
    language: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article with the lines that mention the entity; none where the text is withheld."""

    article: ArticleLine
    mentions: int
    withheld: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PublisherReports:
    """A publisher's articles that mention the entity, by date."""

    publisher: str
    path: str
    mentions: int
    reports: tuple[Report, ...]


# More lines than this on one page are slow to open.
_ON_ONE_PAGE = 300


def concordance(
    corpus: Corpus, sightings: Iterable[Sighting]
) -> tuple[tuple[PublisherReports, ...], ...]:
    """Return the lines by publisher (most mentions first), then by date and place in the text.

    They are parted into pages of about 300 lines; an article's lines stay together, and a
    publisher that goes on stands at the head of the next page too.
    """
    by_publisher: dict[str, list[Sighting]] = {}
    for each in sightings:
        by_publisher.setdefault(each.annotated.article.publisher, []).append(each)
    ordered = sorted(by_publisher.items(), key=lambda each: (-len(each[1]), each[0]))
    return _paged(tuple(_publisher_reports(corpus, found) for _, found in ordered))


def page_count(sightings: Sequence[Sighting]) -> int:
    """Return how many pages `concordance` parts these mentions into, without making them."""
    if len(sightings) <= _ON_ONE_PAGE:
        return 1
    counts: dict[str, dict[str, int]] = {}
    for each in sightings:
        article = each.annotated.article
        of_publisher = counts.setdefault(article.publisher, {})
        of_publisher[article.slug] = of_publisher.get(article.slug, 0) + 1
    ordered = sorted(counts.items(), key=lambda each: (-sum(each[1].values()), each[0]))
    lengths = [length for _, of_publisher in ordered for length in of_publisher.values()]
    return 1 + sum(_page_starts(lengths))


def _page_starts(lengths: Iterable[int]) -> Iterator[bool]:
    """Yield for each report whether a new page begins with it: the last one is full."""
    lines = 0
    for length in lengths:
        is_full = lines >= _ON_ONE_PAGE
        yield is_full
        lines = length if is_full else lines + length


def _paged(
    publishers: tuple[PublisherReports, ...],
) -> tuple[tuple[PublisherReports, ...], ...]:
    """Part the reports into pages."""
    pages: list[dict[str, PublisherReports]] = [{}]
    reports = [(publisher, report) for publisher in publishers for report in publisher.reports]
    starts = _page_starts(report.mentions for _, report in reports)
    for (publisher, report), is_new in zip(reports, starts, strict=True):
        if is_new:
            pages.append({})
        begun = pages[-1].get(publisher.path, replace(publisher, reports=()))
        pages[-1][publisher.path] = replace(begun, reports=(*begun.reports, report))
    return tuple(tuple(page.values()) for page in pages)


def _publisher_reports(corpus: Corpus, sightings: list[Sighting]) -> PublisherReports:
    first = article_line(corpus, sightings[0].annotated.article)
    reports = groupby(sightings, key=lambda each: each.annotated.article.slug)
    return PublisherReports(
        publisher=shown_publisher(corpus, sightings[0].annotated.article),
        path=first.publisher_path,
        mentions=len(sightings),
        reports=tuple(_report(corpus, tuple(found)) for _, found in reports),
    )


def _report(corpus: Corpus, sightings: tuple[Sighting, ...]) -> Report:
    annotated = sightings[0].annotated
    withheld = is_withheld(corpus, annotated)
    lines = () if withheld else tuple(_line(annotated, each) for each in sightings)
    return Report(article_line(corpus, annotated.article), len(sightings), withheld, lines)


def _line(annotated: Annotated, sighting: Sighting) -> Line:
    text, mention = sighting.paragraph.text, sighting.mention
    start, end = _sentence_around(text, mention.start, mention.end)
    article = annotated.article
    return Line(
        before=text[start : mention.start],
        words=mention.surface,
        after=text[mention.end : end],
        path=article_page(article.slug, mention.anchor),
        language=article.language,
    )


def _sentence_around(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of the sentence that has the mention; the paragraph where none has all."""
    for start, end in sentences(text):
        if start <= first and last <= end:
            return start, end
    return 0, len(text)
