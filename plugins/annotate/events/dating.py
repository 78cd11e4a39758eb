"""Say which date of a sentence is that of which thing that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...corpus.model import DateExpression
from .signs import DETERMINERS, Sign
from .telling import is_of_telling, quoted

# What keeps a date from a word, in characters of distance: a clause or another verb between them;
# a noun ("talks") where a verb could be meant; what was said, where something was done; a date
# that is only known to be that of the telling.
_CLAUSE, _VERB, _NOUN, _SAYING, _TOLD = 80, 80, 140, 120, 80
_FARTHEST = 150
_FRONT = 30  # a date that the sentence opens with dates its main verb, however far off
_AHEAD, _BEHIND = 12, 60  # how far before and after a noun its date may stand
_OPENS = re.compile(
    r"\b(?:who|whom|which|that|since|after|before|when|while|where|until|because|as|if|despite|"
    r"than)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|before|since|until|when|once|who|which)\b[^,;:]*$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BE = "am is are was were be been being has have had do does did"
_PAST = (
    "began came went left led held sent saw gave put set paid sought spoke took made found kept "
    "brought became ran rose stood won wrote drew grew knew thought got built met"
)
_VERBS = frozenset((*_BE.split(), *_PAST.split()))
# Verbs of telling do not take the date from what is told: "the army said on Monday that it …".
_TELLS = frozenset(
    ("reported", "claimed", "announced", "declared", "alleged", "confirmed", "explained", "added")
)
# What a noun's own event does: "talks opened on Monday", "the fighting went on".
_HAPPENS = frozenset(
    ("opened", "began", "started", "resumed", "continued", "ended", "went", "erupted", "reached")
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

    So a word with another date of its own ("seized it in 2012") has not that of the sentence.
    `offset` is where the sentence begins in its paragraph: dates have their places there, words
    have theirs in the sentence.
    """
    spans = quoted(text)
    pairs = []
    for date in dates:
        start, end = date.start - offset, date.end - offset
        telling = is_of_telling(text, start, signs)
        for sign in signs:
            cost = _cost(text, sign, (start, end), telling=telling)
            if cost <= _FARTHEST + (0 if sign.verb else _NOUN) and not _apart(sign, start, spans):
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


def _cost(text: str, sign: Sign, span: tuple[int, int], *, telling: bool) -> float:
    start, end = span
    ahead = end <= sign.start
    between = text[end : sign.start] if ahead else text[sign.end : start]
    if not sign.verb:
        away = len(between) > (_AHEAD if ahead else _BEHIND)
        if (
            away
            or telling
            or "," in between
            or _OPENS.search(between)
            or _others(between, _HAPPENS)
        ):
            return float("inf")
        return _NOUN + len(between)
    fronted = start <= _FRONT and ahead
    far = min(len(between), _CLAUSE) if fronted else len(between)
    opens = [each for each in _OPENS.findall(between) if not (telling and each == "that")]
    clauses = len(opens) * (_CLAUSE // 2 if fronted else _CLAUSE)
    left = not ahead and "," in between and bool(_AFTER.search(text, 0, sign.start))
    saying = _SAYING if sign.kind == "statement" else 0
    return far + clauses + _others(between) * _VERB + left * _CLAUSE + saying + telling * _TOLD


def _others(between: str, but: frozenset[str] = _TELLS) -> int:
    """Return how many other verbs stand between a word and its date.

    A verb is what ends in "-ed" and is no adjective behind an article, or a form of a common one;
    an auxiliary is one with its verb. The words of `but` do not count.
    """
    count, before = 0, ""
    words = _WORD.findall(between)
    while words and (words[-1] in _VERBS or words[-1].endswith("ly")):
        words.pop()  # "had fully" belongs to the word itself
    for word in words:
        past = word.endswith("ed") and "-" not in word and before not in DETERMINERS
        is_verb = word not in but and (word in _VERBS or past)
        count += int(is_verb and before not in _VERBS)
        before = word
    return count
