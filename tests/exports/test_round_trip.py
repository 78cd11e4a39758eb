"""Take a collection out, bring it in elsewhere, build it: every file of the site is the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plugins.exports.__main__ import main
from plugins.exports.back.__main__ import main as back

ROOT = Path(__file__).resolve().parent.parent.parent
CAPTURE = """<!doctype html><html lang="en"><head><title>Mill burns | The Courier</title>
<meta property="og:title" content="Mill burns"><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2016-11-30"><meta name="author" content="Lee Roe">
<link rel="canonical" href="https://example.org/mill"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Mill burns</h1><p>Share this</p>
<p>A mill at the edge of Riverton burned on Monday, and forty carts of grain were lost, the miller
said. Nobody who worked there in the night could say how the fire had begun.</p>
<p>The watch came from Aleppo before dawn with two engines and stayed until the roof had fallen
in. It was the second fire at the river this month, after the one in the tannery.</p>
<p>The council will meet on Friday to talk about what the bakers are to do for flour.</p>
</article><footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>
"""
MADE = {
    "collection.toml": 'title = "A # \\"record\\""\n\n[ar]\ntitle = "سجل"  # a remark\n',
    "vocabulary.toml": (
        '# Which words we count.\n[[term]]\nslug = "guards"\ntitle = "The guards"\n'
        'party = "watch"\n[term.words]\n"watch" = ["the watch"]\n"guards" = ["guards"]\n'
    ),
    "redactions.toml": 'entities = ["miller"]\nwords = ["tannery"]\n',
    "pages/about.md": "---\ntitle: About\nslug: about-us\nx-note: ours\n---\nWe keep *this*.\n",
    "articles/2016/crowd.md": (
        "---\ndate: 2016-11-28?\ntitle:   A crowd at the gate\npublisher: courier\n"
        "corrections:\n    2016-12-01; the number\nx-shelf: 3\n---\n"
        "On 28 November 2016 guards shelled Riverton, [the miller](entity:miller) said, and 75\n"
        "people fled. The watch denied it.\n\n> Nobody saw it.\n"
    ),
    "articles/2016/kept-back.md": (
        "---\ntitle: Kept back\ndate: 2016-12-02\npublisher: courier\nrights: restricted\n---\n"
        "The quartermaster counted ninety barrels of saltpetre in the cellar under the old chapel\n"
        "and told nobody but his brother, who told us.\n"
    ),
    "articles/2016/not-yet.md": "---\ntitle: Not yet\nstatus: draft\n---\nUnfinished business.\n",
    "entities/places/riverton.md": (
        "---\nname: Riverton\nnot: Rivertown\ncoordinates: 36.25, 37.161, city\n---\nA town.\n"
    ),
    "entities/people/miller.md": "---\nname: Omar Miller\naliases:\n    the miller\n---\n",
    "entities/groups/watch.md": "---\nname: The Watch\n---\n",
    "entities/organisations/courier.md": "---\nname: The Courier\n---\n",
    "events/council.md": (
        "---\ntitle: The council meets\ndate: 2016-12-02\nplaces: riverton\n"
        'evidence:\n    crowd "Nobody saw it"\n---\nAs [that report](article:crowd) says.\n'
    ),
    "claims/people.toml": (
        '# Counted twice.\ntitle = "People who fled"\nmeasure = "people"\nunit = "people"\n'
        'scope = "Riverton"\n\n[[statement]]\nvalue = 75\nas_of = "2016-11-28"\n'
        'said_by = "miller"\nreported_by = "crowd"\nquote = "75"\n\n'
        '[[statement]]\nvalue = 90\nas_of = "2016-12"\nreported_by = "kept-back"\n'
        'unit = "barrels"\nquote = "ninety barrels"\n'
    ),
    "suggestions.md": "- [ ] a list that is nobody's business\n",
}
FOUND = "found-2016-11-28-attack-riverton"


def _run(*arguments: str, registry: str = "content") -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "REGISTRY": registry},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _built(content: Path, output: Path, edition: str = "pelicanconf.py", **more: str) -> Path:
    _run("pelican", str(content), "-o", str(output), "-s", edition, "--fatal", "warnings", **more)
    return output


def _tree(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def _differing(one: Path, other: Path) -> list[str]:
    before, after = _tree(one), _tree(other)
    return sorted(
        each for each in before.keys() | after.keys() if before.get(each) != after.get(each)
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a collection with a file of each kind, a capture that was imported, a decision."""
    folder = tmp_path_factory.mktemp("made")
    content, capture = folder / "content", folder / "mill.html"
    for path, text in MADE.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")
    capture.write_text(CAPTURE, "utf-8")
    _run("plugins.importer", str(capture), str(content))
    _built(content, folder / "first")
    timeline = (folder / "first/data/events.json").read_text("utf-8")
    assert FOUND in timeline
    (content / "events/found.toml").write_text(f'[drop]\n{FOUND} = "only shouting"\n', "utf-8")
    return content


