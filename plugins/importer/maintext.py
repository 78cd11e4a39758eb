"""Decide which blocks of a page are its report: the region that scores, or trafilatura's answer.

A region that holds little of the page's prose is doubtful. It is sought again with fewer
exclusions; if doubt remains, trafilatura is asked, and the answer with more prose counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import trafilatura
from lxml import etree

from .capture import Removed
from .containers import furniture_in
from .pageblocks import PageBlock
from .region import above, region_of
from .tree import CUT, Element
from .weights import unlikely_places
from .wording import fold

PROSE = 80
"""Characters of a block that is likely prose."""
ENOUGH = 500
"""Characters of a report below which another way is tried (Readability's threshold)."""
FEW_LINKS = 0.3
SHARE = 0.4
"""The share of the page's likely prose that a region holds where there is no doubt."""

Outside = Mapping[int, Removed]
Way = Callable[[Element, Sequence[PageBlock]], Outside]


@dataclass(frozen=True, slots=True)
class Report:
    """The blocks of a page that are not its report, with reasons; and what is unsure."""

    outside: Outside = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def report_on(root: Element, blocks: Sequence[PageBlock]) -> Report:
    """Return which blocks are outside of the report, by the first way that leaves no doubt."""
    cut = _cut(blocks)
    left = [each for each in blocks if each.block.number not in cut]
    places = unlikely_places(left)
    likely = sum(len(e.block.text) for e in left if _is_prose(e) and not places.get(e.element))
    best: Outside = {
        each.block.number: Removed(each.block, "outside", "no report") for each in left
    }
    held = 0
    for number, way in enumerate((_strictly, _leniently, _by_trafilatura, _hidden_too)):
        outside = way(root, left)
        found = _held(left, outside)
        if found > held * 1.1:
            best, held = outside, found
        if held >= ENOUGH and held >= SHARE * likely:
            return Report({**best, **cut}, ("found with fewer exclusions",) if number else ())
    return Report({**best, **cut}, ("most of the page's prose is outside of the report",))


def _held(blocks: Sequence[PageBlock], outside: Outside) -> int:
    kept = (each for each in blocks if each.block.number not in outside)
    return sum(
        len(each.block.text) for each in kept if each.linked < FEW_LINKS * len(each.block.text)
    )


def _is_prose(each: PageBlock) -> bool:
    length = len(each.block.text)
    return length >= PROSE and each.linked < FEW_LINKS * length and not each.hidden


def _cut(blocks: Sequence[PageBlock]) -> Outside:
    """Return the blocks in parts that a publisher's rules name."""
    return {
        each.block.number: Removed(
            each.block, element.get(CUT) or "furniture", "a publisher's rule"
        )
        for each in blocks
        for element in above(each.element)
        if element.get(CUT) is not None
    }


def _strictly(_root: Element, blocks: Sequence[PageBlock]) -> Outside:
    """Leave out what is hidden and what is unlikely by its name, then look for the region."""
    places = unlikely_places(blocks)
    gone = dict(_hidden(blocks))
    for each in blocks:
        words = places.get(each.element, "")
        if words:
            evidence = f"in a part named {words[:60]}"
            gone.setdefault(each.block.number, Removed(each.block, "outside", evidence))
    return _region(blocks, gone)


def _leniently(_root: Element, blocks: Sequence[PageBlock]) -> Outside:
    """Leave out only what is hidden, then look for the region."""
    return _region(blocks, dict(_hidden(blocks)))


def _hidden_too(_root: Element, blocks: Sequence[PageBlock]) -> Outside:
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
        held = [each for each in left if element in set(above(each.element))]
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


def _by_trafilatura(root: Element, blocks: Sequence[PageBlock]) -> Outside:
    """Keep the blocks whose words trafilatura returns."""
    try:
        found = trafilatura.extract(
            etree.tostring(root, encoding="unicode", method="html"), include_comments=False
        )
    except (ValueError, TypeError, RecursionError, AttributeError, etree.LxmlError):
        found = None
    words = f" {fold(found or '')} "
    return {
        each.block.number: Removed(each.block, "outside", "trafilatura leaves it out")
        for each in blocks
        if f" {fold(each.block.text)} " not in words
    }
