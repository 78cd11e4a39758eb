"""Hold what is true of the attributions of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.annotate.attribution import find_attributions

PIECES = st.sampled_from(
    [
        *("the mayor", "said", "that", "told reporters", "according to", "she", "40 houses", "and"),
        *("burned", "claimed", "by"),
        *(
            ",",
            ".",
            "“",
            "”",
            '"',
            "''",
            "’s",
            "(",
            ")",
            ":",
            "—",
            "who",
            "put the toll at",
            "U.S.",
        ),
        *("Lena Brandt", "State media", "was", "reported", "\N{NO-BREAK SPACE}", "قالت", "\n"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_lie_within_the_text(text: str) -> None:
    """Every span is within the text and not empty; contents are in order and do not overlap."""
    for each in find_attributions(text):
        for start, end in (each.source, each.cue, *each.content):
            assert 0 <= start < end <= len(text)
        ends = [place for span in each.content for place in span]
        assert ends == sorted(ends)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_same_text_same_answer(text: str) -> None:
    """The answer depends on the text alone."""
    assert find_attributions(text) == find_attributions(text)
