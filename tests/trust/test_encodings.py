"""Captures in any encoding are read right, or say that they may not be."""

from __future__ import annotations

import pytest

from plugins.importer.decoding import decode
from plugins.importer.rules import read_rules

from .encodings import LEAST, ROOT, cases, read

CASES = list(cases())
FORMS = sorted({each.form for each in CASES})


@pytest.mark.parametrize("form", FORMS)
def test_what_is_read_wrong_says_so(form: str) -> None:
    """Of a part of each form's cases nearly all are right, and none is wrong in silence."""
    book = read_rules(ROOT / "content")
    found = [read(each, book) for each in CASES if each.form == form][::5]
    assert [each.fault for each in found if each.fault] == []
    assert [each.case.name for each in found if not each.right and not each.flagged] == []
    assert sum(each.right for each in found) >= (LEAST - 0.05) * len(found)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_the_order_of_bytes_is_told_without_a_mark(order: str) -> None:
    """A text that begins with an ASCII letter has the bytes of a space in both orders."""
    text = "The ferry was late again, and so was the bread.\n"
    assert decode(text.encode(order)).encoding == order


def test_a_wrong_declaration_is_not_believed() -> None:
    """A Russian page that calls itself Western is read as Russian, and doubted."""
    told = "<p>Паром опоздал, и хлеб привезли на остров только вечером, сказал лодочник.</p>\n"
    page = f"<meta charset='iso-8859-1'>{told * 3}"
    decoded = decode(page.encode("cp1251"))
    assert decoded.text == page
    assert decoded.doubt


def test_swedish_is_no_language_of_central_europe() -> None:
    """Letters that only Nordic texts have are read by the Western code page."""
    text = "Färjan är sen igen, och brödet kom först på kvällen till ön.\n" * 3
    assert decode(text.encode("cp1252")).text == text
