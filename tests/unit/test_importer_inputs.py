"""Captures come in many wrappings; each is unpacked whole, or named with the reason."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from plugins.importer.__main__ import import_from
from plugins.importer.inputs import Input, source_of

FIRST = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
SECOND = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the road "
    "to the coast is expected to open before the end of that time, weather and money allowing."
)
PARAGRAPHS = (FIRST, SECOND)
TEXT = "River town opens its granary to families\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
PAGE = (
    "<!DOCTYPE html><html><head><title>River town opens its granary</title></head><body><article>"
    + "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    + "</article></body></html>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def inputs(path: Path) -> list[Input]:
    """Return the inputs of a file or folder."""
    return list(source_of(path).inputs())


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file with these members."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    """Sidecars, hidden files and the parts of saved pages are no captures."""
    for name in ("b.txt", "a/z.html", "b.toml", ".hidden", "sources.csv", "a/z_files/s.js"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(TEXT, "utf-8")
    assert [each.capture.name for each in inputs(tmp_path)] == ["z.html", "b.txt"]


@pytest.mark.parametrize("sidecar", ["granary.toml", "granary.txt.toml"])
def test_a_sidecar_lies_beside_its_capture(tmp_path: Path, sidecar: str) -> None:
    """NAME.toml is found with and without the capture's extension."""
    (tmp_path / "granary.txt").write_text(TEXT, "utf-8")
    (tmp_path / sidecar).write_text('publisher = "p"\ndate = 2019-03-03\nunlink = ["a", "b"]\n')
    (given,) = inputs(tmp_path)
    assert given.capture.facts == (("publisher", "p"), ("date", "2019-03-03"), ("unlink", "a\nb"))


def test_a_row_of_a_table_is_a_sidecar(tmp_path: Path) -> None:
    """sources.csv names its captures; other tools' column names are understood."""
    (tmp_path / "granary.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.csv").write_text(
        "file,outlet,publish_date,link\nother.txt,x,2001-01-01,\n"
        "granary.txt,Daily River,2019-03-03,https://river.example/a\n",
        "utf-8",
    )
    (given,) = inputs(tmp_path)
    facts = dict(given.capture.facts)
    assert facts == {
        "publisher": "Daily River",
        "date": "2019-03-03",
        "url": "https://river.example/a",
    }


def test_a_citation_beside_a_capture_is_a_sidecar(tmp_path: Path) -> None:
    """NAME.json as Zotero exports it gives title, authors, dates and address."""
    (tmp_path / "granary.html").write_text(PAGE, "utf-8")
    record = {
        "title": "Granary",
        "container-title": "Daily River",
        "URL": "https://river.example/a",
        "author": [{"family": "Marsh", "given": "Ida"}, {"literal": "River Desk"}],
        "issued": {"date-parts": [["2019", 3, 3]]},
        "accessed": {"date-parts": [[2019, 4]]},
    }
    (tmp_path / "granary.json").write_text(json.dumps([record]), "utf-8")
    (given,) = inputs(tmp_path)
    assert dict(given.capture.facts) == {
        "title": "Granary",
        "publisher": "Daily River",
        "url": "https://river.example/a",
        "byline": "Ida Marsh, River Desk",
        "date": "2019-03-03",
        "captured": "2019-04",
    }


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('publsher = "p"', "SIDECAR-KEY"),
        ('date = "last Monday"', "DATE-EDTF"),
        ('url = "river.example"', "VALUE-URL"),
        ("date = ", "SIDECAR-FORM"),
    ],
)
def test_a_wrong_sidecar_is_told_and_stops_nothing(tmp_path: Path, line: str, code: str) -> None:
    """A slip in a sidecar is a problem with its place; the capture is still read."""
    (tmp_path / "granary.txt").write_text(TEXT, "utf-8")
    (tmp_path / "granary.toml").write_text(line, "utf-8")
    (given,) = inputs(tmp_path)
    assert [each.code for each in given.problems] == [code]
    assert given.capture.facts == ()


