"""Hold the drawing of who is named with an entity."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.lines import EntityLine
from plugins.entities.company import Companion
from plugins.entities.graph import ROW, WIDTH, Graph, Ties, graph


def companion(slug: str, together: int = 1, name: str = "") -> Companion:
    """Return a companion with a name like its slug."""
    return Companion(EntityLine(slug, "person", name or slug.title(), f"{slug}.html"), together, 0)


def drawn(*companions: Companion, ties: Ties | None = None) -> Graph:
    """Return a drawing, which there must be."""
    found = graph(companions, ties or {})
    assert found is not None
    return found


def test_one_companion_is_no_drawing() -> None:
    """A line between two says no more than the table does."""
    assert graph((companion("a"),), {}) is None


def test_who_is_tied_stands_side_by_side() -> None:
    """The ring goes from each to who is most often named with it."""
    found = drawn(*(companion(each) for each in "abcd"), ties={("a", "d"): 3, ("b", "c"): 1})
    assert [node.entity.slug for node in found.nodes] == ["a", "d", "c", "b"]


def test_more_paragraphs_make_a_larger_circle_and_a_thicker_line() -> None:
    """Sizes follow the counts."""
    found = drawn(companion("a", 9), companion("b", 1))
    one, other = found.nodes
    assert one.radius > other.radius
    rays = [edge.width for edge in found.edges if not edge.is_tie]
    assert rays[0] > rays[1] >= 1


def test_a_tie_bends_towards_the_middle() -> None:
    """Lines among the companions are told from those to the middle by their shape."""
    found = drawn(companion("a"), companion("b"), companion("c"), ties={("a", "b"): 1})
    (tie,) = (edge.path for edge in found.edges if edge.is_tie)
    assert re.fullmatch(r"M[\d.]+ [\d.]+Q[\d.]+ [\d.]+ [\d.]+ [\d.]+", tie)


def test_a_long_name_takes_two_lines_and_ends_in_an_ellipsis() -> None:
    """The link's title has the whole of it."""
    name = "The Committee for the Bridges and Ferries of the Lower River"
    (node, _) = drawn(companion("a", name=name), companion("b")).nodes
    assert len(node.words) == 2
    assert node.words[1].endswith("…")
    assert node.entity.name == name


@given(
    st.lists(st.integers(1, 500), min_size=2, max_size=12),
    st.lists(st.integers(0, 20), min_size=66, max_size=66),
)
def test_no_two_companions_share_a_row_on_their_side(
    counts: list[int], strengths: list[int]
) -> None:
    """Whatever is named how often, names do not overlap and all is inside of the height."""
    slugs = [f"e{at:02}" for at in range(len(counts))]
    found = drawn(
        *(companion(slug, count) for slug, count in zip(slugs, counts, strict=True)),
        ties=dict(zip(combinations(slugs, 2), strengths, strict=False)),
    )
    assert sorted(node.entity.slug for node in found.nodes) == slugs
    for anchor in ("start", "end"):
        rows = sorted(node.y for node in found.nodes if node.anchor == anchor)
        assert all(after - before >= ROW for before, after in pairwise(rows))
    assert all(ROW / 2 <= node.y <= found.height - ROW / 2 for node in found.nodes)
    assert all((node.x > WIDTH / 2) == (node.anchor == "start") for node in found.nodes)
