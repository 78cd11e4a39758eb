"""Say what must not be in a page or file of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from .pages import Seen

_ABSOLUTE = ("http:", "https:", "//", "file:", "ftp:", "ws:", "wss:")
_OUTWARD = ("http:", "https:", "mailto:")


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
class Point:
    """A link to a place in a page, as it is written and where it leads."""

    target: str
    address: str
    place: str


def faults_of(path: str, page: Seen, files: AbstractSet[str]) -> Iterator[Fault]:
    """Yield the faults of a page among the files of a site; its points are checked apart."""
    if not page.guarded:
        yield Fault(path, "CSP-MISSING", "the page has no Content-Security-Policy.")
    for target in page.loads:
        yield from load_faults(path, target, files)
    for target in page.links:
        yield from _link_faults(path, target, files)


def load_faults(path: str, target: str, files: AbstractSet[str]) -> Iterator[Fault]:
    """Yield what is wrong with something that a page or sheet loads."""
    if target.startswith(("data:", "#")) or not target:
        return
    if target.lower().startswith(_ABSOLUTE):
        yield Fault(path, "LOAD-REMOTE", f'"{target}" would be loaded from elsewhere.')
    elif _resolved(path, target)[0] not in files:
        yield Fault(path, "LOAD-DEAD", f'"{target}" is not there.')


def _link_faults(path: str, target: str, files: AbstractSet[str]) -> Iterator[Fault]:
    lowered = target[:8].lower()
    if lowered.startswith(_OUTWARD):
        return
    address, _ = _resolved(path, target)
    if target.startswith("/") or lowered.startswith(_ABSOLUTE):
        yield Fault(path, "LINK-ABSOLUTE", f'"{target}" does not open from disk.')
    elif address not in files:
        what = "leads to a folder" if target.endswith("/") or not address else "leads nowhere"
        yield Fault(path, "LINK-DEAD", f'"{target}" {what}.')


def points_of(path: str, page: Seen, files: AbstractSet[str]) -> Iterator[Point]:
    """Yield the links of a page to places in pages that are there."""
    for target in page.links:
        if "#" in target and not target[:8].lower().startswith(_OUTWARD):
            address, place = _resolved(path, target)
            if place and address in files and address.endswith(".html"):
                yield Point(target, address, place)


def _resolved(path: str, target: str) -> tuple[str, str]:
    """Return the address that a relative link on a page leads to, and the place in it."""
    address, place = _from(posixpath.dirname(path), target)
    return address or path, place


@lru_cache(maxsize=100_000)  # the pages of a folder share most of their links
def _from(folder: str, target: str) -> tuple[str, str]:
    parts = urlsplit(target)
    named = unquote(parts.path)
    address = posixpath.normpath(posixpath.join(folder, named)) if named else ""
    return address, unquote(parts.fragment)
