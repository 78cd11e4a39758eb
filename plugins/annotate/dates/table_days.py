"""List the forms of weekdays, near days and parts of days; each has its example."""

from __future__ import annotations

from . import read_days
from .pattern import Pattern

_WHICH = r"(?:(?P<which>this past|this coming|the previous|the following|last|past|this|next) )?"
_HOLIDAYS = (
    r"(?P<holiday>christmas(?: eve| day)?|new year's(?: day| eve)|thanksgiving(?: day)?|halloween"
    r"|easter(?: sunday| monday)?|good friday|palm sunday|ash wednesday|pentecost|labor day"
    r"|memorial day|independence day|fourth of july|valentine's day|veterans day|boxing day"
    r"|may day|martin luther king day)"
)

DAYS = (
    # Weekdays
    Pattern(
        "weekday",
        rf"(?:(?P<edge>early|late|mid)[- ](?:on )?)?{_WHICH}<WEEKDAY>(?:,? <PART>)?",
        read_days.weekday,
        "The line was crossed on [Sunday night], residents said.",
        "2016-11-27TNI",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "weekday every",
        r"(?:every|each) <WEEKDAY>(?: <PART>)?",
        read_days.weekday_set,
        "The market opens [every Monday] at the gate.",
        "XXXX-WXX-1",
        "",
        "SET",
    ),
    Pattern(
        "weekday",
        r"<WEEKDAY>(?:s| <PART>s)",
        read_days.weekday_set,
        "Prayers were held on [Friday mornings] in the yard.",
        "XXXX-WXX-5TMO",
        "",
        "SET",
    ),
    Pattern(
        "weekday beside",
        r"(?:the|a) (?P<part>)day (?P<beside>before|after) (?P<which>last |next )?<WEEKDAY>",
        read_days.day_beside,
        "He was seen on [the day after Friday]'s raid.",
        "2016-11-26",
        "2016-11-26",
    ),
    # Yesterday, today, tomorrow
    Pattern(
        "word near beside",
        r"(?:the )?day (?P<beyond>before|after) (?P<near>yesterday|tomorrow)",
        read_days.near_day,
        "They had left [the day before yesterday] by boat.",
        "2016-11-26",
        "2016-11-26",
    ),
    Pattern(
        "word",
        r"(?:(?:early|late|earlier|later) )?(?P<near>yesterday|today|tomorrow)(?: <PART>)?",
        read_days.near_day,
        "The road was reopened [yesterday] for an hour.",
        "2016-11-27",
        "2016-11-27",
    ),
    Pattern(
        "part near",
        r"<PART> (?P<near>yesterday|today|tomorrow)",
        read_days.near_day,
        "Trading stopped by [mid-afternoon yesterday] in the city.",
        "2016-11-27TAF",
        "2016-11-27",
        "TIME",
    ),
    # Parts of days
    Pattern(
        "part",
        r"(?:(?:early|late|later|earlier) )?"
        r"(?P<which>this|last|that|(?:the )?same|the next|the following|the previous) "
        r"(?P<part>morning|afternoon|evening|night)",
        read_days.part_of_day,
        "People have been dying since [last night], a nurse wrote.",
        "2016-11-27TNI",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "word",
        r"(?P<which>to)(?P<part>night)",
        read_days.part_of_day,
        "The council will meet [tonight] in Geneva.",
        "2016-11-28TNI",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "part weekday",
        r"<PART> (?:on|of) <WEEKDAY>",
        read_days.weekday,
        "Guns opened up before [dawn on Friday] along the river.",
        "2016-11-25TMO",
        "2016-11-25",
        "TIME",
    ),
    Pattern(
        "part",
        r"(?P<part>dawn|daybreak|sunrise|dusk|sunset|nightfall|midday)",
        read_days.part_of_day,
        "Thousands fled the district at [dawn], the agency said.",
        "2016-11-28TMO",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "part",
        r"(?<=in )the (?:early )?(?P<part>morning|afternoon|evening)",
        read_days.part_of_day,
        "Snipers fired from the roofs in [the morning] and stopped.",
        "2016-11-28TMO",
        "2016-11-28",
        "TIME",
    ),
)
