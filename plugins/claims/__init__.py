"""Show the figures that reports differ on, side by side."""

from __future__ import annotations

from ..writing import add_view
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages)
