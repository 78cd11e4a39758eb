"""Hold what dates and figures look like in words."""

from __future__ import annotations

import pytest

from plugins.corpus.wording import date_words, figure_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-11-28", "28 November 2016"),
        ("2016-11", "November 2016"),
        ("2016", "2016"),
        ("2016-11-28?", "28 November 2016 (uncertain)"),
        ("2016-11-28~", "about 28 November 2016"),
        ("2016-11~", "about November 2016"),
        ("2016-11-28%", "about 28 November 2016 (uncertain)"),
        ("2016-11-26/2016-11-27", "26 to 27 November 2016"),
        ("2016-11-26/2016-12-02", "26 November to 2 December 2016"),
        ("2016-12-31/2017-01-02", "31 December 2016 to 2 January 2017"),
        ("2016-11/2016-12", "November to December 2016"),
        ("2012/2016", "2012 to 2016"),
        ("2016/2016-11-28", "2016 to 28 November 2016"),
        ("2016-11-28/..", "from 28 November 2016"),
        ("../2016-12-12", "until 12 December 2016"),
        ("[2016-11-27,2016-11-28]", "27 November 2016 or 28 November 2016"),
        ("{2016-11-27,2016-11-28}", "27 November 2016 and 28 November 2016"),
        ("2016-11-XX", "a day in November 2016"),
        ("2016-XX", "a day in 2016"),
        ("2016-11-2X", "some time from 20 to 29 November 2016"),
        ("201X", "the 2010s"),
        ("2016-21", "spring 2016"),
        ("2016-33", "January to March 2016"),
        ("2016-11-28T06:00", "28 November 2016, 06:00"),
        ("2016-11-28T06:00:00Z", "28 November 2016, 06:00 UTC"),
        ("2016-11-28T06:00+02:00", "28 November 2016, 06:00 +02:00"),
        ("", ""),
        ("last week", "last week"),
    ],
)
def test_a_date_reads_as_people_write_it(edtf: str, words: str) -> None:
    """Each form of EDTF has its words, and what is no EDTF is left as it is."""
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-11-28", "28 تشرين الثاني 2016"),
        ("2016-12", "كانون الأول 2016"),
        ("2016-11-26/2016-11-27", "من 26 إلى 27 تشرين الثاني 2016"),
    ],
)
def test_arabic_has_the_syrian_months(edtf: str, words: str) -> None:
    """Months carry the names that Syrian newspapers use, also in the Latin-digit calendar."""
    assert date_words(edtf, "ar") == words


@pytest.mark.parametrize(
    ("low", "high", "approximate", "unit", "words"),
    [
        (250, 250, False, "airstrikes", "250 airstrikes"),
        (30000, 30000, True, "civilians", "about 30,000 civilians"),
        (250, None, False, "airstrikes", "more than 250 airstrikes"),
        (24, None, True, "bodies", "more than 24 bodies"),
        (None, 12, False, "days", "up to 12 days"),
        (70, 80, False, "percent", "70 to 80%"),
        (2.5, 2.5, False, "km", "2.5 km"),
        (6, 6, False, "", "6"),
        (None, None, False, "people", ""),
    ],
)
def test_a_figure_says_its_bounds(
    low: float | None, high: float | None, approximate: bool, unit: str, words: str
) -> None:
    """An open end, a range and a doubt each have a word."""
    assert figure_words(low, high, approximate, unit) == words
