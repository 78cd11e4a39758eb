"""Give the writer the start page, the list of articles and the articles."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.model import Corpus
from ..writing.page import Page
from .comparing import compare_pages
from .home import home_values
from .reading import article_pages
from .shelf import list_pages
from .since import since_pages


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield index.html, articles.html, a page for each article and for each pair of them."""
    yield Page(
        path="index.html",
        template="home.html",
        title=corpus.site.title,
        values=home_values,
        description=corpus.site.subtitle,
    )
    yield from list_pages(corpus)
    yield from since_pages(corpus)
    yield from article_pages(corpus)
    yield from compare_pages(corpus)
