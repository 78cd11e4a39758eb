"""Take the archive that ships out, once, in every format that this machine can write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.exports.__main__ import main


@pytest.fixture(scope="session")
def taken(site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the built archive with the large formats written into it."""
    copy = tmp_path_factory.mktemp("taken") / "output"
    shutil.copytree(site, copy)
    assert main([str(root / "content"), str(copy)]) == 0
    return copy


@pytest.fixture(scope="session")
def data(taken: Path) -> Path:
    """Return the folder of the exports."""
    return taken / "data"
