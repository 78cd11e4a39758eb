"""Find the part of a page that holds the report: the element whose paragraphs score highest.

The method is Readability.js's (Mozilla, Apache-2.0): a paragraph's score goes to its ancestors,
less with each level; the share of a candidate's text that is links takes its score down.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .pageblocks import PageBlock
from .tree import BLOCK_TAGS, Element
from .weights import first_score

SCORED_LENGTH = 25
LEVELS = 5
COMMAS = re.compile("[\u002c\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c]")
TOP = 5
SIBLING_SHARE = 0.2
SENTENCE_STOP = re.compile(r"\.( |$)")
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Sums:
    """Characters of text and of links below each element."""

    text: Mapping[Element, int]
    linked: Mapping[Element, int]

    def density(self, element: Element) -> float:
        """Return the share of an element's text that is links, 0 to 1."""
        text = self.text.get(element, 0)
        return self.linked.get(element, 0) / text if text else 0.0


def sums_of(blocks: Sequence[PageBlock]) -> Sums:
    """Add up text and links for all ancestors of the blocks."""
    text: dict[Element, int] = defaultdict(int)
    linked: dict[Element, int] = defaultdict(int)
    for each in blocks:
        length, links = len(each.block.text), each.linked
        for element in (each.element, *each.element.iterancestors()):
            text[element] += length
            if links:
                linked[element] += links
    return Sums(text, linked)


def above(element: Element) -> Iterator[Element]:
    """Yield an element and its ancestors."""
    yield element
    yield from element.iterancestors()


def scores_of(blocks: Sequence[PageBlock], sums: Sums) -> dict[Element, float]:
    """Return each candidate's score, links taken into account."""
    scores: dict[Element, float] = {}
    for each in blocks:
        text = each.block.text
        if len(text) < SCORED_LENGTH or each.element.tag == "h1":
            continue
        own = 1 + len(COMMAS.findall(text)) + 1 + min(len(text) // 100, 3)
        for level, element in enumerate(_candidates(each.element)):
            if element not in scores:
                scores[element] = first_score(element)
            scores[element] += own / (1 if level == 0 else 2 if level == 1 else level * 3)
    return {element: score * (1 - sums.density(element)) for element, score in scores.items()}


def _candidates(element: Element) -> list[Element]:
    """Return up to five ancestors that a block's score goes to; a container holds its own runs."""
    container = any(child.tag in BLOCK_TAGS for child in element)
    path = list(above(element) if container else element.iterancestors())
    return [each for each in path[:LEVELS] if each.tag != "html"]


def region_of(blocks: Sequence[PageBlock]) -> tuple[Element, ...]:
    """Return the elements that hold the report, in page order; none where nothing scores."""
    sums = sums_of(blocks)
    scores = scores_of(blocks, sums)
    if not scores:
        return ()
    order = {element: place for place, element in enumerate(scores)}
    ranked = sorted(scores, key=lambda each: (-scores[each], order[each]))
    top = _climbed(_shared_ancestor(ranked, scores), scores)
    return tuple(_with_siblings(top, scores, sums, blocks))


def _shared_ancestor(ranked: Sequence[Element], scores: Mapping[Element, float]) -> Element:
    """Return the ancestor that at least three near-best candidates share, or the best one."""
    top = ranked[0]
    near = [each for each in ranked[1:TOP] if scores[each] >= scores[top] * 0.75]
    if len(near) < 3:  # noqa: PLR2004 - Readability's MINIMUM_TOPCANDIDATES
        return top
    lines = [set(each.iterancestors()) for each in near]
    for parent in top.iterancestors():
        if parent.tag == "body":
            break
        if sum(parent in line for line in lines) >= 3:  # noqa: PLR2004
            top = parent
            break
    return top


def _climbed(top: Element, scores: Mapping[Element, float]) -> Element:
    """Go up while a parent scores higher, or has nothing beside the candidate."""
    last = scores.get(top, 0.0)
    least = last / 3
    for parent in top.iterancestors():
        score = scores.get(parent)
        if parent.tag == "body" or (score is not None and score < least):
            break
        if score is not None and score > last:
            top = parent
            break
        last = score if score is not None else last
    parent = top.getparent()
    while parent is not None and parent.tag != "body" and len(parent) == 1:
        top, parent = parent, parent.getparent()
    return top


def _with_siblings(
    top: Element, scores: Mapping[Element, float], sums: Sums, blocks: Sequence[PageBlock]
) -> Iterator[Element]:
    """Yield the candidate and those siblings that read on from it."""
    parent = top.getparent()
    if parent is None:
        yield top
        return
    texts = {each.element: each.block.text for each in blocks}
    best = scores.get(top, 0.0)
    least = max(10.0, best * SIBLING_SHARE)
    for sibling in parent:
        same = sibling.get("class") and sibling.get("class") == top.get("class")
        bonus = best * SIBLING_SHARE if same else 0.0
        scored = sibling in scores and scores[sibling] + bonus >= least
        if sibling is top or scored or _is_paragraph(sibling, texts, sums):
            yield sibling


def _is_paragraph(element: Element, texts: Mapping[Element, str], sums: Sums) -> bool:
    if element.tag != "p" or element not in texts:
        return False
    text, density = texts[element], sums.density(element)
    if len(text) > 80:  # noqa: PLR2004 - Readability's length of a sure paragraph
        return density < 0.25  # noqa: PLR2004
    return density == 0 and bool(SENTENCE_STOP.search(text))
