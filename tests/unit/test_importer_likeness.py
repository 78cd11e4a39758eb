"""Reports with the same text are told by sketches."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.importer.likeness import Likenesses, likeness, overlap, sketch_of

WORDS = [f"word{n}" for n in range(3000)]


def text(seed: int, length: int = 400) -> str:
    """Return words in an order that the seed decides."""
    return " ".join(random.Random(seed).choices(WORDS, k=length))  # noqa: S311 - no secret


def test_the_same_text_is_wholly_alike() -> None:
    """Case, quotes and white space do not count."""
    one = sketch_of(text(1))
    assert likeness(one, sketch_of(text(1).upper().replace(" ", "\n"))) == 1.0


def test_other_texts_are_not_alike() -> None:
    """Texts with the same vocabulary in other orders share nothing."""
    assert likeness(sketch_of(text(1)), sketch_of(text(2))) == 0.0


@pytest.mark.parametrize("share", [0.9, 0.7, 0.5])
def test_estimates_the_share_in_common(share: float) -> None:
    """The estimate is near the true share of shingles."""
    both = text(3, 1000)
    common = " ".join(both.split()[: int(1000 * share)])
    found = likeness(sketch_of(both), sketch_of(common))
    assert abs(found - share) < 0.15


def test_a_part_is_told_by_overlap() -> None:
    """An agency's text inside a longer report overlaps wholly, though it is not alike."""
    agency = text(4, 500)
    assert overlap(sketch_of(agency), sketch_of(f"{agency} {text(5, 500)}")) > 0.8


def test_short_texts_have_no_sketch() -> None:
    """A few words are alike by chance; they are never compared."""
    assert sketch_of("Five words are too few") == ()
    assert likeness((), ()) == 0.0


def test_finds_the_most_alike_first() -> None:
    """Among many articles, those alike are found, the most alike first."""
    known = Likenesses()
    for seed in range(20):
        known.add(f"other-{seed:02}", sketch_of(text(seed + 100)))
    known.add("whole", sketch_of(text(7)))
    known.add("most", sketch_of(text(7, 320)))
    assert [slug for slug, _ in known.like(sketch_of(text(7)))] == ["whole", "most"]


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    """Law: likeness has no direction, and lies between 0 and 1."""
    first, second = sketch_of(one), sketch_of(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0.0 <= likeness(first, second) <= 1.0
