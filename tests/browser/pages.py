"""Say which pages of the built archive a test goes through."""

from __future__ import annotations

from pathlib import Path

# What is most read: start page, report, place, timeline, claim, map, search.
MAIN = (
    "index.html",
    "articles/syria-direct-desperate-defense.html",
    "places/sakhour.html",
    "timeline.html",
    "claims/share-of-east-aleppo-held.html",
    "map.html",
    "search.html",
)


def addresses(site: Path) -> list[str]:
    """Return every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def one_of_each(site: Path) -> list[str]:
    """Return two pages of each folder and every page at the root, in both languages."""
    folders: dict[str, list[str]] = {}
    for address in addresses(site):
        folders.setdefault(address.rpartition("/")[0], []).append(address)
    return [
        address
        for folder, pages in folders.items()
        for address in (pages if folder in ("", "ar") else pages[:2])
    ]
