"""Show a use of a form in its sentence, with the way to its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.addresses import article_page
from ..corpus.sentences import sentences
from .tally import Found


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in three parts, and where it stands; dates are EDTF."""

    before: str
    words: str
    after: str
    path: str
    title: str
    date: str
    language: str
    in_quotes: bool


def line(found: Found) -> Line:
    """Return the sentence that a use stands in."""
    text, use = found.paragraph.text, found.use
    spans = ((start, end) for start, end in sentences(text) if start <= use.start < end)
    start, end = next(spans, (0, len(text)))
    article = found.annotated.article
    return Line(
        before=text[start : use.start],
        words=text[use.start : use.end],
        after=text[use.end : max(end, use.end)],
        path=article_page(article.slug, found.paragraph.anchor),
        title=article.title,
        date=article.date,
        language=article.language,
        in_quotes=found.in_quotes,
    )
