"""An import answers for each file that it is given, and keeps its bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.importer.inputs import source_of

from .lost import Answer, deep_kept, gone, imported
from .mix import Made, mix, write


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Made], int, Answer, Path]:
    """Import a small mix once."""
    folder = tmp_path_factory.mktemp("mix")
    made = mix(folder / "no-shared-pages", encoded=12, pages=1)
    expected = write(folder / "in", made)
    return made, expected, imported(folder / "in", folder / "content"), folder / "content"


def test_every_capture_is_answered_for(answered: tuple[list[Made], int, Answer, Path]) -> None:
    """Endings add up to what went in, the refused have reasons, the status tells."""
    _, expected, answer, _ = answered
    assert answer.captures == expected
    assert answer.is_whole
    assert answer.status == 4


def test_every_byte_is_kept(answered: tuple[list[Made], int, Answer, Path]) -> None:
    """Originals and quarantine have the bytes, also of a damaged member's archive."""
    made, _, answer, _ = answered
    assert gone(made, answer) == []
    fewer = replace(answer, kept=frozenset())
    assert gone(made, fewer) != []


def test_text_survives_deep_markup(answered: tuple[list[Made], int, Answer, Path]) -> None:
    """The words below 260 and 1,000 elements are in articles."""
    assert deep_kept(answered[3]) == 2


def test_a_pipe_and_a_link_to_nowhere_are_named(tmp_path: Path) -> None:
    """What is no file is refused with a reason: not passed over, and not waited for."""
    write(tmp_path / "in", [])
    refused = {each.capture.name: each.refused for each in source_of(tmp_path / "in").inputs()}
    assert set(refused) == {"pipe.txt", "link.txt"}
    assert all("no file" in reason for reason in refused.values())
