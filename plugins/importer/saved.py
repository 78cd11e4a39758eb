"""Read what a browser or tool wrote into a page when it saved it: the address and the day."""

from __future__ import annotations

import re

from .dates import from_stamp, months
from .tree import parse

HEAD = 8192
ADDRESS = re.compile(
    r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:|Mirrored from)\s*(?P<url>https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
"""Internet Explorer, Chrome and Firefox; SingleFile; HTTrack."""
DAY = re.compile(
    r"saved date:\s*\w{3} (?P<month>\w{3}) (?P<day>\d{2}) (?P<year>\d{4})"
    r"|by HTTrack[^>]{0,80}?, \w{3}, (?P<stamp>\d{2} \w{3} \d{4})",
    re.IGNORECASE,
)
SOURCE_LINE = "line-content"
MANY_LINES = 5


def saved_from(page: str) -> str:
    """Return the address that a saved page came from, or an empty string."""
    found = ADDRESS.search(page[:HEAD])
    return found.group("url").rstrip("->") if found else ""


def saved_on(page: str) -> str:
    """Return the day that a page was saved, in EDTF, or an empty string."""
    found = DAY.search(page[:HEAD])
    if not found:
        return ""
    if found.group("stamp"):
        return from_stamp(found.group("stamp"))
    month = months().get(found.group("month").lower(), 0)
    return from_stamp(f"{found.group('year')}-{month:02}-{found.group('day')}")


def source_viewed(page: str) -> str:
    """Return the page inside a saved "view source" window, or the page itself.

    Chrome shows a page's source as a table of lines, each with its markup escaped.
    """
    if SOURCE_LINE not in page:
        return page
    cells = (each for each in parse(page).iter("td") if each.get("class") == SOURCE_LINE)
    lines = ["".join(cell.itertext()) for cell in cells]
    return "\n".join(lines) if len(lines) >= MANY_LINES else page
