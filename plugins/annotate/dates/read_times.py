"""Read times of a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .pattern import Reading
from .read_days import weekday
from .read_months import month_date
from .reckon import shift
from .words import number_of

if TYPE_CHECKING:
    from .context import Context


# From this hour on, "at night" is before midnight.
_NIGHT = 7
_AT_A_TIME = re.compile(r"\b(?:at|by|around|about|until|till|from|to|before|after|since|and) $")


def clock(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of day, on the day that stands with it or that the narrative stands at."""
    parts = match.groupdict()
    hour = int(parts["hour"] or parts["hour24"])
    minute = int(parts["minute"] or parts["minute24"] or 0)
    bare = not parts["half"] and match.end() == match.end("clock")
    if bare and not _AT_A_TIME.search(context.text, max(0, match.start() - 8), match.start()):
        return None
    if half := parts["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a clock's face
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return _at(f"T{hour:02}:{minute:02}", match, context)


def o_clock(match: re.Match[str], context: Context) -> Reading | None:
    """Read "three o'clock", in the afternoon or at night where the words say so."""
    hour = int(number_of(match["n"]) or 0)
    if match["part"] in ("afternoon", "evening") or (match["part"] == "night" and hour >= _NIGHT):
        hour = hour % 12 + 12
    return _at(f"T{hour:02}:00", match, context)


def noon(match: re.Match[str], context: Context) -> Reading | None:
    """Read noon and midnight with their hour."""
    if context.text.endswith("high ", 0, match.start()):
        return None
    return _at({"noon": "T12:00", "midnight": "T24:00"}[match["hour"]], match, context)


def _at(time: str, match: re.Match[str], context: Context) -> Reading | None:
    """Put a time on its day."""
    parts = match.groupdict()
    if parts.get("weekday") or parts.get("month"):
        found = weekday(match, context) if parts.get("weekday") else month_date(match, context)
        day, unknown = (found.edtf, found.unknown[:10]) if found else (None, "")
    else:
        turn = {"yesterday": -1, "tomorrow": 1}.get(parts.get("near") or "", 0)
        here = context.published if parts.get("near") else context.day
        day, unknown = shift(here, turn, "D").isoformat(), "XXXX-XX-XX"
    return Reading(f"{day}{time}", "TIME", day, True, unknown + time) if day else None
