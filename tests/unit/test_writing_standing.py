"""Which pages of the last site stand."""

from __future__ import annotations

from array import array
from functools import partial
from pathlib import Path

import pytest

from plugins.corpus.model import Corpus
from plugins.writing.fingerprints import given
from plugins.writing.page import Page
from plugins.writing.standing import Made, Standing, file_state

FACTS = {1: b"a" * 16, 2: b"b" * 16}
LOOKED = 2


def made(site: Path, read: int = 1) -> Made:
    """Write a page and return what it was made from."""
    (site / "a.html").write_text("<p>x</p>")
    numbers = array("Q", [read]).tobytes()
    looked = array("Q", [LOOKED]).tobytes()
    return Made("a.html", b"f", b"g", numbers, looked, b"v", file_state(site / "a.html"))


def kept(folder: Path) -> Path:
    """Keep a site of one page, and return the site."""
    site = folder / "site"
    site.mkdir()
    first = Standing(folder / "pages.sqlite", site)
    first.learn(FACTS)
    first.keep([made(site)])
    return site


def stands(folder: Path, facts: dict[int, bytes], *of: bytes) -> bool:
    """Tell whether the page stands among these facts."""
    standing = Standing(folder / "pages.sqlite", folder / "site")
    standing.learn(facts)
    return standing.standing("a.html", *(of or (b"f", b"g"))) is not None


def test_a_page_stands_where_nothing_has_changed(tmp_path: Path) -> None:
    """Its fingerprint, what was given for it, the facts that it read, its file."""
    kept(tmp_path)
    assert stands(tmp_path, FACTS)
    assert stands(tmp_path, FACTS | {3: b"c" * 16})


@pytest.mark.parametrize(
    "facts", [FACTS | {1: b"z" * 16}, {2: b"b" * 16}, FACTS | {LOOKED: b"z" * 16}]
)
def test_a_page_falls_with_a_fact_that_it_read(tmp_path: Path, facts: dict[int, bytes]) -> None:
    """Changed or gone, of the corpus or of another page's being there."""
    kept(tmp_path)
    assert not stands(tmp_path, facts)


def test_a_page_falls_with_what_it_is_made_from(tmp_path: Path) -> None:
    """Another template, other code, other values."""
    kept(tmp_path)
    assert not stands(tmp_path, FACTS, b"other", b"g")
    assert not stands(tmp_path, FACTS, b"f", b"other")


def test_a_page_that_was_touched_by_hand_is_not_trusted(tmp_path: Path) -> None:
    """The file must be the one that was written."""
    site = kept(tmp_path)
    (site / "a.html").write_text("<p>longer than it was</p>")
    assert not stands(tmp_path, FACTS)
    (site / "a.html").unlink()
    assert not stands(tmp_path, FACTS)


def test_values_that_may_know_more_than_they_are_given_are_refused() -> None:
    """A function within a function could read a corpus that nobody watches."""
    corpus = Corpus()

    def values(_corpus: Corpus) -> object:
        return corpus.articles

    with pytest.raises(TypeError, match="name a function of a module"):
        given(Page("a.html", "a.html", "A", values))


def _values(_corpus: Corpus, slug: str) -> object:
    return slug


def test_what_a_page_is_given_is_in_its_hash() -> None:
    """The function and its arguments, by what they say."""
    one = Page("a.html", "a.html", "A", partial(_values, slug="one"))
    same = Page("a.html", "a.html", "A", partial(_values, slug="o" + "ne"))
    two = Page("a.html", "a.html", "A", partial(_values, slug="two"))
    assert given(one) == given(same) != given(two)
