"""Build the collections that the promises are tried on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FULL, PUBLIC = "pelicanconf.py", "publishconf.py"


def command(content: Path, output: Path, settings: str = FULL) -> list[str]:
    """Return the command that `make html` builds with."""
    chosen = [str(content), "-o", str(output), "-s", str(ROOT / settings)]
    return [sys.executable, "-m", "pelican", *chosen, "--fatal", "warnings"]


def build(content: Path, output: Path, settings: str = FULL) -> tuple[int, str]:
    """Build a collection; return the exit status and what was printed."""
    done = subprocess.run(
        command(content, output, settings),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """Return a collection of its own with a restricted article, canaries and redactions."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "public" / "content", content)
    return content
