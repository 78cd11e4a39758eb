"""Join the style sheets that every page needs into one, so that a page waits for one file.

They stay apart in the theme, each with the rules of one thing; a view's own sheet is linked by its
pages alone.
"""

from __future__ import annotations

from pathlib import Path

from .page import File

# In the order of their layers.
SHEETS = ("fonts", "tokens", "base", "layout", "parts/common")
JOINED = "theme/css/site.css"


def site_sheet(theme: Path) -> File:
    """Return the sheet of every page; its url()s are relative to theme/css/, as in its parts."""
    folder = theme / "static" / "css"
    parts = (folder.joinpath(f"{each}.css").read_text("utf-8") for each in SHEETS)
    return File(JOINED, "\n".join(parts).encode())
