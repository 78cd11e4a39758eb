"""Take captures out of what they come in: zip, mail, tables, web archives, documents.

A kind is told by the first bytes, not by the name. Each unpacker yields captures, or raises
ImportProblems with the reason; none reads more than the limits allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..corpus.problems import ImportProblems
from .archives import from_gzip, from_zip
from .capture import Capture
from .mail import from_mail
from .pdfs import from_pdf
from .tables import from_csv, from_json, from_json_lines
from .warcs import from_warc

Unpacker = Callable[[Capture], Iterator[Capture]]
MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
MAIL_HEADER = re.compile(
    rb"^(?:MIME-Version|Message-ID|Snapshot-Content-Location|Received|Return-Path):",
    re.IGNORECASE | re.MULTILINE,
)
HEAD = 8192
DEEPEST = 3
"""Archives in archives in archives; deeper is an attack."""


def unpacker_of(capture: Capture) -> Unpacker | None:
    """Return how to unpack a capture, or None where it is a page or text itself."""
    head = capture.content[:HEAD]
    for mark, unpacker in (
        (b"PK\x03\x04", from_zip),
        (b"PK\x05\x06", from_zip),
        (b"\x1f\x8b", from_gzip),
        (b"%PDF-", from_pdf),
        (b"WARC/", from_warc),
    ):
        if head.startswith(mark):
            return unpacker
    if MAIL_HEADER.search(head) and MAIL.match(head.replace(b"\r\n", b"\n")):
        return from_mail
    return _table(capture)


def _table(capture: Capture) -> Unpacker | None:
    name = capture.name.lower()
    if name.endswith((".csv", ".tsv")):
        return from_csv
    if name.endswith((".jsonl", ".ndjson")):
        return from_json_lines
    is_json = name.endswith(".json") and capture.content.lstrip()[:1] in (b"[", b"{")
    return from_json if is_json else None


def unpacked(capture: Capture, depth: int = 0) -> Iterator[Capture]:
    """Yield the captures in a capture, itself where it is one.

    Raises ImportProblems where it is damaged or nested too deep.
    """
    unpacker = unpacker_of(capture) if depth < DEEPEST else None
    if unpacker is None:
        yield capture
        return
    for each in unpacker(capture):
        if each.whole or each.refused:
            yield each
            continue
        try:
            yield from unpacked(each, depth + 1)
        except ImportProblems as damaged:  # one bad file in an archive takes no other with it
            yield replace(each, refused=str(damaged))
