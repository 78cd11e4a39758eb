"""Follow the narrative: which day and which span an article has spoken of last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from .reckon import day_of, span_of

if TYPE_CHECKING:
    from .context import Context
    from .pattern import Reading

# A date after these words is background: it does not move the narrative.
_BACKGROUND = re.compile(r"\b(?:since|until|till|by|before|as of|dated|from|through)\s+(?:the )?$")
# A day further ahead is a plan, not where the story stands.
_AHEAD = timedelta(days=7)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PERIOD = re.compile(r"\d{4}-(?:Q[1-4X]|H[12])")
_YEAR = re.compile(r"\d{4}\b")


def after(context: Context, reading: Reading, start: int) -> Context:
    """Return the context once this reading, at this offset of the paragraph, has been read."""
    if reading.timex_type not in ("DATE", "TIME") or reading.aside:
        return context
    if found := _YEAR.match(reading.value):
        context = replace(context, year=int(found[0]))
    if found := _DAY.match(reading.value):
        if _BACKGROUND.search(context.text, max(0, start - 16), start):
            return context
        day = day_of(found[0])
        near = day is not None and day - context.published <= _AHEAD
        return replace(context, narrative=day) if near else context
    span = span_of(reading.value)
    if span and _PERIOD.fullmatch(reading.value) and span[0] <= context.published:
        return replace(context, period=reading.value)
    return context
