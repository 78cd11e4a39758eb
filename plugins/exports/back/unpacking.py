"""Unpack collection.zip into a content folder: the files as they were, byte for byte."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path, PurePosixPath

from ...annotate.assembly import ANCHORS
from ...corpus.problems import SijillError
from ...corpus.reading.decisions import PATH as DECISIONS
from ...corpus.reading.redactions import PATH as REDACTIONS
from ...corpus.reading.site import PATH as SITE
from ...corpus.reading.vocabulary import PATH as VOCABULARY

COLLECTION = "collection.zip"
ORIGINALS = "originals"
# All that a site is built from.
FOLDERS = ("articles", "entities", "events", "claims", "cleaning", "pages")
FILES = (SITE, VOCABULARY, REDACTIONS, DECISIONS, ANCHORS)
# What a header and a cleaning report say of the capture.
_NAMES_ORIGINAL = re.compile(r"^original:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
_HEADER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


class NotACollection(SijillError):
    """The file is no collection that `make exports` wrote; nothing was written."""


def unpack(archive: Path, content: Path, originals: Path | None = None) -> tuple[str, ...]:
    """Write the files of an archive below `content`; return the slugs that lost their capture.

    Where neither the archive nor `originals`, a folder, has the captures, the articles no longer
    name them, and their cleaning reports are left out: the content would not build with them.
    Raises NotACollection where the archive is none, or has a name that leads out of the folder.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = [each for each in packed.infolist() if not each.is_dir()]
            _require_plain_names(archive, entries)
            for entry in entries:
                target = content / entry.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(entry) as source, target.open("wb") as written:
                    shutil.copyfileobj(source, written)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise NotACollection(
            f"{archive}: EXPORT-DATA this is no collection ({error}). Make the exports again."
        ) from error
    if originals:
        shutil.copytree(originals, content / ORIGINALS, dirs_exist_ok=True)
    return () if (content / ORIGINALS).is_dir() else tuple(_let_go(content))


def _require_plain_names(archive: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Raise NotACollection for a name that is no content file's, or that leads elsewhere."""
    for name in (each.filename for each in entries):
        parts = PurePosixPath(name).parts
        known = name in FILES or parts[0] in (*FOLDERS, ORIGINALS)
        if not known or ".." in parts or "\\" in name:
            raise NotACollection(
                f"{archive}: EXPORT-DATA it holds {name!r}, which is no file of a collection. "
                "Do not use it."
            )


def _let_go(content: Path) -> list[str]:
    """Take away what names a capture; return the slugs of the articles that named one."""
    changed = []
    for path in sorted((content / "articles").rglob("*.md")):
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        header = _HEADER.match(text.replace("\r\n", "\n"))
        if header and _NAMES_ORIGINAL.search(header[0]):
            plain = text.replace("\r\n", "\n")
            kept = _NAMES_ORIGINAL.sub("", header[0]) + plain[header.end() :]
            path.write_bytes(kept.encode("utf-8", "surrogateescape"))
            changed.append(path.stem)
    shutil.rmtree(content / "cleaning", ignore_errors=True)
    return changed
