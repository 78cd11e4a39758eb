"""Captures are filed once, whole, and under names that last; people's edits stay."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.corpus.header import read_header
from plugins.corpus.problems import ImportProblems
from plugins.corpus.reading import read_content
from plugins.importer import batch, storing
from plugins.importer.__main__ import import_from, main
from plugins.importer.outcome import Outcome
from plugins.importer.storing import portable_stem

FIRST = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
SECOND = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the road "
    "to the coast is expected to open before the end of that time, weather and money allowing."
)
TEXT = f"River town opens its granary to families\n\n{FIRST}\n\nShare this article\n\n{SECOND}\n"
SIDECAR = 'publisher = "daily-river"\ndate = 2019-03-03\n'
ARTICLE = "articles/2019/river-town-opens-its-granary-to-families.md"
REPORT = "cleaning/river-town-opens-its-granary-to-families.toml"


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    """Return a folder with one capture and its sidecar."""
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "granary.txt").write_text(TEXT, "utf-8")
    (folder / "granary.toml").write_text(SIDECAR, "utf-8")
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content folder, which does not exist yet."""
    return tmp_path / "content"


def run(source: Path, content: Path) -> list[Outcome]:
    """Import and return how each capture ended."""
    return list(import_from(source, content))


def statuses(outcomes: Sequence[Outcome]) -> list[str]:
    """Return how each ended."""
    return [each.status for each in outcomes]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def header_of(path: Path) -> dict[str, str]:
    """Return an article's header."""
    header, _ = read_header(path.read_text("utf-8"), "")
    return {each.key: "\n".join(value.text for value in each.values) for each in header.fields}


def test_writes_article_original_and_report(captures: Path, content: Path) -> None:
    """The article has the format's keys, the original its bytes, the report each removed block."""
    run(captures, content)
    header = header_of(content / ARTICLE)
    assert (header["date"], header["publisher"]) == ("2019-03-03", "daily-river")
    assert (header["rights"], header["language"]) == ("restricted", "en")
    assert (content / "originals" / header["original"]).read_text("utf-8") == TEXT
    report = tomllib.loads((content / REPORT).read_text("utf-8"))
    (removed,) = [each for each in report["removed"] if each["reason"] == "share"]
    assert (removed["block"], removed["lines"]) == (3, [5, 5])


@pytest.mark.parametrize("title", ["Con", "NUL", "Street cleaning"])
def test_a_title_that_no_page_can_have_gets_another_name(
    captures: Path, content: Path, title: str
) -> None:
    """A device on Windows, the ending of the pages of cleanings: the capture's hash is added."""
    text = TEXT.replace("River town opens its granary to families", title)
    (captures / "granary.txt").write_text(text, "utf-8")
    (captures / "granary.toml").write_text(f"{SIDECAR}title = {title!r}\n", "utf-8")
    assert statuses(run(captures, content)) == ["imported"]
    (article,) = (content / "articles").rglob("*.md")
    stem = title.lower().replace(" ", "-")
    assert article.stem.startswith(f"{stem}-")
    assert len(article.stem) == len(stem) + 9


def test_a_publisher_without_an_entity_gets_one(captures: Path, content: Path) -> None:
    """The build needs an entity to link to: a short one is written, and said."""
    (outcome,) = run(captures, content)
    entity = content / "entities" / "organisations" / "daily-river.md"
    assert header_of(entity) == {"name": "Daily River"}
    assert "IMPORT-ENTITY" in {each.code for each in outcome.problems}


def test_a_publisher_is_found_by_its_entitys_name(captures: Path, content: Path) -> None:
    """A sidecar may name the publisher as people do; the entity that has this name is meant."""
    entity = content / "entities" / "organisations" / "river-paper.md"
    entity.parent.mkdir(parents=True)
    entity.write_text("---\nname: The River Paper\naliases: Daily River\n---\n", "utf-8")
    (captures / "granary.toml").write_text('publisher = "Daily River"\ndate = 2019\n', "utf-8")
    run(captures, content)
    assert header_of(content / ARTICLE)["publisher"] == "river-paper"
    assert len(list(entity.parent.glob("*.md"))) == 1


