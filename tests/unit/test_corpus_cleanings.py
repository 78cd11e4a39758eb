"""The cleaning reports: read whatever way they are written, and put back in their places."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.assembly import assemble_folder
from plugins.corpus.edition import publish
from plugins.corpus.masking.redaction import Redactions
from plugins.corpus.model import Annotated, Cleaning, Corpus
from plugins.corpus.placing import plain_line
from plugins.corpus.reading.articles import read_articles
from plugins.corpus.reading.cleanings import read_cleanings
from plugins.importer.__main__ import import_from
from plugins.importer.capture import Block, Capture
from plugins.importer.cleaning import clean
from plugins.importer.markdown_text import written
from plugins.importer.paragraphs import blocks_of
from plugins.importer.rules import read_rules

CAPTURE = """\
4 min read

Ferry to Oldmoor stops for the winter

The ferry to Oldmoor will not sail before March, the harbour office said on Monday.

Photo: the quay at Oldmoor. (Credit: Ann Marsh)

Some 40 boats lie in the harbour \u2013 a third *more* than last year, said Tom Reed.

The office gave two reasons for it in a letter to the council of the island.

Share this article

It asked the council for an answer by the end of the month, and has had none so far.

Sign up for our newsletter
"""
SIDECAR = 'publisher = "harbour-post"\ndate = "2020-11-02"\nrights = "public"\n'
SEEDS = {
    "000": ("the-new-arab", "2016-11-28"),
    "001": ("los-angeles-times", "2016-11-27"),
    "002": ("syria-direct", "2016-11-28"),
    "003": ("syria-direct", "2016-12-07"),
    "004": ("voa", "2016-12-12"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a collection with the invented capture imported."""
    (tmp_path / "ferry.txt").write_text(CAPTURE, "utf-8")
    (tmp_path / "ferry.toml").write_text(SIDECAR, "utf-8")
    list(import_from(tmp_path / "ferry.txt", tmp_path / "content"))
    return tmp_path / "content"


def only(paths: Sequence[Path]) -> Path:
    """Return the one path of a list."""
    (path,) = paths
    return path


def report_of(content: Path) -> Path:
    """Return the collection's one cleaning report."""
    return only(sorted((content / "cleaning").glob("*.toml")))


def article_of(content: Path) -> Path:
    """Return the file of the collection's one article."""
    return only(sorted((content / "articles").rglob("*.md")))


def frozen(content: Path) -> tuple[Corpus, Cleaning, Annotated]:
    """Return the corpus of a collection of one article, its cleaning, its article."""
    assembled = assemble_folder(content)
    assert assembled.problems == ()
    (cleaning,) = assembled.corpus.cleanings
    return assembled.corpus, cleaning, assembled.corpus.article[cleaning.article]


def laid_out(cleaning: Cleaning, annotated: Annotated) -> list[str]:
    """Return the texts of the removed blocks and of the paragraphs, as the capture has them."""
    texts = {each.number: each.text for each in cleaning.blocks}
    for kept in cleaning.kept:
        paragraph = annotated.paragraph(kept.anchor)
        assert paragraph is not None
        texts[kept.number] = paragraph.text
    return [text for _, text in sorted(texts.items())]


def folded(texts: Sequence[str]) -> list[str]:
    """Return texts with their white space made single spaces."""
    return [" ".join(each.split()) for each in texts]


def test_kept_and_removed_are_all_of_the_capture_in_order(content: Path) -> None:
    """Between them the article's paragraphs and the removed blocks lose no word of the capture."""
    _, cleaning, annotated = frozen(content)
    assert len(cleaning.blocks) >= 4
    lines = [line for line in CAPTURE.split("\n") if line.strip()]
    assert folded(laid_out(cleaning, annotated)) == folded(lines)


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_kept_and_removed_are_all_of_a_real_capture(
    shared: Path, seed: str, tmp_path: Path
) -> None:
    """The same of five published reports, boilerplate and all."""
    found = sorted((shared / "seeds").glob(f"{seed}_*.txt"))
    if not found:
        pytest.skip(f"no capture {seed} in {shared}")
    capture = tmp_path / found[0].name
    capture.write_bytes(found[0].read_bytes())
    publisher, date = SEEDS[seed]
    sidecar = f'publisher = "{publisher}"\ndate = "{date}"\n'
    capture.with_suffix(".toml").write_text(sidecar, "utf-8")
    list(import_from(capture, tmp_path / "content"))
    _, cleaning, annotated = frozen(tmp_path / "content")
    assert cleaning.edited == ()
    lines = [line for line in capture.read_text("utf-8").split("\n") if line.strip()]
    assert folded(laid_out(cleaning, annotated)) == folded(lines)


def test_a_fresh_import_has_nothing_edited(content: Path) -> None:
    """Every kept block is known again in the article by the hash of its Markdown."""
    _, cleaning, annotated = frozen(content)
    assert cleaning.edited == ()
    assert [each.anchor for each in cleaning.kept] == [each.anchor for each in annotated.paragraphs]


