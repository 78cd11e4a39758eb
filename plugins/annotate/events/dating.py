"""Say which date of a sentence is that of which thing that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...corpus.model import DateExpression
from .signs import Sign
from .telling import is_of_telling, quoted

# What keeps a date from a word, in characters of distance: a clause that begins between them; a
# noun ("talks") where a verb could be meant; what was said, where something was done.
_CLAUSE, _NOUN, _SAYING = 80, 60, 120
_FARTHEST = 260
_FRONT = 30  # a date that the sentence opens with dates its main verb, however far off
_OPENS = re.compile(
    r"\b(?:who|whom|which|that|since|after|before|when|while|where|until|because|as|if|despite|"
    r"than)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A word that tells of an event, with its date; `telling`: only when it was told is known."""

    sign: Sign
    date: DateExpression
    telling: bool


def dated(
    text: str, offset: int, signs: Sequence[Sign], dates: Sequence[DateExpression]
) -> Iterator[Dated]:
    """Yield the words of a sentence that have a date, by place; each date dates one of them.

    `offset` is where the sentence begins in its paragraph: dates have their places there, words
    have theirs in the sentence.
    """
    spans = quoted(text)
    pairs = []
    for date in dates:
        start, end = date.start - offset, date.end - offset
        telling = is_of_telling(text, start, signs)
        for sign in signs:
            if _apart(sign, start, spans) or (telling and not sign.verb):
                continue
            cost = _cost(text, sign, start, end)
            if cost <= _FARTHEST:
                pairs.append((cost, sign.start, start, Dated(sign, date, telling)))
    taken_signs: set[int] = set()
    taken_dates: set[int] = set()
    chosen = []
    for _, at, start, each in sorted(pairs, key=lambda pair: pair[:3]):
        if at not in taken_signs and start not in taken_dates:
            taken_signs.add(at)
            taken_dates.add(start)
            chosen.append(each)
    return iter(sorted(chosen, key=lambda each: each.sign.start))


def _apart(sign: Sign, date: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the two stands in a quotation that the other is not in."""
    return any((low <= sign.start < high) != (low <= date < high) for low, high in spans)


def _cost(text: str, sign: Sign, start: int, end: int) -> int:
    between = text[end : sign.start] if end <= sign.start else text[sign.end : start]
    fronted = start <= _FRONT and end <= sign.start
    clauses = len(_OPENS.findall(between)) * (_CLAUSE // 2 if fronted else _CLAUSE)
    saying = _SAYING if sign.kind == "statement" else 0
    far = min(len(between), _CLAUSE) if fronted else len(between)
    return far + clauses + (0 if sign.verb else _NOUN) + saying
