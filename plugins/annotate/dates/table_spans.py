"""List the forms of weeks, months, years, seasons and quarters; each has its example."""

from __future__ import annotations

from . import read_periods
from .pattern import Pattern

_EDGE = (
    r"(?:(?P<edge>early|late|mid|earlier|later)[- ](?:in )?"
    r"|(?:the )?(?P<border>beginning|start|middle|end|close) of )?"
)
_WHICH = (
    r"(?P<which>this past|this coming|(?:the )?previous|(?:the )?following|(?:the )?preceding"
    r"|last|this|next)"
)
_BESIDE = r"(?P<beside>year-ago|year-earlier|prior-year|year-before)"
_NTH = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|final)"
_YEARS = r"(?:<YEAR>(?:'s)?|(?P<yearword>this|last|next) year's)"

SPANS = (
    # Weeks, months, years
    Pattern(
        "unit which",
        rf"{_EDGE}{_WHICH} (?P<unit>week|weekend|month|quarter|year|decade|century)\b",
        read_periods.period,
        "Half of the land was lost [last week], the paper said.",
        "2016-W47",
        "2016-11-21/2016-11-27",
    ),
    Pattern(
        "unit",
        rf"{_EDGE}(?:the )?(?P<unit>weekend)",
        read_periods.period,
        "Bombs were dropped over [the weekend], they said.",
        "2016-W47-WE",
        "2016-11-26/2016-11-27",
    ),
    Pattern(
        "unit",
        r"(?:(?P<edge>early|late|mid|earlier|later)[- ](?:in )?"
        r"|(?:the )?(?P<border>beginning|start|middle|end|close) of )the (?P<unit>week|month|year)",
        read_periods.period,
        "A vote is due by [the end of the year] in New York.",
        "2016",
        "[2016-09..2016-12]",
    ),
    Pattern(
        "unit that",
        r"that (?P<unit>week|month|quarter|year)",
        read_periods.that_period,
        "In 2012 the rebels came, and [that year] the school closed.",
        "2012",
        "2012",
    ),
    Pattern(
        "unit end",
        r"year[- ]end",
        read_periods.year_end,
        "The plan will be ready by [year-end] at the latest.",
        "2016-12-31",
        "2016-12-31",
    ),
    # Seasons
    Pattern(
        "season",
        r"(?:(?:early|late|mid)[- ])?(?P<which>this past|this coming|last|this|next|the previous"
        r"|the following) <SEASON>",
        read_periods.season,
        "The siege was closed [last summer] from the north.",
        "2016-SU",
        "2016-22",
    ),
    Pattern(
        "season",
        r"(?:the )?(?:(?:early|late|mid)[- ])?<SEASON>(?: of|,)? "
        r"(?:<YEAR>|(?P<yearword>this|last|next) year)",
        read_periods.season,
        "They fled in [the winter of 2013] to the border.",
        "2013-WI",
        "2013-24",
    ),
    Pattern(
        "season",
        r"(?<=in )(?:the )?(?:(?:early|late) )?(?P<season>spring|summer|autumn|winter"
        r"|fall(?! (?:of|in|from)\b))",
        read_periods.season,
        "Talks will begin again in [the spring] if both agree.",
        "2017-SP",
        "2017-21",
    ),
    # Quarters and accounting periods
    Pattern(
        "period nth",
        rf"(?:the )?(?:latest )?(?:{_BESIDE} )?(?:{_YEARS} )?(?:fiscal[- ])?{_NTH}[- ]"
        r"(?P<unit>quarter|half)(?:(?: of)? <YEAR2>| of (?P<yearword2>this|last|next) year)?",
        read_periods.quarter,
        "Output fell in [the third quarter] by a tenth.",
        "2016-Q3",
        "2016-07/2016-09",
    ),
    Pattern(
        "period",
        r"(?:the|its) (?P<year>(?:19|20)\d\d) (?P<unit>quarter|period)",
        read_periods.quarter,
        "Losses in the third quarter were below [the 2015 quarter].",
        "2015-Q3",
        "2015-07/2015-09",
    ),
    Pattern(
        "period",
        rf"(?:the )?{_BESIDE}(?: (?P<unit>quarter|period|half))?"
        r"|the (?P<beside2>corresponding|comparable) (?P<unit2>quarter|period)",
        read_periods.told_period,
        "It earned more in the third quarter than in [the year-ago quarter].",
        "2015-Q3",
        "2015-07/2015-09",
    ),
    Pattern(
        "period",
        r"(?:the|this) (?:(?P<which>latest|current|most recent) )?(?P<unit>quarter)(?!-)"
        r"|the (?:latest|most recent) period",
        read_periods.told_period,
        "In the second quarter it lost a third; [the latest period] had no strike.",
        "2016-Q2",
        "2016-04/2016-06",
    ),
    Pattern(
        "unit fiscal",
        r"(?:the |its )?(?:(?P<which>current|latest|last|next|this|previous) )?fiscal year(?! \d)",
        read_periods.fiscal,
        "Sales will rise in [the current fiscal year], it said.",
        "2016",
        "2016",
    ),
)
