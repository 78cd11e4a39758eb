"""Nothing leaves the folder: not when an archive is read, not when it is built."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from .conftest import ROOT, build, command
from .sink import served, sink

# The browser's own calls, which are no page's doing.
OWN = ("update.googleapis.com", "clients2.google.com", "optimizationguide", "accounts.google.com")
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
def browser_into(playwright: Playwright, port: int) -> Iterator[Browser]:
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


def crawl(browser: Browser, site: Path, root: str) -> int:
    """Open every page of a site below an address; return their number."""
    tab = browser.new_page()
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    for page in pages:
        tab.goto(f"{root}/{page}", wait_until="load")
    tab.wait_for_timeout(300)
    return len(pages)


@pytest.mark.browser
def test_no_page_calls_anybody(site: Path, playwright: Playwright) -> None:
    """Every page of the archive, from disk and from a host: the sink hears nothing."""
    with sink() as (port, calls), browser_into(playwright, port) as browser:
        assert crawl(browser, site, site.as_uri()) > 100
        with served(site) as address:
            crawl(browser, site, address)
        assert foreign(calls) == []


@pytest.mark.browser
def test_no_text_makes_a_page_call(tmp_path: Path, playwright: Playwright) -> None:
    """Each way that HTML has of loading something, in an article and in a description.

    The same markup on a page without a defence does call: the sink would hear it.
    """
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "stock" / "content", content)
    text = "\n\n".join(VECTORS)
    for path in ("articles/2020/bridge-closed.md", "entities/places/marbat.md", "events/bridge.md"):
        with (content / path).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{text}\n")
    status, printed = build(content, tmp_path / "site")
    assert status == 0, printed
    with sink() as (port, calls), browser_into(playwright, port) as browser:
        crawl(browser, tmp_path / "site", (tmp_path / "site").as_uri())
        assert foreign(calls) == []
        bare = tmp_path / "bare"
        bare.mkdir()
        (bare / "index.html").write_text(f"<!doctype html><body>{text}</body>", "utf-8")
        tab = browser.new_page()
        tab.goto((bare / "index.html").as_uri(), wait_until="commit")
        tab.wait_for_timeout(5000)
        assert len({each.split("/")[-1] for each in foreign(calls)}) > 10


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
