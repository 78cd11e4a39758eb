"""Anchors that survive edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.anchors import (
    Anchored,
    anchor_paragraphs,
    changed_paragraphs,
    read_memory,
    write_memory,
)

FIRST = "The council closed the old bridge at Marbat on Tuesday after engineers found a crack."
EDITED = (
    "The council closed the old bridge at Marbat on Tuesday morning after engineers found cracks."
)
SECOND = "About three hundred people live on the far bank and cross it every day to go to work."
THIRD = "A ferry is to run from Thursday."


def build(texts: list[str], before: Anchored | None = None) -> Anchored:
    """Anchor the texts as the build after `before` would."""
    memory = read_memory(write_memory(before.memory)).get("a", ()) if before else ()
    return anchor_paragraphs("a", texts, memory)


def test_an_edited_paragraph_keeps_its_anchor() -> None:
    """A few words more do not move a citation."""
    before = build([FIRST, SECOND])
    assert build([EDITED, SECOND], before).anchors == before.anchors


def test_paragraphs_that_swap_places_take_their_anchors_along() -> None:
    """An anchor follows the text, not the place."""
    before = build([FIRST, SECOND])
    assert build([SECOND, FIRST], before).anchors == before.anchors[::-1]


def test_a_new_paragraph_moves_no_anchor() -> None:
    """What is put in between gets an anchor of its own."""
    before = build([FIRST, SECOND])
    after = build([FIRST, THIRD, SECOND], before)
    assert (after.anchors[0], after.anchors[2]) == before.anchors
    assert after.anchors[1] not in before.anchors


def test_the_anchor_of_a_paragraph_taken_away_lands_on_the_one_before() -> None:
    """An old link still leads into the article, also builds later."""
    before = build([FIRST, SECOND, THIRD])
    after = build([FIRST, THIRD], before)
    assert after.past[0] == (before.anchors[1],)
    assert build([FIRST, THIRD], after).past == after.past


def test_equal_paragraphs_get_different_anchors() -> None:
    """Anchors are unique in an article."""
    assert len(set(build([THIRD, THIRD, THIRD]).anchors)) == 3


def test_an_unchanged_text_has_no_changed_paragraph() -> None:
    """Nor has one that nothing is remembered of: it is new."""
    before = build([FIRST, SECOND])
    assert changed_paragraphs(before.memory, build([FIRST, SECOND], before).memory) == ()
    assert changed_paragraphs((), before.memory) == ()


def test_changed_paragraphs_are_the_edited_the_new_and_the_gone() -> None:
    """The edited one under the anchor it keeps, the one that is gone under its old one, last."""
    before = build([FIRST, SECOND])
    after = build([EDITED, THIRD], before)
    changed = changed_paragraphs(before.memory, after.memory)
    assert changed == (before.anchors[0], after.anchors[1], before.anchors[1])


def test_a_paragraph_that_moved_is_not_changed() -> None:
    """Its words are as they were."""
    before = build([FIRST, SECOND])
    assert changed_paragraphs(before.memory, build([SECOND, FIRST], before).memory) == ()


TEXTS = st.lists(st.sampled_from([FIRST, EDITED, SECOND, THIRD, "Short.", ""]), max_size=6)


@given(TEXTS, TEXTS)
def test_no_anchor_is_ever_lost(one: list[str], other: list[str]) -> None:
    """Whatever an edit does, each anchor given before is still there, once."""
    before = build(one)
    after = build(other, before)
    if other:
        known = [*after.anchors, *(old for olds in after.past for old in olds)]
        assert set(before.anchors) <= set(known)
        assert len(known) == len(set(known))


@given(TEXTS)
def test_a_second_build_changes_nothing(one: list[str]) -> None:
    """With its own memory an unchanged article gets the same anchors."""
    before = build(one)
    assert build(one, before) == before
