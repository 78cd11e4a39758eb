"""Draw who is named with an entity: the entity in the middle, its companions on both sides.

Lengths are units of the drawing. Each companion has a row of its own on its side, so that no two
names can overlap, whatever their length and the size of the letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from ..corpus.lines import EntityLine
from .company import Companion

WIDTH = 460
ROW = 58  # two lines of letters of the size that a phone needs
_ARM = 88.0  # how far the farthest companion stands from the middle
_BEND = 1.25  # of the ellipse that companions stand on: its height for that of the rows
_PULL = 0.45  # how far a line between companions is drawn towards the middle
_LETTERS = 17  # in a line of a name
_FEWEST = 2  # companions; one alone is no drawing
_MOST_TIES = 24  # lines between companions, the strongest; more hide one another
_THICKEST = 5.0

Ties = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Node:
    """A companion: its circle, and its name in one or two lines outwards from it."""

    entity: EntityLine
    together: int
    x: float
    y: float
    radius: float
    words_x: float
    anchor: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two that are named in the same paragraphs; `path` is the `d` of a path."""

    path: str
    width: float
    is_tie: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing: the middle at `x`, `y`, the companions, lines to it and among them (ties)."""

    width: int
    height: int
    x: float
    y: float
    radius: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(companions: Sequence[Companion], ties: Ties) -> Graph | None:
    """Return the drawing of an entity's companions; None where they are fewer than two.

    `ties` counts the paragraphs that name two companions, by their slugs in alphabetical order.
    Those that are named together stand beside each other as far as a ring allows.
    """
    if len(companions) < _FEWEST:
        return None
    ring = _ring(companions, ties)
    half = (len(ring) + 1) // 2
    most = max(each.together for each in ring)
    height = ROW * half
    sides = ((ring[:half], 1), (tuple(reversed(ring[half:])), -1))
    nodes = tuple(
        _node(each, _row(at, len(side), height), sign, height, most)
        for side, sign in sides
        for at, each in enumerate(side)
    )
    middle = (WIDTH / 2, height / 2)
    return Graph(
        WIDTH, height, *middle, 11.0, nodes, (*_ties(nodes, ties, middle), *_rays(nodes, middle))
    )


def _ring(companions: Sequence[Companion], ties: Ties) -> tuple[Companion, ...]:
    """Return the companions in the order of a ring, each followed by who is most tied to it."""
    left = list(companions)
    ring = [left.pop(0)]
    while left:
        tied = [ties.get(_pair(ring[-1].entity.slug, each.entity.slug), 0) for each in left]
        ring.append(left.pop(tied.index(max(tied))))
    return tuple(ring)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _row(at: int, rows: int, height: int) -> float:
    """Return the middle of a row; a side with fewer rows stands in the middle of the height."""
    return (height - rows * ROW) / 2 + ROW * (at + 0.5)


def _node(companion: Companion, y: float, sign: int, height: int, most: int) -> Node:
    reach = (y - height / 2) / (height / 2 * _BEND)
    x = WIDTH / 2 + sign * _ARM * sqrt(1 - reach * reach)
    radius = 3.5 + 5.5 * sqrt(companion.together / most)
    return Node(
        entity=companion.entity,
        together=companion.together,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        words_x=round(x + sign * (radius + 6), 1),
        anchor="start" if sign > 0 else "end",
        words=_words(companion.entity.name),
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(wrap(name, _LETTERS, max_lines=2, placeholder="…"))


def _rays(nodes: Iterable[Node], middle: tuple[float, float]) -> tuple[Edge, ...]:
    """Return the lines from the middle; the thickest is that of the most paragraphs."""
    found = tuple(nodes)
    most = max(each.together for each in found)
    return tuple(
        Edge(
            f"M{middle[0]:g} {middle[1]:g}L{each.x:g} {each.y:g}",
            _width(each.together, most),
            False,
        )
        for each in found
    )


def _ties(nodes: Iterable[Node], ties: Ties, middle: tuple[float, float]) -> tuple[Edge, ...]:
    """Return the lines among the companions, bent towards the middle, the weakest first."""
    at = {each.entity.slug: each for each in nodes}
    known = [pair for pair in ties if pair[0] in at and pair[1] in at]
    drawn = sorted(known, key=lambda pair: (-ties[pair], pair))[:_MOST_TIES]
    most = max((ties[pair] for pair in drawn), default=1)
    return tuple(
        Edge(_bow(at[one], at[other], middle), _width(ties[one, other], most), True)
        for one, other in reversed(drawn)
    )


def _bow(one: Node, other: Node, middle: tuple[float, float]) -> str:
    x = (one.x + other.x) / 2
    y = (one.y + other.y) / 2
    bent = (x + (middle[0] - x) * _PULL, y + (middle[1] - y) * _PULL)
    return f"M{one.x:g} {one.y:g}Q{bent[0]:.1f} {bent[1]:.1f} {other.x:g} {other.y:g}"


def _width(together: int, most: int) -> float:
    return round(1 + (_THICKEST - 1) * together / most, 1) if most > 1 else 1.0
