"""Check how date expressions are found and read against publication and narrative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.dates import find_dates
from plugins.corpus.edtf import is_valid
from plugins.corpus.model import DateExpression, Paragraph

MONDAY = "2016-11-28"


def found(*texts: str, published: str = MONDAY, language: str = "en") -> tuple[DateExpression, ...]:
    """Find the dates of an article with these paragraphs."""
    paragraphs = [Paragraph(f"p{number}", text) for number, text in enumerate(texts)]
    return find_dates(paragraphs, published, language)


def edtf(*texts: str, published: str = MONDAY) -> list[str]:
    """Return the EDTF of each date found."""
    return [date.edtf for date in found(*texts, published=published)]


@pytest.mark.parametrize(
    "text",
    [
        "4 min read",
        "The victorious march on the capital began at 4,000 feet.",
        "Today's Headlines newsletter",
        "May I ask what Theresa May said?",
        "The March for Bread was led by April Smith and August Wilson.",
        "Jan Kavan met Jan Smit.",
        "About 1,500 people and 2000 men left with $2016.",
        "A seven-year-old girl, 10 years old, and a 33-year-old man.",
        "It was a second betrayal at the last minute.",
        "The Sunday Times and USA Today wrote of it.",
        "The spring was dry and the walls may fall.",
        "See page 1999 and room 2016, or resolution 2254.",
        "The score was 3:12 and the odds 4:1.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Words and figures that only look like dates are not marked."""
    assert found(text) == ()


def test_the_weekday_of_publication_is_the_same_day() -> None:
    """A Monday's report means that Monday by "on Monday"."""
    assert edtf("The gate fell on Monday, they said.") == ["2016-11-28"]


def test_tense_decides_the_direction_of_a_weekday() -> None:
    """A weekday is behind in the past tense and ahead in the future."""
    text = "The envoy arrived on Thursday. He will leave on Friday."
    assert edtf(text) == ["2016-11-24", "2016-12-02"]


def test_tense_decides_the_year_of_a_month() -> None:
    """January is behind for what was said in it, April ahead for what will be."""
    text = "In January, he said the vote would be held in April."
    assert edtf(text) == ["2016-01", "2017-04"]


def test_earlier_is_counted_from_the_narrative() -> None:
    """By "a day earlier" is meant the day before the day that was spoken of last."""
    assert edtf("Troops entered on Friday.", "A day earlier, a tunnel was blown up.") == [
        "2016-11-25",
        "2016-11-24",
    ]


def test_the_narrative_ends_where_no_date_follows() -> None:
    """After paragraphs without a date, publication is what "a day earlier" counts from."""
    texts = ("Troops entered on Friday.", "It rained.", "No one came.", "A day earlier it fell.")
    assert edtf(*texts) == ["2016-11-25", "2016-11-27"]


def test_a_date_of_the_background_does_not_move_the_narrative() -> None:
    """The story does not stand at the day of "since 5 May"."""
    text = "On Sunday the road, closed since 5 May, was cleared. The next day it was mined."
    assert edtf(text) == ["2016-11-27", "2016-05-05", "2016-11-28"]


def test_both_ends_of_a_range_have_its_edtf() -> None:
    """Monday and Wednesday have the interval as EDTF, and each its own TIMEX3 value."""
    dates = found("Talks went on from Monday to Wednesday.", published="2016-11-25")
    assert [(date.timex_value, date.edtf) for date in dates] == [
        ("2016-11-21", "2016-11-21/2016-11-23"),
        ("2016-11-23", "2016-11-21/2016-11-23"),
    ]


def test_a_range_of_weekdays_begins_before_it_ends() -> None:
    """The first weekday goes a week back where it would be after the last."""
    assert edtf("He was away from Monday to Wednesday.") == ["2016-11-21/2016-11-23"] * 2


def test_years_between_are_a_range() -> None:
    """Two years after "between" are an interval."""
    assert edtf("It was built between 2011 and 2013.") == ["2011/2013"] * 2


def test_doubt_of_publication_is_inherited() -> None:
    """What is reckoned from an uncertain date is uncertain; a full date is not."""
    text = "On Monday it fell; on 3 May 2012 it was built."
    assert edtf(text, published="2016-11-28?") == ["2016-11-28?", "2012-05-03"]


def test_a_publication_of_two_days_is_doubtful() -> None:
    """Of two possible days the later is reckoned from, with doubt."""
    assert edtf("It fell yesterday.", published="[2016-11-27,2016-11-28]") == ["2016-11-27?"]


@pytest.mark.parametrize("published", ["", "2016", "nonsense"])
def test_without_a_day_of_publication_relative_dates_have_no_edtf(published: str) -> None:
    """They keep their TIMEX3 type, and a value with what is not known masked."""
    text = "On Monday night, Nov. 26 and last week, in recent days, but in 2012 too."
    assert [
        (date.timex_type, date.timex_value, date.edtf) for date in found(text, published=published)
    ] == [
        ("TIME", "XXXX-WXX-1TNI", ""),
        ("DATE", "XXXX-11-26", ""),
        ("DATE", "XXXX-WXX", ""),
        ("DURATION", "PXD", ""),
        ("DATE", "2012", "2012"),
    ]


def test_a_no_break_space_is_a_space() -> None:
    """Offsets stay those of the text as written."""
    text = "It\u00a0fell on Nov.\u00a027,\u00a02016, they say."
    (date,) = found(text)
    assert (date.edtf, date.surface) == ("2016-11-27", "Nov.\u00a027,\u00a02016")
    assert text[date.start : date.end] == date.surface


def test_an_order_of_day_and_month_that_is_open_stays_open() -> None:
    """3/4/2016 may be in March or April, and is in April where the day comes first."""
    assert edtf("Dated 3/4/2016.") == ["[2016-03-04,2016-04-03]"]
    (date,) = found("Dated 3/4/2016.", language="ar")
    assert date.edtf == "2016-04-03"


def test_arabic_and_english_stand_side_by_side() -> None:
    """Each sentence is read in its own language, with Arabic digits too."""
    assert edtf("سقطت المدينة يوم الأحد ٢٧ تشرين الثاني ٢٠١٦", "It fell on Sunday.") == [
        "2016-11-27",
        "2016-11-27",
        "2016-11-27",
    ]


WORDS = st.sampled_from(
    (
        *("on", "Monday", "last", "next", "week", "the", "two", "days", "ago", "2012", "Nov."),
        *("27", ",", ".", "from", "to", "and", "May", "early", "in", "since", "overnight", "10"),
        *("p.m.", "quarter", "first", "a", "month", "winter", "recent", "years", "yesterday"),
        *("3/4/2016", "أمس", "٢٨"),
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(["", MONDAY, "2016-11-28~"]))
def test_dates_stand_in_order_apart_and_are_valid(text: str, published: str) -> None:
    """Surfaces are the text's, none overlaps another, and each EDTF is valid."""
    dates = found(text, published=published)
    ends = [0, *(date.end for date in dates)]
    assert all(date.start >= end for date, end in zip(dates, ends, strict=False))
    assert all(text[date.start : date.end] == date.surface for date in dates)
    assert all(not date.edtf or is_valid(date.edtf) for date in dates)
    assert dates == found(text, published=published)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and offsets fit whatever its letters are."""
    for date in found(text):
        assert text[date.start : date.end] == date.surface
