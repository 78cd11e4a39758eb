"""Find the figures of an article, each with who is said to have said it."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.model import DateExpression, Figure, Mention, Paragraph
from .quantities import quantities
from .quantity import Quantity
from .speakers import Speaker, Speakers

Span = tuple[int, int]
_NARRATOR = Speaker("", "", "")


def find_figures(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> tuple[Figure, ...]:
    """Return the figures of an article's paragraphs, in the order of the text.

    Numbers within date expressions or names are left out. A length of time without a place on
    the calendar ("a month or two") is a figure only where somebody is said to have said it: in
    the narrator's own voice it dates. A figure in the narrator's voice has no speaker and no cue.
    """
    speakers = Speakers(paragraphs, mentions)
    named = _by_anchor(mentions)
    dated = _by_anchor([each for each in dates if each.edtf or each.timex_type != "DURATION"])
    found: list[Figure] = []
    unit = ""
    for place, paragraph in enumerate(paragraphs):
        taken = named.get(paragraph.anchor, []) + dated.get(paragraph.anchor, [])
        for quantity in quantities(paragraph.text.replace("\N{NO-BREAK SPACE}", " ")):
            if _overlaps(quantity.number, taken):
                continue
            speaker = speakers.of(place, *quantity.number)
            if quantity.is_time and speaker is None:
                continue
            figure = _figure(paragraph, quantity, speaker or _NARRATOR, unit)
            found.append(figure)
            unit = unit if figure.unit == "percent" else figure.unit
    return tuple(found)


def _by_anchor(items: Sequence[Mention | DateExpression]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for item in items:
        spans.setdefault(item.anchor, []).append((item.start, item.end))
    return spans


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _figure(paragraph: Paragraph, quantity: Quantity, speaker: Speaker, unit: str) -> Figure:
    """Make the figure; a noun that is left out is that of the figure before."""
    return Figure(
        anchor=paragraph.anchor,
        start=quantity.start,
        end=quantity.end,
        surface=paragraph.text[quantity.start : quantity.end],
        low=quantity.low,
        high=quantity.high,
        unit=unit if quantity.elided else quantity.unit,
        approximate=quantity.approximate,
        said_by=speaker.slug,
        said_by_surface=speaker.surface,
        cue_surface=speaker.cue,
    )
