"""Find the sentences that report an event: a date, a place or actor, and a word of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from ..corpus.edtf import bounds
from ..corpus.model import Annotated, DateExpression, Entity, Mention, Paragraph
from ..corpus.sentences import sentences
from .kinds import Sign, signs

_LONGEST = timedelta(days=7)
_TITLE = 90  # characters
_ROLES = ("p", "quote", "item")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that reports an event, with what it says of it."""

    article: str
    anchor: str
    start: int
    edtf: str
    low: date
    high: date
    kind: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    title: str


def candidates(
    articles: Iterable[Annotated], entities: Mapping[str, Entity]
) -> Iterator[Candidate]:
    """Yield a candidate for each sentence that reports an event, in the order of the articles."""
    for annotated in articles:
        for paragraph in annotated.paragraphs:
            if paragraph.role in _ROLES:
                for span in sentences(paragraph.text):
                    found = _candidate(annotated, paragraph, span, entities)
                    if found:
                        yield found


def _candidate(
    annotated: Annotated,
    paragraph: Paragraph,
    span: tuple[int, int],
    entities: Mapping[str, Entity],
) -> Candidate | None:
    text = paragraph.text[span[0] : span[1]]
    dates = tuple(_dates(annotated, paragraph, span))
    mentions = tuple(_mentions(annotated, paragraph, span))
    told = tuple(_told(text, span[0], dates, mentions)) if dates else ()
    places = _narrowest(_of_kind(mentions, entities, ("place",)), entities)
    publisher = annotated.article.publisher
    actors = _of_kind(mentions, entities, ("group", "person", "organisation"))
    actors = tuple(slug for slug in actors if slug != publisher)
    if not told or not (places or actors):
        return None
    sign = next((each for each in told if each.kind != "statement"), told[0])
    dated = min(dates, key=lambda each: (abs(each.start - span[0] - sign.start), each.start))
    low, high = bounds(dated.edtf)
    if low is None or high is None or _is_ahead(annotated, low):
        return None
    return Candidate(
        article=annotated.article.slug,
        anchor=paragraph.anchor,
        start=span[0],
        edtf=dated.edtf,
        low=low,
        high=high,
        kind=sign.kind,
        places=places,
        actors=actors,
        title=shortened(text, sign.start, sign.end),
    )


def _dates(
    annotated: Annotated, paragraph: Paragraph, span: tuple[int, int]
) -> Iterator[DateExpression]:
    """Yield the date expressions of a sentence that mean a week or less."""
    for each in annotated.dates:
        if each.anchor == paragraph.anchor and span[0] <= each.start < span[1]:
            low, high = bounds(each.edtf)
            if low and high and high - low < _LONGEST:
                yield each


def _mentions(
    annotated: Annotated, paragraph: Paragraph, span: tuple[int, int]
) -> Iterator[Mention]:
    """Yield the names in a sentence, without the place that the report was filed from."""
    for each in annotated.mentions:
        filed_from = not each.start and each.entity == annotated.article.dateline
        if each.anchor == paragraph.anchor and span[0] <= each.start < span[1] and not filed_from:
            yield each


def _told(
    text: str, offset: int, dates: Iterable[DateExpression], mentions: Iterable[Mention]
) -> Iterator[Sign]:
    """Yield the words of a kind that are no part of a name or a date."""
    spans = (
        ((each.start, each.end) for each in dates),
        ((each.start, each.end) for each in mentions),
    )
    taken = [(start - offset, end - offset) for start, end in chain(*spans)]
    for sign in signs(text):
        if not any(sign.start < end and start < sign.end for start, end in taken):
            yield sign


def _of_kind(
    mentions: Iterable[Mention], entities: Mapping[str, Entity], kinds: tuple[str, ...]
) -> tuple[str, ...]:
    slugs = dict.fromkeys(
        entities[each.entity].slug for each in mentions if each.entity in entities
    )
    return tuple(slug for slug in slugs if entities[slug].kind in kinds)


def _narrowest(places: tuple[str, ...], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return the places without those that contain another of them."""
    around = {outer for slug in places for outer in _around(slug, entities)}
    return tuple(slug for slug in places if slug not in around)


def _around(slug: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    """Yield the slugs of all that a place lies within; a circle is gone round once."""
    seen = {slug}
    outer = entities[slug].within
    while outer in entities and outer not in seen:
        seen.add(outer)
        yield outer
        outer = entities[outer].within


def _is_ahead(annotated: Annotated, low: date) -> bool:
    """Tell whether the day lies after the article's publication: then it is a plan."""
    published = bounds(annotated.article.date)[1]
    return published is not None and low > published


def shortened(text: str, start: int, end: int) -> str:
    """Return the part of a sentence with the words from `start` to `end`, as a title.

    A short sentence stays whole. A longer one ends in an ellipsis, and where the words stand far
    into it, it begins with one too, at the clause that they stand in. No word is changed.
    """
    whole = text.strip().rstrip(".")
    if len(whole) <= _TITLE:
        return " ".join(whole.split())
    left = 0
    if end > _TITLE:
        marks = (
            text.rfind(mark, 0, start) + len(mark)
            for mark in (", ", "; ", ": ")
            if mark in text[:start]
        )
        left = max(marks, default=0)
        left = left if end - left <= _TITLE else text.rfind(" ", 0, start) + 1
    part = text[left:].strip().rstrip(".")
    if len(part) > _TITLE:
        part = part[:_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"
    return " ".join(f"{'… ' if left else ''}{part}".split())
