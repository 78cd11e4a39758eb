"""The pages that show what was removed: every block in its place, under a reason with a name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from plugins.articles.reading import article_pages
from plugins.cleaning.checks import check_addresses
from plugins.cleaning.pages import pages
from plugins.cleaning.steps import MOVED, Step, reason_counts, steps
from plugins.corpus.edition import publish
from plugins.corpus.model import (
    Annotated,
    Article,
    Cleaning,
    Corpus,
    Decoding,
    KeptBlock,
    Paragraph,
    RemovedBlock,
)
from plugins.importer import capture

ARTICLE = Article("ferry", "The ferry stops", "2020-11-02", "harbour-post", "")
PARAGRAPHS = (Paragraph("pa", "One."), Paragraph("pb", "Two."), Paragraph("pc", "Three."))


def block(number: int, reason: str = "share") -> RemovedBlock:
    """Return a removed block that stands on the line of its number."""
    return RemovedBlock(number, number, number, reason, "its form", f"removed {number}")


def cleaning(*removed: RemovedBlock, kept: dict[int, str], edited: str = "") -> Cleaning:
    """Return a cleaning with these removed blocks; `kept` maps a block's number to its anchor."""
    return Cleaning(
        "ferry",
        "5d/ferry.txt",
        "5d00",
        Decoding("utf-8", "utf-8"),
        removed,
        tuple(KeptBlock(number, anchor) for number, anchor in kept.items()),
        edited=(edited,) if edited else (),
    )


def annotated(*paragraphs: Paragraph, rights: str = "public") -> Annotated:
    """Return an article of these paragraphs."""
    return Annotated(replace(ARTICLE, rights=rights), paragraphs, (), (), (), ())


def words(found: list[Step]) -> list[str]:
    """Return what stands on the page, one string a paragraph or removed block."""
    return [
        text
        for step in found
        for text in (
            *([step.paragraph.text] if step.paragraph else []),
            *(each.block.text for each in step.removed),
        )
    ]


def test_removed_blocks_stand_between_the_paragraphs() -> None:
    """Above the first, between two, in a row, and under the last: in the order of the capture."""
    given = cleaning(block(1), block(3), block(4), block(7), kept={2: "pa", 5: "pb", 6: "pc"})
    found = words(list(steps(given, annotated(*PARAGRAPHS))))
    assert found == ["removed 1", "One.", "removed 3", "removed 4", "Two.", "Three.", "removed 7"]


def test_a_paragraph_that_people_added_moves_no_block() -> None:
    """What was removed stays under the paragraph it stood under."""
    given = cleaning(block(2), kept={1: "pa", 3: "pc"}, edited="pb")
    found = list(steps(given, annotated(*PARAGRAPHS)))
    assert words(found) == ["One.", "Two.", "removed 2", "Three."]
    assert [step.edited for step in found if step.paragraph] == [False, True, False]


def test_a_paragraph_that_people_took_away_is_counted_where_it_stood() -> None:
    """The page says so, since its words are no longer in the collection."""
    given = cleaning(block(3), kept={1: "pa", 2: "", 4: "pb"})
    row = next(step for step in steps(given, annotated(*PARAGRAPHS[:2])) if not step.paragraph)
    assert (row.gone, [each.block.number for each in row.removed]) == (1, [3])


def test_a_long_row_is_folded() -> None:
    """The menus of a saved page are shown when asked for, with their reasons counted."""
    many = [block(number, "outside") for number in range(1, 30)]
    given = cleaning(*many, block(40), kept={30: "pa"})
    first, _, last = steps(given, annotated(PARAGRAPHS[0]))
    assert first.folded
    assert [(each.reason, each.count) for each in first.reasons] == [("outside", 29)]
    assert not last.folded


def test_reasons_are_counted_the_commonest_first() -> None:
    """Those of one count keep the capture's order."""
    counts = reason_counts([block(1, "tags"), block(2, "share"), block(3, "share")])
    assert [(each.reason, each.count) for each in counts] == [("share", 2), ("tags", 1)]


def test_what_was_moved_is_what_the_import_moves() -> None:
    """The reasons that mean "into the header" are the import's own."""
    assert MOVED == capture.MOVED


def test_an_article_is_not_named_like_anothers_cleaning() -> None:
    """Two pages cannot lie at one address, and the build says which file to rename."""
    other = Annotated(replace(ARTICLE, slug="ferry-cleaning"), (), (), (), (), ())
    corpus = Corpus(articles=(annotated(), other), cleanings=(cleaning(kept={}),))
    (wrong,) = check_addresses(corpus)
    assert wrong.code == "SLUG-TWICE"
    assert '"ferry-cleaning"' in wrong.wrong


def test_an_article_leads_to_its_cleaning_and_says_how_much_was_removed() -> None:
    """One without a report leads nowhere."""
    corpus = Corpus(articles=(annotated(*PARAGRAPHS),), cleanings=(cleaning(block(1), kept={}),))
    assert _link(corpus) == ("articles/ferry-cleaning.html", 1)
    assert [page.path for page in pages(corpus)] == ["articles/ferry-cleaning.html"]
    assert _link(replace(corpus, cleanings=())) == ("", 0)


def test_the_public_edition_shows_no_cleaning_of_a_restricted_article() -> None:
    """Neither the page nor the number of blocks is there."""
    article = annotated(*PARAGRAPHS, rights="restricted")
    corpus = Corpus(articles=(article,), cleanings=(cleaning(block(1), kept={}),))
    corpus = publish(replace(corpus, site=replace(corpus.site, edition="public")))
    assert list(pages(corpus)) == []
    assert _link(corpus) == ("", 0)


def _link(corpus: Corpus) -> tuple[str, int]:
    (page,) = article_pages(corpus)
    values = page.made_of(corpus)
    return values.cleaning_path, values.removed  # type: ignore[attr-defined]


def test_every_reason_of_the_import_is_documented_and_has_a_name(root: Path) -> None:
    """The list in docs/formats.md is that of the source, and the template names each."""
    importer = root / "plugins" / "importer"
    found: set[str] = set()
    for path in importer.glob("*.py"):
        source = path.read_text("utf-8")
        found |= set(re.findall(r'Removed\(\s*(?:block|each\.block), "([^"]+)"', source))
        found |= set(re.findall(r'^\s*reason = "([^"]+)"', source, re.MULTILINE))
    rules = (importer / "publishers.toml").read_text("utf-8")
    found |= set(re.findall(r'reason = "([^"…]+)"', rules))
    docs = (root / "docs" / "formats.md").read_text("utf-8")
    listed = re.search(r"^The reasons: (.+?)\.$", docs, re.MULTILINE | re.DOTALL)
    assert listed
    documented = set(re.findall(r"`([^`]+)`", listed.group(1)))
    macro = (root / "theme" / "templates" / "parts" / "cleaning-reasons.html").read_text("utf-8")
    named = set(re.findall(r"""reason == (["'])(.+?)\1 %""", macro))
    assert len(found) > 20
    assert found <= documented
    assert documented == {name for _, name in named}
