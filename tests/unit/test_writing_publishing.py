"""Putting a finished site in the place of the last one."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.writing.publishing import (
    MARK,
    NoRoom,
    NotOurs,
    NotPlaced,
    begin,
    publish,
    require_room,
    staging_folder,
)


def build(output: Path, text: str) -> None:
    """Build a site of one page and its mark."""
    staging = begin(output)
    (staging / MARK).parent.mkdir()
    (staging / MARK).write_text("{}")
    (staging / "index.html").write_text(text)
    publish(output)


def test_a_build_replaces_the_last_site_whole(tmp_path: Path) -> None:
    """Nothing of the last site is left, and nothing beside the new one."""
    output = tmp_path / "output"
    build(output, "one")
    (output / "old.html").write_text("old")
    build(output, "two")
    assert sorted(each.name for each in output.iterdir()) == ["data", "index.html"]
    assert (output / "index.html").read_text() == "two"
    assert [each.name for each in tmp_path.iterdir()] == ["output"]


def test_a_build_that_stops_leaves_the_last_site(tmp_path: Path) -> None:
    """Before `publish` the output folder is as it was; the next build clears what was left."""
    output = tmp_path / "output"
    build(output, "one")
    (begin(output) / "half.html").write_text("half")
    assert (output / "index.html").read_text() == "one"
    build(output, "two")
    assert not staging_folder(output).exists()
    assert not (output / "half.html").exists()


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    """A folder with files that Sijill did not write is refused, and untouched."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("dear")
    with pytest.raises(NotOurs, match="OUTPUT-FOREIGN"):
        begin(tmp_path / "letters")
    assert (tmp_path / "letters" / "dear.txt").read_text() == "dear"


def test_a_site_lost_between_two_renames_comes_back(tmp_path: Path) -> None:
    """Where the system cannot exchange folders and stops half way, the next build heals it."""
    output = tmp_path / "output"
    build(output, "one")
    output.rename(tmp_path / ".sijill-output-last")
    begin(output)
    assert (output / "index.html").read_text() == "one"


def test_a_file_is_never_replaced_by_a_site(tmp_path: Path) -> None:
    """An output that is a file, not a folder, is refused, and untouched."""
    (tmp_path / "output").write_text("dear")
    with pytest.raises(NotOurs, match="OUTPUT-FOREIGN"):
        begin(tmp_path / "output")
    assert (tmp_path / "output").read_text() == "dear"


@pytest.mark.parametrize(("needed", "files"), [(2**62, 0), (0, 2**62)])
def test_a_full_disk_is_said_before_anything_is_written(
    tmp_path: Path, needed: int, files: int
) -> None:
    """More bytes, or more files, than the disk takes are refused with what is needed."""
    with pytest.raises(NoRoom, match="OUTPUT-ROOM"):
        require_room(tmp_path, needed, files)


def test_room_enough_is_no_fault(tmp_path: Path) -> None:
    """A small need passes."""
    require_room(tmp_path, 1, 1)


def test_a_site_that_cannot_be_placed_leaves_the_last_one(tmp_path: Path) -> None:
    """Where neither exchange nor rename works, the error says so and the last site stays."""
    output = tmp_path / "output"
    build(output, "one")
    with pytest.raises(NotPlaced, match="OUTPUT-PLACE"):
        publish(output)  # nothing was staged
    assert (output / "index.html").read_text() == "one"
