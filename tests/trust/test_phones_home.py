"""Nothing leaves the folder: not when an archive is read, not when it is built."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser import firefox

from .conftest import ROOT, build, command
from .sink import served, sink

# The browsers' own calls, which are no page's doing.
OWN = (
    *("update.googleapis.com", "clients2.google.com", "optimizationguide", "accounts.google.com"),
    *("firefox.com", "mozilla.com", "mozilla.net", "mozilla.org"),
)
EVERY = 7  # a page of each kind is among them
VECTORS = (
    '<img src="http://vector.example/img">',
    '<img srcset="http://vector.example/srcset 2x">',
    '<picture><source srcset="http://vector.example/source"><img></picture>',
    '<style>@import "http://vector.example/import";</style>',
    "<style>p { background: url(http://vector.example/css) }</style>",
    '<p style="background: url(http://vector.example/style)">x</p>',
    '<link rel="stylesheet" href="http://vector.example/link">',
    '<link rel="preload" as="image" href="http://vector.example/preload">',
    '<link rel="prefetch" href="http://vector.example/prefetch">',
    '<link rel="icon" href="http://vector.example/icon">',
    '<link rel="preconnect" href="http://vector.example/">',
    '<link rel="dns-prefetch" href="http://vector.example/">',
    '<link rel="manifest" href="http://vector.example/manifest">',
    '<iframe src="http://vector.example/iframe"></iframe>',
    "<iframe srcdoc=\"<img src='http://vector.example/srcdoc'>\"></iframe>",
    '<object data="http://vector.example/object"></object>',
    '<embed src="http://vector.example/embed">',
    '<video poster="http://vector.example/poster" src="http://vector.example/video"></video>',
    '<audio src="http://vector.example/audio" autoplay></audio>',
    '<video><track src="http://vector.example/track" default></video>',
    '<svg><image href="http://vector.example/svg"/></svg>',
    '<svg><use href="http://vector.example/use.svg#a"/></svg>',
    '<input type="image" src="http://vector.example/input">',
    '<base href="http://vector.example/">',
    '<meta http-equiv="refresh" content="0; url=http://vector.example/refresh">',
    '<script src="http://vector.example/script"></script>',
    '<form id="f" action="http://vector.example/form"><input autofocus onfocus="f.submit()">',
    '<table background="http://vector.example/table"><tr><td>x</td></tr></table>',
    '<a href="http://vector.example/a" ping="http://vector.example/ping">x</a>',
)


@contextmanager
def firefox_into(playwright: Playwright, port: int) -> Iterator[Browser]:
    """Start a Firefox that asks the sink for everything, but for what lies on the loopback."""
    sink_is_proxy: dict[str, str | float | bool] = {
        "network.proxy.type": 1,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "network.prefetch-next": True,
        "network.dns.disablePrefetch": False,
    }
    for scheme in ("http", "ssl"):
        sink_is_proxy[f"network.proxy.{scheme}"] = "127.0.0.1"
        sink_is_proxy[f"network.proxy.{scheme}_port"] = port
    browser = firefox.start(playwright, sink_is_proxy)
    yield browser
    browser.close()


@contextmanager
def chromium_into(playwright: Playwright, port: int) -> Iterator[Browser]:
    """Start a Chromium for which every name in the world is the sink."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: install the package chromium, or run make test-core"
    arguments = [
        "--no-sandbox",
        f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    chromium = playwright.chromium.launch(executable_path=path, args=arguments)
    yield chromium
    chromium.close()


def foreign(calls: list[str]) -> list[str]:
    """Return the calls that a page made."""
    return [each for each in calls if not any(own in each for own in OWN)]


def crawl(browser: Browser, site: Path, root: str, every: int = 1) -> int:
    """Open every page of a site, or every n-th, below an address; return their number."""
    tab = browser.new_page()
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))][::every]
    for page in pages:
        tab.goto(f"{root}/{page}", wait_until="load")
    tab.wait_for_timeout(300)
    return len(pages)


Into = Callable[[Playwright, int], AbstractContextManager[Browser]]
BROWSERS: dict[str, Into] = {"Chromium": chromium_into, "Firefox": firefox_into}
either = pytest.mark.parametrize("into", BROWSERS.values(), ids=list(BROWSERS))


@either
@pytest.mark.browser
def test_no_page_calls_anybody(site: Path, playwright: Playwright, into: Into) -> None:
    """Pages of all kinds, from disk and from a host: the sink hears nothing.

    `make bench-trust` opens every page four times.
    """
    with sink() as (port, calls), into(playwright, port) as browser:
        assert crawl(browser, site, site.as_uri(), EVERY) > 30
        with served(site) as address:
            crawl(browser, site, address, EVERY)
        assert foreign(calls) == []


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a collection with every vector in an article, a place and an event."""
    return build_wild(tmp_path_factory.mktemp("wild"))


def build_wild(folder: Path) -> Path:
    """Build the stock collection with every vector in three sinks; return the site."""
    content = folder / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "stock" / "content", content)
    for path in ("articles/2020/bridge-closed.md", "entities/places/marbat.md", "events/bridge.md"):
        with (content / path).open("a", encoding="utf-8") as file:
            file.write("\n\n" + "\n\n".join(VECTORS) + "\n")
    status, printed = build(content, folder / "site")
    assert status == 0, printed
    return folder / "site"


@either
@pytest.mark.browser
def test_no_text_makes_a_page_call(
    wild: Path, tmp_path: Path, playwright: Playwright, into: Into
) -> None:
    """Each way that HTML has of loading something, in an article and in a description.

    The same markup on a page without a defence does call: the sink would hear it.
    """
    with sink() as (port, calls), into(playwright, port) as browser:
        crawl(browser, wild, wild.as_uri())
        with served(wild) as address:
            crawl(browser, wild, address)
        assert foreign(calls) == []
        text = "\n\n".join(VECTORS)
        (tmp_path / "index.html").write_text(f"<!doctype html><body>{text}</body>", "utf-8")
        tab = browser.new_page()
        tab.goto((tmp_path / "index.html").as_uri(), wait_until="commit")
        tab.wait_for_timeout(5000)
        assert len({each.split("/")[-1] for each in foreign(calls)}) >= 8


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    """The whole build runs where there is no network at all."""
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("no network can be taken away here: unshare --net is not allowed")
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    done = subprocess.run(
        [*alone, *command(content, tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
