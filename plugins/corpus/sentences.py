"""Cut a paragraph into sentences, for excerpts and concordances."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Words whose full stop ends no sentence: titles, initials of states and bodies, "No. 3".
_SHORT = (
    "mr mrs ms dr prof gen col lt maj capt sgt brig st sen rep gov no vs etc approx est inc ltd "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
_END = re.compile(r"""[.!?؟…]+["'”’»)\]]*(?=\s+["'“‘«(\[]*[A-Z0-9\u0600-\u06FF])""")
_WORD = 40  # characters that are looked at for the word before a full stop
_LAST_WORD = re.compile(r"[^\W\d_](?:[\w.]*\w)?$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends, in code points; spaces between belong to none."""
    start = 0
    for end in _END.finditer(text):
        if not _is_abbreviation(text[max(0, end.start() - _WORD) : end.start()], end[0]):
            yield start, end.end()
            start = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    last = len(text.rstrip())
    if start < last:
        yield start, last


def _is_abbreviation(before: str, end: str) -> bool:
    """Tell whether the full stop after this text belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(before)
    if end != "." or word is None:
        return False
    return len(word[0]) == 1 or "." in word[0] or word[0].lower() in _ABBREVIATIONS
