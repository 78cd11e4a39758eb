"""Hold the files that a build writes, and the page that lists them."""

from __future__ import annotations

import csv
import gettext
import io
import json
import posixpath
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import babel_extract
from lxml import etree

from plugins.corpus.model import Annotated, Article, Corpus, Event, Site
from plugins.corpus.wording import date_words
from plugins.exports.annotations import annotation_file
from plugins.exports.catalogue import FORMATS, PARTS
from plugins.exports.feeds import feeds
from plugins.exports.heavy.listing import with_made_files
from plugins.exports.pages import DataPage, Exports, size_words
from plugins.exports.sitemap import sitemap
from tests.unit.exports_corpus import CORPUS, ONE

ATOM = "{http://www.w3.org/2005/Atom}"
THEME = Path(__file__).resolve().parent.parent.parent / "theme"


def files(corpus: Corpus = CORPUS, siteurl: str = "") -> dict[str, bytes]:
    """Return what a build writes, by path."""
    return {each.path: each.content for each in Exports(siteurl).files(corpus)}


WRITTEN = files()


def read(name: str) -> Any:
    """Return a JSON file of the exports."""
    return json.loads(WRITTEN[f"data/{name}"])


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of the exports."""
    return list(csv.DictReader(io.StringIO(WRITTEN[f"data/{name}.csv"].decode())))


def test_a_build_writes_every_light_file_of_the_catalogue() -> None:
    """And none of the large ones."""
    light = {path for path, each in FORMATS.items() if not each.heavy}
    assert {*WRITTEN} & {*FORMATS} == light


def test_the_same_corpus_gives_the_same_bytes() -> None:
    """No clock and no order of sets."""
    assert files() == WRITTEN


def test_an_empty_corpus_has_its_files_too() -> None:
    """Every list is there, and empty."""
    empty = files(Corpus())
    assert json.loads(empty["data/archive.csl.json"]) == []
    assert json.loads(empty["data/archive.geojson"])["features"] == []
    assert json.loads(annotation_file(Corpus()).content)["total"] == 0
    assert etree.fromstring(empty["data/feed.atom"]).findall(f"{ATOM}entry") == []


def test_a_report_that_is_kept_back_has_no_text_anywhere() -> None:
    """Its paragraph has an anchor and no text, and it has no annotation."""
    (kept_back,) = [each for each in read("articles.json")["articles"] if each["slug"] == "three"]
    assert kept_back["paragraphs"] == [{"anchor": "p9"}]
    assert "body" not in kept_back
    assert b"three.html" not in annotation_file(CORPUS).content


def test_a_body_is_written_where_the_paragraphs_do_not_say_it() -> None:
    """Markdown that is more than its text is kept; plain text is not written twice."""
    bodies = {each["slug"]: each.get("body") for each in read("articles.json")["articles"]}
    assert bodies["two"] == "*x*"
    (plain,) = json.loads(
        files(Corpus(articles=(replace(ONE, paragraphs=ONE.paragraphs[:1]),)))["data/articles.json"]
    )["articles"]
    assert "body" not in plain


def test_merged_entities_lie_beside_those_with_a_page() -> None:
    """So that the collection can be made again."""
    assert [each["slug"] for each in read("entities.json")["merged"]] == ["rivertown"]
    assert "rivertown" not in {each["slug"] for each in read("entities.json")["entities"]}


def test_numbers_in_tables_are_short() -> None:
    """40 and not 40.0; an open end is an empty cell; a truth is written as JSON does."""
    (figure, _) = rows("figures")
    assert (figure["low"], figure["high"]) == ("40", "")
    assert [each["low"] for each in rows("claims")] == ["40", "0", "7"]
    assert [each["approximate"] for each in rows("claims")] == ["false", "true", "false"]


def test_events_have_their_first_and_last_day() -> None:
    """Beside the EDTF date; an open end is empty."""
    ends = [(each["earliest"], each["latest"]) for each in rows("events")]
    assert ends[:2] == [("2016-11-26", "2016-11-28"), ("2016-12-01", "")]
    assert rows("events")[0]["evidence"] == "one#p1"


def test_found_events_are_only_where_their_status_is() -> None:
    """Tables, the map's data and the calendar say it; feeds, the graph and books could not."""
    assert [each["status"] for each in rows("events")] == ["confirmed", "confirmed", "found"]
    assert [each["status"] for each in read("events.json")["events"]][-1] == "found"
    assert read("build.json")["counts"]["found"] == 1
    holding = {path for path, content in WRITTEN.items() if b"found-2016-11-28" in content}
    assert holding == {
        *("data/events.csv", "data/events.json", "data/events.ics", "data/archive.geojson"),
    }
    assert b"STATUS:TENTATIVE" in WRITTEN["data/events.ics"]


