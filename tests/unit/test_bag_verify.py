"""A copy names each file that is missing, added or changed."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.bag.making import make_bag
from plugins.bag.verify import check, report, seal_of

PYTHON = (3, 8)


def small_site(root: Path) -> Path:
    """Write a small site with the files that every build writes."""
    site = root / "site"
    articles = [{"slug": "one", "rights": "public", "original": ""}]
    files = {
        "index.html": "<p>start</p>",
        "articles/one.html": "<p>one</p>",
        "data/build.json": json.dumps({"title": "River", "edition": "full"}),
        "data/articles.json": json.dumps({"schema": 1, "articles": articles}),
        "search/root.js": "Sijill.shard()",
    }
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    return site


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Make a copy of a small site."""
    make_bag(small_site(tmp_path), tmp_path / "bag")
    return tmp_path / "bag"


def found(bag: Path) -> list[str]:
    """Return the faults of a bag as lines, without their reasons."""
    return [f"{each.kind}: {each.path}" for each in check(bag)[0]]


def test_a_fresh_copy_is_whole(bag: Path) -> None:
    """Nothing is wrong with what was just written."""
    assert found(bag) == []
    assert report(bag) == 0


def flip(path: Path, bit: int) -> None:
    """Flip one bit of a file."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def test_every_flipped_bit_is_found(bag: Path) -> None:
    """One bit of any file, the lists included, at any place: the copy is not whole."""
    chosen = random.Random(9)  # noqa: S311 (a sample, the same each time)
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    for path in files:
        size = path.stat().st_size * 8
        for bit in chosen.sample(range(size), min(size, 25)):
            flip(path, bit)
            assert found(bag), f"{path.name}, bit {bit}"
            flip(path, bit)
    assert found(bag) == []


def test_every_bit_of_the_list_of_lists_is_found(bag: Path) -> None:
    """The one file that nothing lists: each of its bits matters to what it says (each seventh)."""
    path = bag / "tagmanifest-sha256.txt"
    for bit in range(0, path.stat().st_size * 8, 7):  # every bit of a byte is met
        flip(path, bit)
        assert found(bag), bit
        flip(path, bit)


def drop_line(path: Path) -> None:
    """Take the first line of a list away."""
    path.write_text("".join(path.read_text().splitlines(keepends=True)[1:]))


def swap(one: Path, other: Path) -> None:
    """Give two files each other's content."""
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


TAMPERS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "dropped": (lambda bag: (bag / "data/index.html").unlink(), ["missing: data/index.html"]),
    "added": (lambda bag: (bag / "data/new.html").write_text("x"), ["added: data/new.html"]),
    "added beside": (lambda bag: (bag / "run.sh").write_text("x"), ["added: run.sh"]),
    "renamed": (
        lambda bag: (bag / "data/index.html").rename(bag / "data/start.html"),
        ["missing: data/index.html", "added: data/start.html"],
    ),
    "another case": (
        lambda bag: (bag / "data/index.html").rename(bag / "data/Index.html"),
        ["added: data/Index.html", "missing: data/index.html"],
    ),
    "cut short": (
        lambda bag: os.truncate(bag / "data/index.html", 3),
        ["changed: data/index.html"],
    ),
    "emptied": (lambda bag: os.truncate(bag / "data/index.html", 0), ["changed: data/index.html"]),
    "swapped": (
        lambda bag: swap(bag / "data/index.html", bag / "data/articles/one.html"),
        ["changed: data/articles/one.html", "changed: data/index.html"],
    ),
    "list shortened": (
        lambda bag: drop_line(bag / "manifest-sha256.txt"),
        ["added: data/articles/one.html", "changed: manifest-sha256.txt"],
    ),
    "list gone": (
        lambda bag: (bag / "tagmanifest-sha256.txt").unlink(),
        [
            *("added: VERIFY.txt", "added: bag-info.txt", "added: bagit.txt"),
            *("added: manifest-sha256.txt", "added: open-me.html"),
            *("missing: tagmanifest-sha256.txt", "added: verify.py"),
        ],
    ),
    "replaced by a link": (
        lambda bag: (
            (bag / "data/index.html").unlink(),
            (bag / "data/index.html").symlink_to(bag / "data/articles/one.html"),
        ),
        ["added: data/index.html", "missing: data/index.html"],
    ),
}


@pytest.mark.parametrize("tamper", TAMPERS)
def test_each_tampering_is_named(bag: Path, tamper: str) -> None:
    """What was dropped, added, renamed, cut, swapped or edited is named by its path."""
    change, expected = TAMPERS[tamper]
    change(bag)
    assert found(bag) == expected
    assert report(bag) == 1


