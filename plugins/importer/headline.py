"""Find the headline of a text capture, and what stands around it: labels, byline, date, dek."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .capture import Block, Removed
from .dates import date_line, strip_date
from .lines import edges
from .rules import PublisherRules
from .wording import fold, is_sentence, words_of

LEAST_WORDS = 6
LONGEST_HEADLINE = 40
LONGEST_FIRST = 20
"""Words of a headline that ends as a sentence does."""
LONGEST_BYLINE = 200
"""Characters, with a date and a clock time."""
HEAD = 12
"""How many blocks from the top a byline or date line may stand."""
BY = re.compile(
    r"(?:by|von|par|por|di|door|written by|reported by|reporting by|بقلم|كتب|إعداد)\s*:?\s+",
    re.IGNORECASE,
)
BYLINE = re.compile(
    rf"{BY.pattern}"
    r"(?P<who>\w[^.!?:;\"“”]{2,90})$",
    re.IGNORECASE,
)
CUT_OFF = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)$")
LONGEST_LABEL = 8


def headline_of(blocks: Sequence[Block], told: str = "") -> Block | None:
    """Return the block that is the headline; `told` is what a sidecar calls it.

    It is the line that the sidecar gives, else one that stands twice, else the first of at least
    six words above the prose, else the longest there; failing these, a short first line.
    """
    prose, _ = edges(blocks)
    above = [block for block in blocks[: max(prose, 1)] if _could_be(block.text)]
    same = [block for block in blocks[:HEAD] if told and fold(block.text) == fold(told)]
    if same:
        return same[0]
    if not above:
        return _first_line(blocks)
    folded = [fold(block.text) for block in above]
    doubled = [block for block, text in zip(above, folded, strict=True) if folded.count(text) > 1]
    long = [block for block in above if len(block.text.split()) >= LEAST_WORDS]
    return (doubled or long or [max(above, key=lambda block: len(block.text))])[0]


def _first_line(blocks: Sequence[Block]) -> Block | None:
    """Return a first line that a longer paragraph follows, for headlines with a full stop."""
    if len(blocks) < 2 or len(blocks[0].text.split()) > LONGEST_FIRST:  # noqa: PLR2004
        return None
    first, second = blocks[0], blocks[1]
    apart = first.group != second.group and len(second.text) > len(first.text)
    return first if apart and words_of(first.text) and not CUT_OFF.search(first.text) else None


def _could_be(text: str) -> bool:
    if len(text.split()) > LONGEST_HEADLINE or CUT_OFF.search(text):
        return False
    return bool(words_of(text)) and not text.endswith((".", "۔", "。")) and not byline_of(text)


def around_headline(
    blocks: Sequence[Block], headline: Block | None, _rules: PublisherRules
) -> Iterator[Removed]:
    """Yield the headline itself (moved), its doubles, and the labels above it."""
    if headline is None:
        return
    folded = fold(headline.text)
    for block in blocks:
        if block is headline:
            yield Removed(block, "headline", "moved to the header")
        elif fold(block.text) == folded:
            yield Removed(block, "doubled headline", f"the same words as line {headline.first}")
        elif block.number < headline.number and _is_label(block.text):
            yield Removed(block, "section label", "a few words above the headline, no sentence")


def _is_label(text: str) -> bool:
    return len(text.split()) <= LONGEST_LABEL and not is_sentence(text)


def byline_of(text: str) -> str:
    """Return who signed, if the line is a byline with or without a date; else an empty string."""
    if len(text) > LONGEST_BYLINE or not BY.match(text):
        return ""
    found = BYLINE.match(strip_date(text))
    return found.group("who").strip(" ,|-–—") if found else ""


def bylines_and_dates(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield the byline and date lines near the top (moved to the header)."""
    for block in blocks[:HEAD]:
        if byline_of(block.text):
            yield Removed(block, "byline", f"names who signed: {byline_of(block.text)}")
        elif date_line(block.text):
            yield Removed(block, "date line", f"a date alone: {date_line(block.text)}")


def truncated_deks(blocks: Sequence[Block], _rules: PublisherRules) -> Iterator[Removed]:
    """Yield summaries that are cut off and are the beginning of a later paragraph."""
    for index, block in enumerate(blocks):
        if not CUT_OFF.search(block.text):
            continue
        start = words_of(CUT_OFF.sub("", block.text))
        for later in blocks[index + 1 :]:
            if start and words_of(later.text)[: len(start)] == start:
                yield Removed(block, "truncated dek", f"the beginning of line {later.first}")
                break
