"""Give every test the shared texts, where they lie beside the project, and the built archive."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.firefox import start as start_firefox

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts; skip the test where it is absent."""
    folder = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared texts at {folder}; set SIJILL_SHARED")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's own folder."""
    return ROOT


def build(content: Path, output: Path, settings: str = "pelicanconf.py") -> tuple[int, str]:
    """Build a collection as `make html` does; return the exit status and what was printed."""
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output)]
    done = subprocess.run(
        [*command, "-s", settings, "--fatal", "warnings"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once: a process can have only one."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Start Firefox ESR once, strict about files; skip the test where it is missing."""
    started = start_firefox(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive that ships, built once for all tests."""
    output = tmp_path_factory.mktemp("site") / "output"
    status, printed = build(ROOT / "content", output)
    assert status == 0, printed
    return output
