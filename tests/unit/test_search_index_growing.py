"""An index that grows: what is there already stays, and the bytes are those of a clean build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.corpus import caching
from plugins.search.counted_runs import CountedRun, plan
from plugins.search.documents import SearchDocument
from plugins.search.index import build_index
from plugins.search.keeping import KeptRuns
from plugins.search.numbering import numbered
from tests.bench.synthetic import Collection
from tests.unit.search_documents import DOCUMENTS

# Of the shards of 400 articles, how many an article more may change. Half of them hold texts and
# cards, where it changes one of each; the words of an article are in nearly all others. In a larger
# collection they are in fewer of them: tests.bench.search_cost measures it.
MOST_CHANGED = 0.62
WORDS = ("bridge", "wheat", "town", "mayor", "dawn", "harvest", "bakery", "hills", "pont", "جسر")

documents = st.builds(
    SearchDocument,
    kind=st.just("article"),
    url=st.integers(0, 10**6).map("articles/{}.html".format),
    title=st.sampled_from(WORDS),
    date=st.sampled_from(("", "2014", "2015-03", "2016-01-05")),
    language=st.sampled_from(("en", "ar", "fr")),
    paragraphs=st.lists(
        st.tuples(st.just("p1"), st.lists(st.sampled_from(WORDS)).map(" ".join)), max_size=3
    ).map(tuple),
)
collections = st.lists(documents, unique_by=lambda each: each.url, max_size=30)


@pytest.fixture(scope="module")
def grown() -> tuple[tuple[SearchDocument, ...], SearchDocument]:
    """Return a collection, and an article that comes to it."""
    *before, last = Collection(400).documents()
    return tuple(before), replace(last, url="articles/new.html")


def numbers(found: Sequence[SearchDocument]) -> dict[str, int]:
    """Return the number of each document by its address."""
    return {document.url: number for number, document in numbered(found).documents}


@given(found=collections, turn=st.randoms())
def test_numbers_do_not_depend_on_order(found: list[SearchDocument], turn: object) -> None:
    """Each document has one of its own, whichever came first."""
    known = numbers(found)
    turn.shuffle(found)  # type: ignore[attr-defined]
    assert numbers(found) == known
    assert len(set(known.values())) == len(found)


@given(found=collections)
def test_a_kind_and_a_year_have_a_range_of_their_own(found: list[SearchDocument]) -> None:
    """Undated articles come first, then year after year, then other kinds."""
    other = SearchDocument("place", "places/somewhere.html", "Somewhere")
    known = numbers([*found, other])
    dated = sorted(found, key=lambda each: known[each.url])
    assert [each.date[:4] for each in dated] == sorted(each.date[:4] for each in found)
    assert all(known[each.url] < known[other.url] for each in found)


def test_a_new_article_moves_hardly_any_other(
    grown: tuple[tuple[SearchDocument, ...], SearchDocument],
) -> None:
    """Of 400 articles it moves three at most, those that it takes a number from."""
    before, new = grown
    known, later = numbers(before), numbers((*before, new))
    assert sum(later[url] != number for url, number in known.items()) <= 3


def test_a_new_article_changes_few_shards(
    grown: tuple[tuple[SearchDocument, ...], SearchDocument],
) -> None:
    """The others keep their names, and so their files."""
    before, new = grown
    kept = {file.path for file in build_index(before)}
    changed = [file.path for file in build_index((*before, new)) if file.path not in kept]
    assert len(changed) / len(kept) <= MOST_CHANGED


@settings(deadline=None, max_examples=15)
@given(steps=st.lists(collections, min_size=1, max_size=4))
def test_a_grown_index_is_a_clean_one(steps: list[list[SearchDocument]]) -> None:
    """Whatever was built before with the same memory, the bytes are those of a first build."""
    kept: dict[bytes, CountedRun] = {}
    for found in steps:
        assert build_index(found, kept=kept) == build_index(found)


def test_one_run_is_counted_for_a_new_article(
    grown: tuple[tuple[SearchDocument, ...], SearchDocument],
) -> None:
    """All others are taken from memory, and what is not needed any more is forgotten."""
    before, new = grown
    kept: dict[bytes, CountedRun] = {}
    build_index(before, kept=kept)
    known = set(kept)
    build_index((*before, new), kept=kept)
    assert len(known) > 5
    assert len(kept.keys() - known) == 1
    assert len(kept) == len(known)


def test_numbers_leave_room() -> None:
    """A range of numbers is at most three quarters full, so an article seldom moves all."""
    found = [
        replace(DOCUMENTS[0], url=f"articles/{number}.html", date=f"{2000 + number % 3}-01-01")
        for number in range(100)
    ]
    years = Counter(document.date for document in found)
    assert numbered(found).room >= sum(years.values()) * 4 / 3
    assert plan(numbered(found)).span == 64


def test_runs_are_kept_on_disk(tmp_path: Path) -> None:
    """A second build finds those of the first, and makes the same index of them."""
    file = tmp_path / "cache" / "searched.sqlite"
    first = KeptRuns(file)
    index = build_index(DOCUMENTS, kept=first)
    first.close()
    second = KeptRuns(file)
    known = set(second)
    assert known
    assert build_index(DOCUMENTS, kept=second) == index
    assert set(second) == known
    second.close()


def test_a_build_that_does_not_end_keeps_nothing(tmp_path: Path) -> None:
    """What is not closed is not written."""
    file = tmp_path / "searched.sqlite"
    unfinished = KeptRuns(file)
    build_index(DOCUMENTS, kept=unfinished)
    del unfinished
    again = KeptRuns(file)
    assert len(again) == 0
    again.close()


def test_what_other_code_kept_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the search, or of a library, starts anew."""
    file = tmp_path / "searched.sqlite"
    kept = KeptRuns(file)
    build_index(DOCUMENTS, kept=kept)
    kept.close()
    caching.code_of.cache_clear()
    monkeypatch.setattr(caching, "version", lambda name: f"another {name}")
    later = KeptRuns(file)
    assert len(later) == 0
    later.close()
    caching.code_of.cache_clear()


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    """A cache that cannot be read costs time and nothing else."""
    file = tmp_path / "searched.sqlite"
    file.write_bytes(b"no database at all, " * 100)
    kept = KeptRuns(file)
    assert build_index(DOCUMENTS, kept=kept) == build_index(DOCUMENTS)
    kept.close()
