"""Write the archive as data for other programs, under `data/`, and the page that lists it."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals

from ..corpus.model import Corpus
from ..writing import add_view
from ..writing.page import File, Page
from .pages import Exports

_exports: list[Exports] = []


def _begin(pelican: Pelican) -> None:
    _exports[:] = [Exports(pelican.settings["SITEURL"].rstrip("/"))]


def _pages(corpus: Corpus) -> Iterable[Page]:
    return _exports[0].pages(corpus)


def _files(corpus: Corpus) -> Iterable[File]:
    return _exports[0].files(corpus)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_begin)
    add_view(_pages, files=_files)
