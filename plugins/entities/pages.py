"""Give the writer the entities' pages and the indexes of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.model import Corpus
from ..writing.page import Page
from .indexes import index_pages
from .portrait import entity_pages


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the index of all entities, the indexes by kind, and a page for each entity."""
    yield from index_pages(corpus)
    yield from entity_pages(corpus)
