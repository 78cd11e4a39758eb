"""A capture that asks for too much ends in time, and takes nothing else with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.corpus.problems import ImportProblems
from plugins.importer.capture import Capture
from plugins.importer.cleaning import clean
from plugins.importer.rules import PublisherRules

from . import bombs
from .bounded import Spent, beside_reports, spent, tried

SMALL = ("deep-div-1000.html", "nested-list.txt", "stars.txt", "dates.txt")


def test_a_command_that_fails_is_told_from_one_that_ends(tmp_path: Path) -> None:
    """The measure sees a status, time and memory."""
    seen = spent(["sh", "-c", "exit 7"], tmp_path / "log")
    assert seen.status == 7
    assert isinstance(seen, Spent)
    assert seen.bytes > 0


def test_small_bombs_end_and_leave_the_reports_whole(tmp_path: Path) -> None:
    """One nested, one listed, one starred, one dated: each is bounded, alone and in a batch."""
    chosen = []
    for name, content in (*bombs.deep(), *bombs.texts()):
        if name in SMALL:
            (tmp_path / name).write_bytes(content)
            chosen.append(tmp_path / name)
    assert len(chosen) == len(SMALL)
    ended = tried(tmp_path / "alone", chosen[:2])
    assert [each.name for each in ended if not each.is_bounded] == []
    assert beside_reports(tmp_path / "together", chosen) == 5


def test_a_paragraph_of_marks_is_refused() -> None:
    """Markdown takes quadratic time for it: the reason is given before a build hangs."""
    told = "<p>The ferry was late again, said the baker.</p>"
    page = f"<!doctype html><html><body>{told}<p>{'&lt;' * 100_000}</p></body></html>"
    with pytest.raises(ImportProblems, match="too full of marks"):
        clean(Capture("marks.html", page.encode()), PublisherRules())


def test_more_numbers_than_a_report_has_are_refused() -> None:
    """Each number is looked at as a date and a figure: a table of them is no report."""
    few, many = ("The ferry was late on 3 March, said the baker. " * n for n in (200, 26_000))
    assert clean(Capture("few.txt", few.encode()), PublisherRules()).blocks
    with pytest.raises(ImportProblems, match="numbers"):
        clean(Capture("many.txt", many.encode()), PublisherRules())


def test_more_lines_than_a_page_can_hold_are_refused() -> None:
    """Whatever becomes of them, kept or removed, each has its place on a page."""
    text = f"{bombs.PROSE}\n\n" + "Title: x\n" * 20_000 + f"\n{bombs.PROSE}\n"
    with pytest.raises(ImportProblems, match="paragraphs and lines"):
        clean(Capture("lines.txt", text.encode()), PublisherRules())
