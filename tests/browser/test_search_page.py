"""The search page, opened from disk and used as a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .conftest import Opened, opened


def search(tab: Opened, query: str) -> Page:
    """Open the page with a query in its address, and wait for the results."""
    page = tab.go(f"search.html?q={quote(query)}")
    expect(page.locator("#results > li").first).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    """Return the titles of the results shown."""
    return page.locator("#results h3").all_inner_texts()


def test_nothing_of_the_search_is_loaded_before_it_is_used(tab: Opened) -> None:
    """Neither the runtime nor the index, until the box has the focus."""
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    page = tab.go("search.html")
    page.wait_for_timeout(200)
    assert not [url for url in asked if "/search/" in url or url.endswith("/search.js")]
    page.focus("#query")
    expect(page.locator('script[src$="/search.js"]')).to_have_count(1)


def test_results_come_while_typing(tab: Opened) -> None:
    """Half a word is enough, and the address has the query."""
    page = tab.go("search.html")
    page.keyboard.press("/")
    page.keyboard.type("Alepp")
    expect(page.locator("#results > li").first).to_be_visible()
    assert "Aleppo" in titles(page)[0]
    assert page.url.endswith("?q=Alepp")
    assert tab.faults == []


def test_an_arabic_name_leads_to_its_entity(tab: Opened) -> None:
    """The place called so is the first card."""
    page = search(tab, "حلب")
    assert titles(page)[0] == "Aleppo"
    assert "leading" in (page.locator("#results > li").first.get_attribute("class") or "")


def test_a_hit_is_marked_and_leads_to_its_paragraph(tab: Opened) -> None:
    """The excerpt marks the word; the link names the paragraph and the words to mark there."""
    page = search(tab, "ceasefire kind:article")
    first = page.locator("#results > li").first
    expect(first.locator("mark").first).to_be_visible()
    href = first.locator("h3 a").get_attribute("href") or ""
    assert "#" in href
    assert ":~:text=" in href
    anchor = href.partition("#")[2].partition(":~:")[0]
    first.locator("h3 a").click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_keyboard_is_enough(tab: Opened) -> None:
    """Down and up walk through the results, escape returns, enter opens."""
    page = search(tab, "Aleppo")
    page.focus("#query")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#results h3 a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#results h3 a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/*.html*")


def test_a_facet_narrows_down_and_is_written_into_the_query(tab: Opened) -> None:
    """A choice becomes a word of the query; a second click takes it back."""
    page = search(tab, "Aleppo")
    before = page.inner_text("#search-status")
    button = page.locator("#facets button", has_text="Event")
    count = button.locator("span").inner_text()
    button.click()
    expect(page.locator("#search-status")).to_have_text(f"Results: {count}")
    expect(page.locator("#query")).to_have_value("Aleppo kind:event")
    page.locator("#facets button[aria-pressed='true']").click()
    expect(page.locator("#search-status")).to_have_text(before)


def test_a_bar_of_the_histogram_narrows_down_to_its_month(tab: Opened) -> None:
    """The dates go into the query."""
    page = search(tab, "Aleppo kind:article")
    page.locator("#histogram g").last.click(force=True)
    expect(page.locator("#query")).to_have_value("Aleppo kind:article after:2016-12 before:2017-01")


def test_a_typo_is_offered_for_correction(tab: Opened) -> None:
    """Did you mean."""
    page = search(tab, "ceasefrie")
    page.locator("#search-meant a").click()
    expect(page.locator("#query")).to_have_value("ceasefire")


def test_a_lost_shard_is_told(tab: Opened, browser: Browser) -> None:
    """The page says that results may be missing, and still shows what it has."""
    whole = search(tab, "Aleppo evacuation")
    assert whole.locator("#search-problem").is_hidden()
    requests: list[str] = []
    for broken in opened(browser, tab.site):
        broken.page.on("request", lambda request: requests.append(request.url))
        search(broken, "Aleppo evacuation")
    shards = [url for url in requests if "/search/" in url and not url.endswith("root.js")]
    for lost in opened(browser, tab.site):
        lost.page.route(shards[-1], lambda route: route.abort())
        page = lost.go("search.html?q=Aleppo%20evacuation")
        expect(page.locator("#search-problem")).to_be_visible()
    for lost in opened(browser, tab.site):
        lost.page.route("**/search/root.js", lambda route: route.abort())
        page = lost.go("search.html?q=Aleppo")
        expect(page.locator("#search-problem")).to_contain_text("cannot be read")


@pytest.fixture(params=["light", "dark"])
def schemed(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Opened]:
    """Return a tab in the light and in the dark scheme."""
    yield from opened(browser, site, color_scheme=request.param)


def test_axe_finds_nothing_in_results(schemed: Opened) -> None:
    """With results, facets and help open."""
    page = search(schemed, "Aleppo")
    page.locator("#query-help summary").click()
    expect(page.locator("#facets button").first).to_be_visible()
    found = Axe().run(page)
    assert [each["id"] for each in found.response["violations"]] == []


def test_without_javascript_the_page_leads_on(plain: Opened) -> None:
    """Links to the lists of everything."""
    page = plain.go("search.html?q=Aleppo")
    for address in ("entities.html", "articles.html", "timeline.html", "claims.html"):
        expect(page.locator(f"main a[href='{address}']")).to_be_visible()
    expect(page.locator("noscript, .notice").first).to_be_attached()
