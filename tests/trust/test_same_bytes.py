"""The same content gives the same bytes, whoever builds it, where and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, build, command, tree

OTHER = str(Path(__file__).parent / "other")  # sitecustomize.py: another order, other cores
VARIANTS: dict[str, dict[str, str]] = {
    "hash seed": {"PYTHONHASHSEED": "1"},
    "time zone and locale": {
        "PYTHONHASHSEED": "2", "TZ": "Pacific/Apia", "LC_ALL": "ar_EG.UTF-8", "LANG": "tr_TR.UTF-8",
    },
    "time zone": {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    "order of folders, one core": {
        "PYTHONPATH": OTHER, "SIJILL_ORDER": "2", "SIJILL_CORES": "1", "PYTHONHASHSEED": "4",
    },
    "order of folders, five cores": {
        "PYTHONPATH": OTHER, "SIJILL_ORDER": "3", "SIJILL_CORES": "5", "PYTHONHASHSEED": "5",
    },
}  # fmt: skip
CLOCKS = ("2001-02-28 23:59:58", "2038-01-20 03:14:08", "2100-03-01 00:00:00")
IN_TESTS = ("time zone and locale", "order of folders, five cores")


def built(
    folder: Path,
    variant: dict[str, str],
    *,
    umask: int = 0o022,
    clock: str = "",
    python: str = sys.executable,
) -> Path:
    """Build the shipped collection in a folder of its own, under other circumstances."""
    content = folder / "elsewhere" / "a collection"
    shutil.copytree(ROOT / "content", content)
    (content / "anchors.tsv").unlink(missing_ok=True)
    ahead = ["faketime", clock] if clock else []
    done = subprocess.run(
        [*ahead, python, *command(content, folder / "site")[1:]],
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


def test_the_shuffling_shuffles(tmp_path: Path) -> None:
    """The other order of folders is one: this test's means are no means if it is not."""
    for number in range(50):
        (tmp_path / f"{number:02}").touch()
    asked = "import os; print(*os.listdir('.')); print(*(e.name for e in os.scandir('.')))"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(os.cpu_count())"],
        cwd=tmp_path,
        env={**os.environ, **VARIANTS["order of folders, five cores"]},
        check=True,
        capture_output=True,
        text=True,
    )
    *orders, cores = done.stdout.split("\n")[:3]
    for order in orders:
        assert sorted(order.split()) == [f"{number:02}" for number in range(50)]
        assert order.split() != sorted(order.split())
    assert orders[0] != orders[1]
    assert cores == "5"


def other_python() -> str:
    """Return another Python that has the dependencies: what SIJILL_OTHER_PYTHON names."""
    named = os.environ.get("SIJILL_OTHER_PYTHON", "")
    asked = [named, "-c", "import sys, pelican, nh3, lxml; print(*sys.version_info[:2])"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False) if named else None
    if not found or found.returncode:
        return ""
    return "" if found.stdout.split() == [str(each) for each in sys.version_info[:2]] else named


def test_another_python_changes_no_byte(plain: dict[str, bytes], tmp_path: Path) -> None:
    """Built with another version of Python: the same files with the same bytes."""
    python = other_python()
    if not python:
        pytest.skip("no other Python: SIJILL_OTHER_PYTHON=path of one with the dependencies")
    other = tree(built(tmp_path, {}, python=python))
    assert [name for name in {*plain, *other} if other.get(name) != plain.get(name)] == []


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
