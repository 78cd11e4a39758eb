"""A build after any changes is a clean build, byte for byte."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .changing import Changing
from .conftest import build, tree

EXAMPLES = int(os.environ.get("SIJILL_EXAMPLES", "4"))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    derandomize="SIJILL_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 10**6), builds=st.lists(st.integers(1, 4), min_size=2, max_size=3))
def test_what_is_kept_between_builds_changes_no_byte(
    tmp_path_factory: pytest.TempPathFactory, seed: int, builds: list[int]
) -> None:
    """Articles, entities, events and claims are added, edited, renamed and taken away at random."""
    folder = tmp_path_factory.mktemp("changing")
    collection = Changing.at(folder / "content", seed)
    for changes in builds:
        for _ in range(changes):
            collection.change()
        # Anchors are remembered in the content itself: a clean build has the same memory.
        shutil.rmtree(folder / "clean", ignore_errors=True)
        shutil.copytree(collection.content, folder / "clean" / "content")
        status, printed = build(collection.content, folder / "site")
        assert status == 0, printed
    assert build(folder / "clean" / "content", folder / "clean" / "site")[0] == 0
    after, clean = tree(folder / "site"), tree(folder / "clean" / "site")
    assert sorted(after) == sorted(clean)
    assert [name for name in clean if after[name] != clean[name]] == []
