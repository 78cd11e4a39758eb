"""Check the dates of five published reports against what a careful reader makes of them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from plugins.annotate.dates import find_dates
from plugins.corpus.model import DateExpression, Paragraph

PUBLISHED = {
    "000": "2016-11-28",
    "001": "2016-11-27",
    "002": "2016-11-28",
    "003": "2016-12-07",
    "004": "2016-12-12",
}


def report(shared: Path, number: str) -> tuple[str, list[tuple[int, DateExpression]]]:
    """Return a report's text, and its dates with the offset of each."""
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    text = path.read_text(encoding="utf-8")
    lines, offset = [], 0
    for line in text.split("\n"):
        lines.append(Paragraph(str(offset), line))
        offset += len(line) + 1
    dates = find_dates(lines, PUBLISHED[number])
    return text, [(int(date.anchor) + date.start, date) for date in dates]


@pytest.mark.parametrize("number", PUBLISHED)
def test_a_report_is_dated_as_read_by_eye(shared: Path, root: Path, number: str) -> None:
    """Every expression that a calendar can show stands in the list, and no other."""
    with (root / "tests/data/dates/seeds.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["seed"] == number]
    expected = [
        (int(row["offset"]), row["surface"], row["timex_value"], row["edtf"]) for row in rows
    ]
    _, dates = report(shared, number)
    assert [
        (offset, date.surface, date.timex_value, date.edtf) for offset, date in dates if date.edtf
    ] == expected


def test_the_reference_of_two_reports_is_met(shared: Path) -> None:
    """Each expression of the gold is found, with one of its values and with its EDTF."""
    gold = json.loads((shared / "gold/reports-000-002.json").read_text(encoding="utf-8"))["timex"]
    assert gold
    dates = {number: report(shared, number)[1] for number in ("000", "002")}
    for entry in gold:
        same = [date for _, date in dates[entry["file"]] if entry["expr"] in date.surface]
        expected = "" if entry["edtf"] == "duration" else entry["edtf"]
        assert same, entry["expr"]
        assert all(date.timex_value in entry["timex_values"] for date in same), entry["expr"]
        assert all(date.edtf == expected for date in same), entry["expr"]
