"""The audit of the dependencies, as far as it needs no network."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from tests import audit


def test_what_is_installed_is_what_is_locked(root: Path) -> None:
    """This very environment: the lock names its versions."""
    assert audit.differing((root / "requirements.lock").read_text("utf-8")) == []


def test_another_version_is_told() -> None:
    """One line, with both versions."""
    assert audit.differing("nh3==0.0.1 \\\n    --hash=x\n") == [
        f"nh3: {version('nh3')} is installed, the lock names 0.0.1"
    ]


@pytest.mark.parametrize(
    ("said", "ends", "status"),
    [
        ("ConnectionError: Max retries exceeded", 1, 2),
        ("Found 1 known vulnerability in 1 package", 1, 1),
        ("No known vulnerabilities found", 0, 0),
    ],
)
def test_the_status_tells_a_fault_from_no_answer(
    tmp_path: Path, said: str, ends: int, status: int
) -> None:
    """No network is no clean bill: 2. A known fault is 1."""
    program = tmp_path / "pip-audit"
    program.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {ends}\n")
    program.chmod(0o755)
    assert audit.main(str(program)) == status
