"""Hold which numbers of a text are quantities, and how they are read. The phrases are made up."""

from __future__ import annotations

import pytest

from plugins.annotate.figures.quantities import quantities

READ = (
    # text, surface, low, high, unit, approximate
    ("They lost 40 boats.", "40 boats", 40, 40, "boats", False),
    ("It sank 1,250 fishing boats off Tyre.", "1,250 fishing boats", 1250, 1250, "boats", False),
    ("It took twenty-seven trucks.", "twenty-seven trucks", 27, 27, "trucks", False),
    ("a hundred and fifty tents", "a hundred and fifty tents", 150, 150, "tents", False),
    ("two hundred thousand people", "two hundred thousand people", 200000, 200000, "people", False),
    ("3.5 million people", "3.5 million people", 3.5e6, 3.5e6, "people", False),
    ("300 to 400 boats", "300 to 400 boats", 300, 400, "boats", False),
    ("between 5 and 7 boats", "between 5 and 7 boats", 5, 7, "boats", False),
    ("10–15 rockets fell", "10–15 rockets", 10, 15, "rockets", False),
    ("2 to 3 million refugees", "2 to 3 million refugees", 2e6, 3e6, "refugees", False),
    ("more than 250 fires", "more than 250 fires", 250, None, "fires", False),
    ("At least one child died.", "At least one child", 1, None, "children", False),
    ("up to 6,000 shells", "up to 6,000 shells", None, 6000, "shells", False),
    ("as many as 30 cars", "as many as 30 cars", None, 30, "cars", False),
    ("fewer than 10 men", "fewer than 10 men", None, 10, "men", False),
    ("nearly 200 miles away", "nearly 200 miles", 200, 200, "miles", True),
    ("an estimated 900 troops", "an estimated 900 troops", 900, 900, "troops", True),
    ("roughly half a dozen wells", "roughly half a dozen wells", 6, 6, "wells", True),
    ("dozens of wells", "dozens of wells", 24, None, "wells", True),
    ("hundreds of young workers", "hundreds of young workers", 200, None, "workers", True),
    (
        "tens of thousands of blankets",
        "tens of thousands of blankets",
        20000,
        None,
        "blankets",
        True,
    ),
    ("several hundred goats", "several hundred goats", 200, None, "goats", True),
    ("a month or two", "a month or two", 1, 2, "months", False),
    ("98 percent of it", "98 percent", 98, 98, "percent", False),
    ("a fall of 20%", "20%", 20, 20, "percent", False),
    ("as much as “45 percent of it”", "as much as “45 percent", None, 45, "percent", False),
    ("more than half of the town", "more than half", 50, None, "percent", False),
    ("two-thirds of the crop", "two-thirds", 66.7, 66.7, "percent", False),
    ("it cost $18 million", "$18 million", 18e6, 18e6, "USD", False),
    ("it cost €250.50 a day", "€250.50", 250.5, 250.5, "EUR", False),
    ("a 16 square kilometer strip", "16 square kilometer", 16, 16, "km2", False),
    ("the 3,000-member brigade", "3,000-member", 3000, 3000, "members", False),
    ("a five-day truce", "five-day", 5, 5, "days", False),
    ("$200 or less", "$200 or less", None, 200, "USD", False),
    ("300 wounded were seen", "300 wounded", 300, 300, "wounded", False),
    ("with 2,000 arrests in 2014", "2,000 arrests", 2000, 2000, "arrests", False),
)


@pytest.mark.parametrize("row", READ, ids=[row[0] for row in READ])
def test_reads_the_quantity(row: tuple[str, str, float | None, float | None, str, bool]) -> None:
    """A quantity covers its modifier and its noun, and has low, high, unit and doubt."""
    text, *wanted = row
    [found] = quantities(text)
    surface = text[found.start : found.end]
    assert [surface, found.low, found.high, found.unit, found.approximate] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No one was there.",
        "One of the bridges fell.",
        "The two sides met.",
        "It split the town in two.",
        "It fell in 1998.",
        "Since 2011 the mill stood empty.",
        "On 3 May the mill burned.",
        "On May 3 the mill burned.",
        "At 8:30 p.m. the lights went out.",
        "Rania, 34, left.",
        "Her seven-year-old son left.",
        "The 3rd army left.",
        "the 1960s",
        "The radio station Homs 24 closed.",
        "Boeing 747 jets landed.",
        "Flight 370 vanished.",
        "UNITED24 collects money.",
        "An F-16 crashed.",
        "Call +44 20 7946 0958 now.",
        "1. Read the map.",
        "4 min read",
        "Three times the rate of last year.",
        "Below 2005 levels.",
        "It lies in the eastern half of the town.",
        "The Fortune 500 companies left.",
    ],
)
def test_refuses_what_is_no_quantity(text: str) -> None:
    """Years, dates, ages, ordinals, names and pronouns are left out."""
    assert quantities(text) == ()


def test_goes_on_behind_a_refused_number() -> None:
    """A number that is refused does not hide the next one."""
    text = "In 2014 the town lost 40 boats."
    assert [text[each.start : each.end] for each in quantities(text)] == ["40 boats"]
