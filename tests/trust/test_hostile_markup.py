"""Hostile strings in every sink, in a real Chromium: nothing runs, and each layer is enough."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from . import hostile
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
    settings.write_text(hostile.UNSAFE.format(root=str(ROOT)))
    for name, chosen in (("clean", FULL), ("raw", str(settings))):
        status, printed = build(planted.content, folder / name, chosen)
        assert status == 0, printed
    return Sites(folder / "clean", folder / "raw", strings)


def test_nothing_runs_and_nothing_forbidden_is_left(browser: Browser, sites: Sites) -> None:
    """As built: no script runs, no page has a node that it may not have, no query either."""
    seen = hostile.look(browser, sites.clean, sites.strings)
    assert seen.pages > 3 * SIZE
    assert (seen.ran, seen.forbidden) == ([], [])


def test_the_sanitizer_alone_is_enough(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """Without the Content-Security-Policy nothing runs either."""
    bare = tmp_path / "bare"
    shutil.copytree(sites.clean, bare)
    hostile.unguard(bare)
    seen = hostile.look(browser, bare, sites.strings)
    assert (seen.ran, seen.forbidden) == ([], [])


def test_the_policy_alone_is_enough(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """Without the sanitizer nothing runs; without both, something does: the test would see it."""
    assert hostile.look(browser, sites.raw).ran == []
    bare = tmp_path / "bare"
    shutil.copytree(sites.raw, bare)
    hostile.unguard(bare)
    assert hostile.look(browser, bare).ran != []
