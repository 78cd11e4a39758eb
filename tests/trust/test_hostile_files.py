"""Hostile files in a collection: each gives an error of the content, or is left alone."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from plugins.annotate.assembly import assemble_folder
from plugins.corpus.addresses import DEVICE

from .conftest import ROOT, build

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z")
HEAD = "---\ntitle: {title}\ndate: 2020-03-04\npublisher: river-post\n---\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the stock collection."""
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "stock" / "content", folder)
    return folder


def codes(content: Path) -> set[str]:
    """Return the codes of what is wrong with a collection."""
    return {each.code for each in assemble_folder(content).problems}


def test_no_name_of_a_file_is_a_crash(content: Path, shared: Path) -> None:
    """Every naughty string as a file's name: those that are no slugs are told, one each."""
    strings = json.loads((shared / "data" / "hostile" / "blns.json").read_text("utf-8"))
    names = {each.replace("/", "_").replace("\0", "_") for each in strings}
    tried = {each for each in names if each and len(each.encode()) < 250 and each[0] not in "._"}
    for name in sorted(tried):
        path = content / "articles" / "2020" / f"{name}.md"
        path.write_text(HEAD.format(title="x") + "Text.\n", "utf-8")
    problems = assemble_folder(content).problems
    codes = ("SLUG-FORM", "SLUG-RESERVED")
    told = {Path(each.path).stem for each in problems if each.code in codes}
    assert len(tried) > 200
    assert tried - told == {each for each in tried if SLUG.match(each) and not DEVICE.match(each)}


@pytest.mark.parametrize(
    "name", ["articles/2020/x.md", "entities/people/x.md", "events/x.md", "claims/x.toml"]
)
@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\0", b"\xff\xfe\x00", b"---", b"---\n---", b"---\n" * 500, b"\x1b[31m" * 99,
        b"---\ntitle: " + b"x" * 100_000 + b"\n---\n", b"= = =", b"[[[[",
        "---\n\u202e: x\n".encode(),
        b"---\ntitle: {{ 7*7 }}\nslug: ../../x\nsave_as: /etc/x\ntemplate: x\n---\n",
    ],
)  # fmt: skip
def test_no_content_of_a_file_is_a_crash(content: Path, name: str, raw: bytes) -> None:
    """Nothing, NUL, no UTF-8, open headers, huge ones, keys that would write elsewhere: errors."""
    (content / name).write_bytes(raw)
    assert codes(content)


def test_links_and_devices_are_not_read(content: Path, tmp_path: Path) -> None:
    """A link out of the collection is no article, a pipe does not hang the build."""
    secret = tmp_path / "secret.md"
    secret.write_text(HEAD.format(title="Secret") + "Secret text.\n")
    (content / "articles" / "2020" / "secret.md").symlink_to(secret)
    (content / "articles" / "loop").symlink_to(content / "articles", target_is_directory=True)
    os.mkfifo(content / "articles" / "2020" / "pipe.md")
    assembled = assemble_folder(content)
    assert assembled.problems == ()
    assert [each.article.slug for each in assembled.corpus.articles] == ["bridge-closed"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1000 + "kept" + "</div>" * 1000,
        "> " * 200 + "kept",
        "".join(f"{'  ' * depth}- kept\n" for depth in range(60)),
        "[" * 1500 + "kept",
        "*" * 3000 + "kept",
        "a" * 100_000 + " kept",
        "3 March " * 4000 + "kept",
        "{{ config }} {% include '/etc/passwd' %} {static}/x {filename}/y |tag| kept",
    ],
    ids=["divs", "quotes", "lists", "brackets", "stars", "word", "dates", "templates"],
)
def test_no_body_is_a_crash(content: Path, body: str) -> None:
    """Deep nesting, long runs, template marks: the article is built, and its words are there."""
    path = content / "articles" / "2020" / "deep.md"
    path.write_text(HEAD.format(title="Deep") + f"{body}\n", "utf-8")
    corpus = assemble_folder(content).corpus
    assert "kept" in " ".join(each.text for each in corpus.article["deep"].paragraphs)


def test_template_marks_stay_text(content: Path, tmp_path: Path) -> None:
    """What looks like a template is never run as one."""
    path = content / "articles" / "2020" / "marks.md"
    path.write_text(HEAD.format(title="{{ 7*7 }}") + "{{ 7*7 }} {% raw %} {static}/x\n", "utf-8")
    status, printed = build(content, tmp_path / "site")
    assert status == 0, printed
    page = (tmp_path / "site" / "articles" / "marks.html").read_text("utf-8")
    assert "{{ 7*7 }}" in page
    assert "49" not in page.partition("<h1")[2].partition("</h1>")[0]


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "a.", "a b", "A", "ünder"])
@pytest.mark.parametrize("folder", ["articles/2020", "entities/people", "events", "claims"])
def test_a_name_that_a_stick_refuses_stops_the_build(content: Path, folder: str, name: str) -> None:
    """Devices, endings, capitals: told with the file's path before a page is written."""
    suffix = ".toml" if folder == "claims" else ".md"
    path = content / folder / f"{name}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(title="x") + "Text.\n", "utf-8")
    told = {
        each.code for each in assemble_folder(content).problems if each.path.endswith(path.name)
    }
    assert told & {"SLUG-FORM", "SLUG-RESERVED"}


def test_an_article_does_not_take_a_cleanings_page(content: Path) -> None:
    """Two articles of which one is named as the page of the other's cleaning."""
    (content / "cleaning").mkdir()
    report = ROOT / "tests/golden/public/content/cleaning/closed-report.toml"
    shutil.copy(report, content / "cleaning" / "bridge-closed.toml")
    path = content / "articles" / "2020" / "bridge-closed-cleaning.md"
    path.write_text(HEAD.format(title="x") + "Text.\n", "utf-8")
    assert "SLUG-TWICE" in codes(content)
