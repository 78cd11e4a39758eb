"""Read a file of the site as a reader could: unescaped, unpacked, attributes and comments too."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from lxml import html as lxml_html

# What holds no text. Everything else is read, whatever its name.
_PICTURES = (".woff2", ".woff", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico")
_ARCHIVES = (".zip", ".epub", ".docx", ".odt")
_PACKED = re.compile(r'"([A-Za-z0-9+/]{16,}={0,2})"')
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED = re.compile(r"\r?\n[ \t]")


def readings(content: bytes, name: str) -> Iterator[str]:
    """Yield the texts that a file holds: as it is, and what is in it unescaped and unpacked."""
    if name.endswith(_PICTURES) or not content:
        return
    if name.endswith(_ARCHIVES):
        yield from _members(content)
        return
    text = content.decode("utf-8", "replace")
    if name.endswith((".html", ".xhtml")):
        yield from _page(content)
    if name.endswith(".js"):
        yield from (_plain(each) for each in _unpacked(text))
    yield _plain(text)


def _page(content: bytes) -> Iterator[str]:
    """Yield a page's text, as one, and each attribute."""
    document = lxml_html.document_fromstring(content.decode("utf-8"))  # type: ignore[no-untyped-call]
    elements = list(document.iter())
    yield _plain("".join(document.itertext()))
    yield _plain(" ".join(document.itertext()))
    values = (value for each in elements for value in each.attrib.values())
    yield "\n".join(unquote(str(value)) for value in values)


def _members(content: bytes) -> Iterator[str]:
    """Yield what the files of an archive hold, and their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            yield name
            yield from readings(archive.read(name), name)


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
