"""Which of the spans of a paragraph stand, where they would cross."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.annotate.weaving import Span, _cross, _uncrossed

SPANS = st.lists(
    st.builds(
        lambda start, length, name: Span(start, start + length, name, ()),
        st.integers(0, 300),
        st.integers(1, 200),
        st.sampled_from(("a", "time", "data")),
    ),
    max_size=30,
)


@given(SPANS)
@settings(deadline=None)
def test_the_first_of_spans_that_cross_stands(spans: list[Span]) -> None:
    """Each is kept unless it crosses one kept before it, however far apart they begin."""
    kept: list[Span] = []
    for span in spans:
        if not any(_cross(span, each) for each in kept):
            kept.append(span)
    assert sorted(_uncrossed(spans), key=id) == sorted(kept, key=id)