def test_the_same_bytes_are_there_already(captures: Path, content: Path) -> None:
    """A copy under another name is told, and nothing is doubled."""
    run(captures, content)
    before = snapshot(content)
    (captures / "copy of it.txt").write_text(TEXT, "utf-8")
    assert statuses(run(captures, content)) == ["already there", "already there"]
    assert snapshot(content) == before


def test_a_copy_without_a_sidecar_undoes_nothing(
    captures: Path, content: Path, tmp_path: Path
) -> None:
    """What a sidecar said once stays said when the same bytes come without one."""
    run(captures, content)
    before = snapshot(content)
    bare = tmp_path / "bare.txt"
    bare.write_text(TEXT, "utf-8")
    assert statuses(run(bare, content)) == ["already there"]
    assert snapshot(content) == before


def test_a_new_sidecar_completes_a_draft(captures: Path, content: Path) -> None:
    """A draft becomes an article when its sidecar says what was missing, and moves to its year."""
    (captures / "granary.toml").unlink()
    (outcome,) = run(captures, content)
    assert outcome.draft
    assert outcome.path.startswith("articles/drafts/")
    (captures / "granary.toml").write_text(SIDECAR, "utf-8")
    (outcome,) = run(captures, content)
    assert (outcome.draft, outcome.path) == (False, ARTICLE)
    assert [path.name for path in (content / "articles").rglob("*.md")] == [Path(ARTICLE).name]


def test_a_curator_restores_a_block(captures: Path, content: Path) -> None:
    """One line in the sidecar brings a removed block back into the article."""
    run(captures, content)
    (captures / "granary.toml").write_text(SIDECAR + "restore = [3]\n", "utf-8")
    run(captures, content)
    assert "Share this article" in (content / ARTICLE).read_text("utf-8")


def test_edits_survive_a_new_import(captures: Path, content: Path) -> None:
    """What people changed stays; what only the import changed comes in beside it."""
    run(captures, content)
    article = content / ARTICLE
    edited = article.read_text("utf-8").replace("six weeks", "seven weeks (*sic*)")
    article.write_text(edited.replace("language: en", "language: en-GB"), "utf-8")
    (captures / "granary.toml").write_text(
        SIDECAR + 'byline = "Ida Marsh"\nrestore = [3]\n', "utf-8"
    )
    (outcome,) = run(captures, content)
    text = article.read_text("utf-8")
    assert "seven weeks (*sic*)" in text
    assert "Share this article" in text
    header = header_of(article)
    assert (header["language"], header["byline"]) == ("en-GB", "Ida Marsh")
    assert not [each for each in outcome.problems if each.code == "IMPORT-EDITED"]


def test_an_edit_that_clashes_is_kept_and_told(captures: Path, content: Path) -> None:
    """Where people and the import changed the same key, people's word stays, and it is said."""
    run(captures, content)
    article = content / ARTICLE
    article.write_text(article.read_text("utf-8").replace("2019-03-03", "2019-03-04"), "utf-8")
    (captures / "granary.toml").write_text(SIDECAR.replace("03-03", "03-05"), "utf-8")
    (outcome,) = run(captures, content)
    assert header_of(article)["date"] == "2019-03-04"
    assert "IMPORT-EDITED" in {each.code for each in outcome.problems}


def test_what_is_unsure_is_told_and_written(captures: Path, content: Path) -> None:
    """A guess at the encoding is said in the message, the header and the report."""
    (captures / "granary.txt").write_bytes(TEXT.replace("granary", "café").encode("cp1252"))
    (outcome,) = run(captures, content)
    assert "IMPORT-UNSURE" in {each.code for each in outcome.problems}
    assert header_of(content / outcome.path)["x-decoded"].startswith("cp1252, detected")


