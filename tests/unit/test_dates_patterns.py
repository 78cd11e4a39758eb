"""Check every pattern of dates by the example that stands with it in its table."""

from __future__ import annotations

import re

import pytest

from plugins.annotate.dates import find_dates
from plugins.annotate.dates.keys import COMPANIONS, WORDS
from plugins.annotate.dates.pattern import PIECES, Pattern
from plugins.annotate.dates.scan import PATTERNS
from plugins.corpus.edtf import is_valid
from plugins.corpus.model import Paragraph

KEYS = {key for keys in WORDS.values() for key in keys} | {"digits", "figures", "clock"}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
def test_an_example_is_read_as_its_table_says(pattern: Pattern) -> None:
    """The words in brackets are found, alone in their place, with value, EDTF and type."""
    before, words, after = re.split(r"[\[\]]", pattern.example)
    dates = find_dates([Paragraph("a", before + words + after)], pattern.published)
    here = [date for date in dates if date.start == len(before)]
    assert [(date.surface, date.timex_value, date.edtf, date.timex_type) for date in here] == [
        (words, pattern.value, pattern.edtf, pattern.timex_type)
    ]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
def test_a_pattern_names_known_keys_pieces_and_edtf(pattern: Pattern) -> None:
    """A key that no word has would switch the pattern off; a piece must exist."""
    assert set(pattern.key.split()) <= KEYS
    assert set(re.findall(r"<([A-Z_]+2?)>", pattern.words)) <= PIECES.keys()
    assert not pattern.edtf or is_valid(pattern.edtf)


def test_companions_make_no_date_alone() -> None:
    """A word has keys of dates or of companions first, never an unknown one."""
    assert {key for key in COMPANIONS if key not in KEYS} == set()
