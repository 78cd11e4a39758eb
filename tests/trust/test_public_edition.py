"""The public edition as it is built: what is restricted or masked is in no file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plugins.integrity.reading import readings

from .conftest import FULL, PUBLIC, build, tree

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


def test_the_full_edition_is_not_masked(guarded: Path, tmp_path: Path) -> None:
    """Redactions are the public edition's: the researchers' own copy has every word."""
    status, printed = build(guarded, tmp_path / "site", FULL)
    assert status == 0, printed
    assert (tmp_path / "site" / "people" / "selma-orhan.html").is_file()
