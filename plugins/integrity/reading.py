"""Read a file of the site as a reader could: unescaped, unpacked, attributes and comments too.

What cannot be read is no proof that nothing is in it: `Unreadable` says so.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from lxml import html as lxml_html

# What holds no text but what a camera or a program wrote beside the picture (EXIF, XMP).
_PICTURES = (".woff2", ".woff", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".tif", ".tiff")
_ARCHIVES = (".zip", ".epub", ".docx", ".odt", ".xlsx", ".ods")
_SHARD = "Sijill.shard("  # see plugins/search/shards
_PACKED = re.compile(r'"([A-Za-z0-9+/]{16,}={0,2})"')
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED = re.compile(r"\r?\n[ \t]")


class Unreadable(Exception):
    """A file cannot be looked into: it is broken, or its library is missing."""


def readings(content: bytes, name: str) -> Iterator[str]:
    """Yield the texts that a file holds: as it is, and what is in it unescaped and unpacked.

    Raises Unreadable.
    """
    if not content:
        return
    try:
        for kinds, read in _READ:
            if name.lower().endswith(kinds):
                yield from read(content, name)
                return
    except _BROKEN as error:
        raise Unreadable(f"it cannot be read: {error or type(error).__name__}.") from error
    yield from _text(content, name)


def _text(content: bytes, name: str) -> Iterator[str]:
    text = content.decode("utf-8", "replace")
    if name.endswith((".html", ".xhtml")):
        yield from _page(content)
    if name.endswith(".js"):
        unpacked = [_plain(each) for each in _unpacked(text)]
        if text.startswith(_SHARD) and not unpacked:
            raise Unreadable("it is a shard of the search index in a form that is not known.")
        yield from unpacked
    yield _plain(text)


def _page(content: bytes) -> Iterator[str]:
    """Yield a page's text, as one, and each attribute."""
    parser = lxml_html.HTMLParser(encoding="utf-8")  # type: ignore[no-untyped-call]
    document = lxml_html.document_fromstring(content, parser=parser)  # type: ignore[no-untyped-call]
    elements = list(document.iter())
    yield _plain("".join(document.itertext()))
    yield _plain(" ".join(document.itertext()))
    values = (value for each in elements for value in each.attrib.values())
    yield "\n".join(unquote(str(value)) for value in values)


def _picture(content: bytes, _name: str) -> Iterator[str]:
    """Yield the letters of a picture's file: what stands beside the picture is not packed."""
    yield content.decode("latin-1")
    yield content.decode("utf-8", "replace")
    yield from (content[at:].decode("utf-16-le", "replace") for at in (0, 1))


def _members(content: bytes, _name: str) -> Iterator[str]:
    """Yield what the files of an archive hold, and their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            yield name
            yield from readings(archive.read(name), name)


def _gzipped(content: bytes, name: str) -> Iterator[str]:
    yield from readings(gzip.decompress(content), name.removesuffix(".gz"))


def _database(content: bytes, _name: str) -> Iterator[str]:
    """Yield each table of an SQLite database, a line a value."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema")]
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
        yield "\n".join(names)
        for (table,) in tables.fetchall():
            quoted = str(table).replace('"', '""')
            rows = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 (a name cannot be bound)
            yield "\n".join(_value(each) for row in rows for each in row)


def _value(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _sheet(content: bytes, _name: str) -> Iterator[str]:
    """Yield each column of a Parquet file."""
    from pyarrow import parquet  # noqa: PLC0415 (an extra: not everybody has it)

    table = parquet.read_table(io.BytesIO(content))  # type: ignore[no-untyped-call]
    yield from ("\n".join(map(str, column.to_pylist())) for column in table.columns)


def _encyclopedia(content: bytes, _name: str) -> Iterator[str]:
    """Yield what the entries of a ZIM file hold, and their names."""
    from libzim.reader import Archive  # noqa: PLC0415 (an extra: not everybody has it)

    with tempfile.NamedTemporaryFile(suffix=".zim") as file:
        file.write(content)
        file.flush()
        archive = Archive(Path(file.name))
        for number in range(archive.all_entry_count):
            entry = archive._get_entry_by_id(number)  # noqa: SLF001 (libzim has no other way to list)
            yield f"{entry.path} {entry.title}"
            if not entry.is_redirect:
                yield from readings(bytes(entry.get_item().content), entry.path)


_READ: tuple[tuple[tuple[str, ...], Callable[[bytes, str], Iterator[str]]], ...] = (
    (_PICTURES, _picture),
    (_ARCHIVES, _members),
    ((".gz",), _gzipped),
    ((".db", ".sqlite"), _database),
    ((".parquet",), _sheet),
    ((".zim",), _encyclopedia),
)
_BROKEN = (ImportError, sqlite3.Error, zipfile.BadZipFile, OSError, EOFError, zlib.error)


def _unpacked(script: str) -> Iterator[str]:
    """Yield what a shard of the search index holds: gzip in base64, see plugins/search/shards."""
    for packed in _PACKED.findall(script):
        try:
            yield gzip.decompress(base64.b64decode(packed)).decode("utf-8", "replace")
        except (binascii.Error, ValueError, OSError, EOFError, zlib.error):
            continue


def _plain(text: str) -> str:
    """Return a text without the escapes of JSON, HTML and iCalendar."""
    unfolded = _FOLDED.sub("", text) if text.startswith("BEGIN:VCALENDAR") else text
    spelled = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), unfolded)
    return unescape(re.sub(r"\\[nrtbf]", " ", spelled))
