"""Find room for the labels of a map: greedily, the most important first, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE = 13.0  # units, the font size of a label
_WIDTH = 0.56  # of the font size, a mean letter of a text face with some air
_GAP = 3.0  # units between a mark and its label
_FAR = 20.0  # units, how far off a label may stand with a leader


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


def place(marks: Sequence[Mark], width: float, height: float) -> tuple[Label | None, ...]:
    """Return a label for each mark, or None where there is no room.

    Earlier marks choose first. A label covers no mark, no other label and not the edge.
    """
    taken = [(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks]
    labels: list[Label | None] = []
    for mark in marks:
        found = next(
            (
                (label, room)
                for label, room in _candidates(mark)
                if _inside(room, width, height) and not any(_cross(room, other) for other in taken)
            ),
            None,
        )
        labels.append(found[0] if found else None)
        if found:
            taken.append(found[1])
    return tuple(labels)


def _candidates(mark: Mark) -> Iterator[tuple[Label, Rectangle]]:
    """Yield the places for a label, the best first: beside, above, below, at the corners, far."""
    near = mark.radius + _GAP
    slant = near * 0.71
    middle = SIZE * 0.35  # from the line's middle down to its baseline
    for reach, leader in ((0.0, False), (_FAR, True)):
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
            label = Label(round(mark.x + across, 1), round(mark.y + up, 1), anchor, leader)
            yield label, _room(label, mark.text)


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
