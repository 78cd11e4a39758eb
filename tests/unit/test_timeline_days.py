"""Hold the order of events, the ids of their dates, and the pages that they are cut into."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.model import Corpus, Event
from plugins.timeline.days import Entry, day_id, days, entry, month_of
from plugins.timeline.sections import MOST_ON_A_MONTH_PAGE, MOST_ON_ONE_PAGE, sections

NOTHING = Corpus()


def entries(*dates: str) -> list[Entry]:
    """Return entries of events on these dates."""
    return [entry(Event(f"e{at}", "E", edtf), NOTHING) for at, edtf in enumerate(dates)]


def test_dates_stand_by_earliest_then_latest_day() -> None:
    """A day stands before the interval that begins on it; what has no day stands last."""
    shown = days(entries("", "2016-05-02/2016-05-09", "2016-05-02", "../2016-05-03", "2016-04"))
    dates = [each.edtf for each in shown]
    assert dates == ["2016-04", "2016-05-02", "2016-05-02/2016-05-09", "../2016-05-03", ""]


def test_a_date_says_what_it_is() -> None:
    """Uncertain, approximate and longer dates are marked; only plain ones are times."""
    (unsure, about, span, plain) = days(
        entries("2016-05-01?", "2016-05-02~", "2016-05-03/2016-05-04", "2016-05-05")
    )
    assert (unsure.uncertain, unsure.approximate, unsure.datetime) == (True, False, "")
    assert (about.uncertain, about.approximate) == (False, True)
    assert (span.interval, plain.interval, plain.datetime) == (True, False, "2016-05-05")


def test_an_unknown_kind_is_other() -> None:
    """The strip and the filters know the kinds of the list."""
    assert entry(Event("e", "E", "2016", kind="picnic"), NOTHING).kind == "other"


@pytest.mark.parametrize(
    ("edtf", "month"),
    [("2016-05-31/2016-06-01", "2016-05"), ("2016", "2016-01"), ("", "undated")],
)
def test_a_date_is_listed_in_the_month_that_it_begins_in(edtf: str, month: str) -> None:
    """An interval stands once."""
    (day,) = days(entries(edtf))
    assert month_of(day) == month


EDTF = st.sampled_from(
    (
        *("2016", "2016-05", "2016-05-02", "2016-05-02?", "2016-05-02~", "2016-05-02%", ""),
        *("2016-05-02/2016-05-03", "2016-05-02/..", "../2016-05-02", "[2016-05-02,2016-05-03]"),
        *("[2016-05-02..2016-05-03]", "{2016-05-02,2016-05-03}", "2016-05-02T06:00"),
    )
)


@given(EDTF, EDTF)
def test_two_dates_have_two_ids_that_an_address_may_hold(one: str, other: str) -> None:
    """An id names one date."""
    assert re.fullmatch(r"d-[0-9A-Za-z_-]+", day_id(one))
    assert (day_id(one) == day_id(other)) == (one == other)


def many(count: int, step: int) -> list[str]:
    """Return so many dates, `step` of them on each day from New Year."""
    return [(date(2016, 1, 1) + timedelta(days=at // step)).isoformat() for at in range(count)]


def test_a_short_timeline_is_one_page() -> None:
    """It is cut only when it has more events than one page may hold."""
    assert sections(days(entries(*many(MOST_ON_ONE_PAGE, 2)))) == ()
    assert sections(days(entries(*many(MOST_ON_ONE_PAGE + 1, 2)))) != ()


def test_a_long_timeline_is_cut_by_month() -> None:
    """Each event is on one page, and each page is named after its month."""
    cut = sections(days(entries(*many(160, 3))))
    assert [each.path for each in cut] == ["timeline-2016-01.html", "timeline-2016-02.html"]
    assert sum(each.count for each in cut) == 160


def test_a_full_month_is_cut_between_days() -> None:
    """No day is torn; the pages of the month are numbered."""
    cut = sections(days(entries(*many(300, 40))))
    assert [each.path for each in cut] == [
        "timeline-2016-01.html",
        "timeline-2016-01-2.html",
        "timeline-2016-01-3.html",
    ]
    assert all(each.count <= MOST_ON_A_MONTH_PAGE for each in cut)
    assert {(each.number, each.of) for each in cut} == {(1, 3), (2, 3), (3, 3)}
