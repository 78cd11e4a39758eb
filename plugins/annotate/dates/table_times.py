"""List the forms of times, days of the narrative and holidays; each has its example."""

from __future__ import annotations

from . import holidays, read_days, read_times
from .pattern import Pattern

_WHICH = r"(?:(?P<which>this past|this coming|the previous|the following|last|past|this|next) )?"
_HOLIDAYS = (
    r"(?P<holiday>christmas(?: eve| day)?|new year's(?: day| eve)|thanksgiving(?: day)?|halloween"
    r"|easter(?: sunday| monday)?|good friday|palm sunday|ash wednesday|pentecost|labor day"
    r"|memorial day|independence day|fourth of july|valentine's day|veterans day|boxing day"
    r"|may day|election day|martin luther king day)"
)

TIMES = (
    Pattern(
        "word",
        r"overnight",
        read_days.overnight,
        "The shelling went on [overnight] without a pause.",
        "2016-11-27TNI",
        "2016-11-27/2016-11-28",
        "TIME",
    ),
    # Days of the narrative
    Pattern(
        "unit neighbour",
        r"(?:the |that )?(?:(?:very )?(?P<turn>next|following|previous|prior|same)) "
        r"day(?:'s)?(?! of\b)",
        read_days.told_day,
        "It fell on Saturday. [The next day] the bridge was gone.",
        "2016-11-27",
        "2016-11-27",
    ),
    Pattern(
        "unit beside",
        r"(?:a|one|the) day (?P<turn>earlier|later|before(?= ?[,.;:)]|$)|after(?= ?[,.;:)]|$))",
        read_days.told_day,
        "Troops moved in on Sunday. [A day earlier], the gate was open.",
        "2016-11-26",
        "2016-11-26",
    ),
    Pattern(
        "unit beside",
        r"(?:earlier|later) (?:in )?(?:that|the)(?: (?P<turn>same))? day",
        read_days.told_day,
        "He spoke on Saturday. [Later that day] he was gone.",
        "2016-11-26",
        "2016-11-26",
    ),
    # Times
    Pattern(
        "clock",
        r"<CLOCK>(?:,? (?:on |late |early )?(?:<WEEKDAY>|(?P<near>yesterday|today|tomorrow)))?",
        read_times.clock,
        "The blast came at [10:15 p.m. Saturday] near the mill.",
        "2016-11-26T22:15",
        "2016-11-26",
        "TIME",
    ),
    Pattern(
        "digits",
        r"(?P<clock>(?P<hour>)(?P<hour24>[01]\d|2[0-3])(?P<minute24>[0-5]\d)(?P<minute>)(?P<half>))"
        r" ?(?:gmt|utc|local time|hours|hrs)",
        read_times.clock,
        "The truce began at [1900 GMT] and held.",
        "2016-11-28T19:00",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "clock",
        r"(?P<n>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
        r"o'clock"
        r"(?: (?:in the|at) (?P<part>morning|afternoon|evening|night))?",
        read_times.o_clock,
        "They came at [three o'clock in the morning] with lamps.",
        "2016-11-28T03:00",
        "2016-11-28",
        "TIME",
    ),
    Pattern(
        "part noon",
        r"(?P<hour>noon|midnight)(?: (?:on )?(?:<WEEKDAY>|(?P<near>yesterday|today|tomorrow)))?",
        read_times.noon,
        "The truce was to begin at [midnight Sunday] everywhere.",
        "2016-11-27T24:00",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "clock month",
        r"<CLOCK>,? (?:on )?<MONTH> <DAY>(?:,? <YEAR>)?",
        read_times.clock,
        "It was hit at [9 p.m. on Nov. 20] by a mortar.",
        "2016-11-20T21:00",
        "2016-11-20",
        "TIME",
    ),
    Pattern(
        "clock month",
        r"<CLOCK>,? (?:on )?<DAY> <MONTH>(?:,? <YEAR>)?",
        read_times.clock,
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
        read_days.nth_day,
        "Families left for [the third straight day] on foot.",
        "P3D",
        "2016-11-26/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"day (?P<ordinal>\d\d?)(?= of\b|,| in\b)",
        read_days.nth_day_of,
        "On [day 10] of the push the hill was taken.",
        "P10D",
        "2016-11-19/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit nth",
        r"the <ORDINAL> (?P<unit>day|week|month|year)(?= of (?:the|a|an|its|their|his|fighting|war"
        r"|protests|clashes|talks|shelling|bombing)\b| in a row\b)(?: in a row)?",
        read_days.nth_day_of,
        "They fled on [the fourth day] of the battle.",
        "P4D",
        "2016-11-25/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit into",
        r"<EXACT> (?P<unit>days|weeks|months|years) into",
        read_days.days_into,
        "The hill was taken [10 days into] the offensive.",
        "P10D",
        "2016-11-18~/2016-11-28",
        "DURATION",
    ),
    # Holidays
    Pattern(
        "holiday",
        rf"(?:(?P<which>last|this|next) )?{_HOLIDAYS}(?:,? <YEAR>)?",
        holidays.holiday,
        "They hoped to be home by [Christmas] at the latest.",
        "2016-12-25",
        "2016-12-25",
    ),
)
