"""A copy on real FAT32 and exFAT file systems, and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from plugins.bag.making import make_bag
from plugins.bag.verify import check

SIZE = 64 << 20  # bytes; FAT32 wants at least 33 MB


def run(*command: object) -> str:
    """Run a program and return what it printed."""
    words = [str(each) for each in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def needs(*programs: str) -> None:
    """Skip the test where a program is missing."""
    for program in programs:
        if not shutil.which(program):
            pytest.skip(f"the program {program} is not installed")


def image(path: Path) -> Path:
    """Make an empty disk in a file."""
    path.touch()
    os.truncate(path, SIZE)
    return path


def test_a_copy_comes_back_whole_from_fat32(site: Path, tmp_path: Path) -> None:
    """The whole archive goes to a FAT32 disk and comes back; every sum is the same."""
    needs("mkfs.vfat", "mcopy")
    make_bag(site, tmp_path / "bag")
    disk = image(tmp_path / "stick.img")
    run("mkfs.vfat", "-F", "32", disk)
    run("mcopy", "-s", "-Q", "-i", disk, tmp_path / "bag", "::archive")
    run("mcopy", "-s", "-n", "-i", disk, "::archive", tmp_path / "back")
    assert check(tmp_path / "back") == ([], [])


def test_a_bit_flipped_on_fat32_is_named(tmp_path: Path) -> None:
    """Bits of the disk itself, below the file system: each file that they are in is named."""
    needs("mkfs.vfat", "mcopy")
    site = tmp_path / "site"
    (site / "data").mkdir(parents=True)
    (site / "data" / "build.json").write_text('{"title": "T", "edition": "full"}', "utf-8")
    pages = {f"page{number}.html": f"<p>mark-{number:05}-mark</p>" for number in range(40)}
    for name, text in pages.items():
        (site / name).write_text(text, "utf-8")
    make_bag(site, tmp_path / "bag")
    disk = image(tmp_path / "stick.img")
    run("mkfs.vfat", "-F", "32", disk)
    run("mcopy", "-s", "-Q", "-i", disk, tmp_path / "bag", "::archive")
    raw = bytearray(disk.read_bytes())
    hit = range(0, 40, 7)
    for number in hit:
        at = raw.index(f"mark-{number:05}-mark".encode())
        raw[at + number % 12] ^= 1 << number % 8
    disk.write_bytes(raw)
    run("mcopy", "-s", "-n", "-i", disk, "::archive", tmp_path / "back")
    told = {str(each) for each in check(tmp_path / "back")[0]}
    assert told == {f"changed: data/page{number}.html" for number in hit}


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Mount an exFAT disk through FUSE."""
    needs("mkfs.exfat", "losetup", "mount.exfat-fuse", "umount")
    disk = image(tmp_path / "stick.img")
    run("mkfs.exfat", disk)
    folder = tmp_path / "stick"
    folder.mkdir()
    with ExitStack() as last:
        try:
            device = run("losetup", "-f", "--show", disk).strip()
            last.callback(run, "losetup", "-d", device)
            run("mount.exfat-fuse", device, folder)
            last.callback(run, "umount", folder)
        except subprocess.CalledProcessError as error:
            pytest.skip(f"no exFAT disk can be mounted here: {error.stderr}")
        yield folder


def test_a_copy_is_made_on_exfat(site: Path, stick: Path) -> None:
    """The archive is copied straight to an exFAT stick, and replaced there by the next copy.

    exFAT cannot exchange two folders in one step: this is the way by two renames.
    """
    seal = make_bag(site, stick / "archive")
    assert check(stick / "archive") == ([], [])
    assert make_bag(site, stick / "archive") == seal
    assert check(stick / "archive") == ([], [])
    assert [each.name for each in stick.iterdir() if each.is_dir()] == ["archive"]


def test_a_flipped_bit_on_the_stick_is_named(site: Path, stick: Path) -> None:
    """One bit of one file, changed on the stick."""
    make_bag(site, stick / "archive")
    page = stick / "archive" / "data" / "index.html"
    content = bytearray(page.read_bytes())
    content[len(content) // 2] ^= 1
    page.write_bytes(content)
    assert [str(each) for each in check(stick / "archive")[0]] == ["changed: data/index.html"]


def test_the_stick_itself_is_no_place_for_a_copy(site: Path, stick: Path) -> None:
    """A copy is a folder on a stick, since the stick cannot be exchanged with another."""
    with pytest.raises(Exception, match="BAG-PLACE"):
        make_bag(site, stick)


def test_a_full_stick_is_told_before_anything_is_written(site: Path, stick: Path) -> None:
    """The room is looked at first: the older copy stays as it was."""
    seal = make_bag(site, stick / "archive")
    disk = os.statvfs(stick)
    (stick / "film").write_bytes(bytes(disk.f_bavail * disk.f_frsize - (1 << 20)))
    with pytest.raises(Exception, match="OUTPUT-ROOM"):
        make_bag(site, stick / "archive")
    (stick / "film").unlink()
    assert check(stick / "archive") == ([], [])
    assert make_bag(site, stick / "archive") == seal
