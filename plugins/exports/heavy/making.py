"""Write the large formats beside those of a build, each in one step, and list them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bs4 import BeautifulSoup

from ...corpus.model import Corpus
from ...writing.page import File
from ..annotations import annotation_file
from ..back.unpacking import COLLECTION
from ..catalogue import FORMATS, written
from ..crate import CRATE, crate
from ..dates import newest, stamp_of
from ..pages import size_words
from .bulk import bulk_files
from .collection import write_collection
from .database import datasette_metadata, write_database
from .epub import epub
from .listing import with_made_files
from .parquet import write_parquet
from .tei import tei_files
from .zim import write_zim

ARCHIVE = f"data/{COLLECTION}"
DATABASE, PARQUET, ZIM = "data/archive.db", "data/parquet", "data/archive.zim"


@dataclass(frozen=True, slots=True)
class Missing:
    """A format that could not be written, and the package that writes it."""

    path: str
    package: str


def write_heavy(
    corpus: Corpus,
    content: Path,
    root: Path,
    environment: Mapping[str, str],
    *,
    with_originals: bool = False,
) -> tuple[Missing, ...]:
    """Write every large format into the site below `root`; return those that lack a package.

    `content` is the folder that the corpus was read from; the collection's archive has its
    captures where `with_originals` asks for them. A file is written beside its place and then put
    there, so that a reader has the old one or the new one. Raises OSError where the disk does not
    take it.
    """
    for folder in ("data/tei", PARQUET):
        shutil.rmtree(root / folder, ignore_errors=True)
    for file in _files(corpus, environment):
        _put(root, file)
    _write(root / DATABASE, partial(write_database, corpus))
    _write(
        root / ARCHIVE,
        partial(write_collection, corpus, content, with_originals=with_originals),
    )
    missing = tuple(_optional(corpus, root))
    _list(corpus, root)
    return missing


def _files(corpus: Corpus, environment: Mapping[str, str]) -> Iterator[File]:
    yield annotation_file(corpus)
    yield datasette_metadata(corpus)
    yield epub(corpus, stamp_of(corpus, environment))
    yield from tei_files(corpus)
    yield from bulk_files(corpus)


def _optional(corpus: Corpus, root: Path) -> Iterator[Missing]:
    """Write what needs a package that not everybody has; yield what is not there."""
    try:
        write_parquet(corpus, root / PARQUET)
    except ImportError:
        yield Missing(PARQUET, "pyarrow")
    try:
        _write(root / ZIM, lambda fresh: write_zim(corpus.site, root, fresh, newest(corpus)))
    except ImportError:
        yield Missing(ZIM, "libzim")


def _put(root: Path, file: File) -> None:
    _write(root / file.path, lambda fresh: fresh.write_bytes(file.content))


def _write(path: Path, make: Callable[[Path], object]) -> None:
    """Have a file made beside its place, and put it there."""
    fresh = _fresh(path)
    make(fresh)
    fresh.replace(path)


def _fresh(path: Path) -> Path:
    """Return where a file is written before it is put in place; what lay there is taken away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    return fresh


def _list(corpus: Corpus, root: Path) -> None:
    """Bring the crate and the page of data, in every language, up to what is there."""
    there = [path for path in FORMATS if (root / path).is_file() and path != CRATE]
    _put(root, crate(corpus, [written(path, (root / path).read_bytes()) for path in there]))
    for page in sorted(each for each in root.glob("**/data.html") if each.is_file()):
        path = page.relative_to(root)
        html = page.read_text("utf-8")
        up = "../" * (len(path.parts) - 1)
        sizes = {f"{up}{each}": (root / each).stat().st_size for each in there}
        text = with_made_files(html, sizes, partial(size_words, language=_language(html)))
        _put(root, File(path.as_posix(), text.encode()))


def _language(html: str) -> str:
    root = BeautifulSoup(html, "html.parser").html
    return str(root.get("lang", "en")) if root else "en"
