"""Find room for the labels of a map: greedily, the most important first, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

SIZE = 16.0  # units, a label's font size on the narrowest screen; wider ones show it smaller
_WIDTH = 0.56  # of the font size, a mean letter of a text face with some air
_PUSH = 40.0  # units, how far a label may be pushed in from the edge
_GAP = 3.0  # units between a mark and its label
_FAR = (20.0, 36.0, 56.0)  # units, how far off a label may stand with a leader


@dataclass(frozen=True, slots=True)
class Mark:
    """A round mark that wants a label: its middle, its radius, and the words."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words begin (`anchor`: start, middle or end), and whether a leader is drawn."""

    x: float
    y: float
    anchor: str
    leader: bool


Rectangle = tuple[float, float, float, float]


def place(
    marks: Sequence[Mark], width: float, height: float, kept: Sequence[Rectangle] = ()
) -> tuple[Label | None, ...]:
    """Return a label for each mark, or None where there is no room.

    Earlier marks choose first. A label covers no mark, no other label, not the edge, and none of
    the rectangles that are `kept` free (left, top, right, bottom).
    """
    drawn = (m for m in marks if m.radius)
    around = ((m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in drawn)
    taken = [*around, *kept]
    labels: list[Label | None] = []
    for mark in marks:
        found = next(
            (
                (label, room)
                for label, room in (_pushed(each, mark.text, width) for each in _candidates(mark))
                if _inside(room, width, height) and not any(_cross(room, other) for other in taken)
            ),
            None,
        )
        labels.append(found[0] if found else None)
        if found:
            taken.append(found[1])
    return tuple(labels)


def _candidates(mark: Mark) -> Iterator[Label]:
    """Yield the places for a label, the best first: beside, above, below, at the corners, far."""
    near = mark.radius + _GAP
    slant = near * 0.71
    middle = SIZE * 0.35  # from the line's middle down to its baseline
    if not mark.radius:  # nothing is drawn: the words stand in its place, or close to it
        for right, down in product((0, 1, -1, 2, -2), (0, -1, 1)):
            x, y = mark.x + right * _FAR[1], mark.y + down * _FAR[0]
            yield Label(x, y + middle, "middle", False)
        return
    for reach, leader in ((0.0, False), *((far, True) for far in _FAR)):
        straight, corner = near + reach, slant + reach * 0.71
        for across, up, anchor in (
            (straight, middle, "start"),
            (-straight, middle, "end"),
            (0.0, -straight, "middle"),
            (0.0, straight + SIZE * 0.75, "middle"),
            (corner, -corner, "start"),
            (corner, corner + SIZE * 0.6, "start"),
            (-corner, -corner, "end"),
            (-corner, corner + SIZE * 0.6, "end"),
        ):
            yield Label(mark.x + across, mark.y + up, anchor, leader)


def _pushed(label: Label, text: str, width: float) -> tuple[Label, Rectangle]:
    """Return a label and its room; one above or below its mark is pushed in from the edge."""
    left, _, right, _ = _room(label, text)
    push = max(0.0, -left) - max(0.0, right - width) if label.anchor == "middle" else 0.0
    push = push if abs(push) <= _PUSH else 0.0
    moved = replace(label, x=round(label.x + push, 1), y=round(label.y, 1))
    return moved, _room(moved, text)


def _room(label: Label, text: str) -> Rectangle:
    """Return the rectangle that the words fill."""
    width = len(text) * SIZE * _WIDTH
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return left, label.y - SIZE * 0.8, left + width, label.y + SIZE * 0.25


def _inside(room: Rectangle, width: float, height: float) -> bool:
    left, top, right, bottom = room
    return left >= 0 and top >= 0 and right <= width and bottom <= height


def _cross(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
