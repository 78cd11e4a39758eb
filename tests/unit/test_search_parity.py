"""The browser's search, run in Node, agrees with Python."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.corpus.fold import fold, forms, tokens
from tests.bench.js.node import Search
from tests.bench.reference import Reference
from tests.unit.search_documents import DOCUMENTS, write_site
from tests.unit.test_fold import SPELLINGS

REFERENCE = Reference(DOCUMENTS, quantised=True)
WORDS = sorted(REFERENCE.stems)
NAMES = {
    form
    for document in DOCUMENTS
    if document.entities and document.kind in ("person", "place")
    for name in (document.title, *document.aliases)
    for form in forms(name)
}
PLAIN_WORDS = [word for word in WORDS if word not in NAMES]
QUIET = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Run the search over the small collection."""
    if shutil.which("node") is None:
        pytest.skip("no node to run the browser's script in")
    with Search(write_site(tmp_path_factory.mktemp("site"))) as running:
        yield running


def in_code_points(text: str, found: list[list[Any]]) -> tuple[tuple[str, int, int], ...]:
    """Count offsets in code points, as Python does, not in UTF-16 units."""
    units = text.encode("utf-16-le")
    return tuple(
        (form, *(len(units[: 2 * at].decode("utf-16-le")) for at in (start, end)))
        for form, start, end in found
    )


@pytest.mark.parametrize("written", [written for written, _ in SPELLINGS])
def test_both_sides_fold_alike(search: Search, written: str) -> None:
    """The table that Python exports is followed in the same steps."""
    assert search.ask("fold", written) == fold(written)


@QUIET
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cn"])))
def test_both_sides_fold_any_text_alike(search: Search, text: str) -> None:
    """It holds for all of Unicode."""
    assert search.ask("fold", text) == fold(text)


@QUIET
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cn"])))
def test_both_sides_cut_any_text_alike(search: Search, text: str) -> None:
    """Words and their places are the same."""
    assert in_code_points(text, search.ask("tokens", text)) == tokens(text)


def test_every_word_leads_to_its_stems(search: Search) -> None:
    """Every form of the collection is looked up, and has the stems that Python gave it."""
    for word in WORDS:
        found = search.ask("lookUp", word)["stems"]
        assert {each for each in found if not each.startswith("@")} == REFERENCE.stems[word], word


def test_every_stem_has_its_documents(search: Search) -> None:
    """Every posting list holds just the documents with a form of the stem."""
    for term, times in REFERENCE.terms.items():
        assert search.ask("postings", term)["documents"] == sorted(times), term


def test_every_word_stands_where_it_stands(search: Search) -> None:
    """The positions of every form are those of counting words, title first, gaps between."""
    for word in WORDS:
        for term in REFERENCE.stems[word]:
            if len(REFERENCE.stems[word]) == 1:
                assert search.ask("placesOf", word, term) == expected_places(word), word


def expected_places(word: str) -> list[list[Any]]:
    """Return [document, positions] of a word by counting."""
    found = []
    for number, document in REFERENCE.documents.items():
        places, start = [], 0
        texts = (text for _, text in document.paragraphs)
        for text in (document.title, *document.aliases, *texts):
            words = forms(text)
            places += [start + at for at, form in enumerate(words) if form == word]
            start += len(words) + 8
        if places:
            found.append([number, places])
    return found


def test_every_prefix_is_completed(search: Search) -> None:
    """For each beginning of each word the most frequent words that begin so come first."""
    for prefix in sorted({word[:end] for word in WORDS for end in range(1, len(word) + 1)}):
        known = [w for w in WORDS if w.startswith(prefix) and not REFERENCE.is_common(w)]
        known.sort(key=lambda word: (-int(2 * math.log2(REFERENCE.with_form[word])), word))
        found = [each["form"] for each in search.ask("completions", prefix, 1000)]
        assert found == known, prefix


@QUIET
@given(words=st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=8))
def test_random_queries_rank_alike(search: Search, words: list[str]) -> None:
    """Documents come in the same order, with the same scores."""
    query = " ".join(words)
    answer = search.ask("search", query, {"limit": 100, "near": False})
    scores = REFERENCE.scores(query)
    assert answer["total"] == len(scores)
    by_url = {REFERENCE.documents[number].url: score for number, score in scores.items()}
    for result in answer["results"]:
        assert result["score"] == pytest.approx(by_url[result["url"]])
    assert [each["url"] for each in answer["results"]] == REFERENCE.ranked(query)
