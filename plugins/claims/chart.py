"""Draw a claim's statements as dots and ranges along one value axis, one row an origin.

Lengths along the axis are percents of the chart's width, so that it fits every screen without its
letters shrinking; heights are CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..corpus.model import Statement
from ..corpus.wording import figure_words
from .axis import Axis, axis
from .comparing import span

HEAD = 26  # above the first row: the axis's numbers
ROW = 52  # two lines of words, and the mark
SHAPES = ("circle", "square", "diamond", "triangle", "cross")
_ARROW = 0.12  # of the greatest value
_SIDE = 62.0  # percent; a value's words stand at the left of a mark that lies farther right


@dataclass(frozen=True, slots=True)
class Row:
    """One origin's figure: where its mark lies, and its look.

    `x` is the low end, `x2` the high end, the same for a plain number; `slack_x` and
    `slack_width` are what an approximate figure stands for. `open_low`, `open_high`: an arrow to
    that side. `series` is 1 to 5, the speaker's colour; `shape` one of SHAPES. `words_x` and
    `anchor` place the value's words.
    """

    statements: tuple[Statement, ...]
    y: int
    x: float
    x2: float
    slack_x: float
    slack_width: float
    open_low: bool
    open_high: bool
    approximate: bool
    series: int
    shape: str
    words_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis and its number."""

    words: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of statements that count the same thing; `height` in pixels."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: int
    low: float
    high: float


def chart(
    groups: Sequence[tuple[Statement, ...]], unit: str, speakers: Sequence[str], language: str
) -> Chart | None:
    """Return the chart of groups of one origin each, in the order given; None without a value.

    `speakers` has the sources in the order in which they take colours and shapes.
    """
    values = [value for group in groups for value in _ends(group[0])]
    if not values:
        return None
    scale = axis((edge for group in groups for edge in _edges(group[0], max(values))), unit)
    rows = tuple(_row(group, HEAD + ROW * at, scale, speakers) for at, group in enumerate(groups))
    ticks = _ticks(scale, unit, language)
    return Chart(rows, ticks, HEAD + ROW * len(rows) + 4, min(values), max(values))


def _ticks(scale: Axis, unit: str, language: str) -> tuple[Tick, ...]:
    last = len(scale.values) - 1
    anchors = {0: "start", last: "end"}
    sign = unit if unit == "percent" else ""
    return tuple(
        Tick(
            figure_words(value, value, unit=sign, locale=language),
            scale.x(value),
            anchors.get(at, "middle"),
        )
        for at, value in enumerate(scale.values)
    )


def _edges(statement: Statement, most: float) -> Iterator[float]:
    """Yield the values that the axis must reach: an open end takes room for its arrow."""
    yield from span(statement)
    if statement.high is None and statement.low is not None:
        yield statement.low + most * _ARROW


def _ends(statement: Statement) -> list[float]:
    return [value for value in (statement.low, statement.high) if value is not None]


def _row(group: tuple[Statement, ...], y: int, scale: Axis, speakers: Sequence[str]) -> Row:
    first = group[0]
    low = first.low if first.low is not None else first.high
    high = first.high if first.high is not None else first.low
    x, x2 = scale.x(low or 0.0), scale.x(high or 0.0)
    number = speakers.index(speaker(first))
    least, most = span(first)
    left = x > _SIDE
    return Row(
        statements=group,
        y=y,
        x=x,
        x2=x2,
        slack_x=scale.x(least),
        slack_width=round(scale.x(most) - scale.x(least), 2),
        open_low=first.low is None,
        open_high=first.high is None,
        approximate=first.approximate,
        series=number % 5 + 1,
        shape=SHAPES[number % len(SHAPES)],
        words_x=x if left else x2,
        anchor="end" if left else "start",
    )


def speaker(statement: Statement) -> str:
    """Return what tells speakers apart: the entity, the words, or the article's own voice."""
    return statement.said_by or statement.said_by_words or f"article:{statement.reported_by}"
