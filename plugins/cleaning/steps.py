"""Lay a capture out: the paragraphs that were kept, and between them what was removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..corpus.addresses import article_page
from ..corpus.model import Annotated, Cleaning, KeptBlock, Paragraph, RemovedBlock

MOVED = frozenset({"headline", "byline", "date line"})
"""Reasons that say that a block's words went into the header (plugins/importer/capture.py)."""
_MANY = 8


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """A reason of the import's list, and how many blocks were removed for it."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class RemovedHere:
    """A removed block on the page; `moved`: its words went into the header."""

    block: RemovedBlock
    moved: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A paragraph of the article, or what was removed in a row between two of them.

    `path` leads to the paragraph on the article's page, `edited`: people changed or added it since
    the import. `gone` counts kept blocks in the row whose paragraph people took away since;
    `folded`: the row is so long that it is shown when asked for.
    """

    paragraph: Paragraph | None = None
    path: str = ""
    edited: bool = False
    removed: tuple[RemovedHere, ...] = ()
    reasons: tuple[ReasonCount, ...] = ()
    gone: int = 0
    folded: bool = False


def steps(cleaning: Cleaning, annotated: Annotated) -> Iterator[Step]:
    """Yield the paragraphs of the article and the rows between them, in the capture's order."""
    numbers = {each.anchor: each.number for each in cleaning.kept if each.anchor}
    lost = tuple(each for each in cleaning.kept if not each.anchor)
    both: tuple[RemovedBlock | KeptBlock, ...] = (*cleaning.blocks, *lost)
    away = sorted(both, key=lambda each: each.number)
    for paragraph in annotated.paragraphs:
        number = numbers.get(paragraph.anchor, 0)
        row = [each for each in away if each.number < number]
        away = away[len(row) :]
        yield from _row(row)
        yield Step(
            paragraph,
            article_page(cleaning.article, paragraph.anchor),
            paragraph.anchor in cleaning.edited,
        )
    yield from _row(away)


def reason_counts(blocks: Iterable[RemovedBlock]) -> tuple[ReasonCount, ...]:
    """Count blocks by reason, the commonest first, then as they come."""
    counts = Counter(each.reason for each in blocks)
    return tuple(ReasonCount(reason, count) for reason, count in counts.most_common())


def _row(away: Iterable[RemovedBlock | KeptBlock]) -> Iterator[Step]:
    row = tuple(away)
    blocks = tuple(each for each in row if isinstance(each, RemovedBlock))
    if row:
        yield Step(
            removed=tuple(RemovedHere(each, each.reason in MOVED) for each in blocks),
            reasons=reason_counts(blocks),
            gone=len(row) - len(blocks),
            folded=len(blocks) > _MANY,
        )
