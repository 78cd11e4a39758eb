"""A copy of the archive with damaged files: the search says so plainly, and gives what it has.

The files are damaged on disk, as a stick pulled out early or a copy of two versions damages them.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Opened, opened

QUERY = "search.html?q=Aleppo%20evacuation"
Damage = Callable[[Path], object]


@pytest.fixture(scope="module")
def copied(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the archive, to damage and mend."""
    return shutil.copytree(site, tmp_path_factory.mktemp("damaged") / "site")


@pytest.fixture
def copy(copied: Path, site: Path) -> Iterator[Path]:
    """Return the copy; mend it afterwards."""
    yield copied
    shutil.rmtree(copied / "search", ignore_errors=True)
    shutil.copytree(site / "search", copied / "search")


@pytest.fixture
def tab(engine: Browser, copy: Path) -> Iterator[Opened]:
    """Return a fresh tab of each browser over the copy."""
    yield from opened(engine, copy)


def truncate(path: Path) -> None:
    """Keep half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def corrupt(path: Path) -> None:
    """Change a letter in the middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def empty(path: Path) -> None:
    """Leave nothing, as a file system does that lost the end of a copy."""
    path.write_bytes(b"")


DAMAGES = [Path.unlink, truncate, corrupt, empty]


def shards(page: Page, copy: Path) -> list[Path]:
    """Return the shards that the page has loaded, by their names in the index."""
    names = page.evaluate("Sijill.internals.held().filter((name) => name !== 'root')")
    return [copy / "search" / name[:2] / f"{name}.js" for name in names]


def total(page: Page) -> int:
    """Return how many results the page says there are."""
    expect(page.locator("#search-status")).to_contain_text("Results: ")
    return int(page.locator("#search-status").inner_text().partition(": ")[2].split()[0])


def test_every_shard_may_be_damaged(tab: Opened, copy: Path) -> None:
    """Whichever it is, the page tells, shows what it has, and does not go on waiting.

    The kinds of damage take turns; the unit tests do each kind to each shard.
    """
    page = tab.go(QUERY)
    whole = total(page)
    expect(page.locator("#facets button").first).to_be_visible()
    expect(page.locator("#search-problem")).to_be_hidden()
    for shard, damage in zip(shards(page, copy), cycle(DAMAGES), strict=False):
        kept = shard.read_bytes()
        damage(shard)
        tab.go("index.html")
        page = tab.go(QUERY)
        expect(page.locator("#search-problem")).to_contain_text("Part of the index cannot be read")
        expect(page.locator("#search-status")).not_to_contain_text("Searching")
        if page.locator("#results > li").count():
            assert total(page) <= whole
        shard.write_bytes(kept)


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *(("root.js", damage) for damage in DAMAGES),
        *(
            (name, damage)
            for name in ("search.js", "page.js")
            for damage in (Path.unlink, truncate)
        ),
    ],
)
def test_without_its_root_or_scripts_the_page_leads_on(
    tab: Opened, copy: Path, name: str, damage: Damage
) -> None:
    """It says that there is no search; the lists of everything are still there."""
    damage(copy / "search" / name)
    page = tab.go(QUERY)
    expect(page.locator("#search-problem")).to_contain_text("The index cannot be read")
    expect(page.locator("#search-status")).to_be_empty()
    expect(page.locator("main a[href='entities.html']")).to_be_visible()


def test_shards_of_another_build_are_told(tab: Opened, copy: Path) -> None:
    """Two versions copied over each other: the root names files that are not there."""
    for folder in (copy / "search").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    page = tab.go(QUERY)
    expect(page.locator("#search-problem")).to_contain_text("Part of the index cannot be read")
    expect(page.locator("#search-status")).to_have_text("Nothing found.")


def test_the_box_of_every_page_still_sends_its_form(tab: Opened, copy: Path) -> None:
    """Without the scripts there are no suggestions, and Enter leads to the search page."""
    shutil.rmtree(copy / "search")
    page = tab.go("index.html")
    page.locator("#search-box").press_sequentially("alep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=alep")
    expect(page.locator("#search-problem")).to_contain_text("The index cannot be read")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    """Serve the archive on this machine."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_same_archive_answers_over_http(engine: Browser, host: str) -> None:
    """From a host it is the same scripts and shards, and the same answer."""
    page = engine.new_page()
    page.goto(host + "search.html?q=sakhour")
    expect(page.locator("#results > li").first).to_contain_text("Sakhour")
    expect(page.locator("#facets button").first).to_be_visible()
    expect(page.locator("#search-problem")).to_be_hidden()
    page.close()
