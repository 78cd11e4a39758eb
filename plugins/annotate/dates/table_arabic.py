"""List the forms of Arabic date expressions, each with an example that is its test."""

from __future__ import annotations

from .pattern import Pattern

ARABIC: tuple[Pattern, ...] = ()
