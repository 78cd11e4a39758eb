"""What a page costs before it can be read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import html

from .conftest import every_page

ARTICLE = "articles/syria-direct-desperate-defense.html"
MOST_SCRIPT = 10_000  # bytes, gzipped: what stands in the way of an article's first paint
MOST_STYLE = 15_000
SCRIPT = "//script[@src]"


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, html.HtmlElement]:
    """Return every page of the site as a tree."""
    return {each: html.document_fromstring((site / each).read_bytes()) for each in every_page(site)}


def compressed(site: Path, address: str, paths: list[str]) -> int:
    """Return the gzipped bytes of files that a page links."""
    folder = (site / address).parent
    return sum(len(gzip.compress((folder / each).read_bytes(), mtime=0)) for each in paths)


@pytest.mark.parametrize("address", [ARTICLE, f"ar/{ARTICLE}"])
def test_an_article_has_little_script(
    site: Path, trees: dict[str, html.HtmlElement], address: str
) -> None:
    """All of its scripts, also those that wait, stay within what might block."""
    paths = [each.get("src") for each in trees[address].xpath(SCRIPT)]
    assert 0 < compressed(site, address, paths) < MOST_SCRIPT


def test_no_script_but_the_first_blocks(trees: dict[str, html.HtmlElement]) -> None:
    """The reader's choices come before the first paint; everything else waits for the page."""
    for address, tree in trees.items():
        blocking = [each.get("src") for each in tree.xpath(SCRIPT) if each.get("defer") is None]
        assert [Path(each).name for each in blocking] in ([], ["preferences.js"]), address


def test_every_page_has_little_style(site: Path, trees: dict[str, html.HtmlElement]) -> None:
    """All sheets that a page links, print's too, stay within the budget."""
    costs = {
        address: compressed(site, address, tree.xpath("//link[@rel='stylesheet']/@href"))
        for address, tree in trees.items()
    }
    assert max(costs.values()) > 0
    assert {address: cost for address, cost in costs.items() if cost >= MOST_STYLE} == {}
