"""Check what EDTF dates mean, against the standard's own rules and the edtf library."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.edtf import bounds, doubtful, is_approximate, is_uncertain, is_valid, sort_key

SPANS = {
    "2016": ("2016-01-01", "2016-12-31"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "2016-11-28": ("2016-11-28", "2016-11-28"),
    "2016-11-28T06:00": ("2016-11-28", "2016-11-28"),
    "2016-11-28T06:00:00Z": ("2016-11-28", "2016-11-28"),
    "2016-11-28T06:00:00+02:00": ("2016-11-28", "2016-11-28"),
    "2016-11-13~": ("2016-11-13", "2016-11-13"),
    "2016-11?": ("2016-11-01", "2016-11-30"),
    "2016%": ("2016-01-01", "2016-12-31"),
    "2016-11~-28": ("2016-11-28", "2016-11-28"),
    "?2016-11-~28": ("2016-11-28", "2016-11-28"),
    "2016-11-2X": ("2016-11-20", "2016-11-29"),
    "2016-11-3X": ("2016-11-30", "2016-11-30"),
    "2015-02-2X": ("2015-02-20", "2015-02-28"),
    "2016-1X": ("2016-10-01", "2016-12-31"),
    "2016-XX-15": ("2016-01-15", "2016-12-15"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "XXXX-02-29": ("0004-02-29", "9996-02-29"),
    "2016-21": ("2016-03-01", "2016-05-31"),
    "2016-24": ("2016-12-01", "2017-02-28"),
    "2016-31": ("2016-03-01", "2016-05-31"),
    "2016-34": ("2016-04-01", "2016-06-30"),
    "2016-41": ("2016-07-01", "2016-12-31"),
    "2016-11-26/2016-11-27": ("2016-11-26", "2016-11-27"),
    "2016-11-28?/2016-12": ("2016-11-28", "2016-12-31"),
    "../2016-12-12": (None, "2016-12-12"),
    "/2016-12-12": (None, "2016-12-12"),
    "2016-11/..": ("2016-11-01", None),
    "2016-11-01/": ("2016-11-01", None),
    "[2016-11-27,2016-11-28]": ("2016-11-27", "2016-11-28"),
    "[2016-11-27, 2016-11-20]": ("2016-11-20", "2016-11-27"),
    "[2016-11-27..2016-12]": ("2016-11-27", "2016-12-31"),
    "[..2016-11-27]": (None, "2016-11-27"),
    "{2012,2014..2016}": ("2012-01-01", "2016-12-31"),
    "-0500": (None, None),
    "0000-02-29": (None, None),
    "Y170000002": (None, None),
    "Y17E7": (None, None),
    "1950S2": (None, None),
}

NOT_EDTF = (
    "",
    "/",
    "..",
    "../..",
    "[]",
    "{,}",
    "2016-13",
    "2016-02-30",
    "2015-02-29",
    "2016-11-28 ",
    "28 November 2016",
    "2016/2015",
    "2016-11-28T25:00",
    "2016-11T06:00",
    "2016-11-28T06:00?",
    "20161128",
    "2016-22-01",
    "19XX-02-3X",
    "-0500-13",
    "Y2016X",
    "٢٠١٦",
)

# Where the library is wrong or refuses; the module's docstring says how.
LIBRARY_FAILS = {
    "2016-11-28T06:00",
    "2016-11-2X",
    "2016-11-3X",
    "2015-02-2X",
    "2016-1X",
    "XXXX-02-29",
    "2016-24",
    "2016-31",
    "../2016-12-12",
    "/2016-12-12",
    "2016-11/..",
    "2016-11-01/",
    "[2016-11-27, 2016-11-20]",
    "[..2016-11-27]",
    "[2016-11-27..2016-12]",
    "-0500",
    "0000-02-29",
    "Y170000002",
    "Y17E7",
    "1950S2",
}

days = st.dates().map(date.isoformat)
singles = st.one_of(
    days,
    days.map(lambda day: day[:4]),
    days.map(lambda day: day[:7]),
    days.map(lambda day: day[:-1] + "X"),
    days.map(lambda day: day + "~"),
    days.map(lambda day: day + "T06:00"),
)


def as_day(text: str | None) -> date | None:
    """Turn the table's text into a day."""
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("text", SPANS)
def test_a_date_means_its_days(text: str) -> None:
    """Bounds are the first and the last day that the form allows."""
    first, last = SPANS[text]
    assert is_valid(text)
    assert bounds(text) == (as_day(first), as_day(last))


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    """Text outside the standard is not valid and has no days."""
    assert not is_valid(text)
    assert bounds(text) == (None, None)


