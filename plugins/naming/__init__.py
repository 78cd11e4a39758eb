"""Show by which words each publisher calls the same party."""

from __future__ import annotations

from ..writing import add_view
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages)
