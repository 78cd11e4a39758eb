"""Cut a page into blocks: the runs of text in its block elements, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .capture import Block
from .tree import BLOCK_TAGS, SILENT_TAGS, Element, is_hidden, role_of

SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")
PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page, the element it stands in, how many of its characters are links."""

    block: Block
    element: Element
    linked: int = 0
    hidden: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of a walk through the tree: open block elements, links, and text not yet cut."""

    owners: list[Element]
    blocks: list[PageBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    hiding: list[Element] = field(default_factory=list)

    def opened(self, element: Element) -> None:
        """Enter an element; a block element ends the text before it."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            self.cut()
            self.owners.append(element)
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "a":
            self.links += 1
        if is_hidden(element):
            self.hiding.append(element)
        self.add(element.text)

    def closed(self, element: Element) -> None:
        """Leave an element; a block element ends its own text."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            self.cut()
            self.owners.pop()
        elif tag == "a":
            self.links -= 1
        if self.hiding and self.hiding[-1] is element:
            self.hiding.pop()

    def add(self, text: str | None) -> None:
        """Take up a piece of text; only line breaks of the markup count as such."""
        if text:
            self.parts.append(text.replace("\n", " "))
            self.linked += len(text.strip()) if self.links else 0

    def cut(self) -> None:
        """Make blocks of the text taken up; two line breaks in a row stand between two."""
        if not self.parts:
            return
        whole, linked = "".join(self.parts), self.linked
        self.parts, self.linked = [], 0
        if not whole.strip():
            return
        owner = self.owners[-1]
        first, (role, level) = owner.sourceline or 1, role_of(owner)
        for text in filter(None, map(_plain, PARAGRAPH_BREAK.split(whole))):
            number = len(self.blocks) + 1
            block = Block(number, text, first, first, role, level)
            here = min(linked, len(text))
            self.blocks.append(PageBlock(block, owner, here, bool(self.hiding)))


def _plain(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def page_blocks(root: Element) -> tuple[PageBlock, ...]:
    """Return the page's blocks, numbered from 1; scripts, form fields and the like are left out.

    The walk does not recurse, so that no depth of markup is too deep for it.
    """
    state = _Walk([root])
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        silent = element.tag in SILENT_TAGS
        if event == "start" and silent:
            walk.skip_subtree()
        elif event == "start":
            state.opened(element)
        else:
            if not silent:
                state.closed(element)
            if element is not root:
                state.add(element.tail)
    state.cut()
    return tuple(state.blocks)
