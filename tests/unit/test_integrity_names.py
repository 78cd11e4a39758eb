"""The names of a finished site's files."""

from __future__ import annotations

import pytest

from plugins.integrity.names import check_names


@pytest.mark.parametrize("path", ["con.html", "data/NUL.json", "aux/a.html", "lpt1", "com1.tar.gz"])
def test_a_device_is_told(path: str) -> None:
    """Windows opens its device whatever the folder and the ending."""
    assert [(each.path, each.code) for each in check_names((path,))] == [(path, "NAME-RESERVED")]


@pytest.mark.parametrize("path", ["console.html", "nullify/a.html", "com10.html", "a.con"])
def test_a_word_that_begins_alike_is_none(path: str) -> None:
    """The whole name before the first dot is the device's."""
    assert list(check_names((path,))) == []


def test_two_names_that_differ_in_case_are_told() -> None:
    """A stick would keep one of them."""
    found = list(check_names(("a/Page.html", "a/page.html", "b/page.html")))
    assert [(each.path, each.code) for each in found] == [("a/page.html", "NAME-CASE")]
