"""Every page of the archive, opened from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from .conftest import Opened, opened


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


def faults_of(tab: Opened, pages: list[str]) -> dict[str, list[str]]:
    """Return what axe finds on each page, with all of its rules."""
    axe = Axe()
    found = {}
    for address in pages:
        page = tab.go(address)
        if page.locator("meta[http-equiv=refresh]").count():
            continue
        results = axe.run(page, options={"preload": False})
        if results.violations_count:
            found[address] = [each["id"] for each in results.response["violations"]]
    return found


def test_no_page_complains_or_leaves_the_folder(tab: Opened) -> None:
    """No error in the console, no exception, no request beyond the archive's own files."""
    pages = addresses(tab.site)
    assert len(pages) > 100
    for address in pages:
        tab.go(address)
        assert tab.faults == [], address


def test_axe_finds_nothing(tab: Opened) -> None:
    """Axe finds no fault of accessibility on any page in English."""
    pages = [each for each in addresses(tab.site) if not each.startswith("ar/")]
    assert faults_of(tab, pages) == {}


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, site: Path, scheme: str) -> None:
    """Nor on pages of each kind, in English and Arabic, in either scheme, on a narrow screen."""
    viewport = {"width": 400, "height": 800}
    for tab in opened(browser, site, color_scheme=scheme, viewport=viewport):
        assert faults_of(tab, one_of_each(site)) == {}


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
