"""The import starts without what only a build needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("heavy", ["pelican", "markdown", "bs4", "rich"])
def test_what_is_slow_to_load_is_not_loaded(heavy: str, root: Path) -> None:
    """Pelican belongs to the build, and takes longer to load than a capture to clean."""
    asked = f"import sys, plugins.importer.__main__; print({heavy!r} in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
