"""List the forms of sets and vague references; each has an example that is its test."""

from __future__ import annotations

from . import read_lengths
from .pattern import Pattern

_NOT_AN_AGE = r"(?![- ]olds?\b| of age\b)"
_TWO = r"(?:(?: to | or | and |-)<N2>)?"

SETS = (
    # Bare durations; "a month" after a noun is a rate
    Pattern(
        "unit",
        r"(?:(?:once|twice|(?:two|three|four|five|six|several|many|\d+) times) )?"
        r"an? (?P<unit>hour|day|week|month|year)(?!-)"
        r"(?! (?:or|ago|earlier|later|before|after|of|when|that|and)\b)",
        read_lengths.rate,
        "The plant makes forty buses [a month] for the army.",
        "P1M",
        "",
        "SET",
    ),
    # Sets
    Pattern(
        "often",
        r"(?:twice )?(?P<often>daily|nightly|weekly|fortnightly|monthly|quarterly|hourly|yearly"
        r"|annually|bimonthly|biweekly)"
        r"(?! (?:cash )?(?:dividend|earnings|loss|profit|payout|results|net|newspaper)\b)"
        r"(?! (?:news|express|mail|telegraph|mirror|star|beast))",
        read_lengths.each,
        "The [daily] bread ration was halved.",
        "P1D",
        "",
        "SET",
    ),
    Pattern(
        "unit every",
        r"(?:every|each|per)(?: other)? (?:<EXACT> )?(?P<unit>(?:second|minute|hour|day|week|month"
        r"|quarter|year|decade)s?)\b(?! and every)",
        read_lengths.each,
        "Two hundred trucks are needed [every month], it said.",
        "P1M",
        "",
        "SET",
    ),
    # Vague references
    Pattern(
        "word",
        r"(?:right )?now(?! (?:that|and then)\b)|currently|at present|nowadays|these days"
        r"|at the moment|presently",
        read_lengths.present,
        "The camp is [now] home to thousands.",
        "PRESENT_REF",
        "",
    ),
    Pattern(
        "word",
        r"(?:just |more |most |until |as )?recently|previously(?! \w+ed\b)"
        r"|(?<=in )the past(?= ?[,.;:]|$| (?:it|he|she|they|we|i|the|and|or|when|but)\b)",
        read_lengths.past,
        "The depot was [recently] moved to the coast.",
        "PAST_REF",
        "",
    ),
    Pattern(
        "word",
        r"(?:very )?soon(?! after| as\b| enough)"
        r"|the (?:near |foreseeable |immediate )?future(?! of\b)|shortly(?! (?:after|before))",
        read_lengths.future,
        "Elections will be held [soon], the minister said.",
        "FUTURE_REF",
        "",
    ),
)
