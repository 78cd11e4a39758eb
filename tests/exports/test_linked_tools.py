"""Read the linked data, the feeds, the calendar and the crate with their consumers' libraries."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plugins.annotate.assembly import assemble_folder
from plugins.entities.suggest.__main__ import main as suggest
from plugins.exports.sitemap import sitemap

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"


def _count(data: Path, name: str) -> int:
    """Return how many there are, events that were only found left out."""
    things = json.loads((data / f"{name}.json").read_text("utf-8"))[name]
    return sum(each.get("status") != "found" for each in things)


def test_extruct_finds_the_data_set_on_the_page(taken: Path) -> None:
    """The page describes itself as a Dataset whose downloads are files of the site."""
    extruct = pytest.importorskip("extruct", reason="extruct is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        html = (taken / "data.html").read_text("utf-8")
        things = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    (found,) = [each for each in things if each["@type"] == "Dataset"]
    addresses = [each["contentUrl"] for each in found["distribution"]]
    assert addresses
    assert all((taken / each).is_file() for each in addresses)


def test_rdflib_reads_the_graph_without_a_network(data: Path) -> None:
    """The context is in the file; every report, event and claim is a node of its type."""
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = rdflib.Graph()
        text = (data / "archive.jsonld").read_text("utf-8")
        graph.parse(data=text, format="json-ld", publicID="https://example.org/data/archive.jsonld")
    schema = rdflib.Namespace("https://schema.org/")
    of_type = {
        name: set(graph.subjects(rdflib.RDF.type, schema[name]))
        for name in ("NewsArticle", "Event", "Claim")
    }
    assert len(of_type["NewsArticle"]) == _count(data, "articles")
    assert len(of_type["Event"]) == _count(data, "events")
    articles = {str(each) for each in of_type["NewsArticle"]}
    assert all(each.startswith("https://example.org/articles/") for each in articles)


def test_rocrate_reads_the_crate(data: Path) -> None:
    """Every file that the crate names is there, and the large ones are among them."""
    rocrate = pytest.importorskip("rocrate.rocrate", reason="rocrate is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        crate = rocrate.ROCrate(data)
    names = {each.id for each in crate.data_entities}
    assert {"archive.bib", "archive.db", "archive.epub", "datapackage.json"} <= names
    assert all((data / name).is_file() for name in names)
    assert crate.name


@pytest.mark.parametrize(("feed", "list_"), [("feed.atom", "articles"), ("events.atom", "events")])
def test_feedparser_reads_a_feed(data: Path, feed: str, list_: str) -> None:
    """Well formed, an entry each, its own id, a title, a time and a link into the site."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
        read = feedparser.parse((data / feed).read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert len(read.entries) == _count(data, list_)
    assert len({each.id for each in read.entries}) == len(read.entries)
    assert all(each.title and each.updated_parsed for each in read.entries)
    for each in read.entries:
        assert (data / each.link.partition("#")[0]).resolve().is_file()


def test_icalendar_reads_the_events(data: Path) -> None:
    """An entry for each event that has a day, with the days that its date can mean."""
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    calendar = icalendar.Calendar.from_ical((data / "events.ics").read_bytes())
    events = {str(each["UID"]): each for each in calendar.walk("VEVENT")}
    for each in json.loads((data / "events.json").read_text("utf-8"))["events"]:
        event = events[f"{each['slug']}@sijill.invalid"]
        assert str(event["SUMMARY"]) == each["title"]
        status = "CONFIRMED" if each["status"] == "confirmed" else "TENTATIVE"
        assert str(event["STATUS"]) == status
        assert not getattr(event, "errors", [])


def test_every_annotation_selects_its_words(data: Path) -> None:
    """Quote and position select the same words in the text of the paragraph that is named."""
    read = json.loads((data / "annotations.jsonld").read_text("utf-8"))
    assert read["@context"] == ANNOTATION
    items = read["first"]["items"]
    assert read["total"] == len(items) > 0
    articles = json.loads((data / "articles.json").read_text("utf-8"))["articles"]
    texts = {
        (article["slug"], each["anchor"]): each["text"]
        for article in articles
        for each in article["paragraphs"]
    }
    for each in items:
        slug = Path(each["target"]["source"]).stem
        quote, fragment = each["target"]["selector"]
        text = texts[slug, fragment["value"]]
        position = fragment["refinedBy"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text
    assert len({each["id"] for each in items}) == len(items)


def test_an_annotation_made_elsewhere_comes_back_as_a_suggestion(
    root: Path, data: Path, tmp_path: Path
) -> None:
    """A reader's tool takes our export, links more words to the entity, and gives it a new id."""
    content = tmp_path / "content"
    shutil.copytree(root / "content", content)
    items = json.loads((data / "annotations.jsonld").read_text("utf-8"))["first"]["items"]
    mentions = (each for each in items if each["motivation"] == "identifying")
    item = next(each for each in mentions if _quote(each)["prefix"][-2:-1].isalpha())
    quote = _quote(item)
    before, last = quote["prefix"].rstrip().rsplit(" ", 1)
    words = f"{last} {quote['exact']}"
    annotation = {
        "@context": ANNOTATION,
        "id": "urn:uuid:8a3c1f3e-0000-4000-8000-000000000001",
        "type": "Annotation",
        "creator": {"type": "Person", "name": "Lina"},
        "body": {"type": "SpecificResource", "source": _published(item["body"])},
        "target": {
            "source": _published(item["target"]["source"]),
            "selector": {"type": "TextQuoteSelector", "exact": words, "prefix": before[-9:]},
        },
    }
    (content / "annotations").mkdir()
    (content / "annotations/ours.jsonld").write_bytes((data / "annotations.jsonld").read_bytes())
    (content / "annotations/theirs.json").write_text(json.dumps([annotation]), "utf-8")
    assert suggest([str(content)]) == 0
    lines = (content / "suggestions.md").read_text("utf-8").splitlines()
    line = f"- [ ] alias: {words} → {Path(item['body']).stem}"
    assert [each for each in lines if "by Lina" in each]
    assert line in lines
    ticked = "\n".join(lines).replace(line, line.replace("[ ]", "[x]"))
    (content / "suggestions.md").write_text(f"{ticked}\n", "utf-8")
    assert suggest([str(content), "--accept"]) == 0
    entity = next((content / "entities").rglob(f"{Path(item['body']).stem}.md"))
    assert f"    {words}\n" in entity.read_text("utf-8")


def _quote(item: dict[str, Any]) -> dict[str, str]:
    return dict(item["target"]["selector"][0])


def _published(address: str) -> str:
    return address.replace("..", "https://example.org/archive", 1)


def test_geojson_is_valid(data: Path) -> None:
    """Every feature, and every position lies on Earth, with the longitude first."""
    geojson = pytest.importorskip("geojson", reason="geojson is not installed")
    read = geojson.loads((data / "archive.geojson").read_text("utf-8"))
    assert read.is_valid, read.errors()
    assert len({each["id"] for each in read["features"]}) == len(read["features"]) > 0
    places = json.loads((data / "entities.json").read_text("utf-8"))["entities"]
    points = {each["slug"]: each["coordinates"] for each in places if each["coordinates"]}
    for each in read["features"]:
        if each["properties"]["feature"] == "place":
            point = points[each["properties"]["slug"]]
            assert each["geometry"]["coordinates"] == [point["longitude"], point["latitude"]]


# What https://www.sitemaps.org/protocol.html asks for: an address, whole, below 2048 letters.
SITEMAP = """<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9">
 <element name="urlset"><complexType><sequence>
  <element name="url" maxOccurs="50000"><complexType><sequence>
   <element name="loc"><simpleType><restriction base="anyURI">
    <pattern value="https?://.+"/><minLength value="12"/><maxLength value="2048"/>
   </restriction></simpleType></element>
  </sequence></complexType></element>
 </sequence></complexType></element>
</schema>"""


def test_the_sitemap_is_as_the_protocol_says(root: Path, site: Path) -> None:
    """And each address is a page of the site; without an address of its own a site has none."""
    corpus = assemble_folder(root / "content").corpus
    (file,) = sitemap(corpus, "https://example.org/archive")
    schema = etree.XMLSchema(etree.fromstring(SITEMAP))
    read = etree.fromstring(file.content)
    assert schema.validate(read), schema.error_log
    addresses = [str(each.text) for each in read.iter("{*}loc")]
    for each in addresses:
        assert (site / each.removeprefix("https://example.org/archive/")).is_file(), each
    assert len(set(addresses)) == len(addresses)
    assert not (site / "sitemap.xml").exists()
