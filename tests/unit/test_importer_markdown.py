"""Markdown that an import writes reads back to the same text."""

from __future__ import annotations

import re

import lxml.html
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.importer.capture import Block
from plugins.importer.markdown_text import body_of, escaped

TRICKY = st.text(
    alphabet=st.sampled_from(list("ab1 .:#*_-+=~|>[]()!`\\<>&;{}^\"'@/éع")), max_size=40
)
SPACE = re.compile(r"\s+")


def read_back(body: str, extensions: tuple[str, ...]) -> str:
    """Return the text of a body after Markdown and HTML have read it."""
    page = markdown.markdown(body, extensions=list(extensions))
    return SPACE.sub(" ", lxml.html.fromstring(f"<div>{page}</div>").text_content()).strip()


def plain(text: str) -> str:
    """Return a text as a block has it: single spaces, none outside."""
    return SPACE.sub(" ", text).strip()


@pytest.mark.parametrize("extensions", [(), ("extra",), ("tables", "sane_lists", "fenced_code")])
@settings(deadline=None)
@given(text=TRICKY | st.text(max_size=60).filter(str.isprintable))
def test_a_paragraph_reads_back_to_its_text(text: str, extensions: tuple[str, ...]) -> None:
    """Law: for any line of text, Markdown gives the same text back."""
    line = plain(text)
    assert read_back(escaped(line), extensions) == line


@pytest.mark.parametrize("role", ["heading", "quote", "item", "p"])
@settings(deadline=None)
@given(texts=st.lists(TRICKY.map(plain).filter(bool), min_size=1, max_size=4))
def test_blocks_read_back_to_their_texts_in_order(texts: list[str], role: str) -> None:
    """Law: headings, quotes, list items and paragraphs keep their words and their order."""
    blocks = [
        Block(n, text, n, n, role, 2 if role == "heading" else 1) for n, text in enumerate(texts)
    ]
    assert read_back(body_of(blocks), ("extra",)) == " ".join(texts)


BLOCKS = st.lists(
    st.builds(
        Block,
        st.just(1),
        TRICKY.map(plain).filter(bool),
        st.just(1),
        st.just(1),
        st.sampled_from(["p", "heading", "quote", "item"]),
        st.integers(0, 6),
    ),
    max_size=8,
)


def structure(body: str) -> list[tuple[str, int, str]]:
    """Return each text of a body as Markdown reads it: what it stands in, how deep, the words."""
    page = markdown.markdown(body, extensions=["extra"])
    read = []
    for text in lxml.html.fromstring(f"<div>{page}</div>").xpath("//p|//li|//h2|//h3|//h4|//pre"):
        above = [each.tag for each in text.iterancestors()]
        words = SPACE.sub(" ", text.text_content() if text.tag != "li" else text.text or "").strip()
        role = "quote" if "blockquote" in above else text.tag
        read.append((role, above.count("ul") if role == "li" else 0, words))
    return read


def intended(blocks: list[Block]) -> list[tuple[str, int, str]]:
    """Return the same of blocks: an item is at most one deeper than the one above it."""
    told, above = [], 0
    for block in blocks:
        above = min(max(block.level, 1), above + 1) if block.role == "item" else 0
        heading = f"h{min(max(block.level, 2), 4)}"
        role = {"heading": heading, "item": "li"}.get(block.role, block.role)
        told.append((role, above, block.text))
    return told


@settings(deadline=None)
@given(blocks=BLOCKS)
def test_any_blocks_are_read_back_as_what_they_are(blocks: list[Block]) -> None:
    """Law: whatever stands above, a nested item is an item, a heading a heading, none is code."""
    assert structure(body_of(blocks)) == intended(blocks)


def test_a_nested_item_without_a_parent_is_an_item() -> None:
    """A page may open a list with a deeper one; indented by itself it would be code."""
    blocks = [Block(1, "Bread", 1, 1, "item", 2), Block(2, "Water", 2, 2, "item", 3)]
    assert body_of(blocks) == "- Bread\n    - Water\n"


def test_plain_prose_is_not_escaped() -> None:
    """A curator reads the file: brackets, dashes and quotes of ordinary prose stay as they are."""
    text = 'One [officer] said "we hold 40% - no more" & left; see page 3.'
    assert escaped(text) == text


def test_a_subhead_is_a_second_level_heading() -> None:
    """Subheads stay headings; items of a list stand directly below each other."""
    blocks = [
        Block(1, "What came next", 1, 1, "heading", 2),
        Block(2, "Bread", 2, 2, "item", 1),
        Block(3, "Water", 3, 3, "item", 1),
    ]
    assert body_of(blocks) == "## What came next\n\n- Bread\n- Water\n"