def test_an_edited_paragraph_keeps_its_place_and_is_named(content: Path) -> None:
    """What a curator mends is the same block still, and is marked as edited."""
    path = article_of(content)
    path.write_text(path.read_text("utf-8").replace("two reasons", "three reasons"), "utf-8")
    _, cleaning, annotated = frozen(content)
    (edited,) = cleaning.edited
    assert "three reasons" in next(e.text for e in annotated.paragraphs if e.anchor == edited)
    assert [each.anchor for each in cleaning.kept] == [each.anchor for each in annotated.paragraphs]


def test_a_paragraph_that_people_took_away_leaves_its_block_without_one(content: Path) -> None:
    """The kept block has no anchor then; the others keep theirs."""
    path = article_of(content)
    parts = path.read_text("utf-8").split("\n\n")
    path.write_text("\n\n".join(each for each in parts if "two reasons" not in each), "utf-8")
    _, cleaning, annotated = frozen(content)
    anchors = [each.anchor for each in cleaning.kept]
    assert anchors.count("") == 1
    assert [each for each in anchors if each] == [each.anchor for each in annotated.paragraphs]


def test_a_paragraph_that_people_added_is_edited_and_no_block(content: Path) -> None:
    """It stands between the others and takes no block's place."""
    path = article_of(content)
    text = path.read_text("utf-8")
    path.write_text(text.replace("The office gave", "A note of mine.\n\nThe office gave"), "utf-8")
    _, cleaning, annotated = frozen(content)
    added = next(each.anchor for each in annotated.paragraphs if each.text == "A note of mine.")
    assert cleaning.edited == (added,)
    assert added not in {each.anchor for each in cleaning.kept}


def test_a_report_in_another_hand_reads_the_same(content: Path) -> None:
    """A comment makes a report TOML of no fixed form: it says the same."""
    articles = read_articles(content).values
    as_written = read_cleanings(content, articles)
    path = report_of(content)
    path.write_text(path.read_text("utf-8").replace("\nencoding", "\n# by hand\nencoding"), "utf-8")
    assert read_cleanings(content, articles) == as_written
    assert as_written.values[0].blocks


def test_the_quick_reading_is_the_tables_own(content: Path) -> None:
    """What is read line by line is what a TOML parser finds."""
    table = tomllib.loads(report_of(content).read_text("utf-8"))
    (cleaning,) = read_cleanings(content, read_articles(content).values).values
    assert [each.text for each in cleaning.blocks] == [each["text"] for each in table["removed"]]
    assert [each.number for each in cleaning.kept] == [each[0] for each in table["kept"]]
    assert cleaning.sha256 == table["sha256"]


def test_a_torn_report_is_a_problem_with_its_line(content: Path) -> None:
    """Half a report is no TOML, and the build says so instead of showing half of it."""
    path = report_of(content)
    path.write_text(path.read_text("utf-8")[:-30], "utf-8")
    (wrong,) = read_cleanings(content, read_articles(content).values).problems
    assert (wrong.code, wrong.path) == ("TOML-SYNTAX", f"cleaning/{path.name}")
    assert wrong.line > 10


def test_a_report_without_its_article_is_passed_over(content: Path) -> None:
    """A curator may take an article away; its report stays, so that it does not come back."""
    article_of(content).unlink()
    part = read_cleanings(content, read_articles(content).values)
    assert (part.values, part.problems) == ((), ())


def test_a_restricted_article_has_no_cleaning_in_the_public_edition(content: Path) -> None:
    """The removed blocks are its publisher's text as much as the others."""
    path = article_of(content)
    assert len(publish(frozen(content)[0]).cleanings) == 1
    path.write_text(
        path.read_text("utf-8").replace("rights: public", "rights: restricted"), "utf-8"
    )
    corpus, _, _ = frozen(content)
    assert publish(corpus).cleanings == ()


def test_a_masked_word_is_masked_in_removed_blocks(content: Path) -> None:
    """And masking is no edit of the article's."""
    corpus, _, _ = frozen(content)
    (masked,) = publish(corpus, redactions=Redactions(words=("Ann Marsh",))).cleanings
    assert "Marsh" in repr(corpus.cleanings)
    assert "Marsh" not in repr(masked)
    assert masked.edited == ()


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_the_imports_escapes_are_undone(text: str) -> None:
    """A paragraph's text comes back from the Markdown that the import writes of it."""
    line = " ".join(text.split())
    if line:
        assert plain_line(written(Block(1, line, 1, 1))) == line


@pytest.mark.parametrize("role", ["heading", "quote", "item", "cell"])
def test_a_blocks_mark_is_no_part_of_its_text(role: str) -> None:
    """What Markdown puts before a heading, a quotation or an item is taken away, and only that."""
    block = replace(Block(1, "# 3 of *them* - and more", 1, 1), role=role, level=2)
    assert plain_line(written(block)) == block.text


def test_the_capture_of_these_tests_has_what_they_need() -> None:
    """The import keeps and removes blocks of it, so that the places between can be told."""
    cleaned = clean(Capture("ferry.txt", CAPTURE.encode()), read_rules().of(""))
    assert len(cleaned.blocks) + len(cleaned.removed) == len(blocks_of(CAPTURE))
    numbers = [each.block.number for each in cleaned.removed]
    assert 1 in numbers
    assert any(min(b.number for b in cleaned.blocks) < number for number in numbers[:-1])
