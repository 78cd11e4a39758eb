"""Recognise what stands under a report: the author's note, and headlines of other reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .capture import Block, Removed
from .rules import PublisherRules
from .wording import is_sentence

NEAR_END = 8
LONGEST_NOTE = 320
"""Characters."""
LONGEST_HEADLINE = 24
JOB = (
    r"(?:correspondent|reporter|writer|editor|journalist|contributor|columnist|fellow|author"
    r"|producer|photographer|intern|bureau chief|analyst|staff|stringer|blogger|novelist|historian)"
)
NOTE = re.compile(
    r"(?:[A-Z][\w.'’-]+,? ){1,8}(?:is|are|was|reports?|reported|writes|covers|contributed)\b"
    rf"(?=.*\b{JOB}s?\b).*$"
)
FOLLOW = re.compile(
    r"(?:follow|email|e-mail|contact|reach|write to) [^.]{0,60}(?:@|on twitter|at )", re.IGNORECASE
)
BULLET = re.compile(r"[*•·–-]\s|\d+[.)]\s")


def author_notes(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield lines near the end that say who the author is or how to reach them."""
    for block in blocks[-NEAR_END:]:
        quoted = '"' in block.text or "“" in block.text
        if quoted or len(block.text) > LONGEST_NOTE:
            continue
        if NOTE.match(block.text):
            yield Removed(block, "author's note", "says what the author does")
        elif FOLLOW.match(block.text):
            yield Removed(block, "author's note", "says how to reach the author")


def related_headlines(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield headlines of other reports under the last sentence.

    They are no sentences. One alone could be the report's own last line: it takes two, or one
    under a line that was furniture (a gap in the numbers of the blocks that are left).
    """
    last = max((i for i, block in enumerate(blocks) if _ends_report(block.text)), default=None)
    if last is None:
        return
    under = blocks[last + 1 :]
    gap = under and under[0].number > blocks[last].number + 1
    if len(under) >= 2 or gap:  # noqa: PLR2004
        for block in under:
            if not BULLET.match(block.text):
                evidence = f"no sentence, under the last one in line {blocks[last].first}"
                yield Removed(block, "related headline", evidence)


def _ends_report(text: str) -> bool:
    """Tell whether a line is a sentence of the report; a short question may be a headline."""
    question = text.endswith(("?", "؟")) and len(text.split()) <= LONGEST_HEADLINE
    return (is_sentence(text) and not question) or len(text.split()) > LONGEST_HEADLINE
