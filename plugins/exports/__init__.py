"""Write the archive as data for other programs, under `data/`."""

from __future__ import annotations

from ..writing import add_view
from .tables import files


def register() -> None:
    """Connect to Pelican."""
    add_view(None, files=files)
