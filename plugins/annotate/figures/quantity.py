"""Say what a quantity is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at start..end; `number` is where its digits or number words stand.

    `elided`: its noun is left out and was said before ("put the number at 4,000"). `is_time`: it
    measures time, so that it is a length and may be a date expression.
    """

    start: int
    end: int
    number: tuple[int, int]
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    elided: bool = False
    is_time: bool = False
