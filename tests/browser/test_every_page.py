"""Every page of the archive, opened from disk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from .conftest import Opened, opened
from .pages import addresses


def test_no_page_complains_or_leaves_the_folder(tab: Opened) -> None:
    """No error in the console, no exception, no request beyond the archive's own files."""
    pages = addresses(tab.site)
    assert len(pages) > 100
    for address in pages:
        tab.go(address)
        assert tab.faults == [], address


def test_no_page_is_wider_than_a_narrow_screen(browser: Browser, site: Path) -> None:
    """At 320 CSS pixels no page scrolls sideways (WCAG 2.2, 1.4.10)."""
    for tab in opened(browser, site, viewport={"width": 320, "height": 640}):
        wide = {}
        for address in addresses(site):
            page = tab.go(address)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wide[address] = width
        assert wide == {}


def test_every_page_reads_without_javascript(plain: Opened) -> None:
    """Without scripts each page has its heading and its text."""
    for address in addresses(plain.site):
        page = plain.go(address)
        assert page.locator("h1").first.is_visible(), address
