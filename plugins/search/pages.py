"""Give the writer the search page and the files of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..corpus.model import Corpus
from ..writing.page import File, Page
from .documents import documents
from .index import build_index


@dataclass(frozen=True, slots=True)
class SearchValues:
    """What search.html needs beside the page and the site: nothing, the browser does the rest."""


def pages(_corpus: Corpus) -> Iterator[Page]:
    """Yield search.html."""
    yield Page("search.html", "search.html", "Search", SearchValues())


def files(corpus: Corpus) -> Iterator[File]:
    """Yield every file of the index, which serves the pages of all languages."""
    for file in build_index(documents(corpus)):
        yield File(file.path, file.content)
