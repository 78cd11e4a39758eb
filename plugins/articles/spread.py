"""Measure how far apart the statements of a claim lie, and draw it as a line of dots."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.model import Claim, Statement
from ..corpus.wording import figure_words


@dataclass(frozen=True, slots=True)
class Dot:
    """A statement on the line: from `x` over `width`, in hundredths of the line; a point has 0."""

    x: float
    width: float
    open_ended: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """The statements of a claim on one line, from the lowest figure to the highest (in words)."""

    lowest: str
    highest: str
    dots: tuple[Dot, ...]
    differs: float


def spread(claim: Claim, language: str) -> Spread | None:
    """Return the spread of the statements that can be compared; None where there is no figure.

    `differs` is highest divided by lowest: how contested the quantity is.
    """
    comparable = [each for each in claim.statements if not each.unit and not each.scope]
    ends = [end for each in comparable for end in (each.low, each.high) if end is not None]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    return Spread(
        lowest=figure_words(low, low, unit=claim.unit, locale=language),
        highest=figure_words(high, high, unit=claim.unit, locale=language),
        dots=tuple(_dot(each, low, high) for each in comparable if _has_figure(each)),
        differs=(high - low) / high if high > 0 else 0.0,
    )


def _has_figure(statement: Statement) -> bool:
    return statement.low is not None or statement.high is not None


def _dot(statement: Statement, low: float, high: float) -> Dot:
    start = statement.low if statement.low is not None else statement.high
    end = statement.high if statement.high is not None else statement.low
    scale = 100 / (high - low) if high > low else 0.0
    x = ((start or 0.0) - low) * scale if scale else 50.0
    width = ((end or 0.0) - (start or 0.0)) * scale
    return Dot(round(x, 2), round(width, 2), statement.low is None or statement.high is None)