ITEMS = [
    {
        "id": "http://zotero.org/users/1/items/ABCD",
        "type": "article-newspaper",
        "title": "River town opens its granary",
        "container-title": "Daily River",
        "URL": "https://www.river.example/granary/",
        "issued": {"date-parts": [["2019", 3, 3]]},
        "author": [{"given": "Ida", "family": "Marsh"}],
    },
    {
        "id": "harbour",
        "type": "webpage",
        "title": "The harbour",
        "issued": {"date-parts": [[2018]]},
    },
]


@pytest.mark.parametrize(
    ("name", "content", "date"),
    [
        ("page.html", f"<!--\n url: http://river.example/granary#top\n-->{PAGE}", "2019-03-03"),
        (
            "other.html",
            PAGE.replace(
                "<title>", "<link rel=canonical href='https://river.example/granary'><title>"
            ),
            "2019-03-03",
        ),
        ("River town opens its granary.txt", TEXT, "2019-03-03"),
        ("harbour.txt", TEXT, "2018"),
        ("unknown.txt", TEXT, ""),
    ],
)
def test_a_zotero_library_tells_of_the_captures_beside_it(
    tmp_path: Path, name: str, content: str, date: str
) -> None:
    """An item means the capture with its address, its title or its key; the file is no capture."""
    (tmp_path / "My Library.json").write_text(json.dumps(ITEMS), "utf-8")
    (tmp_path / name).write_text(content, "utf-8")
    (given,) = inputs(tmp_path)
    assert dict(given.capture.facts).get("date", "") == date


def test_auto_archivers_record_tells_of_what_it_saved(tmp_path: Path) -> None:
    """Address, title, time and day of capture are read; the record names its files."""
    record = {
        "status": "wacz: success",
        "metadata": {
            "url": "https://river.example/granary",
            "title": "River town opens its granary",
            "timestamp": 1551607200.0,
            "_processed_at": "2019-03-05T10:00:00+00:00",
        },
        "media": [{"filename": "tmp/9f/page-1.html", "urls": []}],
    }
    (tmp_path / "0001.json").write_text(json.dumps(record), "utf-8")
    (tmp_path / "page-1.html").write_text(PAGE, "utf-8")
    (given,) = inputs(tmp_path)
    assert dict(given.capture.facts) == {
        "url": "https://river.example/granary",
        "title": "River town opens its granary",
        "date": "2019-03-03",
        "captured": "2019-03-05",
    }


def test_a_zip_holds_captures_with_sidecars(tmp_path: Path) -> None:
    """Members are captures, sorted; pictures and the system's own files are left out."""
    members = {
        "b/two.txt": TEXT.encode(),
        "a.html": PAGE.encode(),
        "a.toml": b'publisher = "p"\n',
        "pic.png": b"\x89PNG",
        "__MACOSX/a.html": b"x",
    }
    (tmp_path / "all.zip").write_bytes(zipped(members))
    found = inputs(tmp_path)
    assert [each.capture.name for each in found] == ["a.html", "two.txt"]
    assert found[0].capture.fact("publisher") == "p"
    assert found[1].capture.original == TEXT.encode()


def test_mhtml_tells_where_and_when(tmp_path: Path) -> None:
    """A saved page's mail says its address and the day it was saved; the original is the mail."""
    mail = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://river.example/granary\r\n"
        "Subject: River town\r\nDate: Sun, 3 Mar 2019 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{PAGE.replace('=', '=3D')}\r\n--B--\r\n"
    ).encode()
    (tmp_path / "page.mhtml").write_bytes(mail)
    (given,) = inputs(tmp_path)
    assert given.capture.original == mail
    assert dict(given.capture.facts) == {
        "captured": "2019-03-03",
        "url": "https://river.example/granary",
    }
    assert PARAGRAPHS[0].encode() in given.capture.content


