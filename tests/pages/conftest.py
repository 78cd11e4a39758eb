"""Find the tools of tests/pages/js, and serve the built archive as a web server would."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent / "js"


@pytest.fixture(scope="session")
def tools() -> Path:
    """Return the folder of the tools that npm installs; skip the test where they are not there."""
    if not shutil.which("node"):
        pytest.skip("no node: the pages are not checked with its tools")
    if not (TOOLS / "node_modules").is_dir():
        pytest.skip("no tools: run npm ci in tests/pages/js, as make test does")
    return TOOLS


def ran(command: list[str | Path], folder: Path) -> str:
    """Run a tool in a folder; return what it printed, whatever its status."""
    done = subprocess.run(
        [str(each) for each in command], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout or done.stderr


def every_page(site: Path) -> list[str]:
    """Return every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
