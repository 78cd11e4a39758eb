"""Open what was built in a real browser, do what a reader might, and say what ran.

`look` opens page by page, as a reader does. `look_in_frames` opens many documents at once, without
style sheets and the theme's scripts: for all the strings there are. `ask` is for the search.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from lxml import etree
from playwright.sync_api import Browser, Dialog, Page, Route

# LISTEN runs before a page's own scripts and keeps what payloads call; AUDIT lists what no page
# may have; PROVOKE does what a reader might: calls each handler, follows each script address.
LISTEN, AUDIT, PROVOKE, FRAMES, ASK = (
    (Path(__file__).parent / "js" / f"{name}.js").read_text("utf-8")
    for name in ("listen", "audit", "provoke", "frames", "ask")
)
UNGUARDED = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DRESS = re.compile(
    r'<link rel="stylesheet"[^>]*>'
    r'|<script(?: defer)? src="(?:\.\./)*(?:theme|search)/[^>]*></script>'
)
_AT_ONCE = 20
_HARNESS = "http://harness.example/"
_ATOM = "{http://www.w3.org/2005/Atom}"

Document = tuple[str, str, str]  # where it is from, its media type, its text


@dataclass
class Seen:
    """What a browser did with a site: pages opened, scripts that ran, forbidden nodes."""

    pages: int = 0
    ran: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        """Take another look's findings in."""
        self.pages += other.pages
        self.ran += other.ran
        self.forbidden += other.forbidden


def unguard(site: Path) -> None:
    """Take the Content-Security-Policy out of every page."""
    for path in site.rglob("*.html"):
        path.write_bytes(UNGUARDED.sub(b"", path.read_bytes()))


def look(
    browser: Browser, site: Path, queries: Sequence[str] = (), *, translated: bool = False
) -> Seen:
    """Open every page of a site from disk, and the search with each query; provoke and audit.

    The translated pages have the same sinks as the others, and are opened if asked for.
    """
    seen = Seen()
    context = browser.new_context()
    context.add_init_script(LISTEN)
    tab = context.new_page()

    def dismiss(dialog: Dialog) -> None:
        seen.ran.append(f"dialog on {tab.url}")
        dialog.dismiss()

    tab.on("dialog", dismiss)
    pages = (path.relative_to(site) for path in sorted(site.rglob("*.html")))
    shown = (path for path in pages if translated or path.parts[0] != "ar")
    addresses = [(site / path).as_uri() for path in shown]
    searches = [f"{(site / 'search.html').as_uri()}?q={quote(each, safe='')}" for each in queries]
    for address in (*addresses, *searches):
        _open(tab, address, seen)
    context.close()
    return seen


def _open(tab: Page, address: str, seen: Seen) -> None:
    tab.goto(address, wait_until="load")
    seen.pages += 1
    place = address.rpartition("/")[2][:60]
    try:
        seen.forbidden += [f"{each} on {place}" for each in tab.evaluate(AUDIT)]
        tab.evaluate(PROVOKE)
        seen.ran += [f"{each} on {place}" for each in tab.evaluate("window.__ran || []")]
    except Exception as error:  # noqa: BLE001 (a page that was led away: that is a finding)
        seen.forbidden.append(f"{type(error).__name__} on {place}")


def look_in_frames(browser: Browser, documents: Iterable[Document]) -> Seen:
    """Open documents in frames of an empty page, some at once; nothing is loaded from anywhere."""
    seen = Seen()
    context = browser.new_context()
    context.add_init_script(LISTEN)
    tab = context.new_page()

    def answer(route: Route) -> None:
        if route.request.url == _HARNESS:
            route.fulfill(content_type="text/html", body="<!doctype html><body></body>")
        else:
            route.abort()

    tab.route("**/*", answer)
    left = iter(documents)
    while some := tuple(islice(left, _AT_ONCE)):
        tab.goto(_HARNESS)  # a fresh page each time: no payload outlives its frames
        given = [(kind, text) for _, kind, text in some]
        found = tab.evaluate(FRAMES, [given, AUDIT, PROVOKE])
        for (place, *_), told in zip(some, found, strict=True):
            seen.ran += [f"{each} on {place}" for each in told["ran"]]
            seen.forbidden += [f"{each} on {place}" for each in told["nodes"]]
        seen.pages += len(some)
    context.close()
    return seen


def ask(browser: Browser, site: Path, queries: Sequence[str]) -> Seen:
    """Ask the search page of a site for each query, one after the other in the same page."""
    seen = Seen()
    context = browser.new_context()
    context.add_init_script(LISTEN)
    tab = context.new_page()
    tab.goto((site / "search.html").as_uri())
    tab.evaluate(f"window.__audit = {_bare(AUDIT)}")
    tab.evaluate(f"window.__provoke = {_bare(PROVOKE)}")
    left = iter(queries)
    while some := tuple(islice(left, _AT_ONCE)):
        seen.forbidden += [f"{each} in the search" for each in tab.evaluate(ASK, list(some))]
        seen.pages += len(some)
    seen.ran += [f"{each} in the search" for each in tab.evaluate("window.__ran || []")]
    context.close()
    return seen


def _bare(script: str) -> str:
    """Return a script's function without the comment above it."""
    return "\n".join(line for line in script.split("\n") if not line.startswith("//"))


def pages_of(site: Path, *, guarded: bool = True) -> Iterator[Document]:
    """Yield the pages of a site undressed: no style sheet, none of the theme's scripts."""
    for path in sorted(site.rglob("*.html")):
        content = path.read_bytes()
        if path.name != "search.html":  # `ask` looks at it
            text = (content if guarded else UNGUARDED.sub(b"", content)).decode("utf-8")
            yield path.relative_to(site).as_posix(), "text/html", _DRESS.sub("", text)


def exports_of(site: Path) -> Iterator[Document]:
    """Yield what another program would show of the feeds and exports of a site, as it would.

    A feed itself, and the HTML in its entries; the pages of a book; TEI as a browser opens it.
    """
    for path in sorted((site / "data").rglob("*.atom")):
        yield path.name, "application/xml", path.read_text("utf-8")
        for held in etree.fromstring(path.read_bytes()).iter(f"{_ATOM}*"):
            if held.get("type") == "html":
                yield f"{path.name} entry", "text/html", "".join(held.itertext())
    for item in json.loads((site / "data" / "feed.json").read_text("utf-8"))["items"]:
        yield "feed.json item", "text/html", item.get("content_html", "")
    for path in sorted((site / "data").rglob("*.xml")):
        yield path.name, "application/xml", path.read_text("utf-8")
    for path in sorted((site / "data").glob("*.epub")):
        yield from _chapters(path)


def _chapters(path: Path) -> Iterator[Document]:
    with zipfile.ZipFile(path) as book:
        for name in sorted(book.namelist()):
            if name.endswith(".xhtml"):
                yield name, "application/xhtml+xml", book.read(name).decode("utf-8")
