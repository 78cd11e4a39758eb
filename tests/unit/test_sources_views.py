"""Hold what a publisher's page says."""

from __future__ import annotations

from dataclasses import replace

from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Mention,
    Paragraph,
    Statement,
)
from plugins.sources.naming import own_names
from plugins.sources.pages import PublisherPage, pages
from plugins.sources.turning import FurtherPage


def naming(slug: str, publisher: str, date: str, *surfaces: str) -> Annotated:
    """Return a report that names the bridge."""
    mentions = tuple(Mention("p1", 0, len(each), each, "bridge") for each in surfaces)
    return Annotated(
        Article(slug, slug, date, publisher, ""), (Paragraph("p1", ""),), mentions, (), (), ""
    )


def said(article: str, said_by: str = "", words: str = "") -> Statement:
    """Return a statement of ten tons."""
    return Statement(10, 10, "2016", article, "p1", "ten", said_by=said_by, said_by_words=words)


ENTITIES = tuple(
    Entity(slug, kind, slug.title())
    for slug, kind in (
        ("bridge", "place"),
        ("gazette", "organisation"),
        ("herald", "organisation"),
        ("roe", "person"),
    )
)
CORPUS = Corpus(
    articles=(
        naming("one", "gazette", "2016-11-28", "a-Nahr", "a-Nahr", "Nahr"),
        naming("two", "gazette", "2016-12-01?", "a-Nahr"),
        naming("three", "herald", "2016-12-02", "al-Nahr", "Nahr"),
    ),
    entities=ENTITIES,
    claims=(
        Claim(
            "load",
            "Load",
            "load",
            "tons",
            "",
            (said("one"), said("one", "roe"), said("two", "gazette"), said("two", words="locals")),
        ),
    ),
)


def page_of(slug: str) -> PublisherPage:
    """Return the values of a publisher's page."""
    page = next(each for each in pages(CORPUS) if each.path == f"publishers/{slug}.html")
    values = page.made_of(CORPUS)
    assert isinstance(values, PublisherPage)
    return values


def test_a_name_is_its_own_where_the_others_write_another() -> None:
    """Both sides are shown with their counts, the most frequent first."""
    (bridge,) = own_names(CORPUS, "gazette")
    assert [(each.form, each.times) for each in bridge.own] == [("a-Nahr", 3), ("Nahr", 1)]
    assert [(each.form, each.times) for each in bridge.others] == [("Nahr", 1), ("al-Nahr", 1)]


def test_a_name_that_no_other_writes_is_no_difference() -> None:
    """Where only one publisher names a thing there is nothing to compare."""
    alone = Corpus(articles=CORPUS.articles[:2], entities=ENTITIES)
    assert own_names(alone, "gazette") == ()


def test_its_own_voice_is_told_from_what_it_reports() -> None:
    """No speaker, or itself as speaker, is its own voice; words of others are not."""
    values = page_of("gazette")
    assert [each.report.slug for each in values.said] == ["one", "two"]
    assert [each.speaker_words or each.speaker.name for each in values.reported if each] == [
        "Roe",
        "locals",
    ]


def test_the_list_says_what_time_a_publisher_covers() -> None:
    """From the first to the last day that its reports may be of."""
    assert page_of("gazette").line.span == "2016-11-28/2016-12-01"
    assert page_of("herald").line.span == "2016-12-02"


def test_only_publishers_have_pages() -> None:
    """An organisation that published nothing here is no source."""
    assert [page.path for page in pages(CORPUS)] == [
        "publishers.html",
        "publishers/gazette.html",
        "publishers/herald.html",
    ]


def test_a_publishers_lists_go_on_on_further_pages() -> None:
    """Reports and statements have pages of their own; every one of them stands on one page."""
    many = tuple(naming(f"r{n:03}", "herald", "2016-11-28", "Nahr") for n in range(160))
    load = Claim("load", "Load", "load", "tons", "", tuple(said(f"r{n:03}") for n in range(130)))
    corpus = replace(CORPUS, articles=many, claims=(load,))
    made = {page.path: page.made_of(corpus) for page in pages(corpus) if "herald" in page.path}
    first = made.pop("publishers/herald.html")
    assert isinstance(first, PublisherPage)
    assert sorted(made) == [
        "publishers/herald/reports-2.html",
        "publishers/herald/said-2.html",
        "publishers/herald/said-3.html",
    ]
    further = [each for each in made.values() if isinstance(each, FurtherPage)]
    assert len(first.articles) + sum(len(each.articles) for each in further) == 160
    assert len(first.said) + sum(len(each.statements) for each in further) == 130
