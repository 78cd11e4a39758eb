"""The same content gives the same bytes, whoever builds it, where and when."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT, build, command, tree

VARIANTS: dict[str, dict[str, str]] = {
    "hash seed": {"PYTHONHASHSEED": "1"},
    "time zone and locale": {
        "PYTHONHASHSEED": "2", "TZ": "Pacific/Apia", "LC_ALL": "ar_EG.UTF-8", "LANG": "tr_TR.UTF-8",
    },
    "time zone": {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
}  # fmt: skip
CLOCKS = ("2001-02-28 23:59:58", "2038-01-20 03:14:08", "2100-03-01 00:00:00")
IN_TESTS = ("hash seed", "time zone and locale")


def built(folder: Path, variant: dict[str, str], *, umask: int = 0o022, clock: str = "") -> Path:
    """Build the shipped collection in a folder of its own, under other circumstances."""
    content = folder / "elsewhere" / "a collection"
    shutil.copytree(ROOT / "content", content)
    (content / "anchors.tsv").unlink(missing_ok=True)
    ahead = ["faketime", clock] if clock else []
    done = subprocess.run(
        [*ahead, *command(content, folder / "site")],
        cwd=ROOT,
        env={**os.environ, **variant},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the archive as it is built without ado."""
    return tree(built(tmp_path_factory.mktemp("plain"), {"PYTHONHASHSEED": "0"}))


@pytest.mark.parametrize("variant", IN_TESTS)
def test_circumstances_change_no_byte(
    plain: dict[str, bytes], tmp_path: Path, variant: str
) -> None:
    """Hash seeds, time zones, locales, paths, umasks: the same files with the same bytes."""
    other = tree(built(tmp_path, VARIANTS[variant], umask=0o077))
    assert sorted(other) == sorted(plain)
    assert [name for name in plain if other[name] != plain[name]] == []


def test_the_clock_changes_no_byte(plain: dict[str, bytes], tmp_path: Path) -> None:
    """Built in another century: the same files with the same bytes."""
    if not shutil.which("faketime"):
        pytest.skip("the program faketime is not installed")
    other = tree(built(tmp_path, {}, clock=CLOCKS[2]))
    assert [name for name in plain if other.get(name) != plain[name]] == []


def test_a_build_after_a_change_is_a_clean_build(tmp_path: Path) -> None:
    """What is kept between builds saves time and changes no byte: text, names, merged entities."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "stock" / "content", content)
    assert build(content, tmp_path / "site")[0] == 0
    article = content / "articles" / "2020" / "bridge-closed.md"
    article.write_text(article.read_text("utf-8").replace("Tuesday", "Tuesday evening"), "utf-8")
    person = content / "entities" / "people" / "omar-said.md"
    person.write_text("---\nname: Omar Said\naliases:\n    Engineers\n---\nAn engineer.\n", "utf-8")
    assert build(content, tmp_path / "site")[0] == 0
    shutil.copytree(content, tmp_path / "clean" / "content")
    assert build(tmp_path / "clean" / "content", tmp_path / "clean" / "site")[0] == 0
    after, clean = tree(tmp_path / "site"), tree(tmp_path / "clean" / "site")
    assert "people/omar-said.html" in after
    assert [name for name in {*after, *clean} if after.get(name) != clean.get(name)] == []
