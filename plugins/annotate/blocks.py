"""Find the paragraphs of an article's HTML: their text, and the text nodes it is made of.

A paragraph is an element that holds text directly: a p, a heading, a list item, a table cell. Its
text is what a reader sees: line ends of the source are spaces, space at either end is left out.
The tree is changed only in that white space, so that offsets in the text are offsets in the tree.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

_ROLES = {
    "p": "p",
    "pre": "p",
    "dt": "item",
    "dd": "item",
    "li": "item",
    "td": "cell",
    "th": "cell",
    "caption": "cell",
    "blockquote": "quote",
    **{f"h{level}": "heading" for level in range(2, 7)},
}
_UNTOUCHED = {"a", "code", "pre", "kbd", "samp"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node and where its text begins in the paragraph's text."""

    node: NavigableString
    start: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in the tree: its element, role, text, and the pieces of the text."""

    element: Tag
    role: str
    text: str
    pieces: tuple[Piece, ...]

    def untouched(self) -> tuple[tuple[int, int], ...]:
        """Return the spans of the text that stand in links and code, where nothing is annotated."""
        return tuple(
            (piece.start, piece.start + len(piece.node))
            for piece in self.pieces
            if nearest(piece.node, _UNTOUCHED)
        )


def nearest(node: NavigableString | Tag, names: Container[str]) -> Tag | None:
    """Return the nearest element around a node that has one of the names.

    Beautiful Soup's find_parent makes a filter of the names at each call, which costs more than
    all else that is done to a node.
    """
    element = node.parent
    while element is not None and element.name not in names:
        element = element.parent
    return element


def parse(html: str) -> BeautifulSoup:
    """Parse clean HTML. The standard library's parser keeps any depth; lxml drops below 256."""
    return BeautifulSoup(html, "html.parser")


def blocks(soup: BeautifulSoup) -> tuple[Block, ...]:
    """Return the paragraphs in the order of the text."""
    nodes_of: dict[int, list[NavigableString]] = {}
    owners: dict[int, Tag] = {}
    for node in [each for each in soup.descendants if isinstance(each, NavigableString)]:
        owner = nearest(node, _ROLES) or _wrapped(node, soup)
        if owner is not None:
            owners[id(owner)] = owner
            nodes_of.setdefault(id(owner), []).append(node)
    found = (_block(owner, nodes_of[key]) for key, owner in owners.items())
    return tuple(block for block in found if block.text)


def _wrapped(node: NavigableString, soup: BeautifulSoup) -> Tag | None:
    """Give text that stands outside of any paragraph one of its own."""
    if not node.strip():
        return None
    outermost: NavigableString | Tag = node
    while outermost.parent is not None and outermost.parent is not soup:
        outermost = outermost.parent
    return outermost.wrap(soup.new_tag("p"))


def _block(owner: Tag, nodes: list[NavigableString]) -> Block:
    if owner.name != "pre":
        nodes = _trimmed(nodes)
    pieces: list[Piece] = []
    text = ""
    for node in nodes:
        if _after_line_break(node) and text and not node.startswith(" "):
            text += " "
        pieces.append(Piece(node, len(text)))
        text += node
    role = "quote" if nearest(owner, ("blockquote",)) else _ROLES[owner.name]
    return Block(owner, role, text, tuple(pieces))


def _after_line_break(node: NavigableString) -> bool:
    previous = node.previous_sibling
    return isinstance(previous, Tag) and previous.name == "br"


def _trimmed(nodes: list[NavigableString]) -> list[NavigableString]:
    """Make line ends spaces, and take the white space at either end away, in the tree itself."""
    texts = [str(node).replace("\n", " ") for node in nodes]
    first, last = 0, len(texts)
    while first < last and not texts[first].strip():
        nodes[first].extract()
        first += 1
    while last > first and not texts[last - 1].strip():
        last -= 1
        nodes[last].extract()
    if first == last:
        return []
    texts[first] = texts[first].lstrip()
    texts[last - 1] = texts[last - 1].rstrip()
    return [_replaced(nodes[n], texts[n]) for n in range(first, last)]


def _replaced(node: NavigableString, text: str) -> NavigableString:
    if node == text:
        return node
    fresh = NavigableString(text)
    node.replace_with(fresh)
    return fresh
