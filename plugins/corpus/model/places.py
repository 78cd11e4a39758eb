"""Say where in the content something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the content: a path relative to the content folder, and a line (1 is first)."""

    path: str
    line: int = 1
