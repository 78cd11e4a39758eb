"""A published text that changes: the build says so, unless a correction does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.annotate.anchors import anchor_paragraphs, read_memory, write_memory
from plugins.annotate.article import annotate
from plugins.annotate.assembly import assemble_folder, remember
from plugins.annotate.corrections import corrections_memory, notes
from plugins.annotate.names import compile_registry
from plugins.corpus.model import Article, Correction, Where
from tests.conftest import build

ARTICLE = Article(
    "bridge",
    "The bridge",
    "2020-03-04",
    "post",
    "The bridge at Marbat is closed, the council said on Tuesday.",
    where=Where("articles/2020/bridge.md"),
)
CHANGED = replace(ARTICLE, body=ARTICLE.body.replace("Tuesday", "Monday"))
CORRECTED = (Correction("2020-03-06", "It was Monday, not Tuesday."),)


def ledger(article: Article, before: str = "") -> str:
    """Return the ledger as a build of this one article leaves it."""
    registry = compile_registry(())
    memory = read_memory(before).get(article.slug, ())
    return write_memory(annotate(article, registry, {}, memory).memory)


def noted(first: Article, second: Article) -> list[str]:
    """Return what the build of the second says after a build of the first."""
    before = ledger(first)
    return list(notes([second], before, ledger(second, before)))


def test_a_text_that_changed_in_silence_is_noted() -> None:
    """The note names the file, the paragraph, and what a curator may write."""
    (note,) = noted(ARTICLE, CHANGED)
    anchor = read_memory(ledger(ARTICLE))["bridge"][0].anchor
    assert note.startswith("articles/2020/bridge.md: note: ")
    assert f"(#{anchor})" in note
    assert "corrections:" in note


def test_an_unchanged_text_is_not_noted() -> None:
    """Nor is a new one, nor one whose header alone has changed."""
    assert noted(ARTICLE, ARTICLE) == []
    assert noted(ARTICLE, replace(ARTICLE, title="A bridge")) == []
    assert list(notes([ARTICLE], "", ledger(ARTICLE))) == []


def test_a_change_with_its_correction_is_not_noted() -> None:
    """The page says it."""
    assert noted(ARTICLE, replace(CHANGED, corrections=CORRECTED)) == []


def test_an_earlier_correction_does_not_cover_a_later_change() -> None:
    """Every change asks for a line of its own."""
    first = replace(ARTICLE, corrections=CORRECTED)
    assert len(noted(first, replace(CHANGED, corrections=CORRECTED))) == 1
    again = (*CORRECTED, Correction("2020-03-07", "The day was put right."))
    assert noted(first, replace(CHANGED, corrections=again)) == []


def test_corrections_in_the_ledger_are_no_paragraph() -> None:
    """They take part in no anchor."""
    memory = (*anchor_paragraphs("a", ["One."]).memory, *corrections_memory(ARTICLE))
    with_line = (*memory, *corrections_memory(replace(ARTICLE, corrections=CORRECTED)))
    assert len(with_line) == len(memory) + 1
    assert anchor_paragraphs("a", ["Two."], with_line) == anchor_paragraphs("a", ["Two."], memory)


def test_many_changed_paragraphs_are_counted() -> None:
    """The note stays one line."""
    bodies = ("\n\n".join(f"{word} {n}." for n in range(9)) for word in ("Line", "Verse"))
    first, second = (replace(ARTICLE, body=body) for body in bodies)
    (note,) = noted(first, second)
    assert note.count("#") == 5
    assert " more)" in note


@pytest.fixture
def content(root: Path, tmp_path: Path) -> Path:
    """Return the stock collection with a correction in its article, as a build remembers it."""
    folder = tmp_path / "content"
    shutil.copytree(root / "tests" / "golden" / "stock" / "content", folder)
    remember(folder, assemble_folder(folder).anchors)
    return folder


def test_corrections_are_read_from_the_header(content: Path) -> None:
    """Each line is a date and a curator's words, which may hold a semicolon."""
    path = next((content / "articles").rglob("*.md"))
    lines = (
        "corrections:\n    2020-03-06; It was Monday; not Tuesday.\n    2020-03?;  Seven.\n---\n"
    )
    head, body = path.read_text("utf-8").split("\n---\n", 1)
    path.write_text(f"{head}\n{lines}{body}", "utf-8")
    assembled = assemble_folder(content)
    assert assembled.problems == ()
    (annotated,) = assembled.corpus.articles
    assert annotated.article.corrections == (
        Correction("2020-03-06", "It was Monday; not Tuesday."),
        Correction("2020-03?", "Seven."),
    )


def test_the_build_says_it_once_and_goes_on(content: Path, tmp_path: Path) -> None:
    """A note on standard output, status 0; the next build has nothing to say."""
    path = next((content / "articles").rglob("*.md"))
    path.write_text(path.read_text("utf-8").replace("300", "400"), "utf-8")
    (content / "claims" / "far-bank.toml").unlink()
    status, printed = build(content, tmp_path / "site")
    assert status == 0, printed
    assert "bridge-closed.md: note: " in printed
    status, printed = build(content, tmp_path / "site")
    assert (status, "note:" in printed) == (0, False)
