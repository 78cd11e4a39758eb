"""List the forms of days, parts of days and times, each with an example that is its test."""

from __future__ import annotations

from . import read_days as read
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
        read.weekday,
        "The line was crossed on [Sunday night], residents said.",
        "2016-11-27TNI",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "weekday every",
        r"(?:every|each) <WEEKDAY>(?: <PART>)?",
        read.weekday_set,
        "The market opens [every Monday] at the gate.",
        "XXXX-WXX-1",
        "",
        "SET",
    ),
    Pattern(
        "weekday",
        r"<WEEKDAY>(?:s| <PART>s)",
        read.weekday_set,
        "Prayers were held on [Friday mornings] in the yard.",
        "XXXX-WXX-5TMO",
        "",
        "SET",
    ),
    # Yesterday, today, tomorrow
    Pattern(
        "word near beside",
        r"(?:the )?day (?P<beyond>before|after) (?P<near>yesterday|tomorrow)",
        read.near_day,
        "They had left [the day before yesterday] by boat.",
        "2016-11-26",
        "2016-11-26",
    ),
    Pattern(
        "word",
        r"(?:(?:early|late|earlier|later) )?(?P<near>yesterday|today|tomorrow)(?: <PART>)?",
        read.near_day,
        "The road was reopened [yesterday] for an hour.",
        "2016-11-27",
        "2016-11-27",
    ),
    Pattern(
        "part near",
        r"<PART> (?P<near>yesterday|today|tomorrow)",
        read.near_day,
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
        read.part_of_day,
        "People have been dying since [last night], a nurse wrote.",
        "2016-11-27TNI",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "word",
        r"(?P<which>to)(?P<part>night)",
        read.part_of_day,
        "The council will meet [tonight] in Geneva.",
        "2016-11-28TNI",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "part weekday",
        r"<PART> (?:on|of) <WEEKDAY>",
        read.weekday,
        "Guns opened up before [dawn on Friday] along the river.",
        "2016-11-25TMO",
        "2016-11-25",
        "TIME",
    ),
    Pattern(
        "part",
        r"(?P<part>dawn|daybreak|sunrise|dusk|sunset|nightfall|midday)",
        read.part_of_day,
        "Thousands fled the district at [dawn], the agency said.",
        "2016-11-28TMO",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "part",
        r"(?<=in )the (?:early )?(?P<part>morning|afternoon|evening)",
        read.part_of_day,
        "Snipers fired from the roofs in [the morning] and stopped.",
        "2016-11-28TMO",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "word",
        r"overnight",
        read.overnight,
        "The shelling went on [overnight] without a pause.",
        "2016-11-27TNI",
        "2016-11-27/2016-11-28",
        "TIME",
    ),
    # Days of the narrative
    Pattern(
        "unit neighbour",
        r"(?:the |that )?(?:(?:very )?(?P<turn>next|following|previous|prior|same)) day(?:'s)?(?! of\b)",
        read.told_day,
        "It fell on Saturday. [The next day] the bridge was gone.",
        "2016-11-27",
        "2016-11-27",
    ),
    Pattern(
        "unit beside",
        r"(?:a|one|the) day (?P<turn>earlier|later|before|after)(?! (?:yesterday|tomorrow))",
        read.told_day,
        "Troops moved in on Sunday. [A day earlier], the gate was open.",
        "2016-11-26",
        "2016-11-26",
    ),
    Pattern(
        "unit beside",
        r"(?:earlier|later) (?:in )?(?:that|the)(?: (?P<turn>same))? day",
        read.told_day,
        "He spoke on Saturday. [Later that day] he was gone.",
        "2016-11-26",
        "2016-11-26",
    ),
    # Times
    Pattern(
        "clock",
        r"<CLOCK>(?:,? (?:on |late |early )?(?:<WEEKDAY>|(?P<near>yesterday|today|tomorrow)))?",
        read.clock,
        "The blast came at [10:15 p.m. Saturday] near the mill.",
        "2016-11-26T22:15",
        "2016-11-26",
        "TIME",
    ),
    Pattern(
        "part noon",
        r"(?P<hour>noon|midnight)(?: (?:on )?(?:<WEEKDAY>|(?P<near>yesterday|today|tomorrow)))?",
        read.noon,
        "The truce was to begin at [midnight Sunday] everywhere.",
        "2016-11-27T24:00",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "clock month",
        r"<CLOCK>,? (?:on )?<MONTH> <DAY>(?:,? <YEAR>)?",
        read.clock,
        "It was hit at [9 p.m. on Nov. 20] by a mortar.",
        "2016-11-20T21:00",
        "2016-11-20",
        "TIME",
    ),
    Pattern(
        "clock month",
        r"<CLOCK>,? (?:on )?<DAY> <MONTH>(?:,? <YEAR>)?",
        read.clock,
        "It was hit at [14:30 GMT on 25 November] by a mortar.",
        "2016-11-25T14:30",
        "2016-11-25",
        "TIME",
    ),
    # Days in a row
    Pattern(
        "unit row",
        r"(?:the |a |its |their )?<ORDINAL> (?:straight|consecutive|successive) "
        r"(?P<unit>day|night|week|month|year|quarter)",
        read.nth_day,
        "Families left for [the third straight day] on foot.",
        "P3D",
        "2016-11-26/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit into",
        r"<EXACT> (?P<unit>days|weeks|months|years) into",
        read.days_into,
        "The hill was taken [10 days into] the offensive.",
        "P10D",
        "2016-11-18~/2016-11-28",
        "DURATION",
    ),
    # Holidays
    Pattern(
        "holiday",
        rf"(?:(?P<which>last|this|next) )?{_HOLIDAYS}(?:,? <YEAR>)?",
        read.holiday,
        "They hoped to be home by [Christmas] at the latest.",
        "2016-12-25",
        "2016-12-25",
    ),
)
