"""What a measure is given and what it gives: how much is tried, and a line of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much is tried: hostile strings, system calls, killed builds, flipped bits.

    `strings` are opened page by page; with `all_strings` all there are, in frames.
    """

    strings: int
    all_strings: bool
    calls: Sequence[str]
    kills: int
    flips: int


@dataclass(frozen=True)
class Row:
    """A line of the table; `kept` is None where nothing could be measured here."""

    promise: str
    promised: str
    measured: str
    kept: bool | None
