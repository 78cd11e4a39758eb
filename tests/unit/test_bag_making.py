"""What goes into a copy, and how it is put in place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.bag.making import NotWhole, make_bag
from plugins.bag.payload import NoArchive, payload
from plugins.bag.portable import unportable
from plugins.corpus.problems import ContentProblems
from plugins.writing.publishing import NotOurs

ORIGINALS = {"ab/open.html": "public", "cd/kept-back.html": "restricted"}


def site_with(root: Path, edition: str = "full") -> Path:
    """Write a site of two articles that have originals."""
    site = root / "site"
    (site / "data").mkdir(parents=True)
    (site / "index.html").write_text("<p>start</p>")
    (site / "data" / "build.json").write_text(json.dumps({"title": "River", "edition": edition}))
    articles = [
        {"slug": f"a{number}", "rights": rights, "original": f"originals/{path}"}
        for number, (path, rights) in enumerate(ORIGINALS.items())
    ]
    (site / "data" / "articles.json").write_text(json.dumps({"articles": articles}))
    return site


def content_with(root: Path) -> Path:
    """Write the originals of a collection, and their manifest."""
    content = root / "content"
    for path in (*ORIGINALS, "manifest-sha256.txt"):
        (content / "originals" / path).parent.mkdir(parents=True, exist_ok=True)
        (content / "originals" / path).write_text(f"<script>{path}</script>\r\n", newline="")
    return content


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_originals_come_back_byte_for_byte(tmp_path: Path) -> None:
    """Each original lies under a name that no browser opens, with the bytes it had."""
    content = content_with(tmp_path)
    make_bag(site_with(tmp_path), tmp_path / "bag", content)
    copied = tree(tmp_path / "bag" / "data" / "originals")
    assert all(path.endswith(".original") for path in copied)
    restored = {path.removesuffix(".original"): each for path, each in copied.items()}
    assert restored == tree(content / "originals")


def test_a_public_edition_takes_public_originals_alone(tmp_path: Path) -> None:
    """The original of a restricted article never goes with the public edition."""
    items = payload(site_with(tmp_path, "public"), content_with(tmp_path))
    originals = [each.path for each in items if "originals" in each.path]
    assert originals == ["data/originals/ab/open.html.original"]


def test_originals_with_masked_words_stay_at_home(tmp_path: Path) -> None:
    """Where words are masked in the public edition, its originals are refused."""
    content = content_with(tmp_path)
    (content / "redactions.toml").write_text('words = ["Nadia"]\n')
    with pytest.raises(NoArchive, match="BAG-ORIGINALS"):
        payload(site_with(tmp_path, "public"), content)


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock, no order of folders: two copies are equal; a date is written only when given."""
    site, content = site_with(tmp_path), content_with(tmp_path)
    seals = {make_bag(site, tmp_path / name, content) for name in ("one", "two")}
    assert len(seals) == 1
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    make_bag(site, tmp_path / "dated", content, epoch="86400")
    assert "Bagging-Date: 1970-01-02\n" in (tmp_path / "dated" / "bag-info.txt").read_text()


def test_a_copy_replaces_the_last_copy_whole(tmp_path: Path) -> None:
    """Nothing of an older copy is left in the folder, or beside it."""
    site = site_with(tmp_path)
    (site / "old.html").write_text("old")
    make_bag(site, tmp_path / "stick" / "bag")
    (site / "old.html").unlink()
    make_bag(site, tmp_path / "stick" / "bag")
    assert not (tmp_path / "stick" / "bag" / "data" / "old.html").exists()
    beside = [each.name for each in (tmp_path / "stick").iterdir() if each.is_dir()]
    assert beside == ["bag"]


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    """A folder with other files, another program's bag too, is refused and untouched."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "bagit.txt").write_text("theirs")
    with pytest.raises(NotOurs, match="OUTPUT-FOREIGN"):
        make_bag(site_with(tmp_path), tmp_path / "letters")
    assert tree(tmp_path / "letters") == {"bagit.txt": b"theirs"}


def test_a_copy_within_the_site_is_refused(tmp_path: Path) -> None:
    """A copy is not made into what is copied."""
    site = site_with(tmp_path)
    with pytest.raises(NotWhole, match="BAG-PLACE"):
        make_bag(site, site / "bag")


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    """There must be a built archive."""
    with pytest.raises(NoArchive, match="BAG-SITE"):
        make_bag(tmp_path, tmp_path.parent / "bag")


def test_links_are_refused(tmp_path: Path) -> None:
    """A link in the site is listed, and nothing is written."""
    site = site_with(tmp_path)
    (site / "passwords").symlink_to("/etc/passwd")
    with pytest.raises(ContentProblems, match="FILE-LINK"):
        make_bag(site, tmp_path / "bag")
    assert not (tmp_path / "bag").exists()


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["data/a:b.html"], "NAME-CHARACTER"),
        (["data/خبر.html"], "NAME-CHARACTER"),
        (["data/a%20b.html"], "NAME-CHARACTER"),
        (["data/con.html"], "NAME-RESERVED"),
        (["data/Aux/x.html"], "NAME-RESERVED"),
        (["data/com1"], "NAME-RESERVED"),
        (["data/name."], "NAME-ENDING"),
        (["data/ name"], "NAME-ENDING"),
        (["data/name /x"], "NAME-ENDING"),
        (["data/" + "a" * 130], "NAME-LENGTH"),
        (["data/" + "abcdefghij/" * 20 + "x"], "NAME-LENGTH"),
        (["data/One.html", "data/one.html"], "NAME-CASE"),
        (["data/One/x.html", "data/one/y.html"], "NAME-CASE"),
        ([f"data/{number:0120}" for number in range(6600)], "FOLDER-FULL"),
    ],
)
def test_names_that_some_file_system_changes_are_listed(paths: list[str], code: str) -> None:
    """FAT32, exFAT and Windows: characters, devices, endings, lengths, case, full folders."""
    assert {each.code for each in unportable(dict.fromkeys(paths, 1))} == {code}


def test_a_file_of_four_gibibytes_is_listed() -> None:
    """FAT32 has no room for its size."""
    assert [each.code for each in unportable({"data/x": 2**32})] == ["FILE-SIZE"]
    assert list(unportable({"data/x": 2**32 - 1})) == []


@pytest.mark.parametrize("name", ["console.html", "com.html", "nul-points.html", "a.b.c", ".x"])
def test_ordinary_names_are_no_fault(name: str) -> None:
    """What only looks like a device passes."""
    assert list(unportable({f"data/{name}": 1})) == []


def test_the_command_makes_and_checks(tmp_path: Path, root: Path) -> None:
    """`make` prints the seal, `verify` prints the same one."""
    site, to = site_with(tmp_path), tmp_path / "bag"
    printed = []
    for arguments in (["make", str(site), str(to)], ["verify", str(to)]):
        command = [sys.executable, "-m", "plugins.bag", *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        printed.append([line for line in done.stdout.splitlines() if line.startswith("seal: ")])
    assert printed[0] == printed[1] != []
