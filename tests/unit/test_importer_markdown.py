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
