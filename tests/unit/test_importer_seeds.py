"""The five real captures: their furniture goes, their reporting stays, running twice is nothing."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from plugins.corpus.header import read_header
from plugins.importer.__main__ import import_from
from plugins.importer.capture import MOVED, Capture
from plugins.importer.cleaning import clean
from plugins.importer.rules import read_rules

SIDECARS = {
    "000": ("the-new-arab", "2016-11-28"),
    "001": ("los-angeles-times", "2016-11-27"),
    "002": ("syria-direct", "2016-11-28"),
    "003": ("syria-direct", "2016-12-07"),
    "004": ("voa", "2016-12-12"),
}
MARKS = tomllib.loads((Path(__file__).parent.parent / "data" / "furniture.toml").read_text("utf-8"))


def seed_path(shared: Path, seed: str) -> Path:
    """Return the capture whose name begins with a number."""
    found = sorted((shared / "seeds").glob(f"{seed}_*.txt"))
    if not found:
        pytest.skip(f"no capture {seed} in {shared}")
    return found[0]


def marked(seed: str, kind: str) -> dict[int, str]:
    """Return the marked lines of a capture with their reasons."""
    return {int(line): reason for line, reason in MARKS[seed][kind].items()}


@pytest.mark.parametrize("seed", sorted(SIDECARS))
class TestEachSeed:
    """What holds for each of the five."""

    def test_the_marks_are_of_these_bytes(self, shared: Path, seed: str) -> None:
        """The list marked by hand belongs to the capture that is there."""
        content = seed_path(shared, seed).read_bytes()
        assert hashlib.sha256(content).hexdigest() == MARKS[seed]["sha256"]

    def test_removes_exactly_the_marked_lines(self, shared: Path, seed: str) -> None:
        """Every line marked as furniture is removed for that reason, and no other line is."""
        cleaned = clean(Capture("x.txt", seed_path(shared, seed).read_bytes()), read_rules().of(""))
        removed = {each.block.first: each.reason for each in cleaned.removed}
        assert {n: r for n, r in removed.items() if r not in MOVED} == marked(seed, "furniture")
        assert {n: r for n, r in removed.items() if r in MOVED} == marked(seed, "moved")

    def test_keeps_every_other_line_in_order(self, shared: Path, seed: str) -> None:
        """The body is the lines that are not marked, word for word, no-break spaces aside."""
        content = seed_path(shared, seed).read_bytes()
        cleaned = clean(Capture("x.txt", content), read_rules().of(""))
        gone = {**marked(seed, "furniture"), **marked(seed, "moved")}
        lines = content.decode().replace("\u00a0", " ").split("\n")
        wanted = [line.strip() for n, line in enumerate(lines, 1) if line.strip() and n not in gone]
        assert [block.text for block in cleaned.blocks] == wanted

    def test_keeps_what_only_looks_like_furniture(self, shared: Path, seed: str) -> None:
        """Subheads, a standfirst and embedded tweets are the report's own."""
        cleaned = clean(Capture("x.txt", seed_path(shared, seed).read_bytes()), read_rules().of(""))
        roles = {block.first: block.role for block in cleaned.blocks}
        for line, reason in marked(seed, "kept").items():
            assert (roles.get(line) == "heading") == (reason == "subhead")

    def test_without_a_sidecar_is_a_draft_with_candidates(
        self, shared: Path, seed: str, tmp_path: Path
    ) -> None:
        """Nothing tells these captures' publishers: each is a draft that says what to add."""
        (outcome,) = import_from(seed_path(shared, seed), tmp_path / "content")
        assert outcome.draft
        assert "IMPORT-PUBLISHER" in {each.code for each in outcome.problems}
        header, _ = read_header((tmp_path / "content" / outcome.path).read_text("utf-8"), "")
        keys = {each.key for each in header.fields}
        assert {"title", "status", "original", "language"} <= keys
        assert "publisher" not in keys
        assert ("date" in keys) != ("x-date-candidates" in keys)


@pytest.fixture
def captures(shared: Path, tmp_path: Path) -> Path:
    """Copy the five captures and write a sidecar for each."""
    folder = tmp_path / "captures"
    folder.mkdir()
    for seed, (publisher, date) in SIDECARS.items():
        path = seed_path(shared, seed)
        (folder / path.name).write_bytes(path.read_bytes())
        sidecar = f'publisher = "{publisher}"\ndate = "{date}"\n'
        (folder / f"{path.stem}.toml").write_text(sidecar, "utf-8")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_all_five_import_with_sidecars(captures: Path, tmp_path: Path) -> None:
    """With publisher and date from sidecars, all five are published articles in their year."""
    outcomes = list(import_from(captures, tmp_path / "content"))
    assert [each.status for each in outcomes] == ["imported"] * 5
    assert not any(each.draft for each in outcomes)
    assert all(each.path.startswith("articles/2016/") for each in outcomes)


def test_originals_are_the_captures_byte_for_byte(captures: Path, tmp_path: Path) -> None:
    """Each original is under the first two digits of its hash, and the manifest names it."""
    list(import_from(captures, tmp_path / "content"))
    originals = tmp_path / "content" / "originals"
    lines = (originals / "manifest-sha256.txt").read_text("utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == sorted(line.split("  ")[1] for line in lines)
    assert len(lines) == 5
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((originals / name).read_bytes()).hexdigest() == digest
        assert name.startswith(digest[:2] + "/")


def test_importing_twice_changes_nothing(captures: Path, tmp_path: Path) -> None:
    """The second run reports all five as there already and leaves every byte as it was."""
    content = tmp_path / "content"
    list(import_from(captures, content))
    before = snapshot(content)
    outcomes = list(import_from(captures, content))
    assert [each.status for each in outcomes] == ["already there"] * 5
    assert snapshot(content) == before
