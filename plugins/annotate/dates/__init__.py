"""Find the date expressions of an article and read them against its date and its narrative.

The grammar is ours, and it is data: tables of patterns (table_*.py), each with the example that
is its test. What a form means is said by the readers (read_*.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...corpus.edtf import bounds, doubtful, is_approximate, is_uncertain
from ...corpus.model import DateExpression
from .context import NO_DAY, Context
from .narrative import after
from .ranges import joined
from .reckon import edtf_of
from .scan import Found, fitting, prepared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...corpus.model import Paragraph
    from .pattern import Reading

__all__ = ["find_dates"]

# A publication date that spans more days than this tells no day to reckon from.
_LONGEST_PUBLICATION = 7
# The narrative goes on for so many paragraphs without a date, then publication stands again.
_PATIENCE = 1


@dataclass(frozen=True, slots=True)
class _Publication:
    """The day that relative dates are reckoned from, if any, and whether it is in doubt."""

    day: date | None
    doubt: bool

    @classmethod
    def read(cls, published: str) -> _Publication:
        """Read the EDTF of the publication date; of a few days the last counts, with doubt."""
        first, last = bounds(published)
        if first is None or last is None or (last - first).days > _LONGEST_PUBLICATION:
            return cls(None, doubt=False)
        unsure = is_uncertain(published) or is_approximate(published)
        return cls(last, unsure or first != last)


def find_dates(
    paragraphs: Sequence[Paragraph], published: str, language: str = "en"
) -> tuple[DateExpression, ...]:
    """Return the date expressions of an article, in order, none overlapping another.

    `published` is EDTF and may be empty or uncertain: without it what is relative has a TIMEX3
    type and a masked value but no EDTF; with a doubtful one it inherits the doubt. In a range
    ("from Monday to Wednesday") each end has its own TIMEX3 value, and both the EDTF of the
    range. `language` other than English puts the day before the month in 3/4/2016.
    """
    publication = _Publication.read(published)
    context = Context(publication.day or NO_DAY, "", "", day_first=not language.startswith("en"))
    expressions: list[DateExpression] = []
    silent = 0
    for paragraph in paragraphs:
        context = replace(context, text=prepared(paragraph.text), written=paragraph.text)
        read = []
        for found in _chosen(context):
            reading = found.pattern.read(found.match, context)
            if reading:
                context = after(context, reading, found.match.start())
                read.append((found, reading))
        silent = 0 if read else silent + 1
        if silent > _PATIENCE:
            context = replace(context, narrative=None)
        expressions += joined(
            [_expression(paragraph, each, reading, publication) for each, reading in read],
            context.text,
        )
    return tuple(expressions)


def _chosen(context: Context) -> list[Found]:
    """Return the longest fits that can be read and don't overlap, in the order of the text."""
    chosen: list[Found] = []
    taken = bytearray(len(context.text))
    for found in fitting(context.text):
        start, end = found.match.span()
        if any(taken[start:end]) or not found.pattern.read(found.match, context):
            continue
        taken[start:end] = b"\x01" * (end - start)
        chosen.append(found)
    return sorted(chosen, key=lambda each: each.match.start())


def _expression(
    paragraph: Paragraph, found: Found, reading: Reading, publication: _Publication
) -> DateExpression:
    """Write a reading down as the model has it."""
    start, end = found.match.span()
    value, edtf = (
        reading.value,
        reading.edtf if reading.edtf is not None else edtf_of(reading.value),
    )
    if reading.relative and publication.day is None:
        value, edtf = reading.unknown or masked(value), ""
    elif reading.relative and publication.doubt and edtf:
        edtf = doubtful(edtf)
    surface = paragraph.text[start:end]
    return DateExpression(paragraph.anchor, start, end, surface, edtf, reading.timex_type, value)


def masked(value: str) -> str:
    """Return a TIMEX3 value with the digits of its date masked: `XXXX-WXX`, `XXXX-XX-XXTNI`."""
    if value.startswith("P"):
        return value
    day, part, time = value.partition("T")
    return re.sub(r"(?<![QH])\d", "X", day) + part + time
