"""Draw a claim's statements as dots and ranges along one value axis, one row an origin.

Lengths along the axis are percents of the chart's width, so that it fits every screen without its
letters shrinking; heights are CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    that side. `series` is 1 to 5, the speaker's colour; `shape` one of SHAPES. `words` is the value
    without its unit, placed by `words_x` and `anchor`.
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
    words: str
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


@dataclass(frozen=True, slots=True)
class _Look:
    """What all rows of a chart share: the axis, the speakers in order, a unit's sign, language."""

    axis: Axis
    speakers: tuple[str, ...]
    sign: str
    language: str


def chart(
    groups: Sequence[tuple[Statement, ...]], unit: str, speakers: Sequence[str], language: str
) -> Chart | None:
    """Return the chart of groups of one origin each, in the order given; None without a value.

    `speakers` has the sources in the order in which they take colours and shapes.
    """
    values = [value for group in groups for value in _ends(group[0])]
    if not values:
        return None
    edges = (edge for group in groups for edge in _edges(group[0], max(values)))
    scale = axis(values, edges, unit)
    sign = unit if unit == "percent" else ""
    rows = tuple(
        _row(group, HEAD + ROW * at, _Look(scale, tuple(speakers), sign, language))
        for at, group in enumerate(groups)
    )
    ticks = _ticks(scale, sign, language)
    return Chart(rows, ticks, HEAD + ROW * len(rows) + 4, min(values), max(values))


def _ticks(scale: Axis, sign: str, language: str) -> tuple[Tick, ...]:
    last = len(scale.values) - 1
    anchors = {0: "start", last: "end"}
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


def _row(group: tuple[Statement, ...], y: int, look: _Look) -> Row:
    first = group[0]
    low = first.low if first.low is not None else first.high
    high = first.high if first.high is not None else first.low
    scale = look.axis
    x, x2 = scale.x(low or 0.0), scale.x(high or 0.0)
    number = look.speakers.index(speaker(first))
    least, most = span(replace(first, low=low, high=high))
    left = x > _SIDE
    slack_x, slack_end = scale.x(least), scale.x(most)
    return Row(
        statements=group,
        y=y,
        x=x,
        x2=x2,
        slack_x=slack_x,
        slack_width=round(slack_end - slack_x, 2),
        open_low=first.low is None,
        open_high=first.high is None,
        approximate=first.approximate,
        series=number % 5 + 1,
        shape=SHAPES[number % len(SHAPES)],
        words=figure_words(first.low, first.high, first.approximate, look.sign, look.language),
        words_x=slack_x if left else slack_end,
        anchor="end" if left else "start",
    )


def speaker(statement: Statement) -> str:
    """Return what tells speakers apart: the entity, the words, or the article's own voice."""
    return statement.said_by or statement.said_by_words or f"article:{statement.reported_by}"
