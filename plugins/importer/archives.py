"""Read captures out of zip files (EPUB, DOCX and WACZ are such) and gzip files, within limits."""

from __future__ import annotations

import gzip
import tomllib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from ..corpus.model import Where
from ..corpus.problems import ImportProblems
from .capture import Capture
from .documents import docx_text
from .sidecars import Sidecar, sidecar_from
from .warcs import from_warc

LARGEST = 30_000_000
"""Bytes of one member, unpacked."""
MOST = 100_000
"""Members of an archive."""
WARC = b"WARC/"
PAGES = (".html", ".htm", ".xhtml")
NO_CAPTURES = (
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".css", ".js", ".woff", ".woff2",
    ".ttf", ".otf", ".mp4", ".mp3", ".avif", ".toml",
)  # fmt: skip


def from_zip(capture: Capture) -> Iterator[Capture]:
    """Yield the captures of a zip file, an EPUB's chapters, a DOCX's text or a WACZ's records."""
    try:
        archive = zipfile.ZipFile(capture.opened())
        names = [each.filename for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise ImportProblems(f"the zip file is damaged: {error}") from error
    if len(names) > MOST:
        raise ImportProblems(f"the zip file has {len(names)} members; the most are {MOST}")
    if "word/document.xml" in names:
        if capture.file:
            raise ImportProblems(f"a Word document of more than {LARGEST} bytes is not read")
        text = docx_text(read_member(archive, "word/document.xml"))
        yield replace(capture, content=text.encode(), whole=capture.content, charset="utf-8")
    elif "META-INF/container.xml" in names:
        yield from _members(archive, [n for n in names if n.endswith(PAGES)], capture)
    elif any(name.startswith("archive/") and ".warc" in name for name in names):
        yield from _members(archive, [n for n in names if n.startswith("archive/")], capture)
    else:
        wanted = [n for n in names if not n.lower().endswith(NO_CAPTURES) and not _is_hidden(n)]
        yield from _members(archive, sorted(wanted), capture)


def _is_hidden(name: str) -> bool:
    """Tell whether a member is a system's own: hidden, or in a folder that is."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _members(archive: zipfile.ZipFile, names: list[str], capture: Capture) -> Iterator[Capture]:
    for name in names:
        said = _sidecar(archive, name)
        facts, path = said.facts or capture.facts, f"{capture.path}/{name}"
        try:
            content = read_member(archive, name)
        except ImportProblems as problem:  # what cannot be taken out stays in its archive
            yield _refused(capture, path, str(problem))
            continue
        yield Capture(PurePosixPath(name).name, content, facts, said.restore, said.charset, path)


def _refused(capture: Capture, path: str, reason: str) -> Capture:
    """Return an archive, kept whole, in the place of a member that cannot be taken out of it.

    Of one too large to hold there is only the member's path: it stays where it is.
    """
    content = path.encode() if capture.file else capture.content
    whole = b"" if capture.file else capture.whole
    name = PurePosixPath(path).name if capture.file else capture.name
    return Capture(name, content, path=path, whole=whole, refused=reason)


def _sidecar(archive: zipfile.ZipFile, name: str) -> Sidecar:
    """Read the NAME.toml beside a member, if there is one that can be read."""
    known = set(archive.namelist())
    for beside in (f"{name}.toml", str(PurePosixPath(name).with_suffix(".toml"))):
        if beside in known:
            try:
                table = tomllib.loads(read_member(archive, beside).decode("utf-8"))
            except (UnicodeDecodeError, tomllib.TOMLDecodeError):
                return Sidecar()
            return sidecar_from(table, Where(beside))
    return Sidecar()


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member's bytes. Raises ImportProblems where it is damaged, locked or too large."""
    try:
        with archive.open(name) as member:
            content = member.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise ImportProblems(f"{name} in the zip file cannot be read: {error}") from error
    if len(content) > LARGEST:
        raise ImportProblems(f"{name} unpacks to more than {LARGEST} bytes")
    return content


def from_gzip(capture: Capture) -> Iterator[Capture]:
    """Yield what a gzip file holds. Raises ImportProblems where it is cut off or too large."""
    try:
        with gzip.open(capture.opened()) as file:
            if file.peek(len(WARC)).startswith(WARC):
                yield from from_warc(capture)  # it unpacks record by record, up to a break
                return
            content = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ImportProblems(f"the gzip file is damaged: {error}") from error
    if len(content) > LARGEST or capture.file:
        raise ImportProblems(f"the gzip file unpacks to more than {LARGEST} bytes")
    name = capture.name.removesuffix(".gz")
    yield replace(capture, name=name, content=content, whole=capture.content)
