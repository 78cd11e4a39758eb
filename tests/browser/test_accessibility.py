"""Axe, with its newest rules, on every page of the archive; and what it can't see."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from .conftest import Opened, opened
from .pages import MAIN, addresses, one_of_each

NEWEST = Path(__file__).parent.parent / "pages/js/node_modules/axe-core/axe.min.js"
BUNDLED = Path(axe_playwright_python.__file__).parent / "axe.min.js"
# All rules but those of level AAA and those that axe has given up; target-size has to be asked for.
RUN = """([colours]) => axe.run(document, {
  preload: false,
  resultTypes: ["violations"],
  rules: {"target-size": {enabled: true}},
  ...(colours ? {runOnly: ["color-contrast", "link-in-text-block"]} : {}),
}).then((found) => found.violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 99)}`))
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe's source: the newest that npm has installed, else the one Playwright brings."""
    return (NEWEST if NEWEST.is_file() else BUNDLED).read_text("utf-8")


def faults_of(tab: Opened, axe: str, pages: list[str]) -> dict[str, list[str]]:
    """Return what axe finds on each page, in light colours with every rule and then in dark ones.

    In the dark only the rules about colours are asked again: the rest is the same page.
    """
    found = {}
    for address in pages:
        page = tab.go(address)
        if page.locator("meta[http-equiv=refresh]").count():
            continue
        page.evaluate(axe)
        faults = page.evaluate(RUN, [False])
        page.emulate_media(color_scheme="dark")
        faults += [f"dark {each}" for each in page.evaluate(RUN, [True])]
        page.emulate_media(color_scheme="light")
        if faults:
            found[address] = faults
    return found


def test_axe_finds_nothing_on_any_page(browser: Browser, site: Path, axe: str) -> None:
    """In English and in Arabic, in light and in dark colours."""
    for tab in opened(browser, site, color_scheme="light", viewport={"width": 1280, "height": 900}):
        pages = addresses(site)
        assert len(pages) > 100
        assert faults_of(tab, axe, pages) == {}


def test_axe_finds_nothing_on_a_narrow_screen(browser: Browser, site: Path, axe: str) -> None:
    """Nor on any kind of page where columns have become one."""
    for tab in opened(browser, site, color_scheme="light", viewport={"width": 400, "height": 800}):
        assert faults_of(tab, axe, one_of_each(site)) == {}


def test_axe_finds_a_fault_where_there_is_one(tab: Opened, axe: str) -> None:
    """A small target and a pale word are found: the rules do run."""
    page = tab.go("index.html")
    page.evaluate(axe)
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    assert [each.partition(":")[0] for each in page.evaluate(RUN, [True])] == ["color-contrast"]


@pytest.mark.parametrize("address", [*MAIN, "ar/index.html"])
def test_forced_colours_leave_everything_in_sight(
    browser: Browser, site: Path, axe: str, address: str
) -> None:
    """In the reader's own few colours axe finds nothing, and no drawing sinks into the page."""
    for tab in opened(browser, site, forced_colors="active"):
        page = tab.go(address)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        page.evaluate(axe)
        assert page.evaluate(RUN, [False]) == []
        assert page.evaluate(SUNK) == []


# Drawings of which no shape differs from the paper.
SUNK = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  const seen = (colour) => colour !== paper && colour !== "none" && !/^rgba.*, 0\\)$/.test(colour);
  return [...document.querySelectorAll("main svg")]
    .filter((each) => each.getBoundingClientRect().width > 1)
    .filter((each) => ![...each.querySelectorAll("rect, path, circle, line, polygon, text, use")]
      .map((shape) => getComputedStyle(shape))
      .some((style) => seen(style.fill) || seen(style.stroke)))
    .map((each) => each.outerHTML.slice(0, 160));
}"""
