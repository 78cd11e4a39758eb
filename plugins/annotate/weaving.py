"""Weave annotations into an article's HTML without changing a character of its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from bs4.element import PageElement, PreformattedString, Tag

from ..corpus.addresses import entity_page, relative
from ..corpus.model import DateExpression, Figure, Mention
from .blocks import Block

# Every article's page lies in one folder, so links out of its text all begin alike.
PAGE = "articles/article.html"
_CALENDAR_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?=[?~%]?\Z)")

_STRETCH = 64  # characters; spans of a text are compared with those near them alone
_VOID = ("br", "hr")  # of the elements that a text may have

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """An element to put around a stretch of a paragraph's text."""

    start: int
    end: int
    name: str
    attributes: Attributes


@dataclass(slots=True)
class _Knot:
    """A span with the spans that lie within it."""

    span: Span
    within: list[_Knot] = field(default_factory=list)


def mention_span(mention: Mention, kind: str) -> Span:
    """Return the link of a mention to its entity's page."""
    return Span(mention.start, mention.end, "a", _link_to(kind, mention.entity))


@lru_cache(maxsize=4096)
def _link_to(kind: str, slug: str) -> Attributes:
    address = relative(entity_page(kind, slug), PAGE)
    return (("class", f"mention {kind}"), ("href", address), ("data-entity", slug))


def date_span(date: DateExpression) -> Span:
    """Return the element of a date expression: `time` where HTML has a form for the date.

    HTML has none for a range or a date that is not known; `time` would have to be one in itself.
    """
    plain = _CALENDAR_DATE.match(date.edtf)
    attributes = [("class", "date")]
    if plain:
        attributes.append(("datetime", plain[0]))
    if date.edtf:
        attributes += [("data-edtf", date.edtf), ("title", date.edtf)]
    return Span(date.start, date.end, "time" if plain else "span", tuple(attributes))


def figure_span(figure: Figure) -> Span:
    """Return the data element of a figure."""
    low, high = _number(figure.low), _number(figure.high)
    attributes = (
        ("class", "figure"),
        ("value", low or high),
        ("data-low", low),
        ("data-high", high),
        ("data-unit", figure.unit),
        ("data-said-by", figure.said_by),
    )
    return Span(figure.start, figure.end, "data", attributes)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


class Woven(PreformattedString):
    """A text node that holds finished HTML: one node is cheaper than a tree of elements."""


def weave(block: Block, spans: Sequence[Span]) -> None:
    """Put the spans into the paragraph. Of two that cross, the first in `spans` stays.

    A span over several text nodes (a name half in bold) becomes an element in each of them.
    """
    knots = _nested(_uncrossed(spans))
    if not knots:
        return
    for piece in block.pieces:
        end = piece.start + len(piece.node)
        if any(each.span.start < end and each.span.end > piece.start for each in knots):
            html = "".join(_parts(knots, piece.node, piece.start, (piece.start, end)))
            piece.node.replace_with(Woven(html))


def tag(name: str, attributes: Attributes, content: str) -> str:
    """Return an element as HTML; `content` is HTML already."""
    return f"{_opening(name, attributes)}{content}</{name}>"


def written(element: Tag) -> str:
    """Return an element of a woven tree as HTML, to be cleaned, however deep it is.

    Beautiful Soup's own way of writing makes events of the tree, and looks for entities in what is
    woven already; what it writes is the same, attributes in the order of their names.
    """
    parts: list[str] = []
    waiting: list[PageElement] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            parts.append(_opening(node.name, sorted(node.attrs.items())))
            if node.name not in _VOID:
                waiting.append(Woven(f"</{node.name}>"))
                waiting.extend(reversed(node.contents))
        else:
            text = str(node)
            parts.append(text if isinstance(node, Woven) else escape(text, quote=False))
    return "".join(parts)


def _opening(name: str, attributes: Iterable[tuple[str, object]]) -> str:
    inside = "".join(f' {key}="{escape(_value(value))}"' for key, value in attributes)
    return f"<{name}{inside}>"


def _value(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def _uncrossed(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    near: defaultdict[int, list[Span]] = defaultdict(list)  # by the stretches that they touch
    for span in spans:
        stretches = range(span.start // _STRETCH, span.end // _STRETCH + 1)
        if not any(_cross(span, each) for stretch in stretches for each in near[stretch]):
            kept.append(span)
            for stretch in stretches:
                near[stretch].append(span)
    return sorted(kept, key=lambda each: (each.start, -each.end))


def _cross(one: Span, other: Span) -> bool:
    """Tell whether two spans overlap so that neither element could stand within the other."""
    if one.end <= other.start or other.end <= one.start:
        return False
    outer, inner = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    contained = outer.start <= inner.start and inner.end <= outer.end
    return not contained or outer.name in (inner.name, "a")


def _nested(spans: Sequence[Span]) -> list[_Knot]:
    roots: list[_Knot] = []
    open_knots: list[_Knot] = []
    for span in spans:
        knot = _Knot(span)
        while open_knots and open_knots[-1].span.end <= span.start:
            open_knots.pop()
        (open_knots[-1].within if open_knots else roots).append(knot)
        open_knots.append(knot)
    return roots


def _parts(
    knots: Sequence[_Knot], text: str, offset: int, limits: tuple[int, int]
) -> Iterator[str]:
    """Yield the text between two limits as HTML, with the elements of the knots around it."""
    at, end = limits
    for knot in knots:
        start, stop = max(knot.span.start, at), min(knot.span.end, end)
        if start >= stop:
            continue
        yield escape(text[at - offset : start - offset], quote=False)
        within = "".join(_parts(knot.within, text, offset, (start, stop)))
        yield tag(knot.span.name, knot.span.attributes, within)
        at = stop
    yield escape(text[at - offset : end - offset], quote=False)
