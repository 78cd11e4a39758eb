"""Hold what the overview strip draws, and at which scale."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.corpus.model import Corpus, Event
from plugins.timeline.bins import Span, bins, drawn_span, scale
from plugins.timeline.days import days, entry
from plugins.timeline.marks import AXIS, HEIGHT, MOST_LANES
from plugins.timeline.strip import Strip, strip

START = date(2016, 5, 2)  # a Monday


def events(*dates: str, kind: str = "attack") -> list[Event]:
    """Return events on these dates."""
    return [Event(f"e{at}", "E", edtf, kind) for at, edtf in enumerate(dates)]


def drawn(found: list[Event]) -> Strip:
    """Return the strip of some events; every date is listed on timeline.html."""
    listed = days(entry(each, Corpus()) for each in found)
    made = strip(listed, {each.id: "timeline.html" for each in listed})
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("length", "unit"), [(62, "day"), (63, "week"), (420, "week"), (421, "month"), (9000, "year")]
)
def test_the_scale_keeps_the_bins_wide_enough(length: int, unit: str) -> None:
    """Twenty events of a month are drawn by day, five thousand of years by month or year."""
    assert scale(Span(START, START + timedelta(days=length - 1))) == unit


@given(
    st.integers(1, 4000), st.integers(0, 2000), st.sampled_from(["day", "week", "month", "year"])
)
def test_bins_follow_each_other_and_hold_the_span(length: int, shift: int, unit: str) -> None:
    """No day is in two bins or in none."""
    first = START + timedelta(days=shift)
    span = Span(first, first + timedelta(days=length - 1))
    cut = tuple(bins(span, unit))
    assert cut[0].first <= span.first
    assert span.last <= cut[-1].last
    for one, other in pairwise(cut):
        assert other.first - one.last == timedelta(days=1)


DAYS = st.dates(date(2015, 1, 1), date(2017, 12, 31)).map(date.isoformat)
DATES = DAYS | DAYS.map(lambda day: f"{day}?") | DAYS.map(lambda day: day[:7]) | st.just("")


@settings(deadline=None)
@given(st.lists(DATES, min_size=1, max_size=60))
def test_every_dated_event_is_drawn_or_counted(dates: list[str]) -> None:
    """Bars, lanes and the counts of what lies outside add up to the events that have a date."""
    found = events(*dates)
    dated = [each for each in found if each.edtf]
    listed = days(entry(each, Corpus()) for each in found)
    made = strip(listed, {each.id: "timeline.html" for each in listed})
    if made is None:
        assert not dated
        return
    shown = sum(each.count for each in made.bars) + len(made.lanes)
    assert shown + made.before + made.after + made.beyond == len(dated)
    assert all(bar.x >= 0 and bar.x + bar.width <= 100.01 for bar in made.bars)
    assert all(lane.x >= 0 and lane.x + lane.width <= 100.01 for lane in made.lanes)


def test_the_tallest_bar_is_full() -> None:
    """Bars are in proportion, from the axis upwards, one part a kind."""
    made = drawn([*events("2016-05-02", "2016-05-02"), *events("2016-05-02", kind="aid")])
    (bar,) = made.bars
    assert sum(part.height for part in bar.segments) == pytest.approx(HEIGHT, abs=0.2)
    assert [(part.kind, part.count) for part in bar.segments] == [("attack", 2), ("aid", 1)]
    assert bar.segments[0].y + bar.segments[0].height == pytest.approx(AXIS)


def test_uncertain_dates_are_hatched_apart_from_sure_ones() -> None:
    """A bin with both has two parts of the kind."""
    made = drawn(events("2016-05-02", "2016-05-02?", "2016-05-03~"))
    doubts = [(bar.edtf, part.doubtful) for bar in made.bars for part in bar.segments]
    assert doubts == [("2016-05-02", False), ("2016-05-02", True), ("2016-05-03", True)]


def test_what_lasts_is_a_bar_of_its_own() -> None:
    """An interval is drawn as lasting; a day somewhere in a month is hatched over the month."""
    made = drawn(events("2016-05-01", "2016-05-02/2016-05-08", "2016-05", "2016-05-31"))
    lanes = [(each.entry.event.edtf, each.doubtful) for each in made.lanes]
    assert lanes == [("2016-05", True), ("2016-05-02/2016-05-08", False)]
    assert len({each.y for each in made.lanes}) == 2


def test_lanes_that_do_not_meet_share_a_line() -> None:
    """The strip grows only by what happens at once, and not without end."""
    apart = drawn(events("2016-05-02/2016-05-03", "2016-05-05/2016-05-06"))
    assert len({each.y for each in apart.lanes}) == 1
    crowd = drawn(events(*["2016-05-02/2016-05-30"] * (MOST_LANES + 3)))
    assert (len(crowd.lanes), crowd.beyond) == (MOST_LANES, 3)


def test_a_far_event_does_not_squeeze_the_rest() -> None:
    """It is counted instead of drawn."""
    found = events("2012", *[f"2016-05-{day:02}" for day in range(1, 21)])
    span = drawn_span(found)
    assert span is not None
    assert span.first == date(2016, 5, 1)
    assert (drawn(found).before, drawn(found).unit) == (1, "day")


def test_a_bar_leads_to_the_heading_of_its_first_day() -> None:
    """The page is the one that lists the day."""
    listed = days(entry(each, Corpus()) for each in events("2016-05-02", "2016-05-04"))
    pages = {listed[0].id: "timeline-2016-05.html", listed[1].id: "other.html"}
    made = strip(listed, pages)
    assert made is not None
    targets = [each.target for each in made.bars]
    assert targets == ["timeline-2016-05.html#d-2016-05-02", "other.html#d-2016-05-04"]


def test_nothing_dated_gives_no_strip() -> None:
    """There is no axis without a day."""
    assert strip(days([entry(Event("e", "E", ""), Corpus())]), {}) is None
