"""Open the books: EPUB with epubcheck, ZIM with kiwix-serve, TEI with a parser."""

from __future__ import annotations

import json
import lzma
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plugins.exports.heavy.tei import tei_files
from tests.unit.exports_corpus import CORPUS

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
EPUBCHECK = (Path("/usr/share/java/epubcheck.jar"), Path("/usr/bin/epubcheck"))


def test_epubcheck_finds_nothing(data: Path) -> None:
    """No error and no warning."""
    program = next((each for each in EPUBCHECK if each.is_file()), None)
    java = shutil.which("java")
    if program is None or java is None:
        pytest.skip("epubcheck is not installed (Debian: apt-get install epubcheck)")
    command = [java, "-jar", str(program), "--failonwarnings", str(data / "archive.epub")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_book_has_the_reports_in_order(data: Path) -> None:
    """The media type comes first, uncompressed; the spine is in the order of the dates."""
    articles = json.loads((data / "articles.json").read_text("utf-8"))["articles"]
    with zipfile.ZipFile(data / "archive.epub") as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        package = etree.fromstring(book.read("EPUB/package.opf"))
    spine = [each.get("idref") for each in package.iter("{*}itemref")]
    assert spine == [
        *("opening", *(f"a-{each['slug']}" for each in articles)),
        *("timeline", "nav"),
    ]


def test_tei_keeps_every_text(data: Path) -> None:
    """A paragraph's text is the same with its marks, and names have keys."""
    articles = json.loads((data / "articles.json").read_text("utf-8"))["articles"]
    for article in articles:
        root = etree.parse(data / "tei" / f"{article['slug']}.xml").getroot()
        texts = {each.get(ID): "".join(each.itertext()) for each in root.iter() if each.get(ID)}
        assert texts == {each["anchor"]: each["text"] for each in article["paragraphs"]}
        assert all(each.get("key") for each in root.iter(f"{TEI}name"))
    corpus = etree.parse(data / "archive.tei.xml").getroot()
    assert len(corpus.findall(f"{TEI}TEI")) == len(articles)


RELAX = "{http://relaxng.org/ns/structure/1.0}"


def _schema(names: set[str]) -> etree.RelaxNG:
    """Return TEI P5's own schema, tei_all, without the elements that no document here has.

    What is left allows less, so that what it finds valid is valid; whole, libxml2 takes a minute
    to compile it.
    """
    packed = Path(__file__).resolve().parent.parent / "data" / "tei_all.rng.xz"
    root = etree.fromstring(lzma.decompress(packed.read_bytes()))
    for each in [each for each in root.iter(f"{RELAX}element") if each.get("name")]:
        if each.get("name") not in names:
            each.getparent().replace(each, etree.Element(f"{RELAX}notAllowed"))
    return etree.RelaxNG(root)


def _names(documents: Iterable[etree._Element]) -> set[str]:
    elements = (each for root in documents for each in root.iter(f"{TEI}*"))
    return {etree.QName(each).localname for each in elements}


def test_tei_is_as_its_schema_says(data: Path) -> None:
    """Every report, all of them in one, and a corpus with what is hard."""
    files = [*sorted((data / "tei").glob("*.xml")), data / "archive.tei.xml"]
    roots = [etree.parse(each).getroot() for each in files]
    roots += [etree.fromstring(each.content) for each in tei_files(CORPUS)]
    schema = _schema(_names(roots))
    assert [error.message for each in roots for error in _errors(schema, each)] == []


def _errors(schema: etree.RelaxNG, root: etree._Element) -> list[Any]:
    return [] if schema.validate(root) else list(schema.error_log)


def test_the_schema_finds_what_is_wrong() -> None:
    """A name where none may stand, and a day that is none."""
    for good, bad in ((b"<body>", b"<body><name>x</name>"), (b'when="', b'when="the ')):
        text = next(each.content for each in tei_files(CORPUS) if good in each.content)
        root = etree.fromstring(text.replace(good, bad, 1))
        assert not _schema(_names([root])).validate(root)


def _found(query: str) -> str:
    """Return what kiwix-serve answers to a search, as soon as it answers."""
    address = f"http://127.0.0.1:8348/search?pattern={urllib.parse.quote(query)}&content=archive"
    for _ in range(80):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.25)
    pytest.fail("kiwix-serve does not answer")


def test_kiwix_finds_words_of_both_languages(data: Path) -> None:
    """The whole site in one file, searched in English and in Arabic."""
    file = data / "archive.zim"
    if not file.is_file():
        pytest.skip("libzim is not installed: no ZIM was written")
    program = shutil.which("kiwix-serve")
    if program is None:
        pytest.skip("kiwix-serve is not installed (Debian: apt-get install kiwix-tools)")
    command = [program, "--address=127.0.0.1", "--port=8348", str(file)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert "articles/" in _found("Aleppo")
            assert ".html" in _found("حلب")
        finally:
            server.terminate()
