"""Hold the way back: from the exports to a content folder that builds to the same exports."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.assembly import assemble_folder
from plugins.corpus.header import read_header
from plugins.exports.back.__main__ import main, write_content
from plugins.exports.back.headed import article_file
from plugins.exports.back.tables import claim_file
from plugins.exports.pages import Exports

# What is made of an article's own file, which is written anew.
HASHED = {
    *("data/articles.json", "data/articles.csv", "data/archive.jsonld"),
    *("data/datapackage.json", "data/ro-crate-metadata.json"),
}
CONTENT = {
    "collection.toml": 'title = "A \\"record\\""\nsubtitle = "Of b"\nlanguage = "en"\n',
    "articles/2016/one.md": (
        "---\ntitle: One: a “title”\ndate: 2016-11-28?\npublisher: paper\nbyline: By Jane Doe\n"
        "unlink:\n    Monday\nx-shelf: 3\n"
        "corrections:\n    2016-12-01; the date\nsame-origin:\n    two\n---\n"
        "Forty buses left *Riverton* on Monday, [the mayor](entity:mayor) said.\n\n"
        "> Nobody else said so.\n\n## A heading\n\n- one item\n- another\n"
    ),
    "articles/2016/two.md": (
        "---\ntitle: Two\ndate: 2016-11\npublisher: paper\nlanguage: ar\n---\n"
        "غادرت 40 حافلة ريفرتون يوم الاثنين\n"
    ),
    "entities/organisations/paper.md": "---\nname: Paper\nhomepage: https://example.org/\n---\n",
    "entities/people/mayor.md": (
        "---\nname: Adam Mayor\nroles:\n    mayor; riverton; 2015/..\n    speaker\n---\nA *man*.\n"
    ),
    "entities/places/riverton.md": (
        "---\nname: Riverton\naliases:\n    ريفرتون [ar]\n    RT [exact; near: bus, road]\n"
        "wikidata: Q1\ncoordinates: 36.25, 37.161, city\nnot:\n    Elsewhere\n---\n"
    ),
    "entities/places/rivertown.md": "---\nname: Rivertown\nsame-as: riverton\n---\n",
    "events/left.md": (
        "---\ntitle: Buses leave\ndate: 2016-11-28\nkind: displacement\nplaces: riverton\n"
        'evidence:\n    one "Forty buses left"\n---\nA line.\n'
    ),
    "claims/buses.toml": (
        'title = "Buses"\nmeasure = "buses"\nunit = "buses"\nscope = "Riverton"\n\n'
        '[[statement]]\nlow = 40\nas_of = "2016-11-28"\nsaid_by = "mayor"\nreported_by = "one"\n'
        'quote = "Forty buses left"\nstance = "said"\nnote = "A \\"note\\"\\n."\n\n'
        '[[statement]]\nvalue = 0.5\nas_of = "2016-11"\nreported_by = "one"\nunit = "cars"\n'
        'quote = "Nobody else"\napproximate = true\n'
    ),
}


def _written(folder: Path) -> Path:
    for path, text in CONTENT.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def _exports(content: Path) -> dict[str, bytes]:
    assembled = assemble_folder(content)
    assert assembled.problems == ()
    return {each.path: each.content for each in Exports().files(assembled.corpus)}


def _taken(content: Path, folder: Path) -> Path:
    """Write the exports of a content folder; return the folder `data/`."""
    for path, text in _exports(content).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)
    return folder / "data"


def _without_hashes(articles: bytes) -> list[dict[str, Any]]:
    return [{**each, "sha256": ""} for each in json.loads(articles)["articles"]]


def test_what_was_taken_out_comes_back_the_same(tmp_path: Path) -> None:
    """Every file of the exports is the same, but for the hashes of the articles' own files."""
    first = _written(tmp_path / "first")
    write_content(_taken(first, tmp_path / "out"), tmp_path / "second")
    before, after = _exports(first), _exports(tmp_path / "second")
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} <= HASHED
    one, other = (_without_hashes(each["data/articles.json"]) for each in (before, after))
    assert one == other


