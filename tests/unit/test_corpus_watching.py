"""What a page reads of the corpus is noted, and a fact's digest changes when its answer does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Event,
    Mention,
    Paragraph,
)
from plugins.corpus.watching import LOOKUPS, WHOLES, Watched, facts, number


def article(slug: str, *named: str) -> Annotated:
    """Return an article that names entities."""
    mentions = tuple(Mention("p0", at, at + 1, "x", each) for at, each in enumerate(named))
    head = Article(slug, slug, "2020-03-04", "post", "x")
    return Annotated(head, (Paragraph("p0", "x" * 9),), mentions, (), (), ())


CORPUS = Corpus(
    articles=(article("one", "ali"), article("two", "ali", "roe")),
    entities=(Entity("ali", "person", "Ali"), Entity("roe", "person", "Roe")),
    events=(Event("fire", "A fire", "2020-03-04", places=("ali",)),),
    claims=(Claim("load", "Load", "load", "tons", "bridge", places=("ali",)),),
)
DIGESTS = {"one": b"1" * 16, "two": b"2" * 16}


def test_what_is_asked_is_noted() -> None:
    """Keys that are there and those that are not, each as a fact of its own."""
    watched = Watched.of(CORPUS)
    assert watched.entity["ali"].name == "Ali"
    assert watched.event.get("flood") is None
    assert "roe" in watched.entity
    assert watched.noted == {
        number("entity", "ali"),
        number("event", "flood"),
        number("entity", "roe"),
    }


def test_a_list_is_a_fact_as_a_whole() -> None:
    """All articles, all claims: what goes through them depends on each."""
    watched = Watched.of(CORPUS)
    assert len(watched.articles) == 2
    assert watched.noted == {number("articles")}


def test_going_through_a_lookup_depends_on_everything() -> None:
    """There is no key that would say what was read."""
    watched = Watched.of(CORPUS)
    assert sorted(watched.entity) == ["ali", "roe"]
    assert watched.noted == {number("everything")}


def test_every_answer_of_the_corpus_is_watched() -> None:
    """A new lookup or list of the model must be named, or what reads it would never be stale."""
    own = {name for name in vars(Corpus) if not name.startswith("_")} | set(Corpus.__annotations__)
    assert own - {"spoken", "site", *LOOKUPS, *WHOLES} == set()


CHANGES = [
    pytest.param({}, {"one": b"3" * 16}, {("article", "one"), ("sightings_of", "ali")}, id="text"),
    pytest.param(
        {"entities": (replace(CORPUS.entities[0], name="Aly"), CORPUS.entities[1])},
        {},
        {("entity", "ali"), ("entities", "")},
        id="name",
    ),
    pytest.param(
        {"events": (replace(CORPUS.events[0], title="The fire"),)},
        {},
        {("event", "fire"), ("events_of", "ali"), ("events", "")},
        id="event",
    ),
    pytest.param({"claims": ()}, {}, {("claim", "load"), ("claims_about", "ali")}, id="claim"),
]


@pytest.mark.parametrize(("fields", "digests", "changed"), CHANGES)
def test_a_change_changes_the_facts_about_it(
    fields: dict[str, object], digests: dict[str, bytes], changed: set[tuple[str, str]]
) -> None:
    """Those about other things keep their digests."""
    before = facts(CORPUS, DIGESTS)
    after = facts(replace(CORPUS, **fields), DIGESTS | digests)  # type: ignore[arg-type]
    different = {
        each for each in before.keys() | after.keys() if before.get(each) != after.get(each)
    }
    assert {number(*each) for each in changed} <= different
    assert number("entity", "roe") not in different
    assert number("spellings_of", "roe") not in different
    assert number("everything") in different


def test_the_same_corpus_has_the_same_facts() -> None:
    """Digests are of what things say, not of where they lie in memory."""
    again = replace(CORPUS, entities=tuple(replace(each) for each in CORPUS.entities))
    assert facts(again, dict(DIGESTS)) == facts(CORPUS, DIGESTS)
