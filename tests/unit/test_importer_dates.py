"""Dates are read where they are written, in many languages; none is guessed."""

from __future__ import annotations

import pytest

from plugins.importer.dates import date_in_url, date_line, dates_in, from_stamp, strip_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 March, 2019", "2019-03-03"),
        ("March 3, 2019", "2019-03-03"),
        ("Sunday, 3rd March 2019 14:05 GMT", "2019-03-03"),
        ("Published: Mar. 3, 2019 at 2:05 p.m. | Updated: Mar. 4, 2019", "2019-03-03"),
        ("2019-03-03", "2019-03-03"),
        ("03.03.2019", "2019-03-03"),
        ("23/03/2019", "2019-03-23"),
        ("3 mars 2019", "2019-03-03"),
        ("3. März 2019", "2019-03-03"),
        ("3 de marzo de 2019", "2019-03-03"),
        ("٣ مارس ٢٠١٩", "2019-03-03"),
        ("3 آذار 2019", "2019-03-03"),
        ("3 марта 2019", "2019-03-03"),
        ("04/03/2019", ""),
        ("31 February 2019", ""),
        ("The vote on 3 March 2019 changed little", ""),
        ("Monday", ""),
        ("March 2019", ""),
    ],
)
def test_a_date_line_is_nothing_but_a_date(line: str, day: str) -> None:
    """A line that is a date, with weekday and clock, gives the day; ambiguous ones give nothing."""
    assert date_line(line) == day


def test_finds_every_date_of_a_text_in_order() -> None:
    """Dates inside sentences are found with their place."""
    text = "From 3 March 2019 until April 9, 2020 the mill stood still."
    found = list(dates_in(text))
    assert [day for day, _, _ in found] == ["2019-03-03", "2020-04-09"]
    assert [text[start:end] for _, start, end in found] == ["3 March 2019", "April 9, 2020"]


def test_strips_a_date_from_a_byline() -> None:
    """What is left of a byline without its date is who signed."""
    assert strip_date("By Ida Marsh, 3 March 2019 10:15 am") == "By Ida Marsh"
    assert strip_date("By Ida Marsh") == "By Ida Marsh"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/2019/03/03/granary.html", "2019-03-03"),
        ("https://paper.example/news/2019-03-03-granary", "2019-03-03"),
        ("https://paper.example/20190303/granary", "2019-03-03"),
        ("https://paper.example/news/33646704", ""),
        ("https://paper.example/2019/13/40/granary", ""),
    ],
)
def test_reads_the_day_in_an_address(url: str, day: str) -> None:
    """An address carries a day only where its digits are one."""
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2019-03-03T23:30:00-08:00", "2019-03-03"),
        ("20190303", "2019-03-03"),
        ("Sun, 03 Mar 2019 10:00:00 GMT", "2019-03-03"),
        ("yesterday", ""),
        ("2019-02-30", ""),
    ],
)
def test_a_stamp_gives_its_own_day(stamp: str, day: str) -> None:
    """A time stamp's day is the one it says, in its own time zone."""
    assert from_stamp(stamp) == day
