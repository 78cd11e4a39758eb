"""Write the built site as one ZIM file for Kiwix, where libzim is installed (the extra `zim`).

It holds the pages as they are, with a full-text index of Kiwix's own beside the site's. Its bytes
differ from build to build: libzim and Xapian put random names into what they write.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from ...corpus.model import Site
from ..catalogue import FORMATS

MAIN = "index.html"
_FOLDERS = {("data", "tei"), ("data", "parquet")}  # of what `make exports` wrote
_ISO_639_3 = {"en": "eng", "ar": "ara", "fr": "fra", "de": "deu", "es": "spa", "tr": "tur"}
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
_SIDE = 48  # pixels of the picture that Kiwix shows in its list
_INK = (22, 79, 122)


def write_zim(site: Site, root: Path, path: Path, day: date) -> None:
    """Write the site below `root` as a ZIM file; raises ImportError where libzim is missing.

    libzim refuses a whole file for one title that it cannot index (RuntimeError "Too much loss of
    data", as of a title of combining marks alone): the file is then written without titles.
    """
    try:
        _write(site, root, path, day, titled=True)
    except RuntimeError:
        for left in path.parent.glob(f"{path.name}*"):  # its unfinished index among them
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        _write(site, root, path, day, titled=False)


def _write(site: Site, root: Path, path: Path, day: date, *, titled: bool) -> None:
    writer = import_module("libzim.writer")
    languages = sorted({_ISO_639_3.get(site.language[:2], "eng"), "eng", "ara"})
    creator = writer.Creator(path)
    creator.config_indexing(True, _ISO_639_3.get(site.language[:2], "eng"))
    creator.config_nbworkers(1)
    with creator as opened:
        opened.set_mainpath(MAIN)
        opened.add_illustration(_SIDE, _picture())
        for name, value in _metadata(site, day, languages).items():
            opened.add_metadata(name, value)
        for file in _files(root):
            name = file.relative_to(root).as_posix()
            opened.add_item(_item(writer, file, name, titled=titled))


def _metadata(site: Site, day: date, languages: list[str]) -> dict[str, str]:
    return {
        "Title": site.title,
        "Description": (site.subtitle or site.title)[:80],
        "Language": ",".join(languages),
        "Name": "sijill",
        "Creator": site.title,
        "Publisher": "Sijill",
        "Date": day.isoformat(),
    }


def _files(root: Path) -> Iterator[Path]:
    """Yield the site's files, without those that `make exports` wrote."""
    heavy = {path for path, each in FORMATS.items() if each.heavy}
    for file in sorted(each for each in root.rglob("*") if each.is_file()):
        path = file.relative_to(root)
        hidden = any(part.startswith(".") for part in path.parts)
        if not hidden and path.as_posix() not in heavy and path.parts[:2] not in _FOLDERS:
            yield file


def _item(writer: Any, file: Path, path: str, *, titled: bool) -> Any:  # noqa: ANN401 (libzim has no types)
    """Return a file as libzim takes it; pages have their title and are what Kiwix lists."""
    is_page = file.suffix == ".html"
    kind = _TYPES.get(file.suffix, "application/octet-stream")
    title = _title(file.read_bytes()) if is_page and titled else ""
    provider = import_module("libzim.writer").FileProvider

    def get_contentprovider(_self: object) -> Any:  # noqa: ANN401
        return provider(file)

    made = type(
        "SiteItem",
        (writer.Item,),
        {
            "get_path": lambda _self: path,
            "get_title": lambda _self: title,
            "get_mimetype": lambda _self: kind,
            "get_contentprovider": get_contentprovider,
            "get_hints": lambda _self: {writer.Hint.FRONT_ARTICLE: is_page},
        },
    )
    return made()


def _title(page: bytes) -> str:
    title = BeautifulSoup(page, "html.parser").title
    return title.get_text() if title else ""


def _picture() -> bytes:
    """Return a PNG of one colour (https://www.w3.org/TR/png-3/): a picture is asked for."""
    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    lines = (b"\0" + bytes(_INK) * _SIDE) * _SIDE
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
