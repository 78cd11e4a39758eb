"""Pack the collection itself: its content files, for building the same site elsewhere.

The full edition's archive has the files as they are, byte for byte. The public edition's has what
that edition shows, written anew: no restricted text, nothing that is masked, and not the list of
what is masked.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ...corpus.header import read_header
from ...corpus.model import Corpus
from .. import tables
from ..back.composing import content_files
from ..back.headed import TextFile, entity_file, page_file
from ..back.reading import exports_of
from ..back.resting import with_texts
from ..back.tables import vocabulary_file
from ..back.unpacking import FILES, FOLDERS, ORIGINALS

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can have
_READABLE = 0o100644 << 16


def write_collection(
    corpus: Corpus, content: Path, path: Path, *, with_originals: bool = False
) -> None:
    """Write the archive of a content folder, in the corpus's edition; same files, same bytes.

    The captures are in it where they are asked for, and the edition is the full one. Drafts,
    suggestions and annotations made elsewhere are no part of a site, and left out.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        if corpus.site.edition == "public":
            for name, text in sorted(_shown(corpus, content)):
                packed.writestr(_entry(name), text.encode())
            return
        for name, text in sorted(_lent(corpus, content)):
            packed.writestr(_entry(name), text.encode())
        for file in sorted(_files(corpus, content, with_originals=with_originals)):
            entry = _entry(file.relative_to(content).as_posix())
            entry.file_size = file.stat().st_size  # by it zipfile tells what needs ZIP64
            with file.open("rb") as source, packed.open(entry, "w") as target:
                shutil.copyfileobj(source, target)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return a member as it is on every system: no time, no owner."""
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, _READABLE
    return entry


def _files(corpus: Corpus, content: Path, *, with_originals: bool) -> Iterator[Path]:
    """Yield the files that the site is built from."""
    drafts = {each.slug for each in corpus.drafts}
    for name in FILES:
        if (content / name).is_file():
            yield content / name
    for folder in FOLDERS:
        for file in (content / folder).rglob("*"):
            is_draft = folder in ("articles", "cleaning") and file.stem in drafts
            if _is_curators(file) and not is_draft and str(file.relative_to(content)) not in FILES:
                yield file
    if with_originals:
        yield from (each for each in (content / ORIGINALS).rglob("*") if each.is_file())


def _is_curators(file: Path) -> bool:
    """Tell whether a file is content, and no editor's own copy of it."""
    return file.is_file() and not file.is_symlink() and file.name[0] not in "._~"


def _lent(corpus: Corpus, content: Path) -> Iterator[TextFile]:
    """Yield a file for each entity that the collection borrowed: elsewhere nobody may lend it."""
    own = {each.stem for each in (content / "entities").rglob("*.md")}
    borrowed = [each for each in (*corpus.entities, *corpus.merged) if each.slug not in own]
    yield from (entity_file(tables.entity_object(each)) for each in borrowed)


def _shown(corpus: Corpus, content: Path) -> Iterator[TextFile]:
    """Yield the files of what a public edition shows."""
    files = {each.path.removeprefix("data/"): each.content for each in tables.files(corpus)}
    exported, _ = with_texts(exports_of(files.__getitem__))
    yield from content_files(exported)
    yield from vocabulary_file(corpus.vocabulary)
    for page in sorted((content / "pages").glob("*.md")):
        yield _page(page, content)


def _page(page: Path, content: Path) -> TextFile:
    """Return a page with what the site shows of it: other keys of its header are left out."""
    path = page.relative_to(content).as_posix()
    header, _ = read_header(page.read_text("utf-8-sig"), path)
    texts = {each.key: each.values[0].text for each in header.fields if each.values}
    return page_file(path, texts.get("title", ""), texts.get("slug", ""), header.body)
