"""The collection that ships: told in our own words, and true to where it says that words stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.annotate.assembly import Assembled, assemble_folder
from plugins.corpus.fold import forms

LONGEST = 8  # words in a row that a text of ours may share with a publisher's
PLACES = ("content", "docs")
EVENTS, CLAIMS = 15, 8  # the least that the collection has
DIGEST_WORDS = range(200, 451)

Run = tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """Yield each run of one word more than may be shared, its words folded."""
    words = forms(text)
    for start in range(len(words) - LONGEST):
        yield tuple(words[start : start + LONGEST + 1])


def shared_runs(text: str, theirs: frozenset[Run]) -> list[str]:
    """Return the runs of a text that are a publisher's, as folded words."""
    return [" ".join(run) for run in runs(text) if run in theirs]


def own_text(path: Path) -> str:
    """Return a file's text without the published headline, which is quoted on purpose."""
    lines = path.read_text("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("headline:"))


@pytest.fixture(scope="module")
def theirs(shared: Path) -> frozenset[Run]:
    """Return every run of words of the publishers' texts."""
    seeds = sorted((shared / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip(f"no publishers' texts in {shared / 'seeds'}")
    return frozenset(run for seed in seeds for run in runs(seed.read_text("utf-8")))


@pytest.fixture(scope="module")
def collection(root: Path) -> Assembled:
    """Return the collection that ships, with all that is wrong in it."""
    return assemble_folder(root / "content")


def test_a_borrowed_sentence_is_noticed() -> None:
    """Nine words in a row are found whatever their case and marks, eight are not."""
    theirs = frozenset(runs("one two three four five six seven eight nine"))
    assert shared_runs("Zero. One, two: three four five six seven eight — NINE!", theirs)
    assert not shared_runs("one two three four five six seven eight ten", theirs)


@pytest.mark.parametrize("place", PLACES)
def test_no_sentence_of_a_publisher_is_in_the_project(
    place: str, root: Path, theirs: frozenset[Run]
) -> None:
    """No run of more than eight words of a publisher's text stands in the content or the docs."""
    files = sorted(path for path in (root / place).rglob("*") if path.suffix in (".md", ".toml"))
    borrowed = {
        str(path.relative_to(root)): found
        for path in files
        if (found := shared_runs(own_text(path), theirs))
    }
    assert borrowed == {}


def test_the_collection_has_no_problem(collection: Assembled) -> None:
    """Each quote and evidence stands in its article, and each slug leads somewhere."""
    assert [str(each) for each in collection.problems] == []


def test_each_quote_stands_in_the_paragraph_it_is_anchored_to(collection: Assembled) -> None:
    """A statement's quote is in the paragraph, byte for byte."""
    corpus = collection.corpus
    for claim in corpus.claims:
        for each in claim.statements:
            paragraph = corpus.article[each.reported_by].paragraph(each.anchor)
            assert paragraph
            assert each.quote in paragraph.text


def test_each_event_has_evidence_in_a_paragraph(collection: Assembled) -> None:
    """The words that stand as evidence are in the paragraph, byte for byte."""
    corpus = collection.corpus
    for event in corpus.events:
        assert event.evidence
        for each in event.evidence:
            paragraph = corpus.article[each.article].paragraph(each.anchor)
            assert paragraph
            assert each.quote in paragraph.text


def test_a_number_read_from_a_word_is_explained(collection: Assembled) -> None:
    """Where a quote has a vague word and no digit, a note says how it was read."""
    for claim in collection.corpus.claims:
        for each in claim.statements:
            if each.approximate and not any(letter.isdigit() for letter in each.quote):
                assert each.note, each.quote


def test_the_collection_has_what_it_promises(collection: Assembled) -> None:
    """Five articles, and enough events and claims to read about."""
    corpus = collection.corpus
    assert len(corpus.articles) == 5
    assert len(corpus.events) >= EVENTS
    assert len(corpus.claims) >= CLAIMS
    assert all(len(claim.statements) >= 2 for claim in corpus.claims)


def test_a_digest_is_as_long_as_a_digest(collection: Assembled) -> None:
    """200 to 450 words in the body, headings among them."""
    lengths = {
        each.article.slug: sum(len(paragraph.text.split()) for paragraph in each.paragraphs)
        for each in collection.corpus.articles
    }
    assert {slug: n for slug, n in lengths.items() if n not in DIGEST_WORDS} == {}


def test_each_digest_says_that_it_is_one(collection: Assembled) -> None:
    """The last paragraph of an article that ships says whose words it is in."""
    for each in collection.corpus.articles:
        assert "digest written for this project" in each.paragraphs[-1].text


def test_every_entity_is_described(collection: Assembled) -> None:
    """Each entity has a sentence about it, and each place lies in another or is a country."""
    for entity in collection.corpus.entities:
        assert entity.description.endswith("."), entity.slug
        if entity.kind == "place" and not entity.within:
            assert entity.coordinates
            assert entity.coordinates.precision == "country"
