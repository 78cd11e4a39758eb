"""Recognise pull quotes: words of the body that stand a second time, set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .capture import Block, Removed
from .rules import PublisherRules
from .wording import fold

LEAST_WORDS = 6
LONGEST = 80
LONGEST_SEARCH = 500_000_000
"""Blocks times characters: some thousand paragraphs; looking further would take minutes."""
SPEAKER = re.compile(r"[-–—~]+\s*\S.{1,80}$")


def pull_quotes(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield blocks whose words all stand, in a row, in another block, and who is named under them.

    Of two equal blocks the second goes. Nothing is lost: the words are still in the body.
    """
    folded = [f" {fold(block.text)} " for block in blocks]
    whole = "\n".join(folded)
    if len(blocks) * len(whole) > LONGEST_SEARCH:
        return
    for index, block in enumerate(blocks):
        if not LEAST_WORDS <= folded[index].count(" ") - 1 <= LONGEST:
            continue
        if whole.find(folded[index], whole.find(folded[index]) + 1) < 0:
            continue  # once is the block itself
        home = _home(folded, index)
        if home is not None:
            evidence = f"the same words stand in line {blocks[home].first}"
            yield Removed(block, "pull quote", evidence)
            yield from _speaker(blocks, index)


def _home(folded: Sequence[str], index: int) -> int | None:
    """Return the index of the block that has these words: a longer one, or an equal one before."""
    words = folded[index]
    for other, text in enumerate(folded):
        longer = len(text) > len(words) or (len(text) == len(words) and other < index)
        if other != index and longer and words in text:
            return other
    return None


def _speaker(blocks: Sequence[Block], index: int) -> Iterator[Removed]:
    following = blocks[index + 1 : index + 2]
    for block in following:
        if SPEAKER.match(block.text) and block.last - blocks[index].last <= 2:  # noqa: PLR2004
            yield Removed(block, "pull quote", f"names the speaker of line {blocks[index].first}")
