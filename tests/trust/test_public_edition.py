"""The public edition as it is built: what is restricted or masked is in no file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.integrity.reading import readings

from .conftest import FULL, PUBLIC, ROOT, build, tree

MASKED = ("selma", "orhan", "سلمى", "أورهان", "valve")
CANARY = re.compile("canary[a-z]+")
LEAKING = """---
title: Again
date: 2020-03-04
evidence:
    open-report "Water ran"
---
Canaryopening walked the corridor of the pumping house at two in the morning, and nobody in the
whole of Marbat was awake.
"""


def read(site: Path) -> dict[str, str]:
    """Return each file with all that a reader could get at, the project's own theme aside."""
    return {
        name: "\n".join((name, *readings(content, name))).casefold()
        for name, content in tree(site).items()
        if not name.startswith("theme/")
    }


def test_no_restricted_or_masked_word_is_in_any_file(guarded: Path, tmp_path: Path) -> None:
    """Canaries of every part of a restricted article: all in the full edition, none in the public.

    The words of its short quote are allowed; "canarycue" stands in it.
    """
    for settings in (FULL, PUBLIC):
        status, printed = build(guarded, tmp_path / settings, settings)
        assert status == 0, printed
    full, public = read(tmp_path / FULL), read(tmp_path / PUBLIC)
    planted = {word for text in full.values() for word in CANARY.findall(text)}
    assert len(planted) >= 8
    assert {word for text in public.values() for word in CANARY.findall(text)} == {"canarycue"}
    for word in MASKED:
        assert any(word in text for text in full.values())
        assert [name for name, text in public.items() if word in text] == []


def test_a_withheld_page_says_so_and_cites(guarded: Path, tmp_path: Path) -> None:
    """The page of a restricted article: its citation, where it was published, its anchors."""
    status, printed = build(guarded, tmp_path / "site", PUBLIC)
    assert status == 0, printed
    page = (tmp_path / "site" / "articles" / "closed-report.html").read_text("utf-8")
    assert "left out of the public edition" in page
    assert "https://example.org/night" in page
    assert "Kerim Dal" in page
    articles = json.loads((tmp_path / "site" / "data" / "articles.json").read_text("utf-8"))
    closed = next(each for each in articles["articles"] if each["slug"] == "closed-report")
    assert closed["paragraphs"]
    for each in closed["paragraphs"]:
        assert list(each) == ["anchor"]
        assert f'id="{each["anchor"]}"' in page


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (
            "pages/about.md",
            "---\ntitle: About\n---\nWe thank Selma Orhan for her help.\n",
            "LEAK-MASKED",
        ),
        (
            "events/again.md",
            LEAKING,
            "LEAK-TEXT",
        ),
        (
            "articles/2020/selma-orhan-speaks.md",
            "---\ntitle: A clerk speaks\ndate: 2020-03-06\npublisher: river-post\n---\nShe does.\n",
            "LEAK-MASKED",
        ),
        ("redactions.toml", "entitys = []\n", "KEY-UNKNOWN"),
    ],
)
def test_a_leak_stops_the_build(
    guarded: Path, tmp_path: Path, path: str, text: str, code: str
) -> None:
    """What the edition cannot mask is told, the status is 1, and the last site stays."""
    status, printed = build(guarded, tmp_path / "site", PUBLIC)
    assert status == 0, printed
    before = tree(tmp_path / "site")
    (guarded / path).parent.mkdir(exist_ok=True)
    (guarded / path).write_text(text, "utf-8")
    status, printed = build(guarded, tmp_path / "site", PUBLIC)
    assert status == 1
    assert code in printed
    assert tree(tmp_path / "site") == before


HIDDEN = """
The account is #SelmaOrhan, [hers](https://example.org/u/selma_orhan "of Selma Orhan"), and she
writes as selma.orhan@example.org; S<b>elma</b> Or<i>han</i>, Selma&nbsp;Orhan, Sel&shy;ma Orhan,
Ｓｅｌｍａ Ｏｒｈａｎ and https://selmaorhan.example/ are the same.
"""


