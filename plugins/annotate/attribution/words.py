"""Cut a paragraph into words and marks, each with its place in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_TITLES = (
    "Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Capt|Cpt|Sgt|Maj|Adm|Brig|Cmdr|St|Jr|Sr|Prof"
    "|Rev|Hon|Pres|Inc|Corp|Ltd|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Fla|Calif|Mass|Va|Md"
)
_WORD = re.compile(
    rf"""
    [A-Za-z]++(?=[\ ,])                  # the common case, which the others need not look at
    | (?:{_TITLES})\.(?=[\s,])              # an abbreviation keeps its point
    | No\.(?=\s\d)
    | (?:[A-Z]-)?(?:[A-Za-z]\.){{2,}}      # U.S., a.m., R-S.C.
    | [A-Z]-[A-Z][a-z]+\.                 # D-Calif.
    | [A-Z]\.(?=\s?[A-Z])                 # an initial
    | ['’](?:s|re|ve|ll|d|m)\b            # a clitic stands alone
    | [$€£]?\d[\d,.]*\d(?:\w|-(?=\w))*%?  # a number with what hangs on it
    | [$€£]?\d(?:\w|-(?=\w))*%?
    | \w+(?:(?:-|['’](?!(?:s|re|ve|ll|d|m)\b))\w+)*
    | ''
    | \.{{2,}}
    | [^\w\s]
    """,
    re.VERBOSE,
)
QUOTE = "“”"


class Word(NamedTuple):
    """A word, a mark, or a whole quotation (`low` is QUOTE): lower-case form and place."""

    low: str
    start: int
    end: int
    capital: bool = False
    upper: bool = False


def words(text: str) -> list[Word]:
    """Return the words and marks of the text in order. Apostrophes come out straight."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        raw = match[0]
        if raw.islower():
            low, capital, upper = raw, False, False
        else:
            low, capital, upper = raw.lower(), raw[0].isupper(), raw.isupper()
        if "’" in low and end - start > 1:
            low = low.replace("’", "'")
        found.append(Word(low, start, end, capital, upper))
    return found
