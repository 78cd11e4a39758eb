"""Hold where a chart puts its axis, marks and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.claims.axis import INSET, axis
from plugins.claims.chart import Chart, chart, speaker
from plugins.corpus.model import Statement


def said(low: float | None, high: float | None, by: str = "mayor", **more: object) -> Statement:
    """Return a statement of the mayor or another."""
    return Statement(low, high, "2016", "one", "p1", "q", said_by=by, **more)  # type: ignore[arg-type]


def drawn(*statements: Statement, unit: str = "people") -> Chart:
    """Return the chart of statements of one origin each."""
    speakers = list(dict.fromkeys(speaker(each) for each in statements))
    made = chart([(each,) for each in statements], unit, speakers, "en")
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([45.0], "people", (0, 20, 40, 60)),
        ([200_000.0, 250_000.0], "residents", (0, 100_000, 200_000, 300_000)),
        ([9_700.0, 10_000.0], "people", (9_700, 9_800, 9_900, 10_000)),
        ([85.0, 98.0], "percent", (0, 25, 50, 75, 100)),
        ([3.0], "percent", (0, 1, 2, 3)),
        ([0.0], "people", (0, 0.25, 0.5, 0.75, 1)),
    ],
)
def test_the_axis_has_round_numbers(
    values: list[float], unit: str, ticks: tuple[float, ...]
) -> None:
    """It begins at zero, unless the values lie close together and far from it."""
    assert axis(values, unit=unit).values == pytest.approx(ticks)


@given(st.lists(st.floats(0, 1e7).map(lambda value: round(value, 1)), min_size=1, max_size=9))
def test_every_value_lies_on_the_axis(values: list[float]) -> None:
    """And the larger value never stands left of the smaller."""
    scale = axis(values)
    places = [scale.x(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(INSET <= place <= 100 - INSET for place in places)
    assert scale.values[0] <= min(values)
    assert max(values) <= scale.values[-1]
    assert len(scale.values) <= 7


def test_open_ends_are_arrows() -> None:
    """More than 45 is open above, up to 45 below; there is room for the arrow."""
    more, less, plain = drawn(said(45, None), said(None, 45), said(45, 45)).rows
    assert (more.open_low, more.open_high, more.words) == (False, True, "more than 45")
    assert (less.open_low, less.open_high, less.words) == (True, False, "up to 45")
    assert (plain.open_low, plain.open_high) == (False, False)
    assert more.x == less.x == plain.x < 100 - INSET


def test_a_range_has_two_ends() -> None:
    """And a plain number one."""
    plain, both = drawn(said(20, 20), said(20, 40)).rows
    assert plain.x == plain.x2 == both.x < both.x2


def test_an_approximate_figure_is_as_wide_as_what_it_stands_for() -> None:
    """An exact one has no width."""
    exact, about = drawn(said(200, 200), said(200, 200, approximate=True)).rows
    assert exact.slack_width == 0
    assert about.slack_x < exact.x < about.slack_x + about.slack_width


def test_a_speaker_keeps_colour_and_shape() -> None:
    """Two speakers differ in both; after five the colours begin again."""
    rows = drawn(said(1, 1, "a"), said(2, 2, "b"), said(3, 3, "a")).rows
    assert (rows[0].series, rows[0].shape) == (rows[2].series, rows[2].shape)
    assert rows[0].series != rows[1].series
    assert rows[0].shape != rows[1].shape
    assert len({row.series for row in drawn(*(said(1, 1, str(at)) for at in range(7))).rows}) == 5


def test_words_stand_where_there_is_room() -> None:
    """Left of a mark that lies far to the right, else right of it."""
    near, far = drawn(said(10, 10), said(100, 100)).rows
    assert (near.anchor, far.anchor) == ("start", "end")


def test_percents_have_their_sign() -> None:
    """On the axis and on the marks; other units stand in the heading."""
    made = drawn(said(98, 98), unit="percent")
    assert (made.ticks[-1].words, made.rows[0].words) == ("100%", "98%")
    assert drawn(said(98, 98)).rows[0].words == "98"


def test_no_value_gives_no_chart() -> None:
    """There is no axis without a number."""
    assert chart([], "people", [], "en") is None
