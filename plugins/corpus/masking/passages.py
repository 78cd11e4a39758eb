"""Mask words and entities in an article's HTML, across the elements of a paragraph."""

from __future__ import annotations

from itertools import accumulate
from urllib.parse import unquote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..model import Passage
from .spans import joined, replaced, within
from .words import Phrases


def mask_passage(
    passage: Passage, phrases: Phrases, slugs: frozenset[str], replacement: str
) -> Passage:
    """Return a passage without the mentions of masked entities and without masked words.

    Its HTML is clean already; only text and attributes are changed, and elements taken away.
    """
    soup = BeautifulSoup(passage.html, "html.parser")
    blocks = [each for anchor in passage.anchors for each in soup.find_all(id=anchor)]
    for block in blocks or [soup]:
        _mask_text(block, phrases, slugs, replacement)
        for element in (block, *block.find_all(True)):
            _mask_attributes(element, phrases, slugs, replacement)
    return Passage(str(soup), passage.anchors)


def _mask_text(block: Tag, phrases: Phrases, slugs: frozenset[str], replacement: str) -> None:
    """Mask a paragraph's text; a name over several text nodes is replaced once."""
    nodes = [each for each in block.descendants if isinstance(each, NavigableString)]
    ends = list(accumulate(map(len, nodes)))
    named = (
        (end - len(node), end)
        for node, end in zip(nodes, ends, strict=True)
        if any(above.get("data-entity") in slugs for above in node.parents)
    )
    spans = joined((*phrases.spans("".join(nodes)), *named))
    for node, end in zip(nodes, ends, strict=True):
        start = end - len(node)
        parts = within(spans, start, len(node))
        if parts:
            masked = replaced(node, parts, replacement)
            goes_on = any(first < start < last for first, last in spans)
            node.replace_with(
                NavigableString(masked.removeprefix(replacement) if goes_on else masked)
            )


def _mask_attributes(
    element: Tag, phrases: Phrases, slugs: frozenset[str], replacement: str
) -> None:
    if element.get("data-entity") in slugs:
        element.unwrap()
        return
    if element.get("data-said-by") in slugs:
        del element["data-said-by"]
    for name, value in list(element.attrs.items()):
        if name == "href" and phrases.met(unquote(str(value))):
            del element["href"]
        elif isinstance(value, str) and name not in ("id", "href", "class"):
            element[name] = replaced(value, joined(phrases.spans(value)), replacement)
