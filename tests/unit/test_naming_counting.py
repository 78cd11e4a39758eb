"""Hold which words are counted for which party, and which are somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.model import Form, Term
from plugins.naming.counting import lexicon, uses
from plugins.naming.level import levelled
from plugins.naming.quoting import quoted

TERMS = (
    Term(
        "council",
        "Those who run the town",
        forms=(
            Form("council", "council"),
            Form("town council", "council"),
            Form("mayor's men", "mayor"),
            Form("Orlo forces", "mayor"),
            Form("pro-council", "supporters"),
            Form("المجلس", "council"),
        ),
    ),
    Term("strikers", "Those who strike", forms=(Form("striker", "s"), Form("strikers", "s"))),
)
LEXICON = lexicon(TERMS)


def counted(text: str) -> list[str]:
    """Return the words of a text that are counted."""
    return [text[each.start : each.end] for each in uses(LEXICON, text)[0]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The town council met.", ["town council"]),
        ("A council-run mill; the council’s mill.", ["council", "council"]),
        ("COUNCIL CLOSES MILL. Council silent.", ["COUNCIL", "Council"]),
        ("Strikers shouted; a striker's horn.", ["Strikers", "striker"]),
        ("The mayor’s men, the mayor's\xa0men.", ["mayor’s men", "mayor's\xa0men"]),
        ("Pro‑council marches; a pro council march.", ["Pro‑council", "pro council"]),
        ("Orlo forces withdrew.", ["Orlo forces"]),
        ("قال المجلس إن", ["المجلس"]),
        ("والمجلسُ قال، وللمجلس رأي", ["المجلسُ", "للمجلس"]),
    ],
)
def test_a_form_is_counted_as_it_may_be_written(text: str, words: list[str]) -> None:
    """Hyphens, spaces, apostrophes, a capital, a possessive, Arabic's joined letters: the same."""
    assert counted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The councillor left.",
        "An anti-council march.",
        "orlo forces",
        "Orlo's forces",
        "the mayor; men",
        "مجلسنا",
    ],
)
def test_other_words_are_not_counted(text: str) -> None:
    """A longer word, a compound, a name without its capital, words with something between."""
    assert counted(text) == []


def test_each_use_knows_its_group() -> None:
    """The number is that of the group in its term."""
    found, _ = uses(LEXICON, "The council, the mayor's men, pro-council strikers.")
    assert [(each.term, each.group) for each in found] == [
        ("council", 0),
        ("council", 1),
        ("council", 2),
        ("strikers", 0),
    ]


def test_words_are_counted_for_the_shares() -> None:
    """An apostrophe parts no word, a hyphen does."""
    assert uses(LEXICON, "Don't re-open the mayor’s mill, 3 said.")[1] == 8


PIECES = st.sampled_from(
    (
        *("council", "town", "Town ", "Council", "’s", "'s", "-", " ", "\xa0", "mayor", "men", "و"),
        *("المجلس", "لل", "\u064f", "Orlo forces", "pro", "strikers", "“", "”", '"', "‘", "’", "."),
    )
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_uses_never_overlap(text: str) -> None:
    """Each stands within the text, after the one before it."""
    last = 0
    for each in uses(LEXICON, text)[0]:
        assert last <= each.start < each.end <= len(text)
        last = each.end


@given(st.text())
def test_levelling_moves_no_letter(text: str) -> None:
    """Every offset of the levelled text is one of the text; levelling again changes nothing."""
    assert len(levelled(text)) == len(text)
    assert levelled(levelled(text)) == levelled(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            'He said “the mill” and «the dam» and "the weir".',
            ["“the mill”", "«the dam»", '"the weir"'],
        ),
        ("They don’t ‘strike’, they ‘don’t work’.", ["‘strike’", "‘don’t work’"]),
        ("“We ‘wait’ here,” he said.", ["“We ‘wait’ here,”"]),
        ("“We wait. And then", ["“We wait. And then"]),
        ("The strikers’ horn, in ‘16.", []),
    ],
)
def test_what_stands_between_quotation_marks(text: str, inside: list[str]) -> None:
    """Marks of all kinds; an apostrophe is none; an open quotation goes on."""
    assert [text[start:end] for start, end in quoted(text)] == inside


@given(st.lists(PIECES, max_size=14).map("".join))
def test_quotations_never_overlap(text: str) -> None:
    """Each begins where the one before it has ended, or later."""
    last = 0
    for start, end in quoted(text):
        assert last <= start < end <= len(text)
        last = end
