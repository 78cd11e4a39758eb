"""Build the one expression that finds a number with its modifier."""

from __future__ import annotations

import re

from .alternation import any_of
from .modifiers import AFTER, BEFORE
from .numerals import NUMBER, VAGUE

_FRACTION = r"half|(?:a|one)[-\s](?:third|quarter|fifth|half)|two[-\s]thirds|three[-\s]quarters"
FRACTIONS = {
    "half": 50.0,
    "third": round(100 / 3, 1),
    "quarter": 25.0,
    "fifth": 20.0,
    "thirds": round(200 / 3, 1),
    "quarters": 75.0,
}

FIGURE = re.compile(
    rf"""
    (?<![\w$€£])(?<!\d[.,:/])(?<!\w[-–'’/])
    (?:(?P<before>{any_of(BEFORE)}|(?<=the\s)estimated|(?<=of\s)estimated)\s+)?
    (?:(?P<fill>(?:an?\s+)?(?:additional|another|further|extra))\s+)?
    [“"‘]?
    (?:
      (?<!ern\s)(?<!orth\s)(?<!outh\s)(?<!east\s)(?<!west\s)(?<!per\s)(?<!wer\s)(?<!the\s)
      (?<!other\s)(?<!first\s)(?<!second\s)(?P<fraction>{_FRACTION})(?=\s+(?:of|the|its|their|his|her|all)\b)
    | (?P<vague>{VAGUE})(?![\w-])
    | (?P<between>between\s+)?
      (?P<money>US\$|[$€£])?\s?
      (?P<number>{NUMBER})
      (?P<percent>\s?%|\s+per\s?cent\b)?
      (?:
        (?P<join>\s*[–-]\s*|\s+(?:to|or|and)\s+)
        (?:US\$|[$€£])?(?P<second>{NUMBER})(?![\w])
      )?
      (?P<plus>\+)?
      (?P<suffix>\s?%|\s?(?:km2|km|kg|m2|bn|mn)\b)?
      (?P<hyphen>-(?:[a-z]+)(?:-[a-z]+)*)?
    )
    (?![\w]|[-–/:]\d|,\d|\.\d|[-–][A-Za-z])
    (?:\s+(?P<after>{any_of(AFTER)})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
MONTH_OR_TWO = re.compile(
    r"\ban?\s+(?P<noun>day|week|month|year|hour|minute|decade)\s+or\s+(?P<more>two|so)\b",
    re.IGNORECASE,
)
