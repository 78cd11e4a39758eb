"""docs/trust.md says what is so."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest


@pytest.fixture
def document(root: Path) -> str:
    """Return the text of docs/trust.md."""
    return (root / "docs" / "trust.md").read_text("utf-8")


def test_every_locked_package_has_its_licence(root: Path, document: str) -> None:
    """The list of licences names the packages of the lock, no more and no fewer."""
    lock = (root / "requirements.lock").read_text("utf-8")
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)}
    table = document.partition("<!-- licences: begin -->")[2].partition("<!-- licences: end -->")[0]
    listed = re.findall(r"^\| ([a-z0-9_.-]+) \|", table, re.MULTILINE)
    assert sorted(locked) == sorted(name for name in listed if name != "package")


def test_the_licences_are_those_that_the_packages_say(document: str) -> None:
    """Each listed licence is a word of the package's own metadata."""
    table = document.partition("<!-- licences: begin -->")[2].partition("<!-- licences: end -->")[0]
    for name, licence in re.findall(r"^\| ([a-z0-9_.-]+) \| ([^|]+) \|", table, re.MULTILINE)[1:]:
        try:
            told = metadata(name)
        except PackageNotFoundError:  # locked for another system
            continue
        said = " ".join(
            (
                str(told.get("License-Expression")),
                str(told.get("License")),
                *(told.get_all("Classifier") or []),
            )
        )
        assert all(part in said for part in licence.split("; ")), name


def test_every_promise_was_measured_and_kept(document: str) -> None:
    """The table has a line for each promise, and none that is broken."""
    table = document.partition("<!-- measured: begin -->")[2].partition("<!-- measured: end -->")[0]
    lines = [line for line in table.split("\n") if line.startswith("| ")][1:]
    assert len(lines) >= 6
    assert [line for line in lines if not line.endswith("| yes |")] == []


def test_the_templates_trust_one_text_alone(root: Path) -> None:
    """`|safe` stands where docs/trust.md says: for an article's sanitized passages."""
    templates = (root / "theme" / "templates").rglob("*.html")
    found = [
        (path.name, word)
        for path in sorted(templates)
        for word in re.findall(r"\{\{([^}]*\|\s*safe[^}]*)\}\}", path.read_text("utf-8"))
    ]
    assert [name for name, _ in found] == ["article.html"]
