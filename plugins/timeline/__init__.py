"""Show the events in the order of their dates, with their evidence."""

from __future__ import annotations

from ..writing import add_view
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages)
