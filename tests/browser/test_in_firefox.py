"""The archive in Firefox ESR, opened from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .conftest import Opened, opened

SIBLING = """<!doctype html><title>waits</title><p>A page from disk</p><script>
fetch("sibling.txt").then(
  () => { document.title = "read"; }, () => { document.title = "refused"; });
</script>"""
FAULTY = """<!doctype html><title>waits</title><meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'unsafe-inline'">
<img src="http://127.0.0.1:9/none.png" alt="">
<script>document.title = "thrown"; throw new Error("on purpose");</script>"""


def test_a_page_from_disk_may_not_read_its_sibling(firefox: Browser, tmp_path: Path) -> None:
    """As in a reader's Firefox: without this the other tests here would prove nothing."""
    (tmp_path / "sibling.txt").write_text("text", encoding="utf-8")
    (tmp_path / "page.html").write_text(SIBLING, encoding="utf-8")
    page = firefox.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    expect(page).to_have_title("refused")
    page.close()


def test_what_a_page_may_not_do_is_heard(firefox: Browser, tmp_path: Path) -> None:
    """A blocked image and an exception are faults: silence below means that there were none."""
    (tmp_path / "page.html").write_text(FAULTY, encoding="utf-8")
    for tab in opened(firefox, tmp_path):
        page = tab.go("page.html")
        expect(page).to_have_title("thrown")
        page.wait_for_timeout(100)
        assert any("img-src" in fault for fault in tab.faults)
        assert any("on purpose" in fault for fault in tab.faults)


@pytest.mark.parametrize(
    "address",
    [
        *("index.html", "articles.html", "timeline.html", "claims.html", "map.html", "search.html"),
        *("articles/syria-direct-desperate-defense.html", "ar/places/sakhour.html"),
    ],
)
def test_a_page_opens_without_a_complaint(fox: Opened, address: str) -> None:
    """No error in the console, no exception, nothing that the page's policy had to block."""
    page = fox.go(address)
    expect(page.locator("h1").first).to_be_visible()
    assert fox.faults == []
