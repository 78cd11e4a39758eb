"""The header of a content file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.header import read_header

PATH = "articles/a.md"


def test_a_value_is_all_that_follows_the_first_colon() -> None:
    """Colons, quotes and Arabic in a value need no care."""
    header, problems = read_header('---\ntitle: One: "two" سجلّ\n---\nBody', PATH)
    assert problems == ()
    assert header.fields[0].values[0].text == 'One: "two" سجلّ'


def test_indented_lines_are_a_list_with_a_line_each() -> None:
    """Every value of a list knows the line it stands on."""
    header, _ = read_header("---\naliases:\n    One\n    Two\nname: X\n---\n", PATH)
    assert [(each.text, each.where.line) for each in header.fields[0].values] == [
        ("One", 3),
        ("Two", 4),
    ]
    assert header.fields[1].key == "name"


def test_the_body_knows_the_line_it_begins_on() -> None:
    """`body_line` counts from the top of the file."""
    header, _ = read_header("---\ntitle: x\n---\nFirst\nSecond\n", PATH)
    assert (header.body, header.body_line) == ("First\nSecond\n", 4)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1))
)
def test_every_value_comes_back(values: list[str]) -> None:
    """What is written as a list is read as that list."""
    lines = "".join(f"    {value}\n" for value in values)
    header, problems = read_header(f"---\nkey:\n{lines}---\n", PATH)
    assert problems == ()
    assert [each.text for each in header.fields[0].values] == [each.strip() for each in values]
