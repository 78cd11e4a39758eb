"""Finding what is masked, whatever its spelling."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.masking.passages import mask_passage
from plugins.corpus.masking.spans import joined, replaced, within
from plugins.corpus.masking.words import phrases
from plugins.corpus.model import Passage

NAMES = phrases(("Selma Orhan", "Orhan", "سلمى", "الصاخور"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Selma Orhan said", "Selma Orhan"),
        ("SELMA ORHAN", "SELMA ORHAN"),
        ("by Selma-Orhan, she", "Selma-Orhan"),
        ("of Selma\nOrhan", "Selma\nOrhan"),
        ("Orhan's house", "Orhan's"),
        ("Orhan’s house", "Orhan’s"),
        ("Ōrhān", "Ōrhān"),
        ("وسلمى قالت", "وسلمى"),
        ("سَلمى", "سَلمى"),
        ("للصاخور", "للصاخور"),
        ("selma-orhan.html", "selma-orhan"),
        ("#SelmaOrhan", "SelmaOrhan"),
        ("https://selmaorhan.example/", "selmaorhan"),
        ("by selmaorhan1970", "selmaorhan1970"),
        ("Sel\u00adma Or\u200bhan", "Sel\u00adma Or\u200bhan"),
        ("Ｓｅｌｍａ Ｏｒｈａｎ", "Ｓｅｌｍａ Ｏｒｈａｎ"),
    ],
)
def test_a_name_is_found_in_its_spellings(text: str, found: str) -> None:
    """Case, hyphens, genitives, diacritics, Arabic vowels, joined words, accounts."""
    ((start, end),) = NAMES.spans(text)
    assert text[start:end] == found
    assert len(NAMES.met(text)) == 1


@pytest.mark.parametrize("text", ["Orhangazi", "Selma", "norhan", "", "سلمان"])
def test_other_words_are_not(text: str) -> None:
    """A word that only begins or ends alike, or half of a name, is no match."""
    assert NAMES.spans(text) == ()
    assert NAMES.met(text) == ()


@given(st.text(alphabet="ab Orhan'سلمى-\n"), st.text(alphabet="x .Orhan"))
def test_after_masking_nothing_is_found(before: str, after: str) -> None:
    """Masking a text leaves no masked word in it."""
    text = f"{before} Orhan {after}"
    masked = replaced(text, joined(NAMES.spans(text)), "[…]")
    assert NAMES.spans(masked) == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))))
def test_joined_spans_do_not_overlap(starts: list[tuple[int, int]]) -> None:
    """They cover the same places, in order."""
    spans = [(start, start + length) for start, length in starts]
    found = joined(spans)
    places = {place for start, end in spans for place in range(start, end)}
    assert {place for start, end in found for place in range(start, end)} == places
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_spans_are_parted_at_the_ends_of_a_stretch() -> None:
    """A name over two text nodes is cut in both."""
    assert within([(3, 9), (20, 22)], 5, 10) == [(0, 4)]


@pytest.mark.parametrize(
    ("html", "masked"),
    [
        ('<p id="p1">by Selma Orhan.</p>', '<p id="p1">by [x].</p>'),
        ('<p id="p1">Selma <em>Orhan</em>.</p>', '<p id="p1">[x]<em></em>.</p>'),
        (
            '<p id="p1"><a class="mention" data-entity="so" href="../so.html">She</a> said</p>',
            '<p id="p1">[x] said</p>',
        ),
        (
            '<p id="p1"><data data-said-by="so" value="3">three</data></p>',
            '<p id="p1"><data value="3">three</data></p>',
        ),
        (
            '<p id="p1"><a href="https://example.org/selma-orhan">this</a></p>',
            '<p id="p1"><a>this</a></p>',
        ),
        (
            '<p id="p1"><abbr title="Selma Orhan">S. O.</abbr></p>',
            '<p id="p1"><abbr title="[x]">S. O.</abbr></p>',
        ),
        ('<p id="p1">a &lt;b&gt; &amp; Orhan</p>', '<p id="p1">a &lt;b&gt; &amp; [x]</p>'),
    ],
)
def test_html_is_masked_across_its_elements(html: str, masked: str) -> None:
    """Text, attributes, links and mentions; what is escaped stays escaped."""
    found = mask_passage(Passage(html, ("p1",)), NAMES, frozenset({"so"}), "[x]")
    assert found.html == masked
