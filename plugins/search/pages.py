"""Give the writer the search page and the files of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..corpus.model import Corpus
from ..corpus.scheduling import executor
from ..writing.page import File, Page
from .documents import SearchIndexFile, documents
from .index import build_index
from .keeping import KeptRuns
from .runtime import scripts

_FEW = 1000  # below this many documents starting workers costs more than they save


@dataclass(frozen=True, slots=True)
class SearchValues:
    """What search.html needs beside the page and the site: nothing, the browser does the rest."""


def pages(_corpus: Corpus) -> Iterator[Page]:
    """Yield search.html."""
    yield Page("search.html", "search.html", "Search", SearchValues())


def files(corpus: Corpus, kept_file: Path) -> Iterator[File]:
    """Yield the scripts and every file of the index, which serve the pages of all languages.

    What is counted is kept in `kept_file` for the next build.
    """
    yield from scripts()
    found = documents(corpus)
    with closing(KeptRuns(kept_file)) as kept:
        if len(found) < _FEW:
            yield from _files(build_index(found, kept=kept))
            return
        with executor() as workers:
            yield from _files(build_index(found, workers, kept))


def _files(index: Iterable[SearchIndexFile]) -> Iterator[File]:
    return (File(each.path, each.content) for each in index)
