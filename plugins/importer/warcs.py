"""Read captures out of web archives (WARC, ISO 28500) with warcio, where that is installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import IO

from ..corpus.problems import ImportProblems
from .capture import Capture

LARGEST = 30_000_000
HTML_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
FOUND = "200"


def from_warc(capture: Capture) -> Iterator[Capture]:
    """Yield the pages that a web archive recorded, with their addresses and days.

    Raises ImportProblems where the archive is damaged, or warcio is not installed.
    """
    try:
        iterator = import_module("warcio.archiveiterator").ArchiveIterator
        damaged = import_module("warcio.exceptions").ArchiveLoadFailed
    except ModuleNotFoundError as missing:
        raise ImportProblems(
            "reading WARC and WACZ needs warcio: install it with .venv/bin/pip install warcio"
        ) from missing
    try:
        for number, record in enumerate(iterator(capture.opened()), 1):
            page = _page(record, number, capture) if record.rec_type == "response" else None
            if page is not None:
                yield page
    except (damaged, EOFError, ValueError, OSError) as error:
        raise ImportProblems(f"the web archive is damaged: {error}") from error


def _page(record: object, number: int, capture: Capture) -> Capture | None:
    """Return a response's page, or None where it is an image, a redirect or empty."""
    http = getattr(record, "http_headers", None)
    headers = getattr(record, "rec_headers", None)
    if http is None or headers is None or http.get_statuscode() != FOUND:
        return None
    kind = http.get_header("Content-Type") or ""
    if not kind.lower().startswith(HTML_TYPES):
        return None
    content = record.content_stream().read(LARGEST + 1)  # type: ignore[attr-defined]
    if _is_cut_off(record.raw_stream):  # type: ignore[attr-defined]
        raise ImportProblems(f"the web archive is cut off in its record {number}")
    if not content.strip():
        return None
    address = headers.get_header("WARC-Target-URI") or ""
    found = {"url": address, "captured": (headers.get_header("WARC-Date") or "")[:10]}
    facts = tuple({**{k: v for k, v in found.items() if v}, **dict(capture.facts)}.items())
    _, _, charset = kind.partition("charset=")
    name = f"{capture.name}-{number}.html"
    path, refused = f"{capture.path}#{number}", ""
    if len(content) > LARGEST:
        content, refused = path.encode(), f"{address} has more than {LARGEST} bytes"
    return Capture(name, content, facts, (), charset.strip(' "'), path, refused=refused)


def _is_cut_off(stream: IO[bytes]) -> bool:
    """Tell whether a record is shorter than it says: warcio reads on as if nothing were missing."""
    while stream.read(LARGEST):
        pass
    return int(getattr(stream, "limit", 0)) > 0
