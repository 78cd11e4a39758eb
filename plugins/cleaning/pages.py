"""Give the writer a page for each article that came from a capture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from ..corpus.addresses import article_page, cleaning_page
from ..corpus.lines import ArticleLine, article_line
from ..corpus.model import Cleaning, Corpus
from ..corpus.wording import direction
from ..writing.page import Page
from .steps import ReasonCount, Step, reason_counts, steps


@dataclass(frozen=True, slots=True)
class CleaningPage:
    """What cleaning.html needs; `direction` is that of the article's language."""

    line: ArticleLine
    direction: str
    cleaning: Cleaning
    reasons: tuple[ReasonCount, ...]
    steps: tuple[Step, ...]


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield a page for each cleaning, in the order of the articles' slugs."""
    for cleaning in corpus.cleanings:
        article = corpus.article[cleaning.article].article
        yield Page(
            path=cleaning_page(article.slug),
            template="cleaning.html",
            title=PurePosixPath(cleaning.original).name or article.title,
            values=partial(_values, slug=article.slug),
            trail=(("Reports", "articles.html"), (article.title, article_page(article.slug))),
        )


def _values(corpus: Corpus, slug: str) -> CleaningPage:
    cleaning, annotated = corpus.cleaning[slug], corpus.article[slug]
    return CleaningPage(
        line=article_line(corpus, annotated.article),
        direction=direction(annotated.article.language),
        cleaning=cleaning,
        reasons=reason_counts(cleaning.blocks),
        steps=tuple(steps(cleaning, annotated)),
    )
