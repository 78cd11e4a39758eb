"""Hold what a collection is called, in each language of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.corpus.model import Corpus, Site, Titles
from plugins.corpus.reading.site import read_site

OWN = 'title = "The flood"\nsubtitle = "Of 1871"\nlanguage = "en"\n'


def site_of(folder: Path, text: str) -> tuple[Site, list[str]]:
    """Return what a collection.toml says, and the problems in it."""
    (folder / "collection.toml").write_text(text, "utf-8")
    site, problems = read_site(folder, Site(title="Settings"))
    return site, [f"{each.line} {each.code}" for each in problems]


def test_a_table_has_the_titles_in_its_language(tmp_path: Path) -> None:
    """What it leaves out stays as it was."""
    site, problems = site_of(tmp_path, OWN + '[ar]\ntitle = "الفيضان"\n')
    assert problems == []
    assert site.others == (Titles("ar", "الفيضان"),)
    spoken = Corpus(site=site).spoken("ar").site
    assert (spoken.title, spoken.subtitle, spoken.language) == ("الفيضان", "Of 1871", "ar")
    assert (spoken.translated, site.spoken("en")) == (True, site)


def test_a_language_without_a_table_keeps_the_titles(tmp_path: Path) -> None:
    """They are shown as they are, in a page of another language."""
    site, _ = site_of(tmp_path, OWN)
    assert site.spoken("fr").title == "The flood"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ('[ar]\ntitel = "x"\n', "5 KEY-UNKNOWN"),
        ("[ar]\ntitle = 7\n", "5 VALUE-TEXT"),
        ('[ar]\nlanguage = "ar"\n', "5 KEY-UNKNOWN"),
        ('[titles]\nar = "x"\n', "1 KEY-UNKNOWN"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_with_its_line(
    tmp_path: Path, table: str, problem: str
) -> None:
    """A misspelled key is no title that silently misses."""
    assert site_of(tmp_path, OWN + table)[1] == [problem]
