"""Give the writer the search page and the files of the index."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from ..corpus.model import Corpus
from ..writing.page import File, Page
from .documents import SearchIndexFile, documents
from .index import build_index
from .runtime import scripts

_FEW = 1000  # below this many documents starting workers costs more than they save


@dataclass(frozen=True, slots=True)
class SearchValues:
    """What search.html needs beside the page and the site: nothing, the browser does the rest."""


def pages(_corpus: Corpus) -> Iterator[Page]:
    """Yield search.html."""
    yield Page("search.html", "search.html", "Search", SearchValues())


def files(corpus: Corpus) -> Iterator[File]:
    """Yield the scripts and every file of the index, which serve the pages of all languages."""
    yield from scripts()
    found = documents(corpus)
    if len(found) < _FEW:
        yield from _files(build_index(found))
        return
    with ProcessPoolExecutor(os.cpu_count()) as executor:
        yield from _files(build_index(found, executor))


def _files(index: Iterable[SearchIndexFile]) -> Iterator[File]:
    return (File(each.path, each.content) for each in index)
