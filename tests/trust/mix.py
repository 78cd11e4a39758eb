"""Make a folder as people hand it in: wrapped pages, mail, archives, torn and foreign files.

Of each file is known which bytes an import has to answer for, one entry a capture.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .bombs import zipped
from .encodings import cases

WORDS = [
    "ferry", "quay", "baker", "council", "granary", "bridge", "lock", "station", "river",
    "rope", "mill", "harvest", "letter", "clerk", "school", "ladder", "winter", "market",
    "cellar", "orchard", "window", "garden", "kettle", "saddle", "lantern", "pepper",
]  # fmt: skip
DEEP = {"deep-260.html": 260, "deep-1000.html": 1000}
DEEP_WORDS = "the words that stand below all of it"
TORN = (0.3, 0.6, 0.95)
"""Where files are cut off, as shares of their length."""


@dataclass(frozen=True)
class Made:
    """A file of the mix, and the bytes of each capture in it that have to be kept.

    Where `captures` is larger, some of it is of no known bytes, such as a damaged member.
    """

    name: str
    content: bytes
    kept: tuple[bytes, ...]
    captures: int


def mix(shared: Path, encoded: int, pages: int) -> list[Made]:
    """Return a mix with so many files in encodings, and so many pages in each wrapping."""
    every = list(cases())
    step = max(1, len(every) // encoded)
    made = [_plain(f"enc-{n}.txt", each.content) for n, each in enumerate(every[::step][:encoded])]
    for number in range(pages):
        made += _wrapped(number)
    made += [*_torn(), *_foreign(), *_damaged()]
    for name, depth in DEEP.items():
        body = "<div>" * depth + f"<p>The clerk said that these are {DEEP_WORDS}.</p>"
        made.append(_plain(name, _html("Deep", body)))
    for source in sorted((shared / "data" / "extraction").glob("*/source.html")):
        made.append(_plain(f"page-{source.parent.name}.html", source.read_bytes()))
    return made


def write(folder: Path, made: list[Made]) -> int:
    """Write a mix, with a pipe and a link to nowhere in it; return how many captures there are."""
    folder.mkdir(parents=True)
    for each in made:
        (folder / each.name).write_bytes(each.content)
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    return sum(each.captures for each in made) + 2


def _plain(name: str, content: bytes) -> Made:
    return Made(name, content, (content,), 1)


def report(number: int, part: int = 0) -> str:
    """Return the words of a made-up report; no two are alike."""
    at = [WORDS[(number * 7 + part * 11 + n * (number % 5 + 1)) % len(WORDS)] for n in range(36)]
    first, second = " ".join(at[:18]), " ".join(at[18:])
    return (
        f"The {first} number {number}, said the clerk of part {part}.\n\n"
        f"On 3 March 2017 the {second} was seen by {number + 2} people."
    )


def _html(title: str, body: str) -> bytes:
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article>{body}</article></body></html>"
    ).encode()


def page(number: int, part: int = 0) -> bytes:
    """Return a made-up report as a page."""
    told = "".join(f"<p>{each}</p>" for each in report(number, part).split("\n\n"))
    return _html(f"Report {number} of {part}", f"<h1>Report {number} of {part}</h1>{told}")


def _wrapped(number: int) -> Iterator[Made]:
    """Yield a page in each wrapping; the same page twice shows what is there already."""
    yield _plain(f"{number}-a.html", page(number))
    yield _plain(f"{number}-again.html", page(number))
    yield _plain(f"{number}-b.txt", report(number, 1).encode())
    yield _plain(f"{number}-c.mhtml", _mhtml(page(number, 2)))
    yield _plain(f"{number}-d.eml", _mail(report(number, 3)))
    yield _plain(f"{number}-e.html.gz", gzip.compress(page(number, 4), mtime=0))
    members = {f"in/{number}-{part}.html": page(number, part) for part in (5, 6, 7)}
    yield Made(f"{number}-f.zip", zipped(members), tuple(members.values()), len(members))
    inner = {"inner.zip": zipped({"x.txt": report(number, 8).encode()}), "y.html": page(number, 9)}
    yield Made(
        f"{number}-g.zip", zipped(inner), (report(number, 8).encode(), inner["y.html"]), len(inner)
    )
    recorded = (page(number, 10), page(number, 11))
    yield Made(f"{number}-h.warc.gz", _warc(recorded), recorded, len(recorded))
    lines = [json.dumps({"title": f"L{part}", "text": report(number, part)}) for part in (12, 13)]
    yield Made(f"{number}-i.jsonl", "\n".join(lines).encode(), (), len(lines))
    yield _plain(f"{number}-j.md", f"# Report {number}\n\n{report(number, 14)}\n".encode())


def _mhtml(content: bytes) -> bytes:
    head = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://river.example/a\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return head.encode() + content + b"\n--b--\n"


def _mail(text: str) -> bytes:
    head = "From: desk@river.example\nMessage-ID: <1@river.example>\nSubject: A report\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()


def _warc(recorded: tuple[bytes, ...]) -> bytes:
    """Return a web archive as ISO 28500 has it: a gzip member each response."""
    packed = b""
    for number, content in enumerate(recorded):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + content
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
            f"WARC-Target-URI: https://river.example/{number}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        packed += gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)
    return packed


def _torn() -> Iterator[Made]:
    """Yield archives and pages cut off; what cannot be unpacked is kept as it is."""
    whole: Mapping[str, bytes] = {
        "zip": zipped({f"{part}.html": page(900, part) for part in range(4)}),
        "txt.gz": gzip.compress("\n".join(report(901, part) for part in range(9)).encode()),
        "mhtml": _mhtml(page(902)),
        "html": page(903),
        "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(range(256)) * 4,
    }
    for suffix, content in whole.items():
        for share in TORN:
            cut = content[: int(len(content) * share)]
            yield _plain(f"torn-{share}.{suffix}", cut)


def _damaged() -> Iterator[Made]:
    """Yield a zip with one member of three damaged: the zip is kept whole beside the good ones."""
    members = {f"{part}.html": page(950, part) for part in (1, 2, 3)}
    content = bytearray(zipped(members))
    at = content.index(b"2.html") + 40
    content[at : at + 8] = b"\xff" * 8
    good = (members["1.html"], members["3.html"])
    yield Made("damaged-member.zip", bytes(content), (*good, bytes(content)), len(members))


def _foreign() -> Iterator[Made]:
    """Yield what is no report: nothing, noise, pictures, programs, tables of nothing."""
    noise = bytes((n * n * 31 + n * 7) % 251 for n in range(3000))
    files = {
        "empty.html": b"", "empty.txt": b"", "spaces.txt": b" \n\t ", "nul.txt": b"\0" * 50,
        "noise.txt": noise, "noise.html": b"\0" + noise, "noise.zip": b"PK\x03\x04" + noise,
        "noise.gz": b"\x1f\x8b" + noise, "noise.pdf": b"%PDF-1.4" + noise,
        "picture.png": b"\x89PNG\r\n\x1a\n" + noise, "picture.html": b"\x89PNG\r\n\x1a\n" + noise,
        "program": b"\x7fELF\x02\x01\x01\0" + noise, "table.sqlite": b"SQLite format 3\0" + noise,
        "style.css": b"body { color: red }", "empty.zip": zipped({}), "empty.csv": b"",
        "heads-only.csv": b"title,text\n", "no-rows.json": b"[]", "broken.json": b'{"title": ',
        "bare.warc": b"WARC/1.0\r\n\r\n", "tags.html": b"<html><body></body></html>",
        "name with spaces \xd8\xa8.txt": report(960).encode(), "con.txt": report(961).encode(),
        "UPPER.TXT": report(962).encode(), "n" * 180 + ".txt": report(963).encode(),
        "-dash.txt": report(964).encode(), "quote'\".txt": report(965).encode(),
    }  # fmt: skip
    for name, content in files.items():
        yield _plain(str(name), content)
