"""Find the sentences that report an event: a date, a name, and a word of its kind.

What is found depends on the article alone, so that it is kept with it. Which of the names are
places, and which sentences tell of the same thing, is seen when all articles are together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from ...corpus.edtf import bounds, doubtful
from ...corpus.model import Article, DateExpression, Mention, Paragraph
from ...corpus.sentences import sentences
from .dating import Dated, dated
from .naming import Named, filed_until, named
from .signs import Sign, signs

_LONGEST = timedelta(days=7)
_ROLES = ("p", "quote", "item")
_Found = TypeVar("_Found", DateExpression, Mention)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that reports an event, with what it says of it.

    `edtf` is the event's date, `low` and `high` its first and last day; `start` and `end` are
    where the word that tells of it stands in the sentence.
    """

    article: str
    anchor: str
    sentence: str
    start: int
    end: int
    edtf: str
    low: date
    high: date
    kind: str
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a paragraph, from `offset` on, with its dates, long ones too, and its names."""

    anchor: str
    text: str
    offset: int
    dates: tuple[DateExpression, ...]
    mentions: tuple[Mention, ...]


def candidates(
    article: Article,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> tuple[Candidate, ...]:
    """Return the sentences of an article that report an event, in the order of the text.

    That is a date of a week or less, the name of an entity, and a word that tells of a kind of
    event. What lies after the publication is a plan, and no event.
    """
    published = bounds(article.date)[1] or date.max
    found = []
    for sentence in _sentences(article, paragraphs, mentions, dates):
        told = tuple(_told(sentence))
        for each in dated(sentence.text, sentence.offset, told, sentence.dates):
            low, high = bounds(each.date.edtf)
            if low and high and _is_short(low, high) and low <= published:
                found.append(_candidate(article, sentence, each, told))
    return tuple(found)


def _sentences(
    article: Article,
    paragraphs: Iterable[Paragraph],
    mentions: Iterable[Mention],
    dates: Iterable[DateExpression],
) -> Iterator[_Sentence]:
    """Yield the sentences that have a short date and a name."""
    dates_in = _by_anchor(each for each in dates if _is_of_days(each))
    names_in = _by_anchor(each for each in mentions if each.entity != article.publisher)
    for paragraph in paragraphs:
        anchor = paragraph.anchor
        if anchor in dates_in and anchor in names_in and paragraph.role in _ROLES:
            filed = filed_until(paragraph.text)
            for at, end in sentences(paragraph.text):
                start = filed if at < filed < end else at
                here = tuple(each for each in dates_in[anchor] if start <= each.start < end)
                names = tuple(
                    each
                    for each in names_in[anchor]
                    if start <= each.start < end and not _is_filed(each, filed, article)
                )
                if names and any(_is_short(*bounds(each.edtf)) for each in here):
                    yield _Sentence(anchor, paragraph.text[start:end], start, here, names)


def _by_anchor(found: Iterable[_Found]) -> dict[str, list[_Found]]:
    groups: dict[str, list[_Found]] = {}
    for each in found:
        groups.setdefault(each.anchor, []).append(each)
    return groups


def _is_of_days(each: DateExpression) -> bool:
    """Tell whether words date something: a week or less, or a longer date, but no bare length."""
    return _is_short(*bounds(each.edtf)) or (each.timex_type == "DATE" and bool(each.edtf))


def _is_short(low: date | None, high: date | None) -> bool:
    return low is not None and high is not None and high - low < _LONGEST


def _is_filed(mention: Mention, until: int, article: Article) -> bool:
    """Tell whether a name is the place that the report was filed from."""
    return mention.start < until or (not mention.start and mention.entity == article.dateline)


def _told(sentence: _Sentence) -> Iterator[Sign]:
    """Yield the words of a kind that are no part of a name or a date."""
    spans = [(each.start, each.end) for each in sentence.dates]
    spans += [(each.start, each.end) for each in sentence.mentions]
    taken = [(start - sentence.offset, end - sentence.offset) for start, end in spans]
    for sign in signs(sentence.text):
        if not any(sign.start < end and start < sign.end for start, end in taken):
            yield sign


def _candidate(
    article: Article, sentence: _Sentence, each: Dated, told: Sequence[Sign]
) -> Candidate:
    low, high = bounds(each.date.edtf)
    return Candidate(
        article=article.slug,
        anchor=sentence.anchor,
        sentence=sentence.text,
        start=each.sign.start,
        end=each.sign.end,
        edtf=doubtful(each.date.edtf) if each.telling else each.date.edtf,
        low=low or date.min,
        high=high or date.max,
        kind=each.sign.kind,
        names=tuple(named(sentence.text, sentence.offset, sentence.mentions, each.sign, told)),
    )
