"""Check a finished site before it is put in place: it must open from disk, and keep to itself.

Every link names a file that is there, and where it names a place in a page, that place; nothing
is loaded from elsewhere (HTML's loading attributes, CSS's url() and @import); every page says so
in a Content-Security-Policy.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from .checked import Checked
from .faults import Fault, Point, faults_of, load_faults, points_of
from .looking import Looked, look_all
from .pages import Seen

_CSS_LOAD = re.compile(r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)["']?([^"')\s;]+)""")


@dataclass(slots=True)
class _Site:
    """The files of a site, the pages that were read now, and the places of those read before."""

    files: frozenset[str]
    fresh: Mapping[str, Looked]
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
    files = frozenset(states)
    before = checked.states if checked else {}
    pages = sorted(path for path in states if path.endswith(".html"))
    unread = [path for path in pages if before.get(path) != states[path]]
    site = _Site(files, {each.path: each for each in look_all(root, unread, files)}, checked)
    good = True
    for fault in (*_of_pages(site), *_of_others(site, before), *_of_styles(root, files)):
        good = False
        yield fault
    if checked and good:
        fresh = {path: each.packed for path, each in site.fresh.items()}
        checked.keep(files, {path: states[path] for path in pages}, fresh)


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
        yield from page.faults
        yield from _of_points(path, page.points, site)


def _of_points(path: str, points: Iterable[Point], site: _Site) -> Iterator[Fault]:
    for each in points:
        if each.place not in site.places(each.address):
            wrong = f'"{each.target}" names a place that the page has not.'
            yield Fault(path, "LINK-PLACE", wrong)


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
        for path, seen in site.checked.all_seen():
            if path in site.files and path not in site.fresh and _may_point(seen, lost):
                yield from faults_of(path, seen, site.files)
                yield from _of_points(path, points_of(path, seen, site.files), site)


def _may_point(page: Seen, lost: set[str]) -> bool:
    """Tell whether a link or load of a page ends like something that is gone."""
    ends = (unquote(target).rsplit("/", 1)[-1] for target in (*page.links, *page.loads))
    return any(each in lost or each.partition("#")[0] in lost for each in ends)


def _of_styles(root: Path, files: frozenset[str]) -> Iterator[Fault]:
    for path in sorted(files):
        if path.endswith(".css"):
            for target in _CSS_LOAD.findall((root / path).read_text("utf-8")):
                yield from load_faults(path, target, files)
