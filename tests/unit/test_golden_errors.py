"""Each error of the content: a folder in tests/golden/errors, laid over the stock collection."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from plugins.annotate.assembly import assemble_folder
from plugins.atlas.precision import check_points
from plugins.corpus.problems import Problem

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CASES = sorted(path.name for path in (GOLDEN / "errors").iterdir())


def problems_of(content: Path) -> tuple[Problem, ...]:
    """Return what a build would report of a content folder."""
    assembled = assemble_folder(content)
    return (*assembled.problems, *check_points(assembled.corpus.entities))


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_reported_with_path_line_and_remedy(case: str, tmp_path: Path) -> None:
    """The problems of the case are those of its golden file, one a line."""
    content = tmp_path / "content"
    shutil.copytree(GOLDEN / "stock" / "content", content)
    shutil.copytree(GOLDEN / "errors" / case / "content", content, dirs_exist_ok=True)
    printed = "".join(f"{each}\n" for each in sorted(problems_of(content)))
    golden = GOLDEN / "errors" / case / "golden" / "problems.txt"
    if os.environ.get("SAVE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(printed, "utf-8")
    assert printed == golden.read_text("utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("several-")])
def test_a_case_shows_the_code_it_is_named_for(case: str) -> None:
    """The folder's name is the code of an error that its golden file has."""
    golden = (GOLDEN / "errors" / case / "golden" / "problems.txt").read_text("utf-8")
    assert f" {case.upper()} " in golden


def test_the_stock_collection_is_good(tmp_path: Path) -> None:
    """Without a case laid over it, the stock collection has no problem."""
    shutil.copytree(GOLDEN / "stock" / "content", tmp_path / "content")
    assert problems_of(tmp_path / "content") == ()


def test_every_code_of_the_content_has_a_case(root: Path) -> None:
    """Each code that the source names stands in the name of a folder."""
    rooms = (root / "plugins" / "corpus", root / "plugins" / "annotate" / "events")
    source = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    source += (root / "plugins" / "annotate" / "assembly.py").read_text("utf-8")
    codes = set(re.findall(r'"([A-Z]+-[A-Z]+)"', source)) - {"UTF-8", "CSL-JSON"}
    assert {code.lower() for code in codes} - set(CASES) == set()
