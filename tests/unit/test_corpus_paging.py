"""Hold how long lists are parted, and how their pages are turned."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.paging import page_path, pager, parts


@given(st.lists(st.integers()), st.integers(1, 50))
def test_parts_lose_nothing(found: list[int], most: int) -> None:
    """All parts together are the list, and none is longer than a page may be."""
    cut = parts(found, most)
    assert [each for part in cut for each in part] == found
    assert max(len(part) for part in cut) <= most


def test_an_empty_list_is_one_empty_page() -> None:
    """A page that says that there is nothing has its address too."""
    assert parts((), 10) == ((),)


def test_the_first_page_has_the_lists_own_address() -> None:
    """Further pages lie in a folder of its name."""
    assert page_path("people.html", 1) == "people.html"
    assert page_path("people/roe.html", 3, "mentions") == "people/roe/mentions-3.html"


def test_one_page_needs_no_turning() -> None:
    """A pager of one is left out."""
    assert pager("people.html", 1, 1) == ()


def test_a_gap_is_told() -> None:
    """First, last and neighbours are there; what is left out between them is marked."""
    lines = pager("p.html", 20, 10)
    assert [(each.number, each.gap) for each in lines] == [
        (1, False),
        (9, True),
        (10, False),
        (11, False),
        (20, True),
    ]


@given(st.integers(2, 400), st.data())
def test_a_pager_never_grows(pages: int, data: st.DataObject) -> None:
    """However many pages there are, seven at most are listed, with no gap of a single one."""
    current = data.draw(st.integers(1, pages))
    lines = pager("p.html", pages, current)
    numbers = [each.number for each in lines]
    assert len(numbers) <= 7
    assert {1, current, pages} <= set(numbers)
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    assert [each.gap for each in lines[1:]] == [step > 1 for step in steps]
    assert 2 not in steps
