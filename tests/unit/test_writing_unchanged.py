"""Telling that a build would change nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.writing.unchanged import break_seal, is_unchanged, seal, state


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path]:
    """Return a content folder and the output folder of its sealed build."""
    content, output = tmp_path / "content", tmp_path / "output"
    (content / "articles").mkdir(parents=True)
    (content / "articles" / "a.md").write_text("one")
    read = state(content, "full")
    (content / "anchors.tsv").write_text("a\tp1\n")
    (output / "data").mkdir(parents=True)
    (output / "data" / "build.json").write_text("{}")
    seal(content, output, read)
    return content, output


def test_a_sealed_build_of_the_same_files_is_unchanged(built: tuple[Path, Path]) -> None:
    """What the build itself writes into the content does not count as a change."""
    assert is_unchanged(*built, "full")


def edit(content: Path, _output: Path) -> None:
    """Change an article's text, not its length."""
    path = content / "articles" / "a.md"
    path.write_text("two")
    os.utime(path, ns=(1, 1))


CHANGES: list[Callable[[Path, Path], object]] = [
    edit,
    lambda content, _: (content / "articles" / "b.md").write_text("new"),
    lambda content, _: (content / "articles" / "a.md").unlink(),
    lambda content, _: (content / "articles" / "a.md").rename(content / "articles" / "c.md"),
    lambda content, _: (content / "anchors.tsv").write_text("a\tp2\n\n"),
    lambda _, output: (output / "data" / "build.json").unlink(),
    break_seal,
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_asks_for_a_build(
    built: tuple[Path, Path], change: Callable[[Path, Path], object]
) -> None:
    """Edited, added, removed, renamed, the ledger touched, the site gone, the build broken off."""
    change(*built)
    assert not is_unchanged(*built, "full")


def test_another_edition_asks_for_a_build(built: tuple[Path, Path]) -> None:
    """The public edition is not the full one."""
    assert not is_unchanged(*built, "public")


def test_it_is_the_same_folder_by_whatever_path(
    built: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path, as make gives it, and an absolute one, as Pelican does."""
    monkeypatch.chdir(built[0].parent)
    assert is_unchanged(Path("content"), Path("output"), "full")
