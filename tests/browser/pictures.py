"""Take the pictures of the README: `make pictures` writes docs/pictures from the built archive."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {
    "home": "index.html",
    "article": "articles/syria-direct-desperate-defense.html",
    "timeline": "timeline.html",
    "claim": "claims/share-of-east-aleppo-held.html",
    "map": "map.html",
    "search": "search.html?q=sakhour",
    "arabic": "ar/places/sakhour.html",
}


def main(site: Path, folder: Path) -> None:
    """Open each page from disk, as a reader would, and keep what a first screen shows."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 800})
        for name, address in PICTURES.items():
            page.goto(f"{site.resolve().as_uri()}/{address}")
            page.wait_for_timeout(500)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path("docs/pictures"))
