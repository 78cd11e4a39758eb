"""What the search box of every page suggests, in Chromium and in Firefox, from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .conftest import Opened, opened

ARTICLE = "articles/syria-direct-desperate-defense.html"
BOX, LIST, OPTIONS = "#search-box", "#search-suggestions", "#search-suggestions [role=option]"


@pytest.fixture
def tab(engine: Browser, site: Path) -> Iterator[Opened]:
    """Return a fresh tab of each browser."""
    yield from opened(engine, site, viewport={"width": 1280, "height": 900})


def typed(tab: Opened, text: str, address: str = ARTICLE) -> Page:
    """Type into the box of a page, and wait for suggestions."""
    page = tab.go(address)
    page.locator(BOX).press_sequentially(text)
    expect(page.locator(OPTIONS).first).to_be_visible()
    return page


def test_a_page_loads_nothing_before_the_box_has_the_focus(tab: Opened) -> None:
    """Then it loads the scripts and the style sheet; the index comes with the first letter."""
    page = tab.go(ARTICLE)
    page.wait_for_timeout(200)
    assert page.locator("script[src*='/search/']").count() == 0
    assert page.get_attribute(BOX, "role") is None
    page.focus(BOX)
    expect(page.locator(BOX)).to_have_attribute("role", "combobox")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")


def test_a_suggested_entity_is_opened_by_keyboard(tab: Opened) -> None:
    """Down to it, Enter, and its page is there; the box says which one is active."""
    page = typed(tab, "sakh")
    box = page.locator(BOX)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    active = page.locator(f"{OPTIONS}[aria-selected=true]")
    expect(active).to_contain_text("Sakhour")
    expect(box).to_have_attribute("aria-activedescendant", active.get_attribute("id") or "none")
    box.press("Enter")
    page.wait_for_url("**/places/sakhour.html")
    assert tab.faults == []


def test_a_suggested_word_is_searched_for(tab: Opened) -> None:
    """A click on it sends the form, with the words before it."""
    page = typed(tab, "chlorine evacu")
    page.locator(OPTIONS, has_text="chlorine evacuat").first.click()
    page.wait_for_url("**/search.html?q=chlorine+evacuat*")
    expect(page.locator("#results > li").first).to_be_visible()


def test_enter_without_a_choice_searches_for_what_is_written(tab: Opened) -> None:
    """Suggestions do not stand in the way."""
    page = typed(tab, "alep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=alep")


def test_the_list_is_walked_round_and_closed(tab: Opened) -> None:
    """Up from the box is the last one; after the last comes the box; Escape closes the list."""
    page = typed(tab, "alep")
    box = page.locator(BOX)
    box.press("ArrowUp")
    expect(page.locator(OPTIONS).last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(0)
    box.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("alep")
    expect(box).to_be_focused()


def test_another_spelling_suggests_the_entity(tab: Opened) -> None:
    """An Arabic name leads to it on an Arabic page, to that page's own version."""
    page = typed(tab, "الصاخ", "ar/articles.html")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/places/sakhour.html")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["index.html", "ar/index.html"])
def test_the_list_stays_on_the_screen(tab: Opened, width: int, address: str) -> None:
    """On a narrow screen and a wide one, in both directions of writing."""
    tab.page.set_viewport_size({"width": width, "height": 700})
    page = typed(tab, "alep", address)
    page.wait_for_timeout(200)
    box = page.locator(LIST).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_list(browser: Browser, site: Path, scheme: str) -> None:
    """With suggestions open and one active."""
    for tab in opened(browser, site, color_scheme=scheme):
        page = typed(tab, "alep")
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(200)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
