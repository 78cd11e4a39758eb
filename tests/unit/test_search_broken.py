"""A missing, truncated, corrupt or stale shard costs some results and never the whole answer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.bench.js.node import Search
from tests.unit.search_documents import write_site

QUERY = "bridge harvest qasr"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write an index to damage."""
    if shutil.which("node") is None:
        pytest.skip("no node to run the browser's script in")
    return write_site(tmp_path)


def ask(site: Path, query: str = QUERY) -> dict[str, Any]:
    """Search once, from a cold start."""
    with Search(site) as search:
        answer: dict[str, Any] = search.ask("search", query, {"limit": 100})
    return answer


def shards_of(site: Path, query: str = QUERY) -> list[Path]:
    """Return the shards that a query loads."""
    return [site / load["path"] for load in ask(site, query)["loads"]]


def truncate(path: Path) -> None:
    """Keep half of a file, as a stick pulled out early does."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def corrupt(path: Path) -> None:
    """Change a letter in the middle."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def replace(path: Path) -> None:
    """Put another shard's file in its place."""
    other = next(each for each in sorted(path.parents[1].rglob("*.js")) if each != path)
    path.write_bytes(other.read_bytes())


@pytest.mark.parametrize("damage", [Path.unlink, truncate, corrupt, replace])
def test_every_shard_may_be_damaged(site: Path, damage: Any) -> None:
    """Whichever shard it is, the answer comes and names it."""
    whole = ask(site)
    assert whole["problems"] == []
    for path in [path for path in shards_of(site) if path.name != "root.js"]:
        kept = path.read_bytes()
        damage(path)
        answer = ask(site)
        path.write_bytes(kept)
        assert answer["problems"] == [path.stem], path
        assert len(answer["results"]) <= len(whole["results"])


@pytest.mark.parametrize("damage", [Path.unlink, truncate, corrupt])
def test_the_root_may_be_damaged(site: Path, damage: Any) -> None:
    """Then there are no results, and the answer says why."""
    damage(site / "search/root.js")
    answer = ask(site)
    assert answer["results"] == []
    assert answer["problems"] == ["root"]


def test_what_a_query_does_not_need_may_be_lost(site: Path) -> None:
    """Shards are asked for one by one, so another word's loss goes unnoticed."""
    needed = set(shards_of(site, "bridge"))
    for path in set((site / "search").rglob("*.js")) - needed:
        path.unlink()
    answer = ask(site, "bridge")
    assert answer["problems"] == []
    assert answer["results"]
