"""Random queries: the browser's script finds just what plain counting in Python finds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.corpus import edtf
from plugins.corpus.fold import forms
from plugins.search.documents import SearchDocument
from plugins.search.stemming import stem, stop_words
from tests.bench.js.node import Search
from tests.unit.search_documents import DOCUMENTS, write_site

QUIET = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
KINDS = sorted({document.kind for document in DOCUMENTS})
PUBLISHERS = sorted({document.publisher for document in DOCUMENTS if document.publisher})
DAYS = ["2015", "2015-03", "2015-03-02", "2015-03-09", "2015-04", "2016-01-20", "2016-02-02"]


def texts(document: SearchDocument) -> tuple[tuple[str, ...], ...]:
    """Return the words of each text in which a phrase can stand."""
    paragraphs = (text for _, text in document.paragraphs)
    return tuple(tuple(forms(each)) for each in (document.title, *document.aliases, *paragraphs))


TEXTS = {document: texts(document) for document in DOCUMENTS}
NAMED = {
    form
    for document in DOCUMENTS
    if document.kind in ("person", "place")
    for name in (document.title, *document.aliases)
    for form in forms(name)
}
EVERY = sorted({form for held in TEXTS.values() for text in held for form in text})


def forms_of(document: SearchDocument) -> frozenset[str]:
    """Return the words of a document."""
    return frozenset(form for text in TEXTS[document] for form in text)


@cache
def stems(form: str) -> frozenset[str]:
    """Return the stems that a word has in the languages of the documents that have it."""
    return frozenset(stem(form, each.language) for each in DOCUMENTS if form in forms_of(each))


@cache
def is_common(form: str) -> bool:
    """Tell whether most documents with this word are in a language that ranks nothing by it."""
    having = [each for each in DOCUMENTS if form in forms_of(each)]
    return 2 * sum(form in stop_words(each.language) for each in having) > len(having)


@cache
def with_stems(form: str) -> frozenset[SearchDocument]:
    """Return the documents that have any form of a word."""
    wanted = stems(form)
    return frozenset(
        each
        for each in DOCUMENTS
        if any(stem(other, each.language) in wanted for other in forms_of(each))
    )


def with_phrase(words: tuple[str, ...]) -> frozenset[SearchDocument]:
    """Return the documents that have these words one after the other in one text."""
    return frozenset(
        document
        for document in DOCUMENTS
        for text in TEXTS[document]
        if any(text[at : at + len(words)] == words for at in range(len(text)))
    )


PLAIN = [form for form in EVERY if form not in NAMED and not is_common(form)]
PHRASES = sorted(
    {
        text[at : at + length]
        for held in TEXTS.values()
        for text in held
        for length in (2, 3)
        for at in range(len(text) - length + 1)
        if not NAMED & set(text[at : at + length])
    }
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Run the search over the small collection."""
    if shutil.which("node") is None:
        pytest.skip("no node to run the browser's script in")
    with Search(write_site(tmp_path_factory.mktemp("site"))) as running:
        yield running


def found(search: Search, query: str, **options: object) -> set[str]:
    """Return the addresses that a query finds."""
    answer = search.ask("search", query, {"limit": 100, **options})
    assert answer["problems"] == []
    return {each["url"] for each in answer["results"]}


def urls(documents: frozenset[SearchDocument]) -> set[str]:
    """Return the addresses of documents."""
    return {document.url for document in documents}


ALL = frozenset(DOCUMENTS)


def days(document: SearchDocument) -> tuple[date, date] | None:
    """Return the first and the last day that a document's date can mean."""
    first, last = edtf.bounds(document.date) if document.date else (None, None)
    return (first, last) if first and last else None


