"""Say what a page points at, and the places in it that can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import html as lxml_html
from lxml.etree import XPath  # type: ignore[import-not-found]

# What a browser loads without being asked, by attribute (HTML living standard, § 4).
_LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "manifest")
_POINTING = XPath("//*[" + " or ".join(f"@{each}" for each in ("href", "id", *_LOADING)) + "]")
_GUARDS = XPath("//meta/@http-equiv", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page links to and loads, the places in it, and whether it has a policy."""

    links: tuple[str, ...]
    loads: tuple[str, ...]
    places: frozenset[str]
    guarded: bool


def see(root: Path, path: str) -> Seen:
    """Return what one page points at."""
    parser = lxml_html.HTMLParser(encoding="utf-8")  # type: ignore[no-untyped-call]
    document = lxml_html.document_fromstring((root / path).read_bytes(), parser=parser)  # type: ignore[no-untyped-call]
    links: dict[str, None] = {}
    loads: dict[str, None] = {}
    places: set[str] = set()
    for element in _POINTING(document):
        for name, value in element.items():
            if name == "id":
                places.add(value)
            elif name == "href":
                (loads if element.tag == "link" else links)[value] = None
            elif name in _LOADING:
                loads[value] = None
    guarded = any(each.lower() == "content-security-policy" for each in _GUARDS(document))
    return Seen(tuple(links), tuple(loads), frozenset(places), guarded)
