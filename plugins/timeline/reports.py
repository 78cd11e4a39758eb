"""Say what each report has of an event: the sentence, and the date that its own words give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..corpus.edtf import bounds
from ..corpus.lines import ArticleLine, EntityLine, article_line, is_withheld, known_entity
from ..corpus.model import Annotated, Corpus, DateExpression, Event, Evidence, Paragraph
from ..corpus.sentences import sentences

# A date expression longer than a week (and than the event), or more than ten days away, dates
# something else that the sentence speaks of ("since July"), not the event.
_LONGEST = timedelta(days=6)  # from the first day to the last
_FARTHEST = timedelta(days=10)
_DATE_WEIGHT = 5  # of a sentence that has the event's date; a name of the event weighs 2, a word 1


@dataclass(frozen=True, slots=True)
class Report:
    """A paragraph of an article as evidence of an event.

    `sentence` is the one with the words that the evidence quotes, else the one that says most
    about the event; it is empty where the edition may not show it (`withheld`). `edtf` and
    `surface` are what this report's own words say of the date, empty where they say nothing.
    `found`: the machine added the paragraph.
    """

    report: ArticleLine
    publisher: EntityLine | None
    sentence: str
    withheld: bool
    edtf: str
    surface: str
    found: bool = False


def reports(event: Event, corpus: Corpus) -> tuple[Report, ...]:
    """Return the event's evidence, one report a paragraph, by publication date."""
    found = []
    for evidence in event.evidence:
        annotated = corpus.article.get(evidence.article)
        paragraph = annotated.paragraph(evidence.anchor) if annotated else None
        if annotated and paragraph:
            found.append(_report(event, evidence, annotated, paragraph, corpus))
    return tuple(sorted(found, key=lambda each: (each.report.date, each.report.path)))


def dates_differ(found: Iterable[Report]) -> bool:
    """Tell whether two reports date the event to days that have none in common."""
    spans = [(low or date.min, high or date.max) for low, high in _dated(found)]
    return any(
        one[0] > other[1] or other[0] > one[1]
        for index, one in enumerate(spans)
        for other in spans[:index]
    )


def _dated(found: Iterable[Report]) -> Iterable[tuple[date | None, date | None]]:
    return (bounds(each.edtf) for each in found if each.edtf)


def _report(
    event: Event, evidence: Evidence, annotated: Annotated, paragraph: Paragraph, corpus: Corpus
) -> Report:
    spans = tuple(sentences(paragraph.text)) or ((0, len(paragraph.text)),)
    start, end = _quoted(evidence.quote, paragraph.text, spans) or max(
        spans, key=lambda span: (_weight(event, annotated, paragraph, span), -span[0])
    )
    dated = _own_date(event, annotated.dates, paragraph, (start, end))
    withheld = is_withheld(corpus, annotated)
    return Report(
        report=article_line(corpus, annotated.article, paragraph.anchor),
        publisher=known_entity(corpus, annotated.article.publisher),
        sentence="" if withheld else paragraph.text[start:end],
        withheld=withheld,
        edtf=dated.edtf if dated else "",
        surface="" if withheld or not dated else dated.surface,
        found=evidence.found,
    )


def _quoted(quote: str, text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the sentence, or the sentences, that hold the quoted words, where there are any."""
    at = text.find(quote) if quote else -1
    inside = [span for span in spans if span[0] < at + len(quote) and at < span[1]]
    return (inside[0][0], inside[-1][1]) if at >= 0 and inside else None


def _weight(event: Event, annotated: Annotated, paragraph: Paragraph, span: tuple[int, int]) -> int:
    """Return how much a sentence says about the event: its date, its names, its title's words."""
    start, end = span
    named = {
        each.entity
        for each in annotated.mentions
        if each.anchor == paragraph.anchor and start <= each.start < end
    }
    words = _words(event.title) & _words(paragraph.text[start:end])
    same = any(
        each.anchor == paragraph.anchor and start <= each.start < end and _names(each.edtf, event)
        for each in annotated.dates
    )
    return 2 * len(named & {*event.places, *event.actors}) + len(words) + _DATE_WEIGHT * same


def _names(edtf: str, event: Event) -> bool:
    """Tell whether a date begins or ends within the event's days."""
    low, high = bounds(event.edtf)
    ends = (day for day in bounds(edtf) if day)
    return any((low or date.min) <= day <= (high or date.max) for day in ends)


def _words(text: str) -> frozenset[str]:
    """Return the stems of the longer words: a crude cut at six letters joins most endings."""
    return frozenset(word[:6].lower() for word in re.findall(r"[^\W\d_]{4,}", text))


def _own_date(
    event: Event,
    dates: Iterable[DateExpression],
    paragraph: Paragraph,
    span: tuple[int, int],
) -> DateExpression | None:
    """Return the date expression of a sentence that dates the event, if one does."""
    near = [
        (_gap(bounds(each.edtf), bounds(event.edtf)), each.start, each)
        for each in dates
        if each.anchor == paragraph.anchor
        and span[0] <= each.start < span[1]
        and _length(each.edtf) <= max(_LONGEST, _length(event.edtf))
    ]
    best = min(near, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] <= _FARTHEST else None


def _length(edtf: str) -> timedelta:
    """Return how long a date is, without end where an end of it is open."""
    low, high = bounds(edtf)
    return high - low if low and high else timedelta.max


def _gap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> timedelta:
    """Return the time between two spans, zero where they overlap."""
    one_low, one_high = one[0] or date.min, one[1] or date.max
    low, high = other[0] or date.min, other[1] or date.max
    return max(timedelta(0), low - one_high, one_low - high)


def publishers_of(found: Iterable[Report]) -> Mapping[str, EntityLine]:
    """Map the slugs of the reports' publishers to the publishers, in the order of the reports."""
    return {each.publisher.slug: each.publisher for each in found if each.publisher}
