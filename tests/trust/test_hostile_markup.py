"""Hostile strings in every sink, in a real Chromium: nothing runs, and each layer is enough."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from . import hostile, looking, sweeping
from .conftest import FULL, ROOT, build

pytestmark = pytest.mark.browser
SIZE = 40  # strings, each in every sink; `make bench-trust` takes more


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium once."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: install the package chromium, or run make test-core"
    chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    yield chromium
    chromium.close()


@dataclass(frozen=True)
class Sites:
    """The same hostile collection built as it should be, and without the sanitizer."""

    content: Path
    clean: Path
    raw: Path
    strings: tuple[str, ...]


@pytest.fixture(scope="module")
def sites(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Build the hostile collection twice."""
    folder = tmp_path_factory.mktemp("hostile")
    strings = hostile.sample(hostile.strings(shared), SIZE)
    planted = hostile.plant(folder / "content", strings)
    assert all(count > SIZE / 2 for count in planted.sinks.values()), planted
    settings = folder / "unsafe.py"
    settings.write_text(hostile.UNSAFE.format(root=str(ROOT), cache=str(folder / "cache")))
    status, printed = build(planted.content, folder / "clean", FULL)
    assert status == 0, printed
    # What the raw build takes for paragraphs gets other anchors: it has a content of its own.
    shutil.copytree(planted.content, folder / "raw-content")
    status, printed = build(folder / "raw-content", folder / "raw", str(settings))
    assert status == 0, printed
    return Sites(planted.content, folder / "clean", folder / "raw", strings)


def test_nothing_runs_and_nothing_forbidden_is_left(browser: Browser, sites: Sites) -> None:
    """As built: no script runs, no page has a node that it may not have, no query either."""
    seen = looking.look(browser, sites.clean, sites.strings)
    assert seen.pages > 3 * SIZE
    assert (seen.ran, seen.forbidden) == ([], [])


def test_the_sanitizer_alone_is_enough(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """Without the Content-Security-Policy nothing runs either."""
    bare = tmp_path / "bare"
    shutil.copytree(sites.clean, bare)
    looking.unguard(bare)
    seen = looking.look(browser, bare, sites.strings)
    assert (seen.ran, seen.forbidden) == ([], [])


def test_the_policy_alone_is_enough(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """Without the sanitizer nothing runs; without both, something does: the test would see it."""
    assert looking.look(browser, sites.raw).ran == []
    bare = tmp_path / "bare"
    shutil.copytree(sites.raw, bare)
    looking.unguard(bare)
    assert looking.look(browser, bare).ran != []


def test_no_feed_and_no_export_holds_what_runs(sites: Sites, browser: Browser) -> None:
    """Feeds and what stands in them, the book's pages, TEI: opened as such, nothing runs."""
    sweeping.export(sites.content, sites.clean)
    documents = list(looking.exports_of(sites.clean))
    assert {kind for _, kind, _ in documents} >= {"application/xml", "application/xhtml+xml"}
    seen = looking.look_in_frames(browser, documents)
    assert seen.pages > 2 * SIZE
    assert (seen.ran, seen.forbidden) == ([], [])


def test_frames_see_what_pages_see(sites: Sites, browser: Browser) -> None:
    """Many pages opened at once: nothing runs in the archive's, much in those without defences."""
    clean = looking.look_in_frames(browser, looking.pages_of(sites.clean, guarded=False))
    assert clean.pages > 3 * SIZE
    assert (clean.ran, clean.forbidden) == ([], [])
    articles = sites.raw / "articles"
    assert looking.look_in_frames(browser, looking.pages_of(articles)).ran == []
    bare = looking.look_in_frames(browser, looking.pages_of(articles, guarded=False))
    assert len(bare.ran) > SIZE


def test_a_query_typed_is_a_query_opened(sites: Sites, browser: Browser) -> None:
    """Each string asked for in the search without opening the page again: nothing runs."""
    seen = looking.ask(browser, sites.clean, sites.strings)
    assert seen.pages == len(sites.strings)
    assert (seen.ran, seen.forbidden) == ([], [])
