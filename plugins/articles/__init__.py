"""Show the articles: the start page, a page for each, the list by date."""

from __future__ import annotations

from ..writing import add_view
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages)
