"""Hold the large formats, and when a site is refused."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from plugins.corpus.model import Annotated, Article, Corpus, Mention, Paragraph, Site
from plugins.exports.__main__ import NotASite, corpus_of_site, edition_of, main
from plugins.exports.dates import stamp_of
from plugins.exports.heavy.bulk import bulk_files
from plugins.exports.heavy.database import write_database
from plugins.exports.heavy.epub import epub
from plugins.exports.heavy.making import write_heavy
from plugins.exports.heavy.tei import tei_files
from plugins.exports.pages import Exports
from plugins.exports.relations import TABLES
from tests.unit.exports_corpus import CORPUS, ONE

STAMP = datetime(2016, 12, 1, tzinfo=UTC)
TEI = "{http://www.tei-c.org/ns/1.0}"


def test_the_database_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    """No clock, no random name."""
    for name in ("a", "b"):
        write_database(CORPUS, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_database_holds_no_empty_reference(tmp_path: Path) -> None:
    """An article without a dateline has NULL there, so that the foreign key holds."""
    write_database(CORPUS, tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        lines = database.execute("SELECT slug, dateline FROM articles ORDER BY slug").fetchall()
    assert lines == [("one", "riverton"), ("three", None), ("two", None)]


def test_every_row_has_what_its_columns_say() -> None:
    """As many cells as columns, each of the column's type; only numbers may be missing."""
    types = {"text": str, "integer": int, "number": float | None, "boolean": bool}
    for table in TABLES:
        for row in table.rows(CORPUS):
            pairs = list(zip(table.columns, row, strict=True))
            assert all(isinstance(cell, types[column.type]) for column, cell in pairs), pairs


def _book() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(epub(CORPUS, STAMP).content)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def test_a_book_is_well_formed_and_the_same_each_time() -> None:
    """Every document parses, whatever marks the texts hold."""
    assert epub(CORPUS, STAMP).content == epub(CORPUS, STAMP).content
    for name, text in _book().items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            etree.fromstring(text.encode())


def test_a_book_links_to_paragraphs_that_it_has() -> None:
    """Evidence in a text that is left out leads to the report, and the report says so."""
    book = _book()
    assert 'href="a-one.xhtml#p1"' in book["EPUB/timeline.xhtml"]
    assert 'href="a-three.xhtml"' in book["EPUB/timeline.xhtml"]
    assert "is not in this edition" in book["EPUB/a-three.xhtml"]


def test_an_arabic_report_reads_from_the_right() -> None:
    """Each document has its own language and direction."""
    root = etree.fromstring(_book()["EPUB/a-two.xhtml"].encode())
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")


def test_tei_marks_what_does_not_overlap() -> None:
    """A name is kept before a date that overlaps it, and the text stays whole."""
    text = "Monday Post wrote <so>\x0b."
    overlapping = replace(
        ONE,
        paragraphs=(Paragraph("p1", text),),
        mentions=(Mention("p1", 0, 11, "Monday Post", "paper"),),
        dates=(replace(ONE.dates[0], start=0, end=6, surface="Monday"),),
        figures=(),
    )
    first = next(tei_files(Corpus(articles=(overlapping,))))
    paragraph = next(etree.fromstring(first.content).iter(f"{TEI}p"), None)
    marked = list(etree.fromstring(first.content).iter(f"{TEI}name"))
    assert [(each.text, each.get("key")) for each in marked] == [("Monday Post", "paper")]
    assert paragraph is not None
    whole = etree.tostring(etree.fromstring(first.content), method="text", encoding="unicode")
    assert "Monday Post wrote <so>." in whole


def test_tei_gives_a_figure_its_ends() -> None:
    """More than 40 is atLeast 40; a date of one day is a `when`."""
    root = etree.fromstring(
        {each.path: each.content for each in tei_files(CORPUS)}["data/tei/one.xml"]
    )
    (number,) = root.iter(f"{TEI}num")
    assert dict(number.attrib) == {"atLeast": "40"}
    assert "2016-11-28" in [each.get("when") for each in root.iter(f"{TEI}date")]


def test_tei_puts_items_in_one_list_and_headings_over_divisions() -> None:
    """As the guidelines want them."""
    paragraphs = (
        *(Paragraph("a", "Before"), Paragraph("h", "Head", "heading")),
        *(Paragraph("b", "one", "item"), Paragraph("c", "two", "item")),
    )
    article = Annotated(Article("x", "X", "2016", "p", ""), paragraphs, (), (), (), "")
    root = etree.fromstring(next(tei_files(Corpus(articles=(article,)))).content)
    shapes = [
        [each.tag.removeprefix(TEI) for each in division] for division in root.iter(f"{TEI}div")
    ]
    assert shapes == [["p"], ["head", "list"]]


