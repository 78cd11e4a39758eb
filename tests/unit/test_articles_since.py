"""Hold the page that says what is new since a month."""

from __future__ import annotations

from plugins.articles.since import MonthNews, SincePage, since_pages
from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Event,
    Evidence,
    Mention,
    Paragraph,
    Statement,
)


def naming(slug: str, date: str, *entities: str) -> Annotated:
    """Return a report that names these entities in one paragraph."""
    mentions = tuple(Mention("p1", at, at + 1, "x", each) for at, each in enumerate(entities))
    article = Article(slug, slug, date, "p", "")
    return Annotated(article, (Paragraph("p1", "x" * 9),), mentions, (), (), ())


def statement(article: str) -> Statement:
    """Return a statement in an article."""
    return Statement(1, 1, "", article, "p1", "x")


CORPUS = Corpus(
    articles=(
        naming("one", "2016-11-20", "bridge"),
        naming("two", "2016-11-28?", "bridge", "mayor"),
        naming("three", "2016-12-02", "bridge", "ferry", "mayor"),
        naming("undated", "", "bridge"),
    ),
    entities=tuple(Entity(each, "place", each.title()) for each in ("bridge", "ferry", "mayor")),
    events=(
        Event("fell", "It fell", "2016-11-19", evidence=(Evidence("three", "p1"),)),
        Event("shut", "It shut", "2016", evidence=(Evidence("three", "p1"), Evidence("one", "p1"))),
    ),
    claims=(
        Claim("load", "Load", "load", "t", "", (statement("one"), statement("three"))),
        Claim("dead", "Dead", "dead", "people", "", (statement("three"), statement("three"))),
    ),
)


def months(corpus: Corpus) -> tuple[MonthNews, ...]:
    """Return the months of the only page."""
    (page,) = since_pages(corpus)
    values = page.made_of(corpus)
    assert isinstance(values, SincePage)
    return values.months


def test_the_latest_month_stands_first() -> None:
    """A reader goes down to the month of the last visit; undated reports are of no month."""
    assert [(each.period.edtf, each.period.articles) for each in months(CORPUS)] == [
        ("2016-12", 1),
        ("2016-11", 2),
    ]


def test_a_name_is_new_in_the_month_that_first_has_it() -> None:
    """And in no later one."""
    named = [[line.slug for line in each.names] for each in months(CORPUS)]
    assert named == [["ferry"], ["bridge", "mayor"]]


def test_an_event_is_new_when_it_is_first_reported() -> None:
    """The date of the event itself does not matter."""
    told = [[line.slug for line in each.events] for each in months(CORPUS)]
    assert told == [["fell"], ["shut"]]


def test_a_claim_is_listed_in_each_month_that_counts_it() -> None:
    """With the number of statements, and whether it is the first time."""
    counted = [
        [(news.title, news.statements, news.is_new) for news in each.claims]
        for each in months(CORPUS)
    ]
    assert counted == [[("Load", 1, False), ("Dead", 2, True)], [("Load", 1, True)]]


def test_a_month_links_to_its_reports() -> None:
    """The heading in the list of reports."""
    assert months(CORPUS)[0].period.path == "articles.html#m-2016-12"


def test_many_months_are_parted() -> None:
    """A year to a page."""
    many = Corpus(articles=tuple(naming(f"a{y}", f"{y}-05-01") for y in range(1990, 2016)))
    assert [page.path for page in since_pages(many)] == [
        "since.html",
        "since/page-2.html",
        "since/page-3.html",
    ]
