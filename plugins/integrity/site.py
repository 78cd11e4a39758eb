"""Check a finished site before it is put in place: it must open from disk, and keep to itself.

Every link names a file that is there, and where it names a place in a page, that place; nothing
is loaded from elsewhere (HTML's loading attributes, CSS's url() and @import); every page says so
in a Content-Security-Policy.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .checked import Checked
from .pages import Seen, see_all

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


@dataclass(slots=True)
class _Site:
    """The files of a site, the pages that were read now, and the places of those read before."""

    files: set[str]
    fresh: Mapping[str, Seen]
    checked: Checked | None = None
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def places(self, page: str) -> frozenset[str]:
        """Return the places of a page that can be pointed at."""
        if page in self.fresh:
            return self.fresh[page].places
        if page not in self.known:
            before = self.checked.seen(page) if self.checked else None
            self.known[page] = before.places if before else frozenset()
        return self.known[page]


def check_site(root: Path, checked: Checked | None = None) -> Iterator[Fault]:
    """Yield every fault of the site below a folder, pages in the order of their paths.

    With `checked`, only the pages that are not those of the last good site are read. Of the others
    the links are looked at where a file or a place that they may point at is gone. A site without
    a fault is remembered there in turn.
    """
    states = dict(_states(root))
    before = checked.states if checked else {}
    pages = sorted(path for path in states if path.endswith(".html"))
    unread = [path for path in pages if before.get(path) != states[path]]
    site = _Site(set(states), dict(see_all(root, unread)), checked)
    good = True
    for fault in (*_of_pages(site), *_of_others(site, before), *_of_styles(root, site.files)):
        good = False
        yield fault
    if checked and good:
        checked.keep(site.files, {path: states[path] for path in pages}, site.fresh)


def _states(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site with its size and time of change."""
    start = len(str(root)) + 1
    for folder, _, names in os.walk(root):
        inside = folder[start:].replace(os.sep, "/")
        for name in names:
            found = os.stat(f"{folder}/{name}")  # noqa: PTH116 (asked for every file)
            path = f"{inside}/{name}" if inside else name
            yield path, b"%d %d" % (found.st_size, found.st_mtime_ns)


def _of_pages(site: _Site) -> Iterator[Fault]:
    for path, page in site.fresh.items():
        if not page.guarded:
            yield Fault(path, "CSP-MISSING", "the page has no Content-Security-Policy.")
        yield from _of_page(path, page, site)


def _of_page(path: str, page: Seen, site: _Site) -> Iterator[Fault]:
    for target in page.loads:
        yield from _check_load(path, target, site.files)
    for target in page.links:
        yield from _check_link(path, target, site)


def _of_others(site: _Site, before: Mapping[str, bytes]) -> Iterator[Fault]:
    """Check the pages that were good before, where something that they may point at is gone."""
    if site.checked is None or not before:
        return
    lost = {posixpath.basename(path) for path in site.checked.files - site.files}
    for path, page in site.fresh.items():
        earlier = site.checked.seen(path)
        places = earlier.places - page.places if earlier else ()
        lost.update(f"{posixpath.basename(path)}#{place}" for place in places)
    if lost:
        for path, page in site.checked.all_seen():
            if path in site.files and path not in site.fresh and _may_point(page, lost):
                yield from _of_page(path, page, site)


def _may_point(page: Seen, lost: set[str]) -> bool:
    """Tell whether a link or load of a page ends like something that is gone."""
    ends = (unquote(target).rsplit("/", 1)[-1] for target in (*page.links, *page.loads))
    return any(each in lost or each.partition("#")[0] in lost for each in ends)


def _of_styles(root: Path, files: set[str]) -> Iterator[Fault]:
    for path in sorted(files):
        if path.endswith(".css"):
            for target in _CSS_LOAD.findall((root / path).read_text("utf-8")):
                yield from _check_load(path, target, files)


def _check_load(path: str, target: str, files: set[str]) -> Iterator[Fault]:
    if target.startswith(("data:", "#")) or not target:
        return
    if target.lower().startswith(_ABSOLUTE):
        yield Fault(path, "LOAD-REMOTE", f'"{target}" would be loaded from elsewhere.')
    elif _resolved(path, target) not in files:
        yield Fault(path, "LOAD-DEAD", f'"{target}" is not there.')


def _check_link(path: str, target: str, site: _Site) -> Iterator[Fault]:
    if target.lower().startswith(("http:", "https:", "mailto:")):
        return
    address = _resolved(path, target)
    fragment = unquote(urlsplit(target).fragment)
    if target.startswith("/") or target.lower().startswith(_ABSOLUTE):
        yield Fault(path, "LINK-ABSOLUTE", f'"{target}" does not open from disk.')
    elif address not in site.files:
        what = "leads to a folder" if target.endswith("/") or not address else "leads nowhere"
        yield Fault(path, "LINK-DEAD", f'"{target}" {what}.')
    elif fragment and address.endswith(".html") and fragment not in site.places(address):
        yield Fault(path, "LINK-PLACE", f'"{target}" names a place that the page has not.')


def _resolved(path: str, target: str) -> str:
    """Return the address that a relative link on a page leads to."""
    return _from(posixpath.dirname(path), target) or path


@lru_cache(maxsize=100_000)  # the pages of a folder share most of their links
def _from(folder: str, target: str) -> str:
    named = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(folder, named)) if named else ""