def test_a_second_time_not_even_a_hash_differs(tmp_path: Path) -> None:
    """The files are then the same, byte for byte."""
    write_content(_taken(_written(tmp_path / "first"), tmp_path / "out"), tmp_path / "second")
    write_content(_taken(tmp_path / "second", tmp_path / "again"), tmp_path / "third")
    for path in sorted((tmp_path / "second").rglob("*")):
        if path.is_file():
            other = tmp_path / "third" / path.relative_to(tmp_path / "second")
            assert path.read_bytes() == other.read_bytes(), path


def test_the_collection_that_ships_comes_back_the_same(root: Path, tmp_path: Path) -> None:
    """All of it, with its anchors."""
    write_content(_taken(root / "content", tmp_path / "out"), tmp_path / "content")
    before, after = _exports(root / "content"), _exports(tmp_path / "content")
    assert {path for path in before if before[path] != after.get(path)} <= HASHED
    assert _without_hashes(before["data/articles.json"]) == _without_hashes(
        after["data/articles.json"]
    )


def test_an_article_without_text_is_left_out_with_what_rests_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What remains builds, and what was left out is said."""
    data = _taken(_written(tmp_path / "first"), tmp_path / "out")
    told = json.loads((data / "articles.json").read_text("utf-8"))
    for each in told["articles"]:
        if each["slug"] == "one":
            each["paragraphs"] = [{"anchor": part["anchor"]} for part in each["paragraphs"]]
            del each["body"]
    (data / "articles.json").write_text(json.dumps(told), "utf-8")
    assert main([str(data), str(tmp_path / "second")]) == 0
    assert "one: left out" in capsys.readouterr().out
    assert not (tmp_path / "second/claims").exists()
    assert not (tmp_path / "second/events").exists()


def test_a_folder_that_holds_something_is_not_written_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of a curator's is lost."""
    data = _taken(_written(tmp_path / "first"), tmp_path / "out")
    assert main([str(data), str(tmp_path / "first")]) == 1
    assert "EXPORT-PLACE" in capsys.readouterr().err


def test_a_folder_without_exports_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    assert main([str(tmp_path), str(tmp_path / "content")]) == 1
    assert "EXPORT-DATA" in capsys.readouterr().err


_LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=30)


@given(st.text(max_size=40), st.floats(allow_nan=False, allow_infinity=False))
def test_a_claim_says_the_same_in_toml(text: str, number: float) -> None:
    """Whatever a text holds, and however large a number is."""
    claim = {"title": text, "measure": "m", "unit": "u", "scope": "s", "places": [], "note": ""}
    empty = dict.fromkeys(
        ("as_of", "said_by", "said_by_words", "reported_by", "stance", "origin", "note"), ""
    )
    numbers = {"low": number, "high": None, "approximate": False}
    statement = {**empty, **numbers, "quote": text, "unit": "u", "scope": "s"}
    _, written = claim_file({"slug": "c", **claim, "statements": [statement]})
    read = tomllib.loads(written)
    assert read.get("title", "") == text
    assert read["statement"][0].get("quote", "") == text
    assert read["statement"][0]["low"] == number


@given(_LINE)
def test_a_title_says_the_same_in_a_header(title: str) -> None:
    """But for the blanks at its ends, which a header does not keep."""
    article = {
        **dict.fromkeys(("headline", "byline", "url", "archived", "captured", "dateline"), ""),
        **{key: [] for key in ("same_origin", "unlink", "paragraphs", "corrections")},
        **dict.fromkeys(("publisher", "language", "original"), "p"),
        "slug": "a",
        "title": title,
        "date": "2016",
        "rights": "public",
        "extra": {},
    }
    path, text = article_file(article, with_original=False)
    header, problems = read_header(text, path)
    assert problems == ()
    fields = {each.key: [value.text for value in each.values] for each in header.fields}
    assert fields.get("title", [""])[:1] == [title.strip()] or not title.strip()
