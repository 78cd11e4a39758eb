"""Find the mentions of an article."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from ...corpus.model import Mention, Paragraph
from .candidates import Candidate, candidates
from .choice import Choice, choose
from .level import BREAK, Levelled, level, levelled, lowered
from .registry import Registry

_Spans = Mapping[str, Sequence[tuple[int, int]]]


def find_mentions(
    registry: Registry,
    paragraphs: Sequence[Paragraph],
    unlink: Sequence[str] = (),
    dateline: str = "",
    taken: _Spans | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of the registry's entities in an article's paragraphs, in order.

    `unlink`: surfaces, or slugs of entities, that stay unlinked. `dateline`: slug or name of the
    place it was filed from. `taken`: spans by anchor (a curator's link, code) that a mention never
    overlaps. Mentions never overlap one another.
    """
    text = level(BREAK.join(paragraph.text.replace(BREAK, " ") for paragraph in paragraphs))
    found = candidates(registry, text)
    if unlink:
        found = _heed(found, text, unlink)
    lengths = (len(paragraph.text) + 1 for paragraph in paragraphs)
    begins = tuple(accumulate(lengths, initial=0))
    barred = _barred(found, text, _placed(taken, paragraphs, begins)) if taken else frozenset()
    chosen = choose(registry, found, dateline, barred)
    return tuple(_mention(choice, text, paragraphs, begins) for choice in chosen)


def _mention(
    choice: Choice, text: Levelled, paragraphs: Sequence[Paragraph], begins: Sequence[int]
) -> Mention:
    """Make a mention of a choice: offsets count from the start of its paragraph."""
    start, end = text.span(choice.start, choice.end)
    at = bisect(begins, start) - 1
    paragraph, begin = paragraphs[at], begins[at]
    surface = paragraph.text[start - begin : end - begin]
    return Mention(paragraph.anchor, start - begin, end - begin, surface, choice.entity)


def _heed(
    found: Iterable[Candidate], text: Levelled, unlink: Sequence[str]
) -> tuple[Candidate, ...]:
    """Take from the candidates the names that are not to be linked; their words stay theirs."""
    slugs, surfaces = set(unlink), {lowered(levelled(words)) for words in unlink}

    def names_left(each: Candidate) -> Candidate:
        if text.low[each.start : each.end] in surfaces:
            return replace(each, names=())
        names = tuple(name for name in each.names if name.entity not in slugs)
        return each if len(names) == len(each.names) else replace(each, names=names)

    return tuple(map(names_left, found))


def _placed(
    taken: _Spans, paragraphs: Sequence[Paragraph], begins: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """Return the taken spans, counted from the start of the first paragraph."""
    return tuple(
        (begin + start, begin + end)
        for paragraph, begin in zip(paragraphs, begins, strict=False)
        for start, end in taken.get(paragraph.anchor, ())
    )


def _barred(
    found: Iterable[Candidate], text: Levelled, taken: Sequence[tuple[int, int]]
) -> frozenset[Candidate]:
    """Return the candidates that overlap a taken span."""

    def is_barred(each: Candidate) -> bool:
        start, end = text.span(each.start, each.end)
        return any(start < last and first < end for first, last in taken)

    return frozenset(filter(is_barred, found))
