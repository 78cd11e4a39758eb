"""Search: ranked full text from disk, made with Whoosh and exported to shards for the browser."""

from __future__ import annotations

from ..writing import add_view
from .pages import files, pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages, files=files)
