"""The search page, opened from disk in Chromium and in Firefox, and used as a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .conftest import Opened, opened

SEARCH_FILES = """() => [...document.scripts].map((each) => each.src)
    .filter((address) => address.includes("/search/"))"""


@pytest.fixture
def tab(engine: Browser, site: Path) -> Iterator[Opened]:
    """Return a fresh tab of each browser."""
    yield from opened(engine, site, viewport={"width": 1280, "height": 900})


def search(tab: Opened, query: str, folder: str = "") -> Page:
    """Open the page with a query in its address, and wait for the results."""
    page = tab.go(f"{folder}search.html?q={quote(query)}")
    expect(page.locator("#results > li").first).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    """Return the titles of the results shown."""
    return page.locator("#results h3").all_inner_texts()


def test_nothing_of_the_search_is_loaded_before_it_is_used(tab: Opened) -> None:
    """Neither scripts nor the index, until a box has the focus."""
    page = tab.go("search.html")
    page.wait_for_timeout(200)
    assert page.evaluate(SEARCH_FILES) == []
    page.focus("#query")
    expect(page.locator('script[src$="/search/page.js"]')).to_have_count(1)


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
    """The place called so is the first card; below it, English texts that mention it."""
    page = search(tab, "حلب")
    first = page.locator("#results > li").first
    expect(first).to_have_class("leading")
    expect(first.locator("a")).to_have_attribute("href", "places/aleppo.html")
    expect(page.locator("#results .kind.article").first).to_be_visible()


def test_the_arabic_page_answers_in_arabic(tab: Opened) -> None:
    """Its words and its order of writing; results lead to pages in Arabic."""
    page = search(tab, "شخص:lavrov", "ar/")
    expect(page.locator("#search-status")).to_contain_text("النتائج")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    with page.expect_navigation():
        page.locator("#results h3 a").first.click()
    assert "/ar/" in page.url
    page = search(tab, "Aleppo", "ar/")
    expect(page.locator("#results h3").first).to_have_text("حلب")
    expect(page.locator("#facets h3:text-is('نشره') + ul").first).to_contain_text("سوريا على طول")


def test_a_hit_is_marked_and_leads_to_its_paragraph(tab: Opened) -> None:
    """The excerpt marks the word; the link leads to the paragraph, where it is marked again."""
    page = search(tab, "ceasefire kind:article")
    first = page.locator("#results > li").first
    expect(first.locator("mark").first).to_be_visible()
    href = first.locator("h3 a").get_attribute("href") or ""
    assert ":~:text=" in href
    anchor = href.partition("#")[2].partition(":~:")[0]
    with page.expect_navigation():
        first.locator("h3 a").click()
    paragraph = page.locator(f"[id='{anchor}']")
    expect(paragraph).to_be_in_viewport()
    page.mouse.move(0, 0)
    marked = paragraph.screenshot()
    page.goto(page.url.partition("#")[0] + "#" + anchor)
    page.reload()
    assert paragraph.screenshot() != marked


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
    """A choice becomes a word of the query; a second press takes it back."""
    page = search(tab, "Aleppo")
    before = page.inner_text("#search-status")
    button = page.locator("#facets button", has_text="Event")
    count = button.locator("span").inner_text()
    button.press("Enter")
    expect(page.locator("#search-status")).to_have_text(f"Results: {count}")
    expect(page.locator("#query")).to_have_value("Aleppo kind:event")
    assert page.url.endswith("?q=Aleppo+kind%3Aevent")
    page.locator("#facets button[aria-pressed='true']").press("Enter")
    expect(page.locator("#search-status")).to_have_text(before)


@pytest.mark.parametrize("title", ["Kind", "Published by", "When", "Mentions"])
def test_every_facet_counts_what_it_leaves(tab: Opened, title: str) -> None:
    """The number on a choice is the number of results after it."""
    page = search(tab, "Aleppo")
    button = page.locator(f"#facets h3:text-is('{title}') + ul button").first
    count = button.locator("span").inner_text()
    button.click()
    expect(page.locator("#search-status")).to_have_text(f"Results: {count}")
    expect(page.locator("#facets button[aria-pressed='true']")).to_have_count(1)


def test_a_month_is_chosen_by_keyboard_or_by_its_bar(tab: Opened) -> None:
    """Both write its days into the query, and the fields show them."""
    page = search(tab, "Aleppo kind:article")
    page.locator("#facets button", has_text="December 2016").press("Enter")
    wanted = "Aleppo kind:article after:2016-12 before:2017-01"
    expect(page.locator("#query")).to_have_value(wanted)
    expect(page.locator("#after")).to_have_value("2016-12-01")
    page.locator("#facets button", has_text="December 2016").press("Enter")
    expect(page.locator("#query")).to_have_value("Aleppo kind:article")
    page.locator("#histogram g").last.click(force=True)
    expect(page.locator("#query")).to_have_value(wanted)


def test_a_date_is_chosen_in_the_fields(tab: Opened) -> None:
    """It goes into the query, and what has no date or another is gone."""
    page = search(tab, "Aleppo")
    page.fill("#after", "2016-12-01")
    page.locator("#after").dispatch_event("change")
    expect(page.locator("#query")).to_have_value("Aleppo after:2016-12-01")
    expect(page.locator("#results .kind.place")).to_have_count(0)


def test_order_and_spelling_are_kept_in_the_address(tab: Opened) -> None:
    """Who opens it sees the same."""
    page = search(tab, "bombed kind:article")
    page.select_option("#sort", "oldest")
    page.check("#exact")
    expect(page).to_have_url(
        f"{tab.site.as_uri()}/search.html?q=bombed+kind%3Aarticle&exact=1&sort=oldest"
    )
    shown = page.locator("#search-status").inner_text()
    again = tab.go(page.url.rpartition("/")[2])
    expect(again.locator("#search-status")).to_have_text(shown)
    expect(again.locator("#sort")).to_have_value("oldest")
    expect(again.locator("#exact")).to_be_checked()


def test_a_typo_is_offered_for_correction(tab: Opened) -> None:
    """Did you mean."""
    page = search(tab, "ceasefrie")
    page.locator("#search-meant a").click()
    expect(page.locator("#query")).to_have_value("ceasefire")


def test_what_changes_is_announced(tab: Opened) -> None:
    """How many results there are stands in a live region that was there before."""
    page = tab.go("search.html")
    status = page.locator("#search-status")
    expect(status).to_have_attribute("role", "status")
    page.focus("#query")
    page.keyboard.type("ceasefire")
    expect(status).to_contain_text("Results: ")
    page.fill("#query", "xqzzqx")
    expect(status).to_have_text("Nothing found.")


def test_scripts_on_a_page_can_search(tab: Opened) -> None:
    """`Sijill.search` answers on any page, though nothing was loaded before."""
    page = tab.go("index.html")
    found = page.evaluate("Sijill.search('Sakhour', { limit: 3, kind: 'place' })")
    assert found[0]["url"] == "places/sakhour.html"
    assert {"url", "kind", "title", "score"} <= found[0].keys()
    assert {each["kind"] for each in found} == {"place"}


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
