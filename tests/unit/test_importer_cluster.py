"""An import on a Dask cluster writes what one on local processes does, or says what is missing."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.corpus.problems import SchedulerProblems
from plugins.corpus.scheduling import executor
from plugins.importer.__main__ import import_from, main
from plugins.importer.limits import TookTooLong, at_most

pytestmark = pytest.mark.filterwarnings("default")  # distributed's own are not ours to mend


def captures(folder: Path) -> Path:
    """Write captures of three kinds, one of them damaged."""
    folder.mkdir()
    for number in range(12):
        sentences = " ".join(
            f"The ferry to landing {number} carried {number + 3} families in week {week}."
            for week in range(9)
        )
        head = f"Ferry {number} is back\n\nBy Lena Ostrava\n\n3 March 2019\n\n"
        (folder / f"{number:02}.txt").write_text(f"{head}{sentences}\n", "utf-8")
        page = f"<title>Ferry {number} sails</title><article><p>{sentences}</p><p>{number}</p>"
        (folder / f"page-{number:02}.html").write_text(page, "utf-8")
    (folder / "bad.zip").write_bytes(b"PK\x03\x04 and then nothing")
    return folder


def written(content: Path) -> dict[str, bytes]:
    """Return all files of a content folder."""
    files = (path for path in sorted(content.rglob("*")) if path.is_file())
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Start a cluster of two processes; yield its address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as started:
        yield started.scheduler_address


def test_a_cluster_writes_the_same_bytes(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever cleans a capture, the collection is the same to the byte."""
    given = captures(tmp_path / "in")
    here = list(import_from(given, tmp_path / "here"))
    monkeypatch.setenv("SCHEDULER", cluster)
    there = list(import_from(given, tmp_path / "there"))
    assert [str(each) for each in there] == [str(each) for each in here]
    assert [each.status for each in there].count("imported") >= 12
    assert written(tmp_path / "there") == written(tmp_path / "here")


def test_a_cluster_works_in_its_own_processes(
    cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The executor of SCHEDULER is the cluster's, not a pool beside it."""
    monkeypatch.setenv("SCHEDULER", cluster)
    with executor() as given:
        assert type(given).__module__.startswith("distributed")
        assert list(given.map(pow, (2, 3), (5, 2))) == [32, 9]


def test_an_address_that_does_not_answer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong SCHEDULER ends the import before anything is filed, and says what to do."""
    pytest.importorskip("distributed")
    monkeypatch.setattr("plugins.corpus.scheduling.PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    monkeypatch.setenv("SCHEDULER", address)
    assert main([str(captures(tmp_path / "in")), str(tmp_path / "content")]) == 2
    assert f"no cluster answers at SCHEDULER={address}" in capsys.readouterr().err
    assert not list((tmp_path / "content").rglob("*.md"))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the message names the extra."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setenv("SCHEDULER", "tcp://127.0.0.1:1")
    with pytest.raises(SchedulerProblems, match="Install the extra `cluster`"), executor():
        pass


def test_a_capture_has_a_time_limit_in_a_workers_thread_too() -> None:
    """A cluster works in threads, where no signal arrives."""
    ended: list[str] = []

    def work() -> None:
        try:
            with at_most(0.05):
                while True:
                    sum(range(100))
        except TookTooLong:
            ended.append("too long")

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(30)
    assert ended == ["too long"]
