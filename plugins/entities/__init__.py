"""Show the entities: a page for each, indexes by kind and from A to Z."""

from __future__ import annotations

from ..writing import add_view
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages)