@pytest.mark.parametrize("path", ["../outside", "/etc/hosts", "data/../../outside", "data\\x"])
def test_a_list_never_leads_out_of_the_folder(bag: Path, path: str) -> None:
    """A line that names a file elsewhere is malformed, and the file is not read."""
    listed = bag / "manifest-sha256.txt"
    listed.write_text(f"{listed.read_text()}{'0' * 64}  {path}\n")
    assert "malformed: manifest-sha256.txt" in found(bag)
    assert not any("outside" in each or "hosts" in each for each in found(bag))


def test_lists_rewritten_with_the_file_are_found_by_the_seal(bag: Path, tmp_path: Path) -> None:
    """Somebody who rewrites both lists makes a whole copy, with another seal."""
    seal = seal_of(bag)
    (tmp_path / "site" / "index.html").write_text("<p>another start</p>")
    make_bag(tmp_path / "site", bag)
    assert report(bag) == 0
    assert report(bag, seal=seal) == 1


def test_what_an_operating_system_leaves_is_no_fault(bag: Path) -> None:
    """Windows and macOS put files of their own on a stick; they are told of, and no fault."""
    (bag / "System Volume Information").mkdir()
    (bag / "System Volume Information" / "IndexerVolumeGuid").write_text("x")
    (bag / "data" / ".DS_Store").write_text("x")
    faults, left = check(bag)
    assert faults == []
    assert "data/.DS_Store" in left


def test_a_folder_that_is_no_copy_is_told_apart(tmp_path: Path) -> None:
    """Where there are no lists there is nothing to check: status 2."""
    assert report(tmp_path) == 2


def test_the_program_in_the_copy_runs_alone(bag: Path, tmp_path: Path) -> None:
    """verify.py in the copy needs nothing of the project, from any folder, and isolated."""
    command = [sys.executable, "-I", str(bag / "verify.py")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WHOLE" in done.stdout


def test_the_program_is_written_for_an_old_python(root: Path) -> None:
    """It parses as Python 3.8, and imports the standard library alone."""
    source = (root / "plugins" / "bag" / "verify.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=PYTHON)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    for node in nodes:
        names = [node.module] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
        assert all(str(name).split(".")[0] in sys.stdlib_module_names for name in names)


def test_an_old_python_reads_the_copy(bag: Path) -> None:
    """Where a Python 3.8 is installed, it checks the copy."""
    places = [shutil.which("python3.8"), *Path.home().glob(".pyenv/versions/3.8.*/bin/python3.8")]
    for each in (str(place) for place in places if place):
        done = subprocess.run([each, str(bag / "verify.py")], capture_output=True, check=False)
        if done.returncode == 0:
            return
    pytest.skip("no Python 3.8 is installed")


def test_coreutils_agrees(bag: Path) -> None:
    """`sha256sum -c` reads both lists in the folder, and sees a change."""
    lists = ["manifest-sha256.txt", "tagmanifest-sha256.txt"]
    command = ["sha256sum", "--quiet", "--strict", "-c", *lists]
    assert subprocess.run(command, cwd=bag, check=False).returncode == 0
    flip(bag / "data" / "index.html", 5)
    done = subprocess.run(command, cwd=bag, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "data/index.html: FAILED" in done.stdout


def test_a_bagit_library_agrees(bag: Path) -> None:
    """The Library of Congress's own reader finds the copy valid, and sees a change."""
    bagit = pytest.importorskip("bagit")
    assert bagit.Bag(str(bag)).is_valid()
    (bag / "data" / "index.html").write_text("<p>stars</p>")
    assert not bagit.Bag(str(bag)).is_valid()


def test_a_signature_is_of_this_copy_and_by_this_key(tmp_path: Path) -> None:
    """Minisign signs the list of lists; another key, or another copy, fails."""
    if not shutil.which("minisign"):
        pytest.skip("the program minisign is not installed")
    keys = {}
    for name in ("own", "other"):
        public = tmp_path / f"{name}.pub"
        make = ["minisign", "-G", "-W", "-p", str(public), "-s", str(tmp_path / f"{name}.key")]
        subprocess.run(make, check=True, capture_output=True)
        keys[name] = public.read_text().splitlines()[1]
    bag = tmp_path / "bag"
    make_bag(small_site(tmp_path), bag, sign=tmp_path / "own.key")
    assert report(bag, key=keys["own"]) == 0
    assert report(bag, key=keys["other"]) == 1
    signature = bag / "tagmanifest-sha256.txt.minisig"
    kept = signature.read_bytes()
    (tmp_path / "site" / "index.html").write_text("<p>another</p>")
    make_bag(tmp_path / "site", bag)
    signature.write_bytes(kept)
    assert report(bag, key=keys["own"]) == 1


def test_the_seal_is_the_sum_of_the_list_of_lists(bag: Path) -> None:
    """Anybody can compute the seal: sha256sum tagmanifest-sha256.txt."""
    content = (bag / "tagmanifest-sha256.txt").read_bytes()
    assert seal_of(bag) == hashlib.sha256(content).hexdigest()
