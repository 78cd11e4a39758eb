"""Check a finished site before it is put in place: it must open from disk, and keep to itself.

Every link names a file that is there, and where it names a place in a page, that place; nothing
is loaded from elsewhere (HTML's loading attributes, CSS's url() and @import); every page says so
in a Content-Security-Policy.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

# What a browser loads without being asked, by attribute (HTML living standard, § 4).
_LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "manifest")
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
    pages = {path: _scan((root / path).read_bytes()) for path in sorted(files) if _is_page(path)}
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


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _scan(content: bytes) -> _Scanned:
    document = lxml_html.document_fromstring(content.decode("utf-8"))  # type: ignore[no-untyped-call]
    links: list[str] = []
    loads: list[str] = []
    ids: set[str] = set()
    guarded = False
    for element in document.iter():
        attributes = element.attrib
        if "id" in attributes:
            ids.add(str(attributes["id"]))
        if element.tag == "meta":
            guarded |= str(attributes.get("http-equiv", "")).lower() == "content-security-policy"
        loads.extend(str(attributes[name]) for name in _LOADING if name in attributes)
        if "href" in attributes:
            (loads if element.tag == "link" else links).append(str(attributes["href"]))
    return _Scanned(tuple(links), tuple(loads), frozenset(ids), guarded)


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
    named = unquote(urlsplit(target).path)
    if not named:
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
