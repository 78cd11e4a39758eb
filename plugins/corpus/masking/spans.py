"""Cut spans out of a text, and move what is annotated in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ..model import DateExpression, Figure, Mention

Span = tuple[int, int]
_Placed = TypeVar("_Placed", Mention, DateExpression, Figure)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order; those that touch become one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def replaced(text: str, spans: Iterable[Span], replacement: str) -> str:
    """Return a text with each span, in order, replaced."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], replacement]
        at = end
    return "".join((*parts, text[at:]))


def within(spans: Iterable[Span], start: int, length: int) -> list[Span]:
    """Return the parts of spans that lie in a stretch, counted from its start."""
    parts = ((max(one - start, 0), min(other - start, length)) for one, other in spans)
    return [(one, other) for one, other in parts if one < other]


def shifted(
    placed: Iterable[_Placed], spans: Mapping[str, list[Span]], size: int
) -> tuple[_Placed, ...]:
    """Return annotations at their new places; those that touch what is masked are left out."""
    kept = []
    for each in placed:
        cut = spans.get(each.anchor, [])
        if not any(start < each.end and each.start < end for start, end in cut):
            moved = sum(size - (end - start) for start, end in cut if end <= each.start)
            kept.append(replace(each, start=each.start + moved, end=each.end + moved))
    return tuple(kept)
