"""Plant hostile strings in every sink of a collection, and look at what a browser makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Dialog, Page

from plugins.annotate.assembly import assemble_folder

PUBLISHER = "river-post"
# Settings of the tests: each defence can be taken away, to show that the other is enough alone.
UNSAFE = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
import nh3
nh3.clean = lambda html, **_: html
PLUGINS = [each for each in PLUGINS if each != "plugins.integrity"]
"""
UNGUARDED = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def strings(shared: Path) -> tuple[str, ...]:
    """Return every hostile string of the shared lists, once, those of one line alone."""
    listed = (shared / "data" / "hostile" / "xss-payload-list.txt").read_text("utf-8", "replace")
    naughty = json.loads((shared / "data" / "hostile" / "blns.json").read_text("utf-8"))
    found = (" ".join(each.split()) for each in (*listed.split("\n"), *naughty))
    return tuple(dict.fromkeys(each for each in found if each))


def sample(found: Sequence[str], size: int) -> tuple[str, ...]:
    """Return some of the strings, the same each time, by their hashes."""
    ranked = sorted(found, key=lambda each: sha256(each.encode("utf-8", "replace")).digest())
    chosen = set(ranked[:size])
    return tuple(each for each in found if each in chosen)


@dataclass
class Planted:
    """A collection with hostile strings: how many are in each sink, how many were refused."""

    content: Path
    sinks: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)


def plant(content: Path, found: Sequence[str]) -> Planted:
    """Write a collection that has each string in every sink, without those that are refused.

    A sink that the format closes to a string (a bracket that is no option of an alias) refuses it
    with an error of the content, never with a crash: the file is then written without it.
    """
    planted = Planted(content)
    _write(
        content / "collection.toml", f"title = {_toml(found[0])}\nsubtitle = {_toml(found[1])}\n"
    )
    head = _header(name=found[2], homepage="https://example.org/")
    _write(content / f"entities/organisations/{PUBLISHER}.md", f"{head}{found[3]}\n")
    for number, text in enumerate(found):
        for path, written in _files(number, text):
            _write(content / path, written)
    _drop_refused(planted, found)
    return planted


def _drop_refused(planted: Planted, found: Sequence[str]) -> None:
    for _ in range(8):
        problems = assemble_folder(planted.content).problems
        if not problems:
            break
        for path in sorted({each.path for each in problems}):
            codes = sorted({each.code for each in problems if each.path == path})
            _refuse(planted, path, codes, found)
    else:
        raise AssertionError(problems)
    for folder in ("articles", "entities/people", "events", "claims", "cleaning"):
        planted.sinks[folder] = len(list((planted.content / folder).rglob("*.*")))


def _refuse(planted: Planted, path: str, codes: Iterable[str], found: Sequence[str]) -> None:
    """Write a refused file again without its weakest part, or take it away the second time."""
    for code in codes:
        planted.refused[code] = planted.refused.get(code, 0) + 1
    file = planted.content / path
    if not file.exists():
        return
    number = int(re.sub(r"\D", "", file.stem) or 0)
    if path.startswith("entities/people") and "aliases:" in file.read_text("utf-8"):
        _write(file, _person(number, found[number], bare=True))
    else:
        file.unlink()
        if path.startswith("articles"):
            others = (f"events/v{number}.md", f"claims/c{number}.toml", f"cleaning/a{number}.toml")
            for other in others:
                (planted.content / other).unlink(missing_ok=True)


def _files(number: int, text: str) -> Iterator[tuple[str, str]]:
    head = _header(
        title=text,
        date="2020-03-04",
        publisher=PUBLISHER,
        byline=text,
        headline=text,
        corrections=f"2020-03-05; {text}",
        **{"x-note": text},
    )
    # The body has the string as HTML, as Markdown, and as plain text that a claim can quote.
    body = f'{text}\n\n[{text}](https://example.org/ "{text}")\n\n<p>{escape(text)}</p>\n\nEnd.\n'
    yield f"articles/2020/a{number}.md", f"{head}{body}"
    yield f"cleaning/a{number}.toml", _cleaning(text)
    yield f"entities/people/e{number}.md", _person(number, text)
    event = _header(
        title=text, date="2020-03-04", actors=f"e{number}", evidence=f'a{number} "End."'
    )
    yield f"events/v{number}.md", f"{event}{text}\n"
    told = {
        "title": text,
        "measure": text,
        "unit": text,
        "scope": text,
        "note": text,
    }
    said = {
        "said_by_words": text, "reported_by": f"a{number}", "quote": text, "stance": "said",
        "note": text, "as_of": "2020-03-04",
    }  # fmt: skip
    lines = [f"{key} = {_toml(value)}" for key, value in told.items()]
    lines += ["[[statement]]", "value = 3", *(f"{key} = {_toml(v)}" for key, v in said.items())]
    yield f"claims/c{number}.toml", "\n".join(lines) + "\n"


def _cleaning(text: str) -> str:
    """Return a report of an import that removed the string from a capture."""
    texts = ("sha256", "original", "encoding", "decoded", "doubt")
    facts = [*(f"{key} = {_toml(text)}" for key in texts), "also = []", "body = []", "kept = []"]
    block = {"reason": text, "evidence": text, "text": text}
    lines = [f"{key} = {_toml(value)}" for key, value in block.items()]
    return "\n".join((*facts, "", "[[removed]]", "block = 1", "lines = [1, 1]", *lines)) + "\n"


def _person(number: int, text: str, *, bare: bool = False) -> str:
    more = {} if bare else {"aliases": f"\n    {text} x{number}", "roles": text}
    head = _header(name=f"{text} {number}", **more)
    return f"{head}{text}\n"


def _header(**fields: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{lines}---\n"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))


def unguard(site: Path) -> None:
    """Take the Content-Security-Policy out of every page."""
    for path in site.rglob("*.html"):
        path.write_bytes(UNGUARDED.sub(b"", path.read_bytes()))


# LISTEN runs before a page's own scripts and keeps what payloads call; AUDIT lists what no page
# may have; PROVOKE does what a reader might: calls each handler, follows each script address.
LISTEN, AUDIT, PROVOKE = (
    (Path(__file__).parent / "js" / f"{name}.js").read_text("utf-8")
    for name in ("listen", "audit", "provoke")
)


@dataclass
class Seen:
    """What a browser did with a site: pages opened, scripts that ran, forbidden nodes."""

    pages: int = 0
    ran: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)


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
