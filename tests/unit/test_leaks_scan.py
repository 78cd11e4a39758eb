"""The scan of a finished public edition."""

from __future__ import annotations

import base64
import gzip
import json
import sqlite3
import zipfile
from html import escape
from pathlib import Path

import pytest

from plugins.corpus.edition import Secret, Secrets
from plugins.corpus.masking.words import phrases
from plugins.integrity.leaks import check_leaks

WORDS = [f"word{number}" for number in range(60)]
TEXT = " ".join(WORDS)
SECRETS = Secrets(
    (Secret("closed", (TEXT,), (" ".join(WORDS[20:36]),)),), (), phrases(("Selma Orhan",))
)


def codes(root: Path, secrets: Secrets = SECRETS) -> list[str]:
    """Return the codes of what leaks."""
    return [each.code for each in check_leaks(root, secrets)]


def packed(text: str) -> str:
    """Return a shard of the search index."""
    return f'Sijill.shard("ab","{base64.b64encode(gzip.compress(text.encode())).decode()}");'


RUN = " ".join(WORDS[3:16])  # thirteen words
WAYS = {
    "a page": ("a.html", f"<html><body><p>x {RUN} y</p></body></html>"),
    "a page with links in it": (
        "a.html",
        f"<html><body><p>{' '.join(f'<a>{each}</a>' for each in WORDS[3:16])}</p></body></html>",
    ),
    "half a word in bold": (
        "a.html",
        f"<html><body><p>{RUN.replace('word9', '<b>wo</b>rd9')}</p></body></html>",
    ),
    "an attribute": ("a.html", f'<html><head><meta content="{RUN}"></head></html>'),
    "a comment": ("a.html", f"<html><body><!-- {RUN} --></body></html>"),
    "a script": ("a.html", f'<html><script type="application/ld+json">"{RUN}"</script></html>'),
    "a shard": ("search/ab.js", packed(json.dumps([["p1", RUN]]))),
    "a script of escapes": ("a.js", '"' + "".join(f"\\u{ord(e):04x}" for e in RUN) + '"'),
    "data": ("data/a.json", json.dumps({"text": RUN.replace(" ", "\n")})),
    "a table": ("data/a.csv", f'a,"{RUN}"'),
    "a feed": ("a.atom", f"<entry>{escape(RUN)}</entry>"),
    "a calendar": ("a.ics", "BEGIN:VCALENDAR\r\nX:" + RUN[:40] + "\r\n " + RUN[40:]),
    "a list of references": ("data/a.ris", f"TI  - x\nAB  - {RUN}\n"),
    "linked data": ("data/a.jsonld", json.dumps({"text": RUN})),
    "a file of no known kind": ("data/a.xyz", RUN),
    "other marks and case": ("a.txt", RUN.upper().replace(" ", ", ")),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_run_too_long_is_found_wherever_it_is(tmp_path: Path, way: str) -> None:
    """Thirteen words of a restricted article, in any form that a reader could get at."""
    name, content = WAYS[way]
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, newline="")
    (fault,) = check_leaks(tmp_path, SECRETS)
    assert (fault.path, fault.code) == (name, "LEAK-TEXT")
    assert '"closed"' in fault.wrong


@pytest.mark.parametrize("start", range(15))
def test_a_run_is_found_wherever_it_begins(tmp_path: Path, start: int) -> None:
    """No place in the article is blind."""
    (tmp_path / "a.txt").write_text(" ".join(WORDS[start : start + 13]))
    assert codes(tmp_path) == ["LEAK-TEXT"]


@pytest.mark.parametrize("start", range(15))
def test_twelve_words_are_allowed(tmp_path: Path, start: int) -> None:
    """A run as long as allowed is no leak."""
    (tmp_path / "a.txt").write_text(" ".join(WORDS[start : start + 12]))
    assert codes(tmp_path) == []


def test_an_allowed_quote_is_no_leak(tmp_path: Path) -> None:
    """A statement's quote may stand; with words before or after it, it may not."""
    (tmp_path / "a.txt").write_text(" ".join(WORDS[20:36]))
    assert codes(tmp_path) == []
    (tmp_path / "a.txt").write_text(" ".join(WORDS[20:37]))
    assert codes(tmp_path) == ["LEAK-TEXT"]


