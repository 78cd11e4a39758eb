"""List the forms of durations; each has an example that is its test."""

from __future__ import annotations

from . import read_lengths, read_periods
from .pattern import Pattern

_NOT_AN_AGE = r"(?![- ]olds?\b| of age\b)"
_TWO = r"(?:(?: to | or | and |-)<N2>)?"

LENGTHS = (
    # Counted from publication or from the narrative
    Pattern(
        "unit turn",
        r"<ABOUT>(?:a |the )?<N>[ -]<UNIT>(?: and a half)? "
        r"(?P<turn>ago|earlier|later|previously|from now)",
        read_lengths.ago,
        "The wall was breached [two weeks ago] in the east.",
        "2016-W46",
        "2016-11-14/2016-11-20",
    ),
    Pattern(
        "unit trailing",
        r"(?:the |these |those )?(?P<which>last|past|next|coming|previous|preceding) "
        r"<N> <MORE><UNIT>",
        read_lengths.trailing,
        "Strikes grew heavier in [the last five days], doctors said.",
        "P5D",
        "2016-11-24/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit trailing",
        r"the (?:(?P<which>past|last|coming|next(?= decade)) "
        r"(?P<unit>hour|day|week|month|quarter|year|decade))\b",
        read_lengths.trailing,
        "In [the past month] no convoy came through.",
        "P1M",
        "2016-10-28/2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit recent",
        r"(?:the )?(?:(?:most )?(?P<which>recent|coming|past)) <UNITS>",
        read_lengths.recent,
        "Dozens of posts fell in [recent days] to the army.",
        "PXD",
        "../2016-11-28",
        "DURATION",
    ),
    Pattern(
        "unit",
        rf"<ABOUT><N>{_TWO}[- ]<MORE><UNIT>(?:-long)?(?: and a half)?"
        rf"(?: or (?:so|two|more))?{_NOT_AN_AGE}",
        read_lengths.length,
        "The town fell after a [three-week] campaign.",
        "P3W",
        "",
        "DURATION",
    ),
    Pattern(
        "unit opening",
        r"(?:the |its |their )?(?:(?:first|final|latest|opening|initial|year-earlier|same|full) )"
        r"<N> <MORE><UNIT>",
        read_lengths.length,
        "Prices doubled in [the first nine months] of the war.",
        "P9M",
        "",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"the (?P<n>two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) <UNIT>",
        read_lengths.length,
        "For [the six months] ended in June it paid nothing.",
        "P6M",
        "",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"(?P<n>many )?<UNITS> or (?:days|weeks|months|years|decades)",
        read_lengths.length,
        "Repairs will take [weeks or months], the mayor said.",
        "PXW",
        "",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"(?:(?<=for )|(?<=in )|(?<=after )|(?<=within )|(?<=over )|(?<=the )"
        r"|(?<=despite )|(?<=following )|(?<=with )|(?<=of ))(?P<n>many )?<UNITS>",
        read_lengths.length,
        "The well had been dry for [years] by then.",
        "PXY",
        "",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"(?<=for )the (?:full )?(?P<unit>year)(?! (?:ended|ending)|-)",
        read_periods.that_period,
        "For [the year], output was flat.",
        "2016",
        "2016",
    ),
    Pattern(
        "unit",
        r"the (?:full )?(?P<unit>year)(?= (?:ended|ending))",
        read_lengths.length,
        "Losses in [the year] ended in March were small.",
        "P1Y",
        "",
        "DURATION",
    ),
    Pattern(
        "unit",
        r"(?:(?:many|some) )?<UNITS>(?=-long\b| ago\b| later\b| earlier\b| before\b)",
        read_lengths.some,
        "The bodies were found [weeks] later by a shepherd.",
        "PXW",
        "",
        "DURATION",
    ),
)
