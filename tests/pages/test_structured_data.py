"""What machines read of the pages, read with their own tools."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from .conftest import every_page, ran

# A page of each type, and the thing that it is about. https://schema.org
THINGS = {
    "articles/syria-direct-desperate-defense.html": "NewsArticle",
    "people/rami-abdul-rahman.html": "Person",
    "groups/free-syrian-army.html": "Organization",
    "organisations/afp.html": "Organization",
    "places/sakhour.html": "Place",
    "timeline.html": "Event",
    "claims/share-of-east-aleppo-held.html": "Claim",
    "publishers/syria-direct.html": "NewsMediaOrganization",
    "data.html": "Dataset",
    "index.html": "WebPage",
}
OPEN_GRAPH = {"og:type", "og:title", "og:site_name", "og:description"}
# What Zotero's translator "Embedded Metadata" reads; `z:itemType` overrides every guess, and the
# newspaper is `dc.source`, before `og:site_name` (github.com/zotero/translators, RDF.js).
ZOTERO = {"z:itemType", "dc.title", "dc.source", "dc.date", "dc.language"}


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, dict[str, Any]]:
    """Return what extruct finds on a page of each type, in both languages."""
    extruct = pytest.importorskip("extruct", reason="extruct is not installed")
    syntaxes = ["json-ld", "opengraph", "dublincore"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            page: extruct.extract((site / page).read_text("utf-8"), syntaxes=syntaxes)
            for each in THINGS
            for page in (each, f"ar/{each}")
        }


def dublin_core(found: dict[str, Any]) -> dict[str, str]:
    """Return the Dublin Core elements of a page, and the other named metas."""
    (core,) = found["dublincore"]
    return {each["name"]: each["content"] for each in core["elements"]}


@pytest.mark.parametrize("page", [*THINGS, *(f"ar/{each}" for each in THINGS)])
def test_a_page_says_what_it_is_about(read: dict[str, dict[str, Any]], page: str) -> None:
    """In JSON-LD, with a name, in the words of schema.org; and what page it is."""
    things = read[page]["json-ld"]
    kinds = {each["@type"] for each in things}
    assert kinds >= {"WebPage", THINGS[page.removeprefix("ar/")]}
    assert all(each.get("name") for each in things)
    assert all(each["@context"] == "https://schema.org" for each in things)


@pytest.mark.parametrize("page", [*THINGS, *(f"ar/{each}" for each in THINGS)])
def test_a_page_has_dublin_core_and_open_graph(read: dict[str, dict[str, Any]], page: str) -> None:
    """Title, language and kind in the one, site and description in the other, each filled."""
    core = dublin_core(read[page])
    assert core.keys() >= {"dc.title", "dc.language", "dc.publisher", "dc.type"}
    assert all(core.values())
    (graph,) = read[page]["opengraph"]
    assert {name for name, content in graph["properties"] if content} == OPEN_GRAPH


def test_zotero_saves_a_newspaper_article(site: Path) -> None:
    """Every report has the tags that its translator reads, and none that make it guess."""
    lxml = pytest.importorskip("lxml.html")
    reports = [each for each in every_page(site) if each.startswith(("articles/", "ar/articles/"))]
    seen = 0
    for page in reports:
        tree = lxml.document_fromstring((site / page).read_bytes())
        metas = {each.get("name"): each.get("content") for each in tree.xpath("//meta[@name]")}
        if "z:itemType" not in metas:
            assert page.endswith("-cleaning.html"), page
            continue
        seen += 1
        assert metas.keys() >= ZOTERO, page
        assert metas["z:itemType"] == "newspaperArticle"
        assert not [name for name in metas if name.startswith(("citation_", "prism."))]
    assert seen >= 10


def test_the_structured_data_testing_tool_finds_each_thing(site: Path, tools: Path) -> None:
    """On each type of page, with nothing failed and nothing to warn of."""
    wanted = [f"{kind}:{page}" for page, kind in THINGS.items()]
    found = json.loads(ran(["node", tools / "structured.mjs", site, *wanted], tools))
    assert [each["page"] for each in found] == list(THINGS)
    assert all(each["passed"] for each in found)
    assert [each for each in found if each["failed"]] == []