def test_an_agencys_text_in_a_public_article_is_no_secret(tmp_path: Path) -> None:
    """What a public article says too may stand."""
    (tmp_path / "a.txt").write_text(RUN)
    assert codes(tmp_path, Secrets(SECRETS.restricted, (TEXT,))) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<html><body>by Selma <b>Orhan</b></body></html>"),
        ("a.html", '<html><body><a href="x?Selma%20Orhan">x</a></body></html>'),
        ("selma-orhan.html", "<html><body>x</body></html>"),
        ("a.csv", "x,SELMA ORHAN"),
        ("a.js", packed('["selma orhan"]')),
        ("selma-orhan.bin", ""),
    ],
)
def test_a_masked_word_is_found(tmp_path: Path, name: str, content: str) -> None:
    """In text, addresses, data, shards, and in the names of files."""
    (tmp_path / name).write_text(content)
    assert set(codes(tmp_path)) == {"LEAK-MASKED"}


def test_a_full_edition_is_not_scanned(tmp_path: Path) -> None:
    """Where nothing is secret, nothing leaks."""
    (tmp_path / "a.txt").write_text(TEXT)
    assert codes(tmp_path, Secrets()) == []


def test_archives_are_opened(tmp_path: Path) -> None:
    """A book or a zip file is read member by member, compressed as they are."""
    with zipfile.ZipFile(tmp_path / "a.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("text/one.xhtml", f"<html><body><p>{RUN}</p></body></html>")
    assert codes(tmp_path) == ["LEAK-TEXT"]


def test_a_database_is_opened(tmp_path: Path) -> None:
    """A long text in SQLite lies over several pages of the file: it is read as a value."""
    with sqlite3.connect(tmp_path / "archive.db") as database:
        database.execute("CREATE TABLE paragraph (text TEXT)")
        database.execute("INSERT INTO paragraph VALUES (?)", ("x " * 4000 + RUN,))
    database.close()
    assert codes(tmp_path) == ["LEAK-TEXT"]


def test_a_gzipped_file_is_opened(tmp_path: Path) -> None:
    """Lines for another program, packed."""
    (tmp_path / "a.ndjson.gz").write_bytes(gzip.compress(json.dumps({"text": RUN}).encode()))
    assert codes(tmp_path) == ["LEAK-TEXT"]


def test_columns_are_opened(tmp_path: Path) -> None:
    """Parquet packs its columns."""
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    parquet.write_table(arrow.table({"text": ["x", RUN]}), tmp_path / "a.parquet")
    assert codes(tmp_path) == ["LEAK-TEXT"]


def test_a_page_of_a_book_is_read(tmp_path: Path) -> None:
    """XHTML begins with an XML declaration."""
    page = f'<?xml version="1.0" encoding="utf-8"?>\n<html><body><p>{RUN}</p></body></html>'
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as book:
        book.writestr("a.xhtml", page)
    assert codes(tmp_path) == ["LEAK-TEXT"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("before", ["", "x"])
def test_what_a_camera_wrote_is_read(tmp_path: Path, encoding: str, before: str) -> None:
    """The name of who took a photograph stands in its EXIF."""
    exif = f"{before}\0Artist\0Selma Orhan\0".encode(encoding)
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe1" + exif)
    assert codes(tmp_path) == ["LEAK-MASKED"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.db", b"no database"),
        ("a.epub", b"no archive"),
        ("a.gz", b"no gzip"),
        ("search/ab.js", b'Sijill.shard("ab","another form, which nobody here can read");'),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    """A file that the scan cannot look into is no file without a leak."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    assert codes(tmp_path) == ["LEAK-UNREAD"]


def test_many_short_quotes_are_a_text(tmp_path: Path) -> None:
    """Quotes that are each short enough, and together show most of an article."""
    words = [f"word{number}" for number in range(300)]
    quotes = tuple(" ".join(words[at : at + 25]) for at in range(0, 300, 25))
    secret = Secret("closed", (" ".join(words),), quotes, quotes)
    assert codes(tmp_path, Secrets((secret,))) == ["LEAK-QUOTES"]
    few = Secret("closed", (" ".join(words),), quotes[:6], quotes[:6])
    assert codes(tmp_path, Secrets((few,))) == []


def test_only_the_files_that_are_named_are_read(tmp_path: Path) -> None:
    """Of a site that was looked through already, what was written since."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(RUN, "utf-8")
    assert [each.path for each in check_leaks(tmp_path, SECRETS, only={"b.txt"})] == ["b.txt"]
