"""Cut a plain-text capture into blocks: a line, or the lines of a hard-wrapped paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from .capture import Block

WIDEST_WRAP = 100
NARROWEST_WRAP = 50
WRAPPED_SHARE = 0.6
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " "})


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, numbered from 1, with their lines.

    No-break spaces become spaces; outer white space goes. Lines between two empty lines are a
    group; in a hard-wrapped text the lines of a group are one block.
    """
    lines = [line.translate(SPACES).strip() for line in text.split("\n")]
    groups = tuple(_groups(lines))
    if is_wrapped(groups):
        cut = [_unwrapped(group) for group in groups]
    else:
        cut = [[(line, number, number) for line, number in group] for group in groups]
    places = [(place, index) for index, group in enumerate(cut) for place in group]
    return tuple(
        Block(number, line, first, last, group=group)
        for number, ((line, first, last), group) in enumerate(places, 1)
    )


def _groups(lines: list[str]) -> Iterator[list[tuple[str, int]]]:
    group: list[tuple[str, int]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line:
            group.append((line, number))
        elif group:
            yield group
            group = []


def is_wrapped(groups: tuple[list[tuple[str, int]], ...]) -> bool:
    """Tell whether a text was broken into lines of one width, as mail programs do.

    Evidence: most lines that another line follows are nearly as long as the longest, which is
    between 50 and 100 characters, and the next word would not have fitted.
    """
    width = max((len(line) for group in groups for line, _ in group), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    pairs = [
        (line, following)
        for group in groups
        for (line, _), (following, _) in itertools.pairwise(group)
    ]
    full = sum(len(line) + 1 + len(following.split(" ", 1)[0]) > width for line, following in pairs)
    return len(pairs) > 1 and full >= WRAPPED_SHARE * len(pairs)


def _unwrapped(group: list[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Join a group's lines; a line that begins with a bullet begins a block of its own."""
    joined: list[tuple[str, int, int]] = []
    for line, number in group:
        if joined and not line.startswith(("* ", "- ", "• ", "– ")):
            text, first, _ = joined[-1]
            joined[-1] = (f"{text} {line}", first, number)
        else:
            joined.append((line, number, number))
    return joined
