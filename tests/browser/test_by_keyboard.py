"""Search, previews and filters, used by keyboard from disk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import Opened

ARTICLE = "articles/syria-direct-desperate-defense.html"


def searched(tab: Opened, query: str) -> None:
    """Type a query on the search page and wait for its first result."""
    page = tab.go("search.html")
    page.locator("#query").focus()
    page.keyboard.type(query)
    expect(page.locator("#results > li").first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("sakhour", "Sakhour"),
        ("a-Sakhour", "Sakhour"),
        ("al-Sakhur", "Sakhour"),
        ("الصاخور", "Sakhour"),
        ("sakhuor", "Sakhour"),
        ("al-Halek", "Hellok"),
        ("Rami Abdel Rahman", "Rami Abdul Rahman"),
    ],
)
def test_any_spelling_finds_the_entity(tab: Opened, query: str, title: str) -> None:
    """A variant, a slip or the Arabic name: the entity is the first card."""
    searched(tab, query)
    expect(tab.page.locator("#results > li").first).to_contain_text(title)
    assert tab.faults == []


def test_results_come_as_one_types_and_the_address_keeps_the_query(tab: Opened) -> None:
    """A beginning of a word is enough; the address can be sent to somebody."""
    searched(tab, "evacu")
    assert "q=evacu" in tab.page.url
    marked = tab.page.locator("#results mark").first
    expect(marked).to_have_text(re.compile("evacu", re.IGNORECASE))


def test_a_query_in_the_address_is_answered(tab: Opened) -> None:
    """`?q=` works as a link."""
    page = tab.go("search.html?q=chlorine")
    expect(page.locator("#results > li").first).to_be_visible()
    expect(page.locator("#search-status")).not_to_be_empty()


def test_a_result_is_opened_by_keyboard(tab: Opened) -> None:
    """Down to the first result, Enter, and the page is there."""
    searched(tab, "airstrikes")
    tab.page.keyboard.press("ArrowDown")
    with tab.page.expect_navigation():
        tab.page.keyboard.press("Enter")
    assert "search.html" not in tab.page.url
    assert tab.faults == []


def test_a_report_is_found_at_its_paragraph(tab: Opened) -> None:
    """A result of kind report leads to the paragraph that holds the words."""
    searched(tab, "kind:article artillery")
    link = tab.page.locator("#results a").first
    expect(link).to_have_attribute("href", re.compile(r"articles/.+\.html#p"))


def test_the_slash_leads_to_the_search_box(tab: Opened) -> None:
    """From any page one key leads to the box, and the box to the search page."""
    page = tab.go(ARTICLE)
    page.keyboard.press("/")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.type("sheikh maqsoud")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#results > li").first).to_contain_text("Sheikh Maqsoud")
    assert tab.faults == []


def test_a_page_loads_no_byte_of_the_search_before_it_is_asked(tab: Opened) -> None:
    """The index and its script come when the box has the focus, not before."""
    loaded: list[str] = []
    tab.page.on("request", lambda request: loaded.append(request.url))
    page = tab.go(ARTICLE)
    page.wait_for_timeout(300)
    assert [url for url in loaded if "/search/" in url or url.endswith("search.js")] == []


def test_a_preview_comes_on_focus_and_goes_on_escape(tab: Opened) -> None:
    """What a name means shows while its link has the focus (WCAG 2.2, 1.4.13)."""
    page = tab.go(ARTICLE)
    mention = page.locator(".report-text a.mention").first
    mention.focus()
    expect(page.locator("#preview")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#preview")).to_have_count(0)
    expect(mention).to_be_focused()


def test_a_preview_can_be_hovered(tab: Opened) -> None:
    """It stays while the pointer is on it, and goes when the pointer leaves."""
    page = tab.go(ARTICLE)
    page.locator(".report-text a.mention").first.hover()
    preview = page.locator("#preview")
    expect(preview).to_be_visible()
    preview.hover()
    page.wait_for_timeout(600)
    expect(preview).to_be_visible()
    page.mouse.move(5, 5)
    expect(preview).to_have_count(0)


def test_a_preview_leads_to_what_confirms_a_figure(tab: Opened) -> None:
    """A figure shows the claim that has it as a statement."""
    page = tab.go(ARTICLE)
    confirmed = page.locator(".found-figures tr:has([data-confirmed])").first
    surface = confirmed.get_attribute("data-surface") or ""
    anchor = confirmed.get_attribute("data-anchor") or ""
    page.locator(f"#{anchor} .figure", has_text=surface).first.hover()
    expect(page.locator("#preview a[data-confirmed]")).to_be_visible()
    path = page.locator("#preview a[data-confirmed]").get_attribute("href") or ""
    assert "claims/" in path


def test_what_a_permalink_offers_is_closed_with_escape(tab: Opened) -> None:
    """Its three buttons are reached by keyboard, and the focus comes back to it."""
    page = tab.go(ARTICLE)
    link = page.locator(".permalink").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu button")).to_have_count(3)
    expect(page.locator(".menu button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".menu")).to_have_count(0)
    expect(link).to_be_focused()


def test_the_annotations_are_switched_off_and_stay_off(tab: Opened) -> None:
    """The choice holds on the next page."""
    page = tab.go(ARTICLE)
    page.get_by_role("button", name="Plain text").or_(page.get_by_label("Plain text")).first.press(
        "Enter"
    )
    expect(page.locator("html")).to_have_attribute("data-reading", "plain")
    tab.go("articles/voa-hours-from-falling.html")
    expect(page.locator("html")).to_have_attribute("data-reading", "plain")


def test_the_timeline_is_filtered_and_the_address_keeps_it(tab: Opened) -> None:
    """A box ticked with the space bar leaves events of its kind alone."""
    page = tab.go("timeline.html")
    every = page.locator("[data-events] [data-kind]:visible").count()
    box = page.locator('input[name="kind"][value="displacement"]').first
    box.focus()
    page.keyboard.press("Space")
    shown = page.locator("[data-events] [data-kind]:visible")
    expect(shown.first).to_have_attribute("data-kind", "displacement")
    assert 0 < shown.count() < every
    assert "kind=displacement" in page.url
    again = page.url.rpartition("/")[2]
    tab.go(again)
    assert page.locator("[data-events] [data-kind]:visible").count() == shown.count()
