"""Say where each page of the site lies, relative to its root.

Every address names a file, so that it opens from disk. No other module joins paths of pages.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

# Windows takes these for devices, in any folder and with any ending (Microsoft, "Naming Files,
# Paths, and Namespaces").
DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE
)

FOLDERS = {
    "person": "people",
    "group": "groups",
    "place": "places",
    "organisation": "organisations",
    "work": "works",
}
CLEANING_ENDING = "-cleaning"
KIND_OF_FOLDER = {folder: kind for kind, folder in FOLDERS.items()}


def article_page(slug: str, anchor: str = "") -> str:
    """Return the address of an article's page, or of one of its paragraphs."""
    return f"articles/{slug}.html" + (f"#{anchor}" if anchor else "")


def cleaning_page(slug: str) -> str:
    """Return the address of the page that shows what was removed from an article's capture."""
    return f"articles/{slug}{CLEANING_ENDING}.html"


def entity_page(kind: str, slug: str) -> str:
    """Return the address of an entity's page; `kind` is one of model.KINDS."""
    return f"{FOLDERS[kind]}/{slug}.html"


def event_page(slug: str) -> str:
    """Return the address of an event on the timeline."""
    return f"timeline.html#{slug}"


def claim_page(slug: str) -> str:
    """Return the address of a claim's page."""
    return f"claims/{slug}.html"


def publisher_page(slug: str) -> str:
    """Return the address of a publisher's source page."""
    return f"publishers/{slug}.html"


def relative(target: str, page: str) -> str:
    """Return the link from the page `page` to `target`, both relative to the site's root."""
    path, hash_, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    return _from_folder(path, posixpath.dirname(page)) + hash_ + fragment


@lru_cache(maxsize=1 << 17)  # the pages of a folder share most of their links
def _from_folder(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")
