"""Narrow a span to its early, middle or late part, as EDTF."""

from __future__ import annotations

from datetime import date, timedelta

from .reckon import edtf_of, one_of, shift_months, span_of


def part_of_span(value: str, parts: dict[str, str | None]) -> str:
    """Return the EDTF of a month or year, narrowed by "early", "mid" or "the end of"."""
    edge = parts.get("edge") or parts.get("border")
    span = span_of(value)
    if not edge or not span:
        return edtf_of(value)
    return narrowed(span, edge)


def narrowed(span: tuple[date, date], edge: str) -> str:
    """Return the EDTF of the early, middle or late third of a span, as one of its days or months.

    A month's thirds end on the 10th and the 20th, a year's with April and August.
    """
    third = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}.get(edge, 2)
    first, last = span
    days = (last - first).days + 1
    if days > 300:  # noqa: PLR2004 - a year
        start = shift_months(first, 4 * third)
        return one_of(start, shift_months(start, 4) - timedelta(days=1), "M")
    step = 10 if days > 27 else days // 3  # noqa: PLR2004 - a month
    start = first + timedelta(days=third * step)
    return one_of(start, last if third == 2 else start + timedelta(days=step - 1))  # noqa: PLR2004