def test_the_build_reads_what_an_import_writes(captures: Path, content: Path) -> None:
    """Articles, drafts and entities of an import have no problem in the eyes of the corpus."""
    (captures / "draft.txt").write_text(f"No one knows when\n\n{SECOND} {SECOND}\n", "utf-8")
    run(captures, content)
    read = read_content(content)
    assert [str(each) for each in read.problems] == []
    assert [each.status for each in read.articles] == ["draft", "published"]


def test_what_cannot_be_read_is_quarantined(captures: Path, content: Path) -> None:
    """A capture that is no text keeps its bytes in quarantine, with the reason."""
    (captures / "a.bin").write_bytes(b"\x00\x01\x02\xff" * 40)
    outcomes = run(captures, content)
    assert statuses(outcomes) == ["quarantined", "imported"]
    kept = content / outcomes[0].path
    assert kept.read_bytes() == b"\x00\x01\x02\xff" * 40
    assert "reason" in tomllib.loads(kept.with_name(kept.name + ".reason.toml").read_text("utf-8"))


def test_a_capture_above_the_limit_is_quarantined(
    captures: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page too large to be a report is refused by its size, unread."""
    monkeypatch.setattr("plugins.importer.inputs.LARGEST", 100)
    (outcome,) = run(captures, content)
    assert outcome.status == "quarantined"
    assert "bytes" in outcome.note


def test_the_same_text_in_another_wrapping_is_one_article(captures: Path, content: Path) -> None:
    """Another capture of the same text keeps its bytes; the article is not doubled."""
    long = "\n\n".join(f"{FIRST} {n} {SECOND} {n}" for n in range(6))
    (captures / "granary.txt").write_text(f"River town\n\n{long}\n", "utf-8")
    (captures / "wrapped.txt").write_text(f"River town\n\nShare this article\n\n{long}\n", "utf-8")
    (captures / "wrapped.toml").write_text(SIDECAR, "utf-8")
    outcomes = run(captures, content)
    assert statuses(outcomes) == ["imported", "already there"]
    assert len(list((content / "originals").rglob("*.txt"))) == 3  # the manifest is one of them
    before = snapshot(content)
    assert statuses(run(captures, content)) == ["already there", "already there"]
    assert snapshot(content) == before


def test_one_agencys_text_in_two_outlets_is_linked(captures: Path, content: Path) -> None:
    """The same text by another publisher is an article of its own that names its twin."""
    long = "\n\n".join(f"{FIRST} {n} {SECOND} {n}" for n in range(6))
    (captures / "granary.txt").write_text(f"River town opens granary\n\n{long}\n", "utf-8")
    (captures / "other.txt").write_text(f"Granary opened, agency says\n\n{long}\n", "utf-8")
    (captures / "other.toml").write_text('publisher = "other-paper"\ndate = 2019-03-04\n', "utf-8")
    run(captures, content)
    other = content / "articles" / "2019" / "granary-opened-agency-says.md"
    assert header_of(other)["same-origin"] == "river-town-opens-granary"


def test_two_reports_with_one_headline_have_two_slugs(captures: Path, content: Path) -> None:
    """The second of two gets its capture's hash, whatever their texts."""
    other = f"River town opens its granary to families\n\n{SECOND} {SECOND}\n"
    (captures / "other.txt").write_text(other, "utf-8")
    run(captures, content)
    assert len(list((content / "articles").rglob("*.md"))) == 2


@pytest.mark.parametrize("step", range(1, 9))
def test_a_killed_run_is_healed_by_the_next(
    captures: Path, content: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Whichever file a run dies at, before or after its name changes, the next one heals it."""
    whole = content.with_name("whole")
    run(captures, whole)
    steps = []
    replace, fsync = Path.replace, os.fsync

    def counted() -> None:
        steps.append(1)
        if len(steps) == step:
            raise KeyboardInterrupt

    def dying_replace(self: Path, target: Path) -> Path:
        counted()
        return replace(self, target)

    def dying_fsync(number: int) -> None:
        counted()
        fsync(number)

    monkeypatch.setattr(Path, "replace", dying_replace)
    monkeypatch.setattr("os.fsync", dying_fsync)
    with pytest.raises(KeyboardInterrupt):
        run(captures, content)
    monkeypatch.undo()
    run(captures, content)
    assert snapshot(content) == snapshot(whole)


def test_leftovers_of_a_killed_run_are_swept(captures: Path, content: Path) -> None:
    """Temporary files of a run that died are gone after the next."""
    left = content / "articles" / ".sijill-77-half.md"
    left.parent.mkdir(parents=True)
    left.write_text("half", "utf-8")
    run(captures, content)
    assert not left.exists()


def test_two_imports_at_once_are_refused(content: Path) -> None:
    """A second import into one collection stops before it writes."""
    with batch.only_one(content), pytest.raises(ImportProblems), batch.only_one(content):
        pass


@pytest.mark.parametrize(
    ("add", "status"), [("", 0), ("draft", 3), ("broken", 4)], ids=["done", "draft", "quarantine"]
)
def test_the_exit_status_tells(
    captures: Path, content: Path, capsys: pytest.CaptureFixture[str], add: str, status: int
) -> None:
    """0 where all is imported, 3 where a draft wants a hand, 4 where a capture was refused."""
    if add == "draft":
        (captures / "granary.toml").unlink()
    if add == "broken":
        (captures / "broken.html").write_bytes(b"\x00" * 9)
    assert main([str(captures), str(content), "--workers", "1"]) == status
    assert "captures:" in capsys.readouterr().out


def test_a_missing_source_is_a_usage_error(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 2 where FROM does not exist, and the message names it."""
    assert main([str(content / "nowhere"), str(content)]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_many_captures_in_processes_end_as_in_one(tmp_path: Path) -> None:
    """The parallel way gives the same files as the serial one."""
    folder = tmp_path / "captures"
    folder.mkdir()
    for n in range(24):
        text = f"Report number {n} of the river town council\n\n{FIRST} {n}\n\n{n} {SECOND}\n"
        (folder / f"{n:02}.txt").write_text(text, "utf-8")
        (folder / f"{n:02}.toml").write_text(SIDECAR, "utf-8")
    list(import_from(folder, tmp_path / "parallel", workers=2))
    list(import_from(folder, tmp_path / "serial", workers=1))
    assert snapshot(tmp_path / "parallel") == snapshot(tmp_path / "serial")


@pytest.mark.parametrize(
    "name", ["con", "NUL", "COM1", "a/b", "..", "محمد علي", "x" * 300, "A b?.c"]
)
def test_stored_names_suit_every_file_system(name: str) -> None:
    """Names are ASCII, lower case, short, and none that Windows reserves."""
    stem = portable_stem(name)
    assert len(stem) <= storing.LONGEST_NAME
    assert not storing.RESERVED.match(stem)
    assert all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in stem)


def test_a_publisher_that_the_registry_knows_gets_no_file(tmp_path: Path) -> None:
    """The collection borrows it when it is built, with its aliases."""
    lender = tmp_path / "lender" / "entities" / "organisations"
    lender.mkdir(parents=True)
    (lender / "river-post.md").write_text("---\nname: River Post\n---\n", "utf-8")
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "a.txt").write_text("The bridge is closed\n\nIt rained.\n", "utf-8")
    sidecar = 'publisher = "river-post"\ndate = "2020-03-04"\n'
    (tmp_path / "captures" / "a.toml").write_text(sidecar, "utf-8")
    content = tmp_path / "content"
    list(import_from(tmp_path / "captures", content, registry=tmp_path / "lender"))
    assert not (content / "entities").exists()
    assert "publisher: river-post" in next((content / "articles").rglob("*.md")).read_text("utf-8")
