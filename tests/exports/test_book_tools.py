"""Open the books: EPUB with epubcheck, ZIM with kiwix-serve, TEI with a parser."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

import pytest
from lxml import etree

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
