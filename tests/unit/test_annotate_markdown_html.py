"""Markdown that is written directly, beside what the parser writes."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.markdown_html import html_of

ATOMS = (
    *("word", "two words", "it’s", "“so”", "عربي", "é", "\u00a0", "\u2028", "\x0b", "\x85", "3."),
    *("\n", "\n\n", "\n\n\n", " ", "  \n", "    ", "\t", "\r\n", "\x02"),
    *("- a", "* b", "+ c", "1. d", "2) e", "# f", "> g", "---", "===", "-", "=", ":", "~", "#h"),
    *("*i*", "_j_", "`k`", "**l**", "a_b_c", "\\*", "a & b", "&amp;", "!", "![m](n)"),
    *("[o](http://p.q)", "[o](entity:p)", "[r]", "[1]: s", "<b>", "```", "~~~", "{: #t}"),
    *("|u|v|", "\n|--|--|\n", "http://w.x/y_z"),
)


def parsed(text: str) -> str:
    """Return what a fresh parser makes of a text."""
    extensions = ["tables", "sane_lists", "fenced_code"]
    return markdown.markdown(text, extensions=extensions, output_format="html")


@given(st.lists(st.sampled_from(ATOMS), max_size=14).map("".join))
def test_the_html_is_that_of_the_parser(text: str) -> None:
    """Whatever stands in a text, in whatever order."""
    assert html_of(text) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "One line\nand another.\n\nA second paragraph.\n",
        "Words.\n\n- a\n\n- b\n\nWords.\n\n> c\n\n> d\n\nWords with *stress*.",
        "```\na\n\nb\n```\n\nWords.",
        "See [this][1].\n\nWords.\n\n[1]: http://example.org",
        "    \n\nWords.",
    ],
)
def test_blocks_that_belong_together_stay_together(text: str) -> None:
    """Lists, quotations, fences and references reach over blank lines."""
    assert html_of(text) == parsed(text)
