"""Every page of the archive, opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from .conftest import Opened, opened

SCHEMES = ("light", "dark")


def addresses(site: Path) -> list[str]:
    """Return every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.fixture(params=SCHEMES)
def schemed(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Opened]:
    """Return a tab in the light and in the dark scheme."""
    yield from opened(browser, site, color_scheme=request.param)


def test_no_page_complains_or_leaves_the_folder(tab: Opened) -> None:
    """No error in the console, no exception, no request beyond the archive's own files."""
    pages = addresses(tab.site)
    assert len(pages) > 100
    for address in pages:
        tab.go(address)
        assert tab.faults == [], address


def test_axe_finds_nothing(schemed: Opened) -> None:
    """Axe, with all of its rules, finds no fault of accessibility on any page."""
    axe = Axe()
    found = {}
    for address in addresses(schemed.site):
        page = schemed.go(address)
        if page.title() and 'http-equiv="refresh"' not in page.content():
            results = axe.run(page)
            if results.violations_count:
                found[address] = [each["id"] for each in results.response["violations"]]
    assert found == {}


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
