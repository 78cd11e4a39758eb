"""Search: ranked full text from disk, made with Whoosh and exported to shards for the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican import Pelican, signals

from ..corpus.caching import cache_file
from ..corpus.model import Corpus
from ..writing import add_view
from ..writing.page import File
from .pages import files, pages

_folders: list[Path] = []  # CACHE_PATH, the content


def _remember(pelican: Pelican) -> None:
    """Keep where this build reads and keeps."""
    _folders[:] = [Path(pelican.settings["CACHE_PATH"]), Path(pelican.settings["PATH"])]


def _files(corpus: Corpus) -> Iterator[File]:
    cache, content = _folders
    return files(corpus, cache_file(cache, f"searched-{corpus.site.edition}", content))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_remember)
    add_view(pages, files=_files)
