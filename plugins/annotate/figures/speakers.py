"""Say who speaks the words at a place of an article, over pronouns and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...corpus.model import Mention, Paragraph
from ..attribution import Attribution, find_attributions
from . import naming

_PARAGRAPHS_BACK = 3
_QUOTES = re.compile(r"“[^”]*”?|\"[^\"]*\"?|''(?:(?!'').)*(?:'')?")
_NEXT_TO = 3  # code points between a quotation and its speaker or cue


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, the entity's slug or "", and the cue's words."""

    surface: str
    slug: str
    cue: str


class Speakers:
    """Look up speakers in one article; each paragraph is read once, when it is first asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> None:
        self._texts = [each.text.replace("\N{NO-BREAK SPACE}", " ") for each in paragraphs]
        self._mentions: list[list[Mention]] = [[] for _ in paragraphs]
        places = {each.anchor: place for place, each in enumerate(paragraphs)}
        for mention in mentions:
            if mention.anchor in places:
                self._mentions[places[mention.anchor]].append(mention)
        self._read: dict[int, tuple[Attribution, ...]] = {}
        self._quoted: dict[int, tuple[tuple[int, int], ...]] = {}

    def of(self, place: int, start: int, end: int) -> Speaker | None:
        """Return who says the words at start..end of paragraph number `place`; None: narrator."""
        holding = [each for each in self._attributions(place) if _holds(each, start, end)]
        if holding:
            return self._speaker(place, self._nearest(place, holding, start, end))
        return self._announced(place, start, end) or self._carried(place, start, end)

    def _attributions(self, place: int) -> tuple[Attribution, ...]:
        if place not in self._read:
            self._read[place] = find_attributions(self._texts[place])
        return self._read[place]

    def _nearest(self, place: int, holding: list[Attribution], start: int, end: int) -> Attribution:
        """Return the attribution beside the quotation that holds the words, else the smallest."""
        quotation = self._quotation(place, start, end)
        if quotation is not None:
            beside = [each for each in holding if _stands_beside(each, quotation)]
            holding = beside or holding
        return min(holding, key=lambda each: (each.width(), each.cue))

    def _quotation(self, place: int, start: int, end: int) -> tuple[int, int] | None:
        if place not in self._quoted:
            found = _QUOTES.finditer(self._texts[place])
            self._quoted[place] = tuple(match.span() for match in found)
        for first, last in self._quoted[place]:
            if first < end and start < last:
                return first, last
        return None

    def _announced(self, place: int, start: int, end: int) -> Speaker | None:
        """Return the speaker whom the paragraph before announces with a colon."""
        before = self._texts[place - 1].rstrip() if place else ""
        if not before.endswith(":"):
            return None
        shift = len(before) + 1
        joined = find_attributions(f"{before} {self._texts[place]}")
        holding = [each for each in joined if _holds(each, start + shift, end + shift)]
        announcing = [each for each in holding if each.source[1] < shift and each.cue[1] <= shift]
        if not announcing:
            return None
        nearest = min(announcing, key=lambda each: (each.width(), each.cue))
        return self._speaker(place - 1, nearest)

    def _carried(self, place: int, start: int, end: int) -> Speaker | None:
        """Return the last quoted speaker, where a quotation without a cue goes on."""
        quotation = self._quotation(place, start, end)
        if quotation is None or not _is_whole_paragraph(self._texts[place], quotation):
            return None
        for earlier in range(place - 1, max(-1, place - 1 - _PARAGRAPHS_BACK), -1):
            quoting = [each for each in self._attributions(earlier) if each.quoted]
            if quoting:
                return self._speaker(earlier, max(quoting, key=lambda each: each.content[-1]))
        return None

    def _speaker(self, place: int, attribution: Attribution) -> Speaker:
        cue = self._texts[place][slice(*attribution.cue)]
        where, source = self._resolved(place, attribution)
        name = naming.head(self._texts[where], source)
        surface = " ".join(self._texts[where][slice(*name)].split())
        slug = naming.entity(self._texts[where], source, self._mentions[where])
        return Speaker(surface, slug, cue)

    def _resolved(self, place: int, attribution: Attribution) -> tuple[int, tuple[int, int]]:
        """Return the paragraph and the source that a pronoun or "the group" stands for."""
        source = attribution.source
        words = self._texts[place][slice(*source)]
        wanted = naming.wanted(words)
        if wanted is None or naming.entity(self._texts[place], source, self._mentions[place]):
            return place, source
        for where, earlier in self._earlier(place, attribution):
            span = earlier.source
            text = self._texts[where][slice(*span)]
            if naming.wanted(text) is None and naming.fits(text, wanted):
                return where, span
        return place, source

    def _earlier(self, place: int, attribution: Attribution) -> Iterator[tuple[int, Attribution]]:
        """Yield the attributions before this one, the nearest first, some paragraphs back."""
        for where in range(place, max(-1, place - 1 - _PARAGRAPHS_BACK), -1):
            for each in reversed(self._attributions(where)):
                if where < place or each.cue < attribution.cue:
                    yield where, each


def _holds(attribution: Attribution, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in attribution.content)


def _stands_beside(attribution: Attribution, quotation: tuple[int, int]) -> bool:
    named = (attribution.source, attribution.cue)
    first, last = quotation
    behind = any(0 <= span[0] - last <= _NEXT_TO for span in named)
    ahead = any(0 <= first - span[1] <= _NEXT_TO for span in named)
    return behind or ahead


def _is_whole_paragraph(text: str, quotation: tuple[int, int]) -> bool:
    start = len(text) - len(text.lstrip())
    return quotation[0] == start
