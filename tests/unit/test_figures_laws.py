"""Hold what is true of the figures of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.annotate.figures import find_figures
from plugins.corpus.model import Paragraph

PIECES = st.sampled_from(
    [
        *("40", "1,250", "3.5", "2014", "one", "two", "hundred", "million", "dozens", "half", "%"),
        *("more than", "up to", "between", "and", "to", "–", "or two", "a month", "of", "the", "$"),
        *("people", "boats", "said", "the mayor", "“", "”", ",", ".", ":", "He", "percent", "-day"),
        *("\N{NO-BREAK SPACE}", "٤٠", "قال"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_figures_keep_to_the_text(texts: list[str]) -> None:
    """Surfaces are the text's, figures of a paragraph do not overlap, and low is not above high."""
    paragraphs = [Paragraph(str(number), text) for number, text in enumerate(texts)]
    by_anchor = {each.anchor: each.text for each in paragraphs}
    last = ("", 0)
    for figure in find_figures(paragraphs, (), ()):
        assert figure.surface == by_anchor[figure.anchor][figure.start : figure.end] != ""
        assert figure.anchor != last[0] or figure.start >= last[1]
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        assert bool(figure.cue_surface) == bool(figure.said_by_surface)
        last = (figure.anchor, figure.end)