@pytest.fixture(scope="module")
def full(made: Path) -> Path:
    """Return its full edition."""
    return _built(made, made.parent / "full")


@pytest.fixture(scope="module")
def public(made: Path) -> Path:
    """Return its public edition."""
    return _built(made, made.parent / "public", "publishconf.py")


@pytest.fixture(scope="module")
def exported(made: Path, full: Path) -> Path:
    """Return a copy of the full edition with the exports, and the captures in them."""
    copy = made.parent / "exported"
    shutil.copytree(full, copy)
    _run("plugins.exports", str(made), str(copy), "--originals")
    return copy / "data"


def test_the_collection_that_ships_gives_the_same_site(
    site: Path, data: Path, tmp_path: Path
) -> None:
    """Not a byte of the site differs."""
    assert back([str(data), str(tmp_path / "content")]) == 0
    assert _differing(site, _built(tmp_path / "content", tmp_path / "output")) == []


def test_a_made_collection_gives_the_same_site_elsewhere(
    full: Path, public: Path, exported: Path, tmp_path: Path
) -> None:
    """With its capture, its cleaning, what was borrowed, decided and masked; in both editions."""
    content = tmp_path / "content"
    assert back([str(exported), str(content)]) == 0
    assert (full / "places/aleppo.html").is_file()
    assert (full / "articles/mill-burns-cleaning.html").is_file()
    assert _differing(full, _built(content, tmp_path / "full", registry="")) == []
    elsewhere = _built(content, tmp_path / "public", "publishconf.py", registry="")
    assert _differing(public, elsewhere) == []
    assert not {"articles/2016/not-yet.md", "suggestions.md"} & _tree(content).keys()


def test_without_its_captures_a_collection_builds_too(
    made: Path, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An article whose capture is not there no longer names it, and this is said."""
    archive = tmp_path / "collection.zip"
    with (
        zipfile.ZipFile(exported / "collection.zip") as packed,
        zipfile.ZipFile(archive, "w") as fewer,
    ):
        for each in packed.namelist():
            if not each.startswith("originals/"):
                fewer.writestr(each, packed.read(each))
    assert back([str(archive), str(tmp_path / "content")]) == 0
    assert "mill-burns: without its capture" in capsys.readouterr().out
    assert back([str(archive), str(tmp_path / "all"), "--originals", str(made / "originals")]) == 0
    assert (tmp_path / "all/cleaning/mill-burns.toml").is_file()


def test_a_public_archive_holds_what_that_edition_shows_and_no_more(
    made: Path, public: Path, tmp_path: Path
) -> None:
    """No restricted text, nothing masked, no list of what is masked; and it builds."""
    copy = tmp_path / "copy"
    shutil.copytree(public, copy)
    _run("plugins.exports", str(made), str(copy), "--originals")
    with zipfile.ZipFile(copy / "data/collection.zip") as packed:
        files = {each: packed.read(each).decode() for each in packed.namelist()}
    folders = ("originals", "redactions", "cleaning")
    assert [each for each in files if each.startswith(folders)] == []
    for word in ("saltpetre", "quartermaster", "Miller", "miller", "tannery", "ours", "shouting"):
        assert [each for each in files if word in f"{each} {files[each]}"] == []
    assert back([str(copy / "data"), str(tmp_path / "content")]) == 0
    again = _built(tmp_path / "content", tmp_path / "again", registry="")
    assert _paragraphs(again) == {"crowd": _paragraphs(public)["crowd"]}
    for page in ("about-us.html", "naming.html"):
        assert (again / page).is_file()


def _paragraphs(site: Path) -> dict[str, object]:
    articles = json.loads((site / "data/articles.json").read_text("utf-8"))["articles"]
    return {each["slug"]: each["paragraphs"] for each in articles}


def test_an_archive_that_leads_out_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written, in the folder or beside it."""
    for name in ("../beside.md", "/beside.md", "articles/../../beside.md", "theme/page.html"):
        archive = tmp_path / "collection.zip"
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("articles/2016/a.md", "---\n---\n")
            packed.writestr(name, "text")
        assert back([str(archive), str(tmp_path / "content")]) == 1
        assert "EXPORT-DATA" in capsys.readouterr().err
        assert not (tmp_path / "content").exists()


def test_the_same_files_give_the_same_archive(made: Path, full: Path, exported: Path) -> None:
    """No time, no owner, no order of a folder."""
    (made / "pages/about.md").touch()
    assert main([str(made), str(full), "--originals"]) == 0
    first = (exported / "collection.zip").read_bytes()
    assert (full / "data/collection.zip").read_bytes() == first