def test_every_field_of_the_bulk_lines_is_in_the_mapping() -> None:
    """The mapping is strict: a field that it has not would be refused."""
    lines, mapping = bulk_files(CORPUS)
    properties = json.loads(mapping.content)["mappings"]["properties"]
    rows = [json.loads(line) for line in lines.content.splitlines()]
    assert [each["index"]["_id"] for each in rows[::2]] == ["two", "one", "three"]
    assert all(set(each) == set(properties) for each in rows[1::2])
    assert rows[3]["date"] == {"gte": "2016-11-28", "lte": "2016-11-28"}
    assert rows[5]["paragraphs"] == []


def test_a_stamp_is_the_newest_report_or_what_the_environment_says() -> None:
    """SOURCE_DATE_EPOCH is honoured."""
    assert stamp_of(CORPUS, {}) == STAMP
    assert stamp_of(CORPUS, {"SOURCE_DATE_EPOCH": "86400"}) == datetime(1970, 1, 2, tzinfo=UTC)


def _content(folder: Path) -> Path:
    head = "---\ntitle: A\ndate: 2016-11-28\npublisher: paper\nrights: restricted\n---\n"
    for path, text in (
        ("articles/2016/a.md", f"{head}Nobody may read this sentence about the ferry.\n"),
        ("entities/organisations/paper.md", "---\nname: Paper\n---\n"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def _site(content: Path, output: Path, edition: str) -> Path:
    """Write what a build of the content in an edition would."""
    (output / "data").mkdir(parents=True)
    build = {"title": "T", "subtitle": "", "language": "en", "edition": edition}
    (output / "data/build.json").write_text(json.dumps(build), "utf-8")
    (output / "data/articles.json").write_bytes(b"")
    try:
        corpus_of_site(content, output)
    except NotASite:
        corpus, _ = edition_of(content, Site("T", "", "en", edition))
        for each in Exports().files(corpus):
            (output / each.path).parent.mkdir(parents=True, exist_ok=True)
            (output / each.path).write_bytes(each.content)
    return output


def test_the_public_editions_large_files_hold_no_restricted_text(tmp_path: Path) -> None:
    """The site says which edition it is, and every file keeps to it."""
    content = _content(tmp_path / "content")
    output = _site(content, tmp_path / "output", "public")
    assert main([str(content), str(output)]) == 0
    for path in output.rglob("*"):
        if path.is_file() and path.suffix != ".epub":
            assert b"ferry" not in path.read_bytes(), path
    with zipfile.ZipFile(output / "data/archive.epub") as book:
        assert not [name for name in book.namelist() if b"ferry" in book.read(name)]


def test_the_full_edition_has_the_text(tmp_path: Path) -> None:
    """The same search finds it there."""
    content = _content(tmp_path / "content")
    output = _site(content, tmp_path / "output", "full")
    assert main([str(content), str(output)]) == 0
    assert b"ferry" in (output / "data/tei/a.xml").read_bytes()
    assert b"ferry" in (output / "data/archive.db").read_bytes()


def test_a_site_of_another_state_of_the_content_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its pages and its exports would differ; nothing is written."""
    content = _content(tmp_path / "content")
    output = _site(content, tmp_path / "output", "full")
    article = content / "articles/2016/a.md"
    article.write_text(article.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert main([str(content), str(output)]) == 1
    assert "EXPORT-OLD" in capsys.readouterr().err
    assert not (output / "data/archive.db").exists()


def test_a_folder_that_is_no_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    assert main([str(_content(tmp_path / "content")), str(tmp_path / "none")]) == 1
    assert "EXPORT-SITE" in capsys.readouterr().err


def test_files_of_reports_that_are_gone_go(tmp_path: Path) -> None:
    """A second run leaves no TEI file of a report that is no more."""
    write_heavy(CORPUS, tmp_path, tmp_path, {})
    fewer = replace(CORPUS, articles=CORPUS.articles[:1], events=(), claims=())
    write_heavy(fewer, tmp_path, tmp_path, {})
    assert [each.name for each in sorted((tmp_path / "data/tei").iterdir())] == ["two.xml"]
    assert not [each for each in (tmp_path / "data").iterdir() if each.name.startswith(".")]