@pytest.fixture
def hiding(guarded: Path) -> Path:
    """Return the guarded collection with a masked name where nobody looks for one."""
    article = guarded / "articles" / "2020" / "open-report.md"
    text = article.read_text("utf-8")
    # Her name in Arabic, as a browser's address bar copies it.
    address = "https://example.org/%D8%B3%D9%84%D9%85%D9%89-%D8%A3%D9%88%D8%B1%D9%87%D8%A7%D9%86"
    text = text.replace("\npublisher:", f"\nurl: {address}\narchived: {address}\npublisher:", 1)
    article.write_text(text + HIDDEN, "utf-8")
    closed = guarded / "articles" / "2020" / "closed-report.md"
    text = closed.read_text("utf-8").replace("\nx-desk:", CORRECTED, 1)
    closed.write_text(text.replace("Canaryopening", "Selma Orhan saw him. Canaryopening"), "utf-8")
    return guarded


CORRECTED = "\ncorrections: 2020-03-09; It said canarycorrection before\nx-desk:"


def leaked(site: Path) -> dict[str, set[str]]:
    """Return the canaries and masked words of each file that has one.

    "canarycue" is allowed, and so are its parts: the index in a ZIM file cuts words.
    """
    found = {
        name: {word for word in CANARY.findall(text) if not "canarycue".startswith(word)}
        | {word for word in MASKED if word in text}
        for name, text in read(site).items()
    }
    return {name: words for name, words in found.items() if words}


def test_a_name_is_masked_wherever_it_hides(hiding: Path, tmp_path: Path) -> None:
    """In addresses, percent-encoded too, accounts, titles of links, other letters, corrections."""
    status, printed = build(hiding, tmp_path / "site", PUBLIC)
    assert status == 0, printed
    assert leaked(tmp_path / "site") == {}


def exported(content: Path, site: Path) -> tuple[int, str]:
    """Write the large exports into a site; return the end status and what was said of faults."""
    command = [sys.executable, "-m", "plugins.exports", str(content), str(site)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "REGISTRY": ""},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr


def test_no_large_export_leaks(
    hiding: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database, a book, TEI, lines, the collection itself: unpacked, no canary is in any.

    Those of the full edition have them.
    """
    monkeypatch.setenv("REGISTRY", "")
    for settings in (FULL, PUBLIC):
        status, printed = build(hiding, tmp_path / settings, settings)
        assert status == 0, printed
        status, printed = exported(hiding, tmp_path / settings)
        assert status == 0, printed
    full = leaked(tmp_path / FULL)
    assert {"data/archive.db", "data/archive.epub", "data/opensearch.ndjson"} <= {*full}
    assert any(name.startswith("data/tei/") for name in full)
    assert any(name.startswith("search/") for name in full)
    assert leaked(tmp_path / PUBLIC) == {}


def test_a_large_export_that_leaks_is_taken_away(
    guarded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command looks through what it wrote: here at a page that came after the build."""
    monkeypatch.setenv("REGISTRY", "")
    site = tmp_path / "site"
    status, printed = build(guarded, site, PUBLIC)
    assert status == 0, printed
    page = guarded / "pages" / "about.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: About\n---\nWe thank Selma Orhan for her help.\n", "utf-8")
    status, printed = exported(guarded, site)
    assert status == 1
    assert "LEAK-MASKED" in printed
    assert leaked(site) == {}


def test_nothing_of_another_edition_stays(
    hiding: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public build in the place of a full one with its exports, and of one with fewer masks.

    Pages that have not changed are left as they were: these have.
    """
    monkeypatch.setenv("REGISTRY", "")
    site, masks = tmp_path / "site", hiding / "redactions.toml"
    listed = masks.read_text("utf-8")
    assert build(hiding, site, FULL)[0] == 0
    assert exported(hiding, site)[0] == 0
    masks.unlink()
    assert build(hiding, site, PUBLIC)[0] == 0
    masks.write_text(listed, "utf-8")
    status, printed = build(hiding, site, PUBLIC)
    assert status == 0, printed
    assert leaked(site) == {}
    assert build(hiding, tmp_path / "clean", PUBLIC)[0] == 0
    assert tree(site) == tree(tmp_path / "clean")


def test_the_full_edition_is_not_masked(guarded: Path, tmp_path: Path) -> None:
    """Redactions are the public edition's: the researchers' own copy has every word."""
    status, printed = build(guarded, tmp_path / "site", FULL)
    assert status == 0, printed
    assert (tmp_path / "site" / "people" / "selma-orhan.html").is_file()
