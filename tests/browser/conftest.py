"""Drive Debian's Chromium and Firefox over the built archive, opened from disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `make test-core` can leave them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium once."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: install the package chromium, or run make test-core"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    chromium = playwright.chromium.launch(executable_path=path, args=arguments)
    yield chromium
    chromium.close()


@dataclass
class Opened:
    """A page of the archive, and what went wrong on it."""

    page: Page
    site: Path
    faults: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Open an address of the site from disk."""
        self.page.goto(f"{self.site.as_uri()}/{address}")
        return self.page

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what a page complains of in the console."""
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text}")

    def asked(self, request: Request) -> None:
        """Keep a request that leaves the folder."""
        if not request.url.startswith((self.site.as_uri(), "data:", "blob:")):
            self.faults.append(f"request: {request.url}")


def opened(browser: Browser, site: Path, **options: object) -> Iterator[Opened]:
    """Open a context of the browser that keeps what goes wrong, and close it."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    tab = Opened(context.new_page(), site)
    tab.page.on("console", tab.heard)
    tab.page.on("pageerror", lambda error: tab.faults.append(f"exception: {error}"))
    tab.page.on("request", tab.asked)
    yield tab
    context.close()


@pytest.fixture
def tab(browser: Browser, site: Path) -> Iterator[Opened]:
    """Return a fresh tab over the archive that ships."""
    yield from opened(browser, site, viewport={"width": 1280, "height": 900})


@pytest.fixture
def fox(firefox: Browser, site: Path) -> Iterator[Opened]:
    """Return a fresh tab of Firefox over the archive that ships."""
    yield from opened(firefox, site, viewport={"width": 1280, "height": 900})


@pytest.fixture(params=["browser", "firefox"], ids=["chromium", "firefox"])
def engine(request: pytest.FixtureRequest) -> Browser:
    """Return Chromium, then Firefox."""
    found: Browser = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def plain(browser: Browser, site: Path) -> Iterator[Opened]:
    """Return a fresh tab without JavaScript."""
    yield from opened(browser, site, java_script_enabled=False)
