"""Web archives and documents that the tools of their formats wrote are read by the import."""

from __future__ import annotations

import io
import json
import textwrap
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest

from plugins.importer.__main__ import import_from
from plugins.importer.outcome import IMPORTED, QUARANTINED, Outcome

pytestmark = [  # warcio's writer leaves its temporary files to the garbage collector
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
FIRST = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
SECOND = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the road "
    "to the coast is expected to open before the end of that time, weather and money allowing."
)
PAGE = (
    "<!DOCTYPE html><html><head><title>River town opens its granary</title></head><body><article>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)
ADDRESS = "https://river.example/granary"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def warc(pages: Sequence[tuple[str, str, str]], *, packed: bool) -> bytes:
    """Return a web archive of (address, status line, page), as warcio writes it."""
    warcio = pytest.importorskip("warcio.warcwriter")
    http = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    written = io.BytesIO()
    writer = warcio.WARCWriter(written, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, status, page in pages:
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(page.encode()),
            http_headers=http(status, [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2019-03-05T10:00:00Z"},
        )
        writer.write_record(record)
    return written.getvalue()


def wacz(archive: bytes) -> bytes:
    """Return a WACZ file (version 1.1.1) around a web archive."""
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
    listed = '{"format": "json-pages-1.0", "id": "pages"}\n' + json.dumps({"url": ADDRESS}) + "\n"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("archive/data.warc.gz", archive)
        file.writestr("indexes/index.cdx", "")
        file.writestr("pages/pages.jsonl", listed)
        file.writestr("datapackage.json", json.dumps(package))
    return written.getvalue()


def imported(tmp_path: Path, name: str, content: bytes) -> tuple[list[Outcome], str]:
    """Import one file; return how its captures ended, and the first article's text."""
    (tmp_path / name).write_bytes(content)
    outcomes = list(import_from(tmp_path / name, tmp_path / "content"))
    first = tmp_path / "content" / outcomes[0].path
    return outcomes, first.read_text("utf-8") if first.suffix == ".md" else ""


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_a_web_archive_gives_its_pages_with_address_and_day(tmp_path: Path, name: str) -> None:
    """What was found is a report; redirects and errors beside it are none."""
    pages = [
        ("https://river.example/", "301 Moved", "<p>Moved"),
        (ADDRESS, "200 OK", PAGE),
        ("https://river.example/gone", "404 Not Found", PAGE),
    ]
    content = warc(pages, packed=name != "a.warc")
    outcomes, article = imported(tmp_path, name, wacz(content) if name == "a.wacz" else content)
    assert [each.status for each in outcomes] == [IMPORTED]
    assert f"url: {ADDRESS}\ncaptured: 2019-03-05\n" in article
    assert article.endswith(f"{FIRST}\n\n{SECOND}\n")


def test_a_cut_off_web_archive_gives_what_is_whole_and_names_the_rest(tmp_path: Path) -> None:
    """The pages before the break are imported; the break is told."""
    other = PAGE.replace("granary", "harbour")
    content = warc([(ADDRESS, "200 OK", PAGE), (f"{ADDRESS}2", "200 OK", other)], packed=True)
    outcomes, _ = imported(tmp_path, "a.warc.gz", content[:-40])
    assert [each.status for each in outcomes] == [IMPORTED, QUARANTINED]
    assert "damaged" in outcomes[-1].note or "cut off" in outcomes[-1].note


def test_a_pdfs_text_layer_is_read(tmp_path: Path) -> None:
    """The text that a PDF carries is the report; the original is the PDF."""
    pypdf = pytest.importorskip("pypdf")
    generic = pytest.importorskip("pypdf.generic")
    lines = textwrap.wrap(FIRST, 80)
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = generic.DictionaryObject(
        {
            generic.NameObject("/Type"): generic.NameObject("/Font"),
            generic.NameObject("/Subtype"): generic.NameObject("/Type1"),
            generic.NameObject("/BaseFont"): generic.NameObject("/Helvetica"),
        }
    )
    fonts = generic.DictionaryObject({generic.NameObject("/F1"): font})
    page[generic.NameObject("/Resources")] = generic.DictionaryObject(
        {generic.NameObject("/Font"): fonts}
    )
    drawn = generic.StreamObject()
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in ["River town opens its granary", *lines])
    drawn.set_data(f"BT /F1 10 Tf 40 700 Td {shown}ET".encode())
    page[generic.NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001 - no other way
    written = io.BytesIO()
    writer.write(written)
    outcomes, article = imported(tmp_path, "report.pdf", written.getvalue())
    assert [each.status for each in outcomes] == [IMPORTED]
    assert "opens its granary" in article
    assert all(word in article for word in FIRST.split())
    assert (tmp_path / "content" / "originals").glob("*/report.pdf")


def test_an_epub_a_word_document_and_a_message_are_imported(tmp_path: Path) -> None:
    """Each of them is one article with both paragraphs."""
    runs = "".join(
        f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>"
        for each in ("River town opens its granary", FIRST, SECOND)
    )
    message = EmailMessage()
    message["Subject"], message["From"] = "River town opens", "Ida Marsh <ida@river.example>"
    message["Date"] = "Sun, 3 Mar 2019 10:00:00 +0200"
    message.set_content(f"{FIRST}\n\n{SECOND}\n", cte="quoted-printable")
    message.add_alternative(PAGE, subtype="html")
    documents = {
        "a.docx": {
            "word/document.xml": f"<w:document {NAMES}><w:body>{runs}</w:body></w:document>"
        },
        "a.epub": {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container/>",
            "OEBPS/one.xhtml": PAGE,
        },
    }
    for name, members in documents.items():
        with zipfile.ZipFile(tmp_path / name, "w") as file:
            for member, text in members.items():
                file.writestr(member, text)
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    for name in ("a.docx", "a.epub", "a.eml"):
        (outcome,) = import_from(tmp_path / name, tmp_path / f"content-{name}")
        article = (tmp_path / f"content-{name}" / outcome.path).read_text("utf-8")
        assert article.endswith(f"{FIRST}\n\n{SECOND}\n"), name


def test_an_archive_may_be_larger_than_a_capture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip of many pages is read piece by piece; a page of that size is refused."""
    monkeypatch.setattr("plugins.importer.inputs.LARGEST", 400)
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as file:
        for word in ("granary", "harbour"):
            file.writestr(f"{word}.html", PAGE.replace("granary", word))
    (tmp_path / "zz.html").write_text(PAGE, "utf-8")
    (tmp_path / "zzz.zip").write_bytes(b"PK\x03\x04" + b"0" * 700)
    outcomes = list(import_from(tmp_path, tmp_path.parent / "content"))
    assert [each.status for each in outcomes] == [IMPORTED, IMPORTED, QUARANTINED, QUARANTINED]
    assert "damaged" in outcomes[-1].note
