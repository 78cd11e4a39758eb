"""Cite a report from its page: copy and save by keyboard, opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Opened, opened

SLUG = "syria-direct-desperate-defense"
FORMATS = [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json")]


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Opened]:
    """Return a tab that keeps what is copied where a page can read it again."""
    for tab in opened(browser, site, viewport={"width": 1280, "height": 900}):
        tab.page.add_init_script(
            "Sijill = {}; document.addEventListener('copy', () => {"
            " Sijill.copied = getSelection().toString() || document.activeElement.value; });"
            " Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        )
        tab.go(f"articles/{SLUG}.html")
        yield tab
        assert tab.faults == []


def press(page: Page, role: str, name: str) -> None:
    """Reach a control by its name, and press Enter."""
    control = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    control.focus()
    expect(control).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("style", ["Chicago", "MLA", "APA"])
def test_a_citation_is_copied(reader: Opened, style: str) -> None:
    """As it stands in the page, and the button says so."""
    page = reader.page
    press(page, "button", f"Copy {style}")
    expect(page.get_by_role("button", name=f"Copied {style}")).to_be_focused()
    shown = page.locator(".citations dt", has_text=style).locator("+ dd > span").inner_text()
    assert page.evaluate("Sijill.copied") == shown
    assert "Syria Direct" in shown


@pytest.mark.parametrize(("name", "ending"), FORMATS)
def test_a_reference_is_copied(reader: Opened, name: str, ending: str) -> None:
    """What is copied is what the file of the same name has."""
    page = reader.page
    page.locator("summary", has_text=name).focus()
    page.keyboard.press("Enter")
    press(page, "button", f"Copy {name}")
    expect(page.get_by_role("button", name=f"Copied {name}")).to_be_focused()
    file = (reader.site / f"data/articles/{SLUG}.{ending}").read_text("utf-8")
    assert page.evaluate("Sijill.copied").split() == file.split()


@pytest.mark.parametrize(("name", "ending"), FORMATS)
def test_a_reference_is_saved(reader: Opened, name: str, ending: str) -> None:
    """Under its own name, byte by byte the file that the archive has."""
    page = reader.page
    page.locator("summary", has_text=name).focus()
    page.keyboard.press("Enter")
    with page.expect_download() as saved:
        press(page, "link", f"Save as a file {name}")
    assert saved.value.suggested_filename == f"{SLUG}.{ending}"
    file = reader.site / f"data/articles/{SLUG}.{ending}"
    assert saved.value.path().read_bytes() == file.read_bytes()


def test_without_scripts_the_references_are_there(plain: Opened) -> None:
    """The texts open by themselves, and each link leads to a file."""
    page = plain.go(f"articles/{SLUG}.html")
    for name, ending in FORMATS:
        page.locator("summary", has_text=name).click()
        link = page.get_by_role("link", name=f"Save as a file {name}", exact=True)
        assert (link.get_attribute("href") or "").endswith(f"{SLUG}.{ending}")
    expect(page.locator("pre", has_text="@article")).to_be_visible()