def test_geojson_has_longitude_first() -> None:
    """RFC 7946; an event has the points of its places, and one without points is left out."""
    place, event, _ = read("archive.geojson")["features"]
    assert place["geometry"] == {"type": "Point", "coordinates": [37.16, 36.2]}
    assert event["geometry"] == {"type": "MultiPoint", "coordinates": [[37.16, 36.2]]}
    assert event["properties"]["slug"] == "left"


def test_linked_data_keeps_a_low_of_nothing() -> None:
    """0 is a number and no empty part; an open end is left out."""
    claim = next(each for each in read("archive.jsonld")["@graph"] if each["type"] == "Claim")
    first, second, _ = claim["hasPart"]
    assert second["low"] == 0
    assert "high" not in first


def test_linked_data_names_its_words_itself() -> None:
    """No context has to be fetched."""
    assert isinstance(read("archive.jsonld")["@context"], dict)


def test_a_feed_has_the_newest_report_first() -> None:
    """With an id of its own, and the time of its publication."""
    root = etree.fromstring(WRITTEN["data/feed.atom"])
    titles = [each.findtext(f"{ATOM}title") for each in root.iter(f"{ATOM}entry")]
    assert titles == ["Kept back", ONE.article.title, "وصول الحافلات"]
    updated = [each.findtext(f"{ATOM}updated") for each in root.iter(f"{ATOM}entry")]
    assert updated == ["2016-12-01T00:00:00Z", "2016-11-28T00:00:00Z", "2016-11-01T00:00:00Z"]
    assert root.findtext(f"{ATOM}updated") == "2016-12-01T00:00:00Z"


def test_addresses_are_the_sites_where_it_has_one() -> None:
    """And relative to the feed where it has none; JSON Feed then has no url."""
    links = [
        each.get("href") for each in etree.fromstring(WRITTEN["data/feed.atom"]).iter(f"{ATOM}link")
    ]
    assert links[0] == "../articles/three.html"
    assert "url" not in read("feed.json")["items"][0]
    hosted = files(siteurl="https://a.example")
    assert (
        json.loads(hosted["data/feed.json"])["items"][0]["url"]
        == "https://a.example/articles/three.html"
    )
    assert b"URL:https://a.example/timeline.html#left" in hosted["data/events.ics"].replace(
        b"\r\n ", b""
    )


def _many(count: int) -> Corpus:
    """Return a corpus of as many reports, one a day."""
    first = date(2016, 1, 1)
    days = [str(first + timedelta(days=number)) for number in range(count)]
    articles = (Article(f"r{number}", "R", day, "paper", "") for number, day in enumerate(days))
    return Corpus(articles=tuple(Annotated(each, (), (), (), (), "") for each in articles))


@pytest.mark.parametrize("count", [0, 1, 100, 200, 201, 450])
def test_a_feed_leads_to_every_report_page_by_page(count: int) -> None:
    """No page has more than two hundred; from each the next older one is reached, the last ends."""
    files = {each.path: each.content for each in feeds(_many(count))}
    path, seen = "data/feed.json", []
    while path:
        page = json.loads(files[path])
        assert len(page["items"]) <= 200
        seen += [each["id"] for each in page["items"]]
        further = page.get("next_url", "")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), further)) * bool(further)
    assert len(seen) == len(set(seen)) == count


