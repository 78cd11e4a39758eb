"""Show what the import removed from each article's capture, so that it can be checked."""

from __future__ import annotations

from ..writing import add_view
from .checks import check_addresses
from .pages import pages


def register() -> None:
    """Connect to Pelican."""
    add_view(pages, checks=check_addresses)
