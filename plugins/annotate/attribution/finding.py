"""Find who said what in one paragraph."""

from __future__ import annotations

from dataclasses import replace

from .cue_verbs import cue_at
from .cues import SPEECH, VERBS
from .model import Attribution
from .phrases import phrases
from .sentences import Sentence, sentences
from .verbs import attribution_at
from .words import QUOTE

_SELF = frozenset(("i", "we", "you", "my", "our", "your"))


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Return the attributions of a paragraph of English news, sorted by cue.

    Spans are code points of `text`. Attributions may nest (a source quoted within a quotation).
    The rules and word lists are ours; nothing is learnt, so the same text gives the same answer.
    """
    plain = text.replace("\N{NO-BREAK SPACE}", " ")
    found: list[Attribution] = []
    speaking: Attribution | None = None
    for sentence in sentences(plain):
        if speaking is not None and _only_quotes(sentence):
            found[found.index(speaking)] = speaking = _continued(speaking, sentence)
            continue
        here = _of_sentence(sentence)
        found += here
        if not sentence.inner:
            speaking = _last_quoting(here)
    return tuple(sorted(set(found), key=lambda each: (each.cue, each.source, each.content)))


def _of_sentence(sentence: Sentence) -> list[Attribution]:
    items = sentence.items
    found = [] if sentence.inner else [each for each in phrases(items) if each is not None]
    speaker = None
    verbs = SPEECH if sentence.inner else VERBS
    for place, item in enumerate(items):
        if item.low not in verbs:
            continue
        cue = cue_at(items, place)
        each = None if cue is None else attribution_at(items, cue, 0, speaker)
        if each is not None:
            found.append(each[0])
            speaker = each[1]
    others = [each for each in found if not _speaks_of_self(each, sentence)]
    return [_trimmed(each, others) for each in others]


def _trimmed(each: Attribution, others: list[Attribution]) -> Attribution:
    """Take the outer cue off the content ("X claims A, Y reported": Y's cue is not X's words)."""
    first, last = each.content[-1]
    for outer in others:
        end = outer.content[0][1]
        behind = first < end <= outer.source[0] and outer.source[1] <= last
        if behind and outer.content[0][0] <= each.cue[0]:
            return replace(each, content=(*each.content[:-1], (first, end)))
    return each


def _speaks_of_self(each: Attribution, sentence: Sentence) -> bool:
    """Tell "I think" within a quotation: its source is whoever is quoted."""
    start, end = each.source
    return any(
        item.start == start and item.end == end and item.low in _SELF for item in sentence.items
    )


def _only_quotes(sentence: Sentence) -> bool:
    return (
        not sentence.inner
        and bool(sentence.items)
        and all(item.low == QUOTE or item.low in ".?!" for item in sentence.items)
    )


def _continued(speaking: Attribution, sentence: Sentence) -> Attribution:
    more = tuple((item.start, item.end) for item in sentence.items if item.low == QUOTE)
    return replace(speaking, content=speaking.content + more, open=sentence.open)


def _last_quoting(here: list[Attribution]) -> Attribution | None:
    quoting = [each for each in here if each.quoted]
    if not quoting:
        return None
    return max(quoting, key=lambda each: each.cue)
