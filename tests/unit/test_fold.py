"""Folding brings the spellings of a word together, and cutting a text keeps its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.fold import fold, forms, tokens

SPELLINGS = [
    ("Zürich", "zurich"),
    ("Łódź", "lodz"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("Ærø", "aero"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"),
    ("ΟΔΟΣ", "οδοσ"),
    ("O'Brien", "obrien"),
    ("Sha\u2019ar", "shaar"),
    ("\u02bfAyn", "ayn"),
    ("al\u200dpha", "alpha"),
    ("ﬁle", "file"),
    ("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u0645\u062d\u0645\u062f"),
    ("\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f"),
    ("\u0625\u062f\u0644\u0628", "\u0627\u062f\u0644\u0628"),
    ("\u0622\u0645\u0646", "\u0627\u0645\u0646"),
    ("\u0671\u0644", "\u0627\u0644"),
    ("\u062d\u0640\u0640\u0644\u0628", "\u062d\u0644\u0628"),
    ("\u062d\u0645\u0627\u0629", "\u062d\u0645\u0627\u0647"),
    ("\u0645\u0635\u0637\u0641\u0649", "\u0645\u0635\u0637\u0641\u064a"),
    ("\u06a9\u0631\u06cc\u0645", "\u0643\u0631\u064a\u0645"),
    ("\u0664\u0662", "42"),
    ("\u06f4\u06f2", "42"),
]


@pytest.mark.parametrize(("written", "folded"), SPELLINGS)
def test_spellings_of_a_word_fold_together(written: str, folded: str) -> None:
    """Case, marks, letter forms, digits and silent characters make no difference."""
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """fold(fold(x)) == fold(x)."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tokens_are_the_forms_with_their_places(text: str) -> None:
    """Both ways of cutting agree, and places are ordered, inside the text and not empty."""
    found = tokens(text)
    assert [form for form, _, _ in found] == forms(text)
    borders = [border for _, start, end in found for border in (start, end)]
    assert all(start < end for _, start, end in found)
    assert all(0 <= border <= len(text) for border in borders)


def test_a_vowel_sign_of_devanagari_stays_in_its_word() -> None:
    """Marks that are vowels neither vanish nor cut the word."""
    assert len(forms("हिन्दी")) == 1


def test_scripts_without_spaces_give_a_word_a_character() -> None:
    """Han characters are found one by one."""
    assert forms("阿勒颇 Aleppo") == ["阿", "勒", "颇", "aleppo"]


def test_a_token_takes_its_marks_but_no_apostrophe() -> None:
    """The end of a word is where a reader would underline it."""
    text = "cafe\u0301 'Assad' end"
    assert [text[start:end] for _, start, end in tokens(text)] == ["cafe\u0301", "Assad", "end"]


def test_what_joins_words_cuts_them() -> None:
    """Hyphens, dots and underlines are no part of a word; digits are."""
    assert forms("al-Assad U.S. 1,300 snake_case") == [
        *("al", "assad", "u", "s", "1", "300", "snake", "case")
    ]
