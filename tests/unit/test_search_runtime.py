"""The browser's side of the search: its parts, joined."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.search.runtime import BROWSER, PARTS, joined, scripts

MOST = 12_000  # bytes of search.js as a host sends it


def test_every_part_is_joined() -> None:
    """No file is forgotten, and none is named that is not there."""
    there = {name: {path.stem for path in (BROWSER / name).glob("*.js")} for name in PARTS}
    assert there == {name: set(parts) for name, parts in PARTS.items()}


def test_the_search_stays_small() -> None:
    """What answers a first letter is 12 kB or less, gzipped."""
    assert len(gzip.compress(joined("search"), 9)) <= MOST


def test_the_scripts_lie_beside_the_index() -> None:
    """Each has its name; the last line tells that it came whole."""
    found = {file.path: file.content for file in scripts()}
    assert sorted(found) == ["search/page.js", "search/search.js", "search/suggest.js"]
    for path, content in found.items():
        assert content.endswith(f".{Path(path).stem} = true;\n".encode())


def without_comments(text: str) -> str:
    """Return a part without its comments on lines of their own and without blanks."""
    text = re.sub(r"^\s*/\*.*?\*/$", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\s+", "", re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


@pytest.mark.parametrize("name", PARTS)
def test_joining_takes_away_comments_alone(name: str) -> None:
    """All other lines are there, in order."""
    texts = (BROWSER.joinpath(name, f"{part}.js").read_text("utf-8") for part in PARTS[name])
    wanted = "".join(map(without_comments, texts))
    assert wanted in re.sub(r"\s+", "", joined(name).decode())


@pytest.mark.parametrize("name", PARTS)
def test_a_script_is_well_formed(name: str, tmp_path: Path) -> None:
    """Node reads it as a classic script."""
    if shutil.which("node") is None:
        pytest.skip("no node to read the script with")
    path = tmp_path / f"{name}.js"
    path.write_bytes(joined(name))
    done = subprocess.run(["node", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
