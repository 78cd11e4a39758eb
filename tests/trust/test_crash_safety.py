"""A publication that breaks leaves the old site or the new one, and the next needs no help."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import crashing
from .conftest import ROOT, build, command, tree

CALLS = ("renameat2", "rename", "syncfs", "fsync", "rmdir", "statfs")
KILLS = 4
STOCK = ROOT / "tests" / "golden" / "stock" / "content"


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_a_fault_at_any_call_leaves_a_whole_site(tmp_path: Path, exchange: bool) -> None:
    """Death, a full disk, an I/O error at each call that puts the site in place.

    Where folders cannot be exchanged there is a moment without a site; the next build heals it.
    """
    if not crashing.works():
        pytest.skip("strace is not installed, or may not trace here")
    outcomes = list(crashing.sweep(tmp_path, CALLS, crashing.FAULTS, exchange=exchange))
    assert len(outcomes) >= 10
    allowed = {"old", "new"} if exchange else {"old", "new", "missing"}
    assert [each for each in outcomes if each.state not in allowed or not each.healed] == []
    assert [each for each in outcomes if each.mess] == []
    assert sum(each.state == "missing" for each in outcomes) <= 1


def killed_builds(folder: Path, kills: int, seed: int = 9) -> Iterator[str]:
    """Yield what a reader has after builds killed at some time: whole, torn; ended: it was late."""
    chosen = random.Random(seed)  # noqa: S311 (a sample, the same each time)
    contents, trees = [folder / "one", folder / "two"], []
    for content in contents:
        shutil.copytree(STOCK, content)
    with (contents[1] / "articles/2020/bridge-closed.md").open("a") as file:
        file.write("\n\nIt was open again on Friday.\n")
    output = folder / "site"
    for content in contents:
        began = time.monotonic()
        assert build(content, output)[0] == 0
        trees.append(tree(output))
    took = time.monotonic() - began
    for number in range(kills):
        process = subprocess.Popen(
            command(contents[number % 2], output),
            cwd=ROOT,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        killed = "ended"
        try:
            process.wait(chosen.uniform(0.2, 0.95) * took)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed = "whole"
        yield killed if tree(output) in trees else "torn"
    assert build(contents[0], output)[0] == 0
    assert tree(output) == trees[0]


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    """SIGKILL at some time of a whole build; at the end a build that ends, unhelped."""
    outcomes = list(killed_builds(tmp_path, KILLS))
    assert "torn" not in outcomes
    assert "whole" in outcomes


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    """Two builds into one folder at once: one says that it waits, and both end well."""
    content, output = tmp_path / "content", tmp_path / "site"
    shutil.copytree(STOCK, content)
    builds = [
        subprocess.Popen(command(content, output), cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = [each.communicate()[1] for each in builds]
    assert [each.returncode for each in builds] == [0, 0]
    assert sum("waiting until it has ended" in text for text in printed) == 1
    assert (output / "index.html").is_file()


def test_a_lock_is_free_once_its_holder_is_dead(tmp_path: Path) -> None:
    """A killed build holds no lock, nor do processes that it left behind."""
    holder = f"""
import sys, time, os
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from plugins.writing.publishing import lock
with lock(Path({str(tmp_path / "site")!r})):
    if os.fork() == 0:
        time.sleep(60)
    print("held", flush=True)
    time.sleep(60)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", holder], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.kill()
    process.wait()
    with process.stdout:
        try:
            shutil.copytree(STOCK, tmp_path / "content")
            status, printed = build(tmp_path / "content", tmp_path / "site")
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    assert (status, "waiting" in printed) == (0, False)
