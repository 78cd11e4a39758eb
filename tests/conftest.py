"""Give every test the shared texts, where they lie beside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
