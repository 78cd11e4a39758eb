"""List the forms of dates with a month; each has an example that is its test."""

from __future__ import annotations

from . import read_months
from .pattern import Pattern

MONTHS = (
    # A day and a month
    Pattern(
        "month",
        r"(?:<WEEKDAY_SHORT>,? )?<MONTH> <DAY><ITS_YEAR>?",
        read_months.month_date,
        "The bridge fell on [Sept. 26, 2016], officials said.",
        "2016-09-26",
        "2016-09-26",
    ),
    Pattern(
        "month",
        r"(?:<WEEKDAY_SHORT>,? )?(?:the )?<DAY>(?: of)? <MONTH><ITS_YEAR>?",
        read_months.month_date,
        "It was signed on [the 3rd of October] in the capital.",
        "2016-10-03",
        "2016-10-03",
    ),
    Pattern(
        "month",
        r"<MONTH> <DAY>(?: ?- ?| to | through | until )<DAY2>(?:,? <YEAR>)?",
        read_months.month_range,
        "Shells landed there on [November 26-27, 2016].",
        "2016-11-26/2016-11-27",
        "2016-11-26/2016-11-27",
    ),
    Pattern(
        "month",
        r"<DAY>(?: ?- ?| to | through | until )<DAY2> <MONTH>(?:,? <YEAR>)?",
        read_months.month_range,
        "The envoys met on [9-11 November] behind closed doors.",
        "2016-11-09/2016-11-11",
        "2016-11-09/2016-11-11",
    ),
    Pattern(
        "month unit",
        r"(?:the )?week of <MONTH> <DAY>(?:,? <YEAR>)?",
        read_months.week_of,
        "Talks are set for [the week of Dec. 5] in Geneva.",
        "2016-W49",
        "2016-12-05/2016-12-11",
    ),
    Pattern(
        "month",
        r"<MONTH> <DAY>,? (?:and|or) <DAY2>(?:,? <YEAR>)?"
        r"(?! (?:[a-z]+s|percent|people|million|per cent)\b)",
        read_months.two_days,
        "Shells hit the mill on [October 8 and 11] at night.",
        "2016-10-08",
        "{2016-10-08,2016-10-11}",
    ),
    # A month
    Pattern(
        "month",
        r"<EDGE>?(?:(?P<which>this past|this coming|last|past|this|next|coming) )?<MONTH>"
        r"(?:,? (?:of )?<YEAR>|,? (?:of )?(?P<yearword>this|last|next|the previous) year)?(?! \d)",
        read_months.month_date,
        "It began at [the end of August] and has not stopped.",
        "2016-08",
        "[2016-08-21..2016-08-31]",
    ),
)