def test_a_page_of_a_feeds_archive_stays_as_it_is() -> None:
    """A hundred reports later, every page of the archive is the same, byte for byte."""
    before, after = (
        {each.path: each.content for each in feeds(_many(count)) if "/feeds/" in each.path}
        for count in (410, 510)
    )
    assert len(before) == 2 * 3
    assert before.items() < after.items()
    root = etree.fromstring(after["data/feeds/feed-2.atom"])
    links = {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")}
    assert links == {
        "prev-archive": "../../data/feeds/feed-1.atom",
        "current": "../../data/feed.atom",
    }
    assert root.find("{http://purl.org/syndication/history/1.0}archive") is not None


def test_the_plain_text_has_every_paragraph_with_its_address() -> None:
    """One a line, under the report's heading."""
    text = WRITTEN["data/corpus.txt"].decode()
    assert f"{ONE.paragraphs[0].text} [articles/one.html#p1]\n" in text
    assert "[articles/three.html" not in text
    assert text.startswith("# The <record>\n\n> Of a & b\n")


def test_a_site_without_an_address_has_no_sitemap() -> None:
    """The protocol wants whole addresses."""
    assert "sitemap.xml" not in WRITTEN
    assert (
        b"<loc>https://a.example/people/mayor.html</loc>"
        in files(siteurl="https://a.example")["sitemap.xml"]
    )


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    """No more than 50,000 addresses stand in one file."""
    many = tuple(replace(ONE, article=replace(ONE.article, slug=f"a{at}")) for at in range(50_001))
    made = {each.path: each.content for each in sitemap(Corpus(articles=many), "https://a.example")}
    assert [*made] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert made["sitemap-1.xml"].count(b"<loc>") == 50_000
    assert b"<sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>" in made["sitemap.xml"]


def test_the_crate_leads_to_captures() -> None:
    """A report has its address and, beside it, that of the capture."""
    graph = {each["@id"]: each for each in read("ro-crate-metadata.json")["@graph"]}
    assert graph[ONE.article.url]["archivedAt"] == {"@id": ONE.article.archived}
    assert graph["./"]["datePublished"] == "2016-12-01"
    capture = graph[ONE.article.archived]
    assert ONE.article.archived.endswith(".wacz")
    assert capture["encodingFormat"] == "application/wacz"
    page = replace(ONE, article=replace(ONE.article, archived="https://archive.example.org/1/a"))
    plain = json.loads(files(replace(CORPUS, articles=(page,)))["data/ro-crate-metadata.json"])
    assert page.article.archived not in [each["@id"] for each in plain["@graph"]]


def test_an_event_without_a_day_is_in_no_calendar() -> None:
    """The others are; lines end as RFC 5545 wants."""
    corpus = Corpus(events=(Event("a", "A", "", "other"), Event("b", "B", "2016", "other")))
    text = files(corpus)["data/events.ics"].decode()
    assert "UID:b@" in text
    assert "UID:a@" not in text
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(
    ("size", "words"),
    [(999, "999 byte"), (1000, "1 kB"), (1234, "1.2 kB"), (56_789, "57 kB"), (9_960_000, "10 MB")],
)
def test_a_size_is_in_words(size: int, words: str) -> None:
    """Two figures, decimal units."""
    assert size_words(size, "en") == words


def _page(language: str, site: Site | None = None) -> str:
    """Return data.html as the theme renders it."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["link"] = lambda target: target
    environment.filters["date_words"] = partial(date_words, locale=language)
    environment.install_gettext_translations(_translations(language), newstyle=True)  # type: ignore[attr-defined]
    exports = Exports()
    tuple(exports.files(CORPUS))
    (page,) = exports.pages(CORPUS.spoken(language))
    values = page.values
    assert isinstance(values, DataPage)
    named = {name: getattr(values, name) for name in DataPage.__slots__}
    shown = replace(site or CORPUS.site, language=language)
    return environment.get_template(page.template).render(page=page, site=shown, folder="", **named)


def _translations(language: str) -> gettext.NullTranslations:
    path = THEME / "translations" / language / "LC_MESSAGES" / "sijill.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as catalogue:
        write_mo(compiled, read_po(catalogue))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_links_what_is_there_and_only_that(language: str) -> None:
    """A large file is named without a link until it has been made."""
    soup = BeautifulSoup(_page(language), "html.parser")
    table = [each["href"] for each in soup.select("table a")]
    assert table == [path for path, each in FORMATS.items() if not each.heavy]
    made = [each["data-made"] for each in soup.select("tr[data-made]")]
    assert made == [path for path, each in FORMATS.items() if each.heavy]
    assert all(each.get_text(strip=True) for each in soup.select("td, th"))


def test_the_page_lists_a_large_file_once_it_is_made() -> None:
    """The link and the size come in; nothing else changes; a second time changes nothing."""
    before = _page("en")
    once = with_made_files(before, {"data/archive.db": 2000}, lambda size: f"{size} octets")
    soup = BeautifulSoup(once, "html.parser")
    (row,) = [each for each in soup.select("tr[data-made]") if each.a]
    assert (row.a["href"], row.select_one("td.number").get_text()) == (  # type: ignore[index, union-attr]
        *("data/archive.db", "2000 octets"),
    )
    assert with_made_files(once, {"data/archive.db": 2000}, lambda size: f"{size} octets") == once
    assert len(once.splitlines()) == len(before.splitlines())


def test_every_word_of_the_page_is_in_arabic() -> None:
    """What the template says, the catalogue says too."""
    with (THEME / "translations/ar/LC_MESSAGES/sijill.po").open("rb") as catalogue:
        arabic = {each.id: each.string for each in read_po(catalogue)}
    with (THEME / "templates/data.html").open("rb") as template:
        found = [each[2] for each in babel_extract(template, ("_",), (), {"trimmed": "true"})]
    said = [each if isinstance(each, str) else str(each[0]) for each in found]
    assert [each for each in said if not arabic.get(each)] == []


def test_every_part_has_its_files() -> None:
    """No heading stands over nothing, and no file stands twice."""
    assert all(formats for _, formats in PARTS)
    assert len(FORMATS) == sum(len(formats) for _, formats in PARTS)