def first_day(text: str) -> date:
    """Return the first day of a year, month or day."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def since(text: str) -> frozenset[SearchDocument]:
    """Return the documents that may be of this day or later."""
    return frozenset(each for each in DOCUMENTS if (d := days(each)) and d[1] >= first_day(text))


def until(text: str) -> frozenset[SearchDocument]:
    """Return the documents that may be of a day before this one."""
    return frozenset(each for each in DOCUMENTS if (d := days(each)) and d[0] < first_day(text))


Clause = tuple[str, frozenset[SearchDocument]]
quoted = st.sampled_from(PHRASES).map(
    lambda words: ('"' + " ".join(words) + '"', with_phrase(words))
)
without_word = st.sampled_from(PLAIN).map(lambda form: ("-" + form, ALL - with_stems(form)))
without_phrase = quoted.map(lambda clause: ("-" + clause[0], ALL - clause[1]))
of_kind = st.sampled_from(KINDS).map(
    lambda kind: ("kind:" + kind, frozenset(each for each in DOCUMENTS if each.kind == kind))
)
of_publisher = st.sampled_from(PUBLISHERS).map(
    lambda slug: ("source:" + slug, frozenset(e for e in DOCUMENTS if e.publisher == slug))
)
after = st.sampled_from(DAYS).map(lambda day: ("after:" + day, since(day)))
before = st.sampled_from(DAYS).map(lambda day: ("before:" + day, until(day)))
filters = st.lists(
    st.one_of(without_word, without_phrase, of_kind, of_publisher, after, before), max_size=3
)


def intersection(clauses: list[Clause]) -> frozenset[SearchDocument]:
    """Return the documents that every clause lets through."""
    return frozenset(each for each in DOCUMENTS if all(each in let for _, let in clauses))


@QUIET
@given(words=st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4), clauses=filters)
def test_words_are_joined_by_or_and_filters_by_and(
    search: Search, words: list[str], clauses: list[Clause]
) -> None:
    """What has any form of any word, and passes every filter, is found; nothing else is."""
    query = " ".join([*words, *(written for written, _ in clauses)])
    wanted = frozenset[SearchDocument]().union(*map(with_stems, words)) & intersection(clauses)
    assert found(search, query) == urls(wanted)


@QUIET
@given(clauses=filters.filter(bool))
def test_filters_alone_choose_from_everything(search: Search, clauses: list[Clause]) -> None:
    """A query without words finds all that passes."""
    assert found(search, " ".join(written for written, _ in clauses)) == urls(intersection(clauses))


@QUIET
@given(
    phrases=st.lists(quoted, min_size=1, max_size=2),
    words=st.lists(st.sampled_from(PLAIN), max_size=2),
    clauses=filters,
)
def test_a_phrase_must_be_there_if_any_document_has_it(
    search: Search, phrases: list[Clause], words: list[str], clauses: list[Clause]
) -> None:
    """Words beside it may be there; where nothing has it, the answer says that it was relaxed."""
    query = " ".join([*(written for written, _ in phrases), *words, *(w for w, _ in clauses)])
    wanted = intersection([*phrases, *clauses])
    answer = search.ask("search", query, {"limit": 100})
    assert answer["relaxed"] is not bool(wanted)
    if wanted:
        assert {each["url"] for each in answer["results"]} == urls(wanted)


BEGINNINGS = sorted(
    {
        form[:end]
        for form in PLAIN
        for end in range(1, len(form) + 1)
        if not any(name.startswith(form[:end]) for name in NAMED)
    }
)


def completions(beginning: str, most: int) -> list[str]:
    """Return the words that begin so, those that most documents have first."""
    known = [form for form in EVERY if form.startswith(beginning) and not is_common(form)]
    levels = {form: sum(form in forms_of(each) for each in DOCUMENTS) for form in known}
    known.sort(key=lambda form: (-int((levels[form] ** 2).bit_length() - 1), form))
    return known[:most]


def test_every_beginning_finds_what_its_words_find(search: Search) -> None:
    """With a star, all words that begin so; while typing, the most frequent of them."""
    for beginning in BEGINNINGS:
        starred = {*completions(beginning, 60), beginning}
        wanted = frozenset[SearchDocument]().union(*map(with_stems, starred))
        assert found(search, beginning + "*") == urls(wanted), beginning
        typed = {*completions(beginning, min(6, 2 * len(beginning))), beginning}
        wanted = frozenset[SearchDocument]().union(*map(with_stems, typed))
        assert found(search, beginning, prefix=True) == urls(wanted), beginning


def distance(a: str, b: str) -> int:
    """Count edits from one word to another, a swap of neighbours as one (restricted)."""
    rows = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = int(a[i - 1] != b[j - 1])
            least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                least = min(least, rows[i - 2][j - 2] + 1)
            rows[i][j] = least
    return rows[-1][-1]


@QUIET
@given(a=st.text("abcd", max_size=8), b=st.text("abcd", max_size=8))
def test_both_sides_count_edits_alike(search: Search, a: str, b: str) -> None:
    """Up to the most that is asked for; beyond it the answer is only that it is beyond."""
    assert min(search.ask("distance", a, b, 3), 4) == min(distance(a, b), 4)


def slips(form: str) -> Iterator[str]:
    """Yield a word with one letter lost, added, taken for another, or swapped, at every place."""
    for at in range(len(form) + 1):
        yield form[:at] + "x" + form[at:]
        if at < len(form):
            yield form[:at] + form[at + 1 :]
            yield form[:at] + "x" + form[at + 1 :]
        if at + 1 < len(form):
            yield form[:at] + form[at + 1] + form[at] + form[at + 2 :]


LONG = [form for form in EVERY if len(form) > 4 and form.isalpha()]


def test_one_slip_anywhere_is_understood(search: Search) -> None:
    """The first letter and the middle included; what is found is as near as the word meant."""
    for form in LONG:
        for slip in sorted(set(slips(form)) - set(EVERY)):
            near = [each["form"] for each in search.ask("near", slip)]
            assert form in near or len(near) == 3, (form, slip)
            assert distance(slip, near[0]) == 1, (form, slip)
