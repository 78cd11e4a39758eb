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
OWN = re.compile(
    r"\b(?:staff|correspondent|columnist|covers|covering|writes|reports|reporter for|author of"
    r"|based in|contributor|contributed|editor|fellow|bureau)\b|@\w"
)
"""Words by which a note speaks of the publisher's own people."""
CREDITS = re.compile(
    r"[(\[–—-]*\s*(?:(?:with )?(?:additional )?(?:reporting|writing|editing) (?:by|from) .*"
    r"|[^.!?]{3,120} contributed (?:to this (?:report|article|story)|reporting|from .{3,40})"
    r"(?: from .{3,60})?)[.)\]]*$",
    re.IGNORECASE,
)
SHORT_NOTE = 12
"""Words."""
BULLET = re.compile(r"[*•·–-]\s|\d+[.)]\s")


def author_notes(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield the lines under the report that say who wrote it, who helped, how to reach them.

    Only lines with no paragraph below them count: people with these jobs stand in reports too.
    """
    for block in reversed(blocks[-NEAR_END:]):
        evidence = _note_evidence(block.text)
        if evidence:
            yield Removed(block, "author's note", evidence)
        elif is_sentence(block.text):
            return


def _note_evidence(text: str) -> str:
    plain = text.strip("\"'“”*_ ")
    if len(text) > LONGEST_NOTE:
        return ""
    if CREDITS.match(plain):
        return "says who helped to write it"
    if FOLLOW.match(plain):
        return "says how to reach the author"
    told = NOTE.match(plain) and (len(plain.split()) <= SHORT_NOTE or OWN.search(plain))
    return "says what the author does" if told else ""


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
