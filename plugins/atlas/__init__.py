"""Show the places on a map without tiles."""

from __future__ import annotations

from ..corpus.model import Corpus
from ..corpus.problems import Problem
from ..writing import add_view
from .pages import pages
from .precision import check_points


def _checks(corpus: Corpus) -> tuple[Problem, ...]:
    return check_points(corpus.entities)


def register() -> None:
    """Connect to Pelican."""
    add_view(pages, _checks)
