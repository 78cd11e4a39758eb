"""Check a finished site before it is put in place: it must open from disk, and keep to itself.

Every link names a file that is there, and where it names a place in a page, that place; nothing
is loaded from elsewhere (HTML's loading attributes, CSS's url() and @import); every page says so
in a Content-Security-Policy.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html
from lxml.etree import XPath  # type: ignore[import-not-found]

# What a browser loads without being asked, by attribute (HTML living standard, § 4).
_LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "manifest")
_LOADS = XPath(
    " | ".join(("//link/@href", *(f"//@{name}" for name in _LOADING))), smart_strings=False
)
_LINKS = XPath("//*[not(self::link)]/@href", smart_strings=False)
_IDS = XPath("//@id", smart_strings=False)
_GUARDS = XPath("//meta/@http-equiv", smart_strings=False)
_FEW = 300  # below this many pages starting workers costs more than they save
_CHUNK = 40
_CSS_LOAD = re.compile(r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)["']?([^"')\s;]+)""")
_ABSOLUTE = ("http:", "https:", "//", "file:", "ftp:", "ws:", "wss:")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a page or file of the site that must not be there."""

    path: str
    code: str
    wrong: str

    def __str__(self) -> str:
        """Return the fault in the form that all messages have."""
        return f"{self.path}:1: {self.code} {self.wrong}"


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What a page points at, and the places in it that can be pointed at."""

    links: tuple[str, ...]
    loads: tuple[str, ...]
    ids: frozenset[str]
    guarded: bool


def check_site(root: Path) -> Iterator[Fault]:
    """Yield every fault of the site below a folder, pages in the order of their paths."""
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    pages = dict(_scanned(root, sorted(path for path in files if path.endswith(".html"))))
    for path, page in pages.items():
        if not page.guarded:
            yield Fault(path, "CSP-MISSING", "the page has no Content-Security-Policy.")
        for target in page.loads:
            yield from _check_load(path, target, files)
        for target in page.links:
            yield from _check_link(path, target, files, pages)
    for path in sorted(files):
        if path.endswith(".css"):
            for target in _CSS_LOAD.findall((root / path).read_text("utf-8")):
                yield from _check_load(path, target, files)


def _scanned(root: Path, paths: Sequence[str]) -> Iterator[tuple[str, _Scanned]]:
    """Yield what each page points at, read on every core where there are many."""
    if len(paths) < _FEW:
        yield from ((path, _scan(root, path)) for path in paths)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from zip(paths, pool.map(partial(_scan, root), paths, chunksize=_CHUNK), strict=True)


def _scan(root: Path, path: str) -> _Scanned:
    parser = lxml_html.HTMLParser(encoding="utf-8")  # type: ignore[no-untyped-call]
    document = lxml_html.document_fromstring((root / path).read_bytes(), parser=parser)  # type: ignore[no-untyped-call]
    links, loads, ids, guards = (
        tuple(dict.fromkeys(str(value) for value in find(document)))
        for find in (_LINKS, _LOADS, _IDS, _GUARDS)
    )
    guarded = any(each.lower() == "content-security-policy" for each in guards)
    return _Scanned(links, loads, frozenset(ids), guarded)


def _check_load(path: str, target: str, files: set[str]) -> Iterator[Fault]:
    if target.startswith(("data:", "#")) or not target:
        return
    if target.lower().startswith(_ABSOLUTE):
        yield Fault(path, "LOAD-REMOTE", f'"{target}" would be loaded from elsewhere.')
    elif _resolved(path, target) not in files:
        yield Fault(path, "LOAD-DEAD", f'"{target}" is not there.')


def _check_link(
    path: str, target: str, files: set[str], pages: Mapping[str, _Scanned]
) -> Iterator[Fault]:
    if target.lower().startswith(("http:", "https:", "mailto:")):
        return
    address = _resolved(path, target)
    fragment = unquote(urlsplit(target).fragment)
    if target.startswith("/") or target.lower().startswith(_ABSOLUTE):
        yield Fault(path, "LINK-ABSOLUTE", f'"{target}" does not open from disk.')
    elif address not in files:
        what = "leads to a folder" if target.endswith("/") or not address else "leads nowhere"
        yield Fault(path, "LINK-DEAD", f'"{target}" {what}.')
    elif fragment and address in pages and fragment not in pages[address].ids:
        yield Fault(path, "LINK-PLACE", f'"{target}" names a place that the page has not.')


def _resolved(path: str, target: str) -> str:
    """Return the address that a relative link on a page leads to."""
    return _from(posixpath.dirname(path), target) or path


@lru_cache(maxsize=100_000)  # the pages of a folder share most of their links
def _from(folder: str, target: str) -> str:
    named = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(folder, named)) if named else ""
