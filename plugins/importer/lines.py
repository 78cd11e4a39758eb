"""Recognise furniture a line at a time: patterns, and lines that a publisher's captures share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .capture import Block, Removed
from .rules import LineRule, PublisherRules
from .wording import fold, is_prose

LONGEST_REPEATED = 14
LONGEST_TRIED = 400
"""Characters: a pattern that backtracks stays cheap on a line of this length."""
EDGE = 6
"""How many blocks at either end count as the edge where a capture has no prose to measure by."""


def furniture_lines(blocks: Sequence[Block], rules: PublisherRules) -> Iterator[Removed]:
    """Yield the blocks that match a line rule of the publisher, or stand in its other captures."""
    head, tail = edges(blocks)
    for index, block in enumerate(blocks):
        place = "head" if index < head else "tail" if index >= tail else "body"
        found = _by_pattern(block, rules.lines, place) or _by_repetition(block, rules, place)
        if found:
            yield found


def edges(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return where the prose begins and where it has ended (indexes, half open)."""
    prose = [index for index, block in enumerate(blocks) if is_prose(block.text)]
    if not prose:
        return min(EDGE, len(blocks)), max(len(blocks) - EDGE, 0)
    return prose[0], prose[-1] + 1


def _by_pattern(block: Block, lines: Sequence[LineRule], place: str) -> Removed | None:
    words = len(block.text.split())
    if len(block.text) > LONGEST_TRIED:
        return None
    for rule in lines:
        if words > rule.words or not _is_there(rule.where, place):
            continue
        if rule.pattern.match(block.text):
            return Removed(block, rule.reason, "a line of this form is furniture")
    return None


def _is_there(where: str, place: str) -> bool:
    return where in ("any", place) or (where == "edges" and place != "body")


def _by_repetition(block: Block, rules: PublisherRules, place: str) -> Removed | None:
    """Recognise a short line, or any line outside of the prose, that other captures have too."""
    if fold(block.text) not in rules.repeated:
        return None
    if place == "body" and len(block.text.split()) > LONGEST_REPEATED:
        return None
    return Removed(block, "repeated line", "the line stands in several captures of the publisher")
