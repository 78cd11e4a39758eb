"""Decide which blocks of a page are its report: the region that scores, or trafilatura's answer.

A region that holds little of the page's prose is doubtful. It is sought again with fewer
exclusions; if doubt remains, trafilatura is asked, and the answer with more prose counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

import trafilatura
from lxml import etree

from .capture import Removed
from .containers import furniture_in
from .pageblocks import PageBlock
from .region import above, region_of
from .tree import CUT, Element
from .weights import unlikely_places
from .wording import fold, is_sentence

PROSE = 80
"""Characters of a block that is likely prose."""
ENOUGH = 500
"""Characters of a report below which another way is tried (Readability's threshold)."""
FEW_LINKS = 0.3
AGREED = 0.6
"""The share of the longer text's words that two extractors of one report have in common."""
SHARE = 0.4
"""The share of the page's likely prose that a region holds where there is no doubt."""
CLEAR = 0.95
"""The share from which a second opinion is not asked for: hardly any prose is left to differ by."""

Outside = Mapping[int, Removed]
Places = Mapping[Element, str]
Way = Callable[[Element, Sequence[PageBlock], Places], Outside]


@dataclass(frozen=True, slots=True)
class Report:
    """The blocks of a page that are not its report, with reasons; and what is unsure."""

    outside: Outside = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def report_on(root: Element, blocks: Sequence[PageBlock]) -> Report:
    """Return which blocks are outside of the report, by the first way that leaves no doubt."""
    cut = _cut(root, blocks)
    left = [each for each in blocks if each.block.number not in cut]
    places = unlikely_places(left)
    likely = sum(len(e.block.text) for e in left if _is_prose(e) and not places.get(e.element))
    best: Outside | None = None
    held = 0
    for number, way in enumerate((_strictly, _leniently, _by_trafilatura, _hidden_too)):
        outside = way(root, left, places)
        found = _held(left, outside)
        if found > held * 1.1:
            best, held = outside, found
        if best is not None and held >= ENOUGH and held >= SHARE * likely:
            doubts = ("the report was found with fewer exclusions",) if number else ()
            if held < CLEAR * likely or number:
                doubts = (*doubts, *_disagreement(root, left, best))
            return Report({**best, **cut}, doubts)
    if best is None:
        best = {each.block.number: Removed(each.block, "outside", "no report") for each in left}
    doubt = "the report is short" if held < ENOUGH else "much of the page's prose is left out"
    return Report({**best, **cut}, (doubt,))


def standfirst_of(
    blocks: Sequence[PageBlock], region: Sequence[PageBlock], description: str
) -> tuple[int, ...]:
    """Return the number of the block that sums the report up above it, if it is outside of it.

    Evidence: a sentence that is shown, has the words of the page's declared description, and does
    not stand in the report too.
    """
    words = fold(description)
    if not words or not is_sentence(description) or not region:
        return ()
    if any(words in fold(each.block.text) for each in region):
        return ()
    first = region[0].block.number
    above_it = (each for each in blocks if each.block.number < first and not each.hidden)
    return tuple(each.block.number for each in above_it if fold(each.block.text) == words)[-1:]


def _held(blocks: Sequence[PageBlock], outside: Outside) -> int:
    kept = (each for each in blocks if each.block.number not in outside)
    return sum(
        len(each.block.text) for each in kept if each.linked < FEW_LINKS * len(each.block.text)
    )


def _is_prose(each: PageBlock) -> bool:
    length = len(each.block.text)
    return length >= PROSE and each.linked < FEW_LINKS * length and not each.hidden


def _cut(root: Element, blocks: Sequence[PageBlock]) -> Outside:
    """Return the blocks in parts that a publisher's rules name."""
    if root.find(f".//*[@{CUT}]") is None:
        return {}
    return {
        each.block.number: Removed(
            each.block, element.get(CUT) or "furniture", "a publisher's rule"
        )
        for each in blocks
        for element in above(each.element)
        if element.get(CUT) is not None
    }


def _strictly(_root: Element, blocks: Sequence[PageBlock], places: Places) -> Outside:
    """Leave out what is hidden and what is unlikely by its name, then look for the region."""
    gone = dict(_hidden(blocks))
    for each in blocks:
        words = places.get(each.element, "")
        if words:
            evidence = f"in a part named {words[:60]}"
            gone.setdefault(each.block.number, Removed(each.block, "outside", evidence))
    return _region(blocks, gone)


def _leniently(_root: Element, blocks: Sequence[PageBlock], _places: Places) -> Outside:
    """Leave out only what is hidden, then look for the region."""
    return _region(blocks, dict(_hidden(blocks)))


def _hidden_too(_root: Element, blocks: Sequence[PageBlock], _places: Places) -> Outside:
    """Look for the region in everything: saved pages sometimes hide the report itself."""
    return _region(blocks, {})


def _hidden(blocks: Sequence[PageBlock]) -> Iterator[tuple[int, Removed]]:
    for each in blocks:
        if each.hidden:
            yield each.block.number, Removed(each.block, "hidden", "the page hides it")


def _region(blocks: Sequence[PageBlock], gone: dict[int, Removed]) -> Outside:
    left = [each for each in blocks if each.block.number not in gone]
    inside: set[int] = set()
    for element in region_of(left):
        within = set(element.iter())
        held = [each for each in left if each.element in within]
        furniture = furniture_in(element, held)
        for each in held:
            evidence = furniture.get(each.block.number)
            if evidence:
                gone[each.block.number] = Removed(each.block, "furniture", evidence)
            else:
                inside.add(each.block.number)
    for each in left:
        if each.block.number not in inside:
            outside = Removed(each.block, "outside", "outside of the part with the report")
            gone.setdefault(each.block.number, outside)
    return gone


def _disagreement(root: Element, blocks: Sequence[PageBlock], outside: Outside) -> Iterator[str]:
    """Yield a doubt where trafilatura, asked for a second opinion, finds another text."""
    kept = (each.block.text for each in blocks if each.block.number not in outside)
    ours, theirs = Counter(" ".join(kept).split()), Counter(_second_opinion(root).split())
    common, most = (ours & theirs).total(), max(ours.total(), theirs.total())
    if theirs and common < AGREED * most:
        yield f"trafilatura finds another text: {theirs.total()} words, {ours.total()} here"


def _second_opinion(root: Element) -> str:
    page = deepcopy(root)  # trafilatura takes the tree apart
    try:
        found = trafilatura.extract(page, fast=True, include_comments=False)
    except (ValueError, TypeError, RecursionError, AttributeError, etree.LxmlError):
        return ""
    return found or ""


def _by_trafilatura(root: Element, blocks: Sequence[PageBlock], _places: Places) -> Outside:
    """Keep the blocks whose words trafilatura returns."""
    words = f" {fold(_second_opinion(root))} "
    return {
        each.block.number: Removed(each.block, "outside", "trafilatura leaves it out")
        for each in blocks
        if f" {fold(each.block.text)} " not in words
    }