@pytest.mark.parametrize("text", sorted(SPANS.keys() - LIBRARY_FAILS))
def test_the_library_agrees(text: str) -> None:
    """Where the edtf library is right, its strict bounds are ours."""
    read = parse_edtf(text)
    theirs = (date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3]))
    assert bounds(text) == theirs


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2016-11", False, False),
        ("2016-11?", True, False),
        ("2016-11~", False, True),
        ("2016-11%", True, True),
        ("2016-11-28?/..", True, False),
    ],
)
def test_qualifiers_are_read(text: str, *, uncertain: bool, approximate: bool) -> None:
    """`?` is uncertain, `~` approximate, `%` both."""
    assert (is_uncertain(text), is_approximate(text)) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2016-11-28", "2016-11-28?"),
        ("2016-11-28?", "2016-11-28?"),
        ("2016-11~", "2016-11%"),
        ("2016-11~-28", "2016-11-28%"),
        ("2016-11-28T06:00", "2016-11-28?"),
        ("2016-11/..", "2016-11?/.."),
        ("/2016-11", "/2016-11?"),
        ("2016-11-26/2016-11-27~", "2016-11-26?/2016-11-27%"),
        ("[2016-11-26..2016-11-27]", "[2016-11-26..2016-11-27]"),
        ("[2016-11-26, 2016-11-27]", "[2016-11-26?,2016-11-27?]"),
        ("{2012,2014}", "{2012?,2014?}"),
        ("2016-22", "2016-22?"),
        ("Y170000002", "Y170000002"),
        ("", ""),
    ],
)
def test_doubt_is_marked(text: str, marked: str) -> None:
    """A date whose ground is uncertain is marked so, in every part that can carry the mark."""
    assert doubtful(text) == marked


def test_dates_sort_by_their_days() -> None:
    """Earliest day first, then latest, then the text; an open start by its end; unknown last."""
    shuffled = ("", "2016-12", "2016-11-28~", "2016", "../2016-11-29", "2016-11-28", "2016-11/..")
    ordered = ["2016", "2016-11/..", "2016-11-28", "2016-11-28~", "../2016-11-29", "2016-12", ""]
    assert sorted(shuffled, key=sort_key) == ordered


@given(singles)
def test_doubting_keeps_the_days(text: str) -> None:
    """A doubtful date is valid, uncertain, doubtful once only, and means the same days."""
    marked = doubtful(text)
    assert is_valid(marked)
    assert is_uncertain(marked)
    assert doubtful(marked) == marked
    assert bounds(marked) == bounds(text)


@given(singles, singles)
def test_intervals_span_their_ends(first: str, last: str) -> None:
    """An interval runs from the first day of its start to the last day of its end."""
    low, high = bounds(first)[0], bounds(last)[1]
    assert low is not None
    assert high is not None
    assert is_valid(f"{first}/{last}") == (low <= high)
    if low <= high:
        assert bounds(f"{first}/{last}") == (low, high)


@given(st.text(alphabet="0123456789X-/.[]{},?~%T:YES ", max_size=24))
def test_any_text_is_judged(text: str) -> None:
    """No text raises, and what has days is valid."""
    if bounds(text) != (None, None):
        assert is_valid(text)
