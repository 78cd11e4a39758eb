"""Tell what in a sentence belongs to the telling: who says it, and when it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .signs import Sign

_VERBS = (
    "said|says|told|tells|reported|reports|wrote|writes|tweeted|posted|added|explained|recalled|"
    "claimed|claims|alleged|quoted|called|described|according to"
)
_TELLING = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)
# "told the paper on Monday", "said in an interview on Monday": no mark stands between.
_BEFORE_DATE = re.compile(
    rf"\b(?:{_VERBS}|interview|statement|tweet)\b[^,;:“”\"]{{0,50}}$", re.IGNORECASE
)
_SELF = re.compile(r"\s+(?:on \w+\s+|\w+day\s+)?(?:that\s+)?(?:it|they|he|she|its|their)\b")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|``.*?(?:''|$)", re.DOTALL)
_MARKS = (",", "”", '"')
_EDGES = ("“", "”", '"', ";")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return where quotations stand; one that is not closed goes on to the end."""
    return tuple(found.span() for found in _QUOTED.finditer(text))


def is_of_telling(text: str, start: int, signs: Sequence[Sign]) -> bool:
    """Tell whether a date at `start` says when something was said: "…, he told us on Monday"."""
    found = _BEFORE_DATE.search(text[max(0, start - 80) : start])
    if not found:
        return False
    verb = start - (len(found[0]))
    return not any(verb < each.start < start for each in signs if each.verb)


def speaking(text: str, signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that name who says it.

    Before a verb of telling, that is all since the sentence began, a quotation ended, or the
    first comma after a word that tells of the event; behind it, the words up to the next mark
    after "told" and "according to", and all that follows where it stands after a comma or a
    quotation ("…, said the mayor of …"). Who tells of itself ("the brigade said that it had …")
    is no mere teller.
    """
    for verb in _TELLING.finditer(text):
        if text[: verb.start()].rstrip().endswith(_MARKS):
            end = re.search(r"[;“”\"]", text[verb.end() :])
            yield verb.end(), verb.end() + end.start() if end else len(text)
        elif verb[0].lower() in ("told", "tells", "according to"):
            end = re.search(r"[,;:“”\"]|\s(?:that|on|in|at)\s", text[verb.end() :])
            yield verb.end(), verb.end() + end.start() if end else len(text)
        if verb[0].lower() != "according to" and not _SELF.match(text, verb.end()):
            yield _subject_start(text, verb.start(), signs), verb.start()


def _subject_start(text: str, end: int, signs: Sequence[Sign]) -> int:
    start = max((text.rfind(mark, 0, end) + 1 for mark in _EDGES), default=0)
    told = [each.end for each in signs if start <= each.end <= end]
    if told:
        comma = text.find(",", told[-1], end)
        start = comma + 1 if comma >= 0 else told[-1]
    return start
