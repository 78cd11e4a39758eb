"""Annotating on a Dask cluster makes what annotating here makes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.annotate.every import annotate_every
from plugins.corpus.model import Alias, Article, Entity
from plugins.corpus.scheduling import executor

pytestmark = pytest.mark.filterwarnings("default")  # distributed's own are not ours to mend

ENTITIES = (
    Entity("lina-haddad", "person", "Lina Haddad", (Alias("Haddad", surname=True),)),
    Entity("marbat", "place", "Marbat"),
)
ARTICLES = tuple(
    Article(
        f"bridge-{number}",
        "Bridge",
        "2020-03-04",
        "post",
        f"Lina Haddad said on Monday that {number} people had left Marbat.\n\nIt *rained*.",
    )
    for number in range(150)
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Start a cluster of two processes; yield its address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as started:
        yield started.scheduler_address


def test_a_cluster_annotates_as_this_machine_does(
    cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever an article is annotated, the result is the same, in the same order."""
    here = annotate_every(ARTICLES, ENTITIES, {})
    monkeypatch.setenv("SCHEDULER", cluster)
    with executor() as given:
        there = annotate_every(ARTICLES, ENTITIES, {}, given)
    assert there == here
    assert [each.annotated.article.slug for each in there] == [each.slug for each in ARTICLES]


def content(folder: Path) -> Path:
    """Write a small collection."""
    files = {
        "entities/organisations/post.md": "---\nname: The Post\n---\n",
        "entities/places/marbat.md": "---\nname: Marbat\n---\n",
        "articles/ferry.md": "---\ntitle: Ferry\ndate: 2020-03-04\npublisher: post\n---\n"
        "On Monday 300 people left Marbat, the mayor said.\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def build(
    root: Path, tmp_path: Path, name: str, scheduler: str
) -> subprocess.CompletedProcess[str]:
    """Build a site with a cache of its own, in the folder `name`."""
    command = [sys.executable, "-m", "pelican", str(content(tmp_path / "content" / name))]
    command += ["-o", str(tmp_path / name), "-s", "pelicanconf.py", "--fatal", "warnings"]
    command += ["-e", f'CACHE_PATH="{tmp_path / "cache" / name}"']
    environment = {**os.environ, "SCHEDULER": scheduler}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def pages(site: Path) -> dict[str, bytes]:
    """Return the pages of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def test_a_site_that_a_cluster_annotated_has_the_same_bytes(
    root: Path, cluster: str, tmp_path: Path
) -> None:
    """SCHEDULER changes who does the work, not a page."""
    for name, scheduler in (("here", ""), ("there", cluster)):
        done = build(root, tmp_path, name, scheduler)
        assert done.returncode == 0, done.stderr
    assert pages(tmp_path / "there") == pages(tmp_path / "here")
    assert b"Marbat" in pages(tmp_path / "there")["articles/ferry.html"]


def test_a_cluster_that_does_not_answer_stops_the_build(root: Path, tmp_path: Path) -> None:
    """The message names the address and what to do; no site is written."""
    pytest.importorskip("distributed")
    done = build(root, tmp_path, "there", "nonsense://127.0.0.1:1")
    assert done.returncode == 1
    assert "SCHEDULER=nonsense://127.0.0.1:1" in done.stderr
    assert not (tmp_path / "there").exists()
