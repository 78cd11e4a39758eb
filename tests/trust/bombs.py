"""Make captures that ask for more time or memory than a report is worth: python bombs.py FOLDER.

They are made in a process of their own. On Linux a process that is started has the greatest size
of the one that starts it among its own, and making them takes much.
"""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

PROSE = "The ferry was late again, and the baker said that nobody had been told of it. "
MEGABYTE = 1_000_000


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes; none is larger than ten megabytes."""
    yield from _archives()
    yield from deep()
    yield from _wide()
    yield from texts()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of these members, packed as tightly as can be."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _archives() -> Iterator[tuple[str, bytes]]:
    zeros = bytes(200 * MEGABYTE)
    yield "zeros.zip", zipped({"report.txt": zeros})
    yield "zeros.txt.gz", gzip.compress(zeros)
    yield "twice.txt.gz", gzip.compress(gzip.compress(zeros))
    few = {f"{number}.txt": zeros[: 30 * MEGABYTE] for number in range(30)}
    yield "thirty.zip", zipped(few)
    yield "letters.zip", zipped({"report.txt": b"a" * 25 * MEGABYTE})
    yield "members.zip", zipped({f"{number}.png": b"" for number in range(60_000)})
    nested = zipped({"report.txt": PROSE.encode()})
    for _ in range(12):
        nested = zipped({"in.zip": nested})
    yield "nested.zip", nested
    fork = zipped({f"{number}.txt": bytes(MEGABYTE) for number in range(8)})
    for _ in range(3):
        fork = zipped({f"{number}.zip": fork for number in range(8)})
    yield "forks.zip", fork
    yield "self.zip", _quoting_itself()
    word = b'<?xml version="1.0"?><!DOCTYPE d [' + _entities() + b"]><d>&e9;</d>"
    yield "laughs.docx", zipped({"word/document.xml": word})
    deep = b"<w:p xmlns:w='w'>" * 50_000
    yield "deep.docx", zipped({"word/document.xml": deep})
    table = "title,text\n" + f'x,"{"a" * 9 * MEGABYTE}"\n'
    yield "table.csv", table.encode()
    yield "deep.json", b"[" * MEGABYTE
    yield "parts.eml", _mail()


def _quoting_itself() -> bytes:
    """Return a zip whose members all lie on the same packed bytes."""
    whole = zipped({"0.txt": bytes(20 * MEGABYTE)})
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry = whole[start:end]
    entries = b"".join(entry.replace(b"0.txt", f"{n}.txt".encode()) for n in range(10)) * 20
    count = len(entries) // len(entry)
    tail = bytearray(whole[end:])
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = len(entries).to_bytes(4, "little")
    return whole[:start] + entries + bytes(tail)


def _entities() -> bytes:
    names = [b'<!ENTITY e0 "ha">']
    names += [b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"".join(names)


def _mail() -> bytes:
    """Return a mail of five thousand parts, each within the one before."""
    head = "MIME-Version: 1.0\nMessage-ID: <1@river.example>\n"
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'
        for number in range(5000)
    )
    return f"{head}{parts}Content-Type: text/plain\n\n{PROSE}\n".encode()


def _page(body: str, head: str = "<title>Ferry late</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield plain texts with something hostile between two sentences."""
    for name, text in _hostile_texts().items():
        yield f"{name}.txt", f"{PROSE}\n\n{text}\n\n{PROSE}\n".encode()


def deep() -> Iterator[tuple[str, bytes]]:
    """Yield pages and texts nested deeper than any report is."""
    told = f"<p>{PROSE * 3}</p>"
    for tag in ("div", "blockquote", "b", "span"):
        for depth in (1000, 50_000):
            yield f"deep-{tag}-{depth}.html", _page(f"<{tag}>" * depth + told)
    yield "deep-list.html", _page("<ul><li>" * 20_000 + told)
    yield "deep-table.html", _page("<table><tr><td>" * 5000 + told)
    yield "unclosed.html", _page("<p><a href=x><i>word " * 50_000 + told)
    yield "crossed.html", _page("<b><i></b></i>" * 50_000 + told)
    yield "quotes.txt", ("> " * 5000 + PROSE + "\n").encode()
    yield "nested-list.txt", "".join(f"{'  ' * n}- {PROSE}\n" for n in range(300)).encode()


def _wide() -> Iterator[tuple[str, bytes]]:
    told = f"<p>{PROSE * 3}</p>"
    names = " ".join(f"a{number}=1" for number in range(100_000))
    yield "attributes.html", _page(f"<div {names}>{told}</div>")
    cells = "<tr>" + "<td>12 March</td>" * 100 + "</tr>"
    yield "cells.html", _page(f"{told}<table>{cells * 1000}</table>")
    yield "links.html", _page(told + "<a href='/x'>ferry</a> " * 50_000)
    yield "title.html", _page(told, f"<title>{'ferry late ' * 100_000}</title>")
    yield "long-word-title.html", _page(told, f"<title>{'x' * MEGABYTE}</title>")
    yield "metas.html", _page(told, "<meta name='author' content='A Baker'>" * 50_000)
    yield (
        "linked-data.html",
        _page(told, f"<script type='application/ld+json'>{'[' * 200_000}</script>"),
    )
    yield "entities.html", _page(told + "&amp;" * 500_000)
    yield "blob.html", _page(f"{told}<img src='data:image/png;base64,{'QUJD' * MEGABYTE}'>")
    yield "open-comment.html", _page(told + "<!-- " * 100_000)
    yield "open-tag.html", _page(told + "<" * 500_000)


def _hostile_texts() -> dict[str, str]:
    """Return texts that a careless regular expression takes long for."""
    return {
        "digits": "1" * MEGABYTE,
        "grouped-digits": "1,234," * 100_000,
        "letters": "a" * MEGABYTE,
        "capitals": "Ab" * 300_000,
        "names": "Ana Bo " * 50_000,
        "initials": "A. " * 100_000,
        "quote-marks": '"' * 200_000,
        "open-quotes": "“he said " * 50_000,
        "dates": "3 March 2017 " * 20_000,
        "half-dates": "3 March " * 50_000,
        "slashes": "1/1/" * 100_000,
        "figures": "12,000 people " * 20_000,
        "number-words": "twenty-one hundred and " * 30_000,
        "tokens": "word " * 100_000,
        "blob": "QUJDREVG" * 200_000,
        "spaces": " \t" * 300_000 + "end",
        "empty-lines": "\n" * 500_000,
        "short-lines": "ab\n" * 100_000,
        "rules": "- " * 200_000,
        "stars": "*" * 100_000,
        "brackets": "[" * 50_000,
        "links": "[a](" * 50_000,
        "backticks": "`a" * 50_000,
        "pipes": "|a" * 100_000,
        "addresses": "http://a." * 50_000,
        "mails": "a@" * 100_000,
        "header": "Title: x\n" * 50_000,
        "marks": "e" + "\u0301" * 200_000,
        "arabic": "ال" * 200_000,
        "directions": "\u202e\u202d" * 100_000,
        "hashes": "# " * 100_000,
        "hyphens": "a-" * 200_000,
        "apostrophes": "a'" * 200_000,
    }


if __name__ == "__main__":
    for made, packed in bombs():
        (Path(sys.argv[1]) / made).write_bytes(packed)
