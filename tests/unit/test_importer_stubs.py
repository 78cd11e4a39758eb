"""What stands in a report's place is named, and damaged parts take no others with them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from plugins.importer.__main__ import import_from
from plugins.importer.outcome import IMPORTED, QUARANTINED, Outcome

FIRST = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
SECOND = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the road "
    "to the coast is expected to open before the end of that time, weather and money allowing."
)
LINES = (FIRST, SECOND)
TEXT = "River town opens its granary to families\n\n" + "\n\n".join(LINES) + "\n"


def imported(tmp_path: Path, name: str, content: bytes | str) -> list[Outcome]:
    """Import one capture."""
    given = tmp_path / name
    given.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(import_from(given, tmp_path / "content"))


@pytest.mark.parametrize(
    ("title", "body", "named"),
    [
        ("404 Not Found", "The page was moved or never was.", "an error page"),
        ("Just a moment", "Checking your browser before you go on to the site.", "robots"),
        ("Daily River", "We and our partners ask: accept all cookies, or choose.", "cookies"),
    ],
)
def test_a_page_in_a_reports_place_is_named(
    tmp_path: Path, title: str, body: str, named: str
) -> None:
    """Errors, checks and questions are no reports: they are quarantined with what they say."""
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body>"
    (outcome,) = imported(tmp_path, "page.html", page)
    assert outcome.status == QUARANTINED
    assert named in outcome.note


def test_a_paywall_is_named_and_the_lines_above_it_kept(tmp_path: Path) -> None:
    """The first lines are what there is: an article that says where it stops."""
    page = (
        f"<html><head><title>Granary</title></head><body><article><h1>Granary</h1><p>{LINES[0]}</p>"
        "<p>Subscribe to continue reading.</p></article></body></html>"
    )
    (outcome,) = imported(tmp_path, "page.html", page)
    assert outcome.status == IMPORTED
    assert any("it stops at a paywall" in each.wrong for each in outcome.problems)


def test_a_report_about_such_pages_is_a_report(tmp_path: Path) -> None:
    """A report of some length may say the same words."""
    about = "Readers saw a 404 not found error for hours, and were told to accept all cookies."
    (outcome,) = imported(tmp_path, "page.txt", f"{TEXT}\n{about}\n")
    assert outcome.status == IMPORTED


def test_a_language_that_cannot_be_told_is_named(tmp_path: Path) -> None:
    """Letters of no known script are kept, and the curator is told."""
    (outcome,) = imported(tmp_path, "page.txt", "\ue0d0\ue0d1\ue0d2 \ue0d3\ue0d4 ok " * 40)
    assert any("language cannot be told" in each.wrong for each in outcome.problems)


def test_a_bad_zip_in_a_zip_takes_no_other_with_it(tmp_path: Path) -> None:
    """The captures beside it are imported; it is named."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("bad.zip", b"PK\x03\x04 and nothing")
        file.writestr("good.txt", TEXT)
    outcomes = imported(tmp_path, "all.zip", written.getvalue())
    assert [(each.name, each.status) for each in outcomes] == [
        ("bad.zip", QUARANTINED),
        ("good.txt", IMPORTED),
    ]


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_a_table_may_be_parted_by_other_marks(tmp_path: Path, mark: str) -> None:
    """Tabs and semicolons part columns as well; a subtitle is kept."""
    row = ["2019-03-03", "Granary", "Six weeks", " ".join(LINES)]
    table = mark.join(["publish_date", "title", "subtitle", "text"]) + "\n"
    (outcome,) = imported(tmp_path, "a.csv", table + mark.join(row) + "\n")
    article = (tmp_path / "content" / outcome.path).read_text("utf-8")
    assert "title: Granary\ndate: 2019-03-03\n" in article
    assert "x-subtitle: Six weeks\n" in article


def test_a_json_array_is_a_table(tmp_path: Path) -> None:
    """Each object is a report."""
    rows = [{"title": f"Granary {n}", "date": "2019-03-03", "text": TEXT * n} for n in (1, 2)]
    outcomes = imported(tmp_path, "all.json", json.dumps(rows))
    assert next(each.path for each in outcomes) == "articles/2019/granary-1.md"
    assert [each.status for each in imported(tmp_path, "torn.json", "[{")] == [QUARANTINED]
