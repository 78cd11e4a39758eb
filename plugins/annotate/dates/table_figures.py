"""List the forms of dates in figures, years and centuries; each has its example."""

from __future__ import annotations

from . import read_figures
from .pattern import Pattern

FIGURES = (
    Pattern(
        "spelled",
        r"(?:<MONTH> )?(?P<hundreds>eighteen|nineteen|twenty)[- ]"
        r"(?P<rest>(?:hundred|twenty|thirty|forty|fifty"
        r"|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
        r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)",
        read_figures.year_spelled,
        "They were last heard of in [March nineteen eighty-two].",
        "1982-03",
        "1982-03",
    ),
    # Figures
    Pattern(
        "figures",
        r"(?P<iso>[12]\d\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)"
        r"(?:[t ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?z?)?(?![-/\d])",
        read_figures.iso_date,
        "The log gives [2016-11-27 06:30] as the start.",
        "2016-11-27T06:30",
        "2016-11-27",
        "TIME",
    ),
    Pattern(
        "figures",
        r"9/11",
        read_figures.nine_eleven,
        "She had been a nurse on [9/11] in New York.",
        "2001-09-11",
        "2001-09-11",
    ),
    Pattern(
        "figures",
        r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![-/.\d]*\d)",
        read_figures.figures,
        "The form is dated [27/11/2016] and stamped.",
        "2016-11-27",
        "2016-11-27",
    ),
    # Years and more
    Pattern(
        "digits",
        r"<EDGE>?(?:the year )?<YEAR>(?:-(?=era|style|vintage))?(?!-\d|/\d|\.\d| ?%)",
        read_figures.year_alone,
        "No one had entered the town since [2012].",
        "2012",
        "2012",
    ),
    Pattern(
        "digits",
        r"(?P<year>(?:1[5-9]|20)\d\d)(?:-|/)(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![-/\d])",
        read_figures.year_range,
        "The survey covers [2011-13] and its drought.",
        "2011/2013",
        "2011/2013",
    ),
    Pattern(
        "digits",
        r"(?:the )?(?:(?P<edge>early|mid|late)[- ](?:to[- ](?:mid|late)[- ])?)?"
        r"(?P<decade>(?:1[6-9]|20)\d0|'\d0)'?s",
        read_figures.decade,
        "The dam was built in [the late 1970s] by engineers.",
        "197X",
        "[1977..1979]",
    ),
    Pattern(
        "tens",
        r"the (?:(?P<edge>early|mid|late)[- ])?"
        r"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        read_figures.decade,
        "He was jailed in [the eighties] for his songs.",
        "198X",
        "198X",
    ),
    Pattern(
        "unit century",
        r"(?:the )?(?:(?:early|mid|late)[- ])?<ORDINAL>[- ]century",
        read_figures.century,
        "The citadel dates from [the 12th century].",
        "11XX",
        "11XX",
    ),
    Pattern(
        "short",
        r"(?:fy ?(?P<year>(?:19|20)\d\d)|(?P<quarter>q[1-4])(?: of)? (?P<year2>(?:19|20)\d\d))",
        read_figures.short_period,
        "Exports fell in [Q3 2015] and rose again.",
        "2015-Q3",
        "2015-07/2015-09",
    ),
    Pattern(
        "digits fiscal",
        r"(?:the )?fiscal(?: year)? <YEAR>",
        read_figures.fiscal_year,
        "Aid doubled in [fiscal 2015] before it stopped.",
        "2015",
        "2015",
    ),
)
