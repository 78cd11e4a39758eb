"""Hold what reference managers are given."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.corpus.citing.bibtex import bibtex
from plugins.corpus.citing.csl import csl_date, csl_item
from plugins.corpus.citing.records import Record, page_record, report_record
from plugins.corpus.citing.ris import ris
from plugins.exports.citations import citation_files
from tests.unit.exports_corpus import CORPUS, ONE, TWO

RECORD = report_record(CORPUS, ONE)


def test_bibtex_says_what_tex_would_read_as_marks() -> None:
    """Percent, ampersand, hash and underline are commands; a brace in a text is balanced."""
    title = bibtex(Record("k", "50% of {a}_b & #1 $", "Paper")).splitlines()[1]
    escaped = r"50\% of \textbraceleft{}a\textbraceright{}\_b \& \#1 \$"
    assert title == f"  title = {{{{{escaped}}}}},"


def test_bibtex_has_authors_in_the_form_that_is_never_split() -> None:
    """A particle stays with the family name; a desk is one name."""
    assert "author = {Doe, Jane and Abu Hamid, Ammar}," in bibtex(RECORD)
    assert "author = {{Paper Staff}}," in bibtex(report_record(CORPUS, TWO))


def test_bibtex_has_the_date_twice() -> None:
    """EDTF for biblatex; year, month and day for BibTeX."""
    text = bibtex(RECORD)
    assert "date = {2016-11-28?}," in text
    assert "year = {2016},\n  month = nov,\n  day = {28}," in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40))
def test_bibtex_is_balanced_whatever_a_title_says(title: str) -> None:
    """Braces close, so that an entry never swallows the next."""
    text = bibtex(Record("k", title, "Paper"))
    assert text.count("{") == text.count("}")


def test_ris_has_both_addresses_and_one_value_a_line() -> None:
    """UR stands twice; a line break in a title becomes a space."""
    lines = ris(
        Record("k", "a\nb", "Paper", address="https://a.example", archived="https://b.example")
    )
    assert lines.split("\r\n")[2] == "TI  - a b"
    assert lines.count("UR  - ") == 2
    assert lines.endswith("ER  - \r\n")


def test_ris_notes_a_date_that_is_no_plain_day() -> None:
    """The doubt is kept beside the year and the day."""
    lines = ris(RECORD).split("\r\n")
    assert "DA  - 2016/11/28/" in lines
    assert "N1  - Date (EDTF): 2016-11-28?" in lines


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2016-11-28", {"date-parts": [[2016, 11, 28]]}),
        ("2016-11~", {"date-parts": [[2016, 11]], "circa": True}),
        ("2016-11-26/2016-11-28", {"date-parts": [[2016, 11, 26], [2016, 11, 28]]}),
        ("2016-11-28T06:00", {"date-parts": [[2016, 11, 28]]}),
        ("2016-21", {"literal": "spring 2016"}),
        ("2016-11-XX", {"literal": "a day in November 2016"}),
        ("", {}),
    ],
)
def test_csl_has_parts_or_words(edtf: str, expected: dict[str, object]) -> None:
    """A date that CSL cannot hold is given in words."""
    assert csl_date(edtf) == expected


def test_csl_leaves_empty_parts_out() -> None:
    """No key of an item is empty."""
    assert all(csl_item(report_record(CORPUS, TWO)).values())
    assert "URL" not in csl_item(report_record(CORPUS, TWO))


def test_everything_has_its_files() -> None:
    """Three formats for all reports, and for each report, entity, event and claim."""
    paths = [each.path for each in citation_files(CORPUS)]
    assert len(paths) == len(set(paths)) == 3 * (1 + 3 + 3 + 2 + 1)
    assert {"data/archive.bib", "data/places/riverton.ris", "data/claims/buses.csl.json"} <= {
        *paths
    }


def test_a_claims_file_has_the_page_and_the_reports() -> None:
    """First the archive's page, then each report once."""
    files = {each.path: each.content for each in citation_files(CORPUS, "https://a.example")}
    items = json.loads(files["data/claims/buses.csl.json"])
    assert [each["id"] for each in items] == ["claim:buses", "one", "three"]
    assert items[0]["URL"] == "https://a.example/claims/buses.html"


def test_a_page_without_an_address_is_cited_without_one() -> None:
    """What is only opened from disk has no URL."""
    assert page_record(CORPUS.site, "k", "T", "x.html").address == ""