def test_a_message_is_a_report_with_its_headers(tmp_path: Path) -> None:
    """Subject, sender and date of a mail are the report's."""
    mail = (
        "Received: by river.example\r\nMessage-ID: <1@river.example>\r\n"
        "From: Ida Marsh <ida@river.example>\r\nDate: Sun, 3 Mar 2019 10:00:00 +0200\r\n"
        "Subject: =?utf-8?q?River_town_=E2=80=93_granary?=\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}"
    ).encode()
    (tmp_path / "mail.eml").write_bytes(mail)
    (given,) = inputs(tmp_path)
    facts = dict(given.capture.facts)
    assert (facts["title"], facts["byline"]) == ("River town – granary", "Ida Marsh")
    assert facts["date"] == "2019-03-03"
    assert facts["x-date-basis"].startswith("declared")


def test_a_word_documents_paragraphs_are_read(tmp_path: Path) -> None:
    """The text of a DOCX file is its paragraphs; the original is the file."""
    runs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in TEXT.split("\n\n"))
    document = f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>'
    (tmp_path / "report.docx").write_bytes(zipped({"word/document.xml": document.encode()}))
    (given,) = inputs(tmp_path)
    assert given.capture.content.decode().split("\n\n")[1] == PARAGRAPHS[0]
    assert given.capture.original.startswith(b"PK")


def test_an_epubs_chapters_are_captures(tmp_path: Path) -> None:
    """Each page of an EPUB is a report of its own."""
    members = {"META-INF/container.xml": b"<x/>", "OEBPS/one.xhtml": PAGE.encode()}
    (tmp_path / "book.epub").write_bytes(zipped(members))
    assert [each.capture.name for each in inputs(tmp_path)] == ["one.xhtml"]


def test_rows_and_lines_are_reports(tmp_path: Path) -> None:
    """A CSV row and a JSON line give the same facts and text; the original is the row."""
    row = {
        "publish_date": "2019-03-03",
        "title": "Granary",
        "text": TEXT,
        "url": "https://r.example/",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\nnot json\n", "utf-8")
    table = "publish_date,title,url,text\n2019-03-03,Granary,https://r.example/,"
    (tmp_path / "b.csv").write_text(table + '"' + TEXT.replace('"', '""') + '"\n', "utf-8")
    line, broken, cell = inputs(tmp_path)
    assert dict(line.capture.facts) == dict(cell.capture.facts)
    assert dict(line.capture.facts)["date"] == "2019-03-03"
    assert line.capture.content == cell.capture.content == TEXT.encode()
    assert broken.refused
    assert json.loads(line.capture.original)["title"] == "Granary"


def test_a_gzipped_page_is_read(tmp_path: Path) -> None:
    """A page packed with gzip is unpacked; the original is the packed file."""
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (given,) = inputs(tmp_path)
    assert given.capture.content == PAGE.encode()
    assert given.capture.original.startswith(b"\x1f\x8b")


BOMB = zipped({"big.txt": b"0" * 40_000_000})
NESTED = zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"4.txt": b"x"})})})})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("empty.zip", zipped({})),
        ("pictures.zip", zipped({"a.png": b"\x89PNG"})),
        ("torn.zip", zipped({"a.txt": TEXT.encode()})[:-30]),
        ("torn.html.gz", gzip.compress(PAGE.encode())[:-20]),
        ("bomb.zip", BOMB),
        ("bomb.gz", gzip.compress(b"0" * 40_000_000)),
        ("nested.zip", NESTED),
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("style.css", b"body { color: red }"),
        ("torn.pdf", b"%PDF-1.7 \x00\x01"),
        ("torn.warc", b"WARC/1.0\r\nnothing"),
        ("entities.docx", zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;"})),
        ("no-text.eml", b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nabc"),
    ],
)
def test_damaged_or_hostile_inputs_are_quarantined(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """Each ends in quarantine with a reason, its bytes kept; the capture beside it is imported."""
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "zz.txt").write_text(TEXT, "utf-8")
    first, last = import_from(folder, tmp_path / "content")
    assert (first.status, last.status) == ("quarantined", "imported")
    assert first.note
    assert (tmp_path / "content" / first.path).is_file()


def test_files_are_listed_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name "-" reads the list of files from standard input; a missing one is named."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    listed = f"{tmp_path / 'a.txt'}\n{tmp_path / 'gone.txt'}\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(listed))
    there, gone = source_of("-").inputs()
    assert there.capture.content == TEXT.encode()
    assert "cannot be read" in gone.refused
