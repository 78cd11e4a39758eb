"""Hold what the start page, the list and the articles' pages say."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from plugins.articles.comparing import ComparePage, compare_pages
from plugins.articles.home import home_values
from plugins.articles.notes import date_notes, figure_notes
from plugins.articles.passages import passages
from plugins.articles.reading import ArticlePage, article_pages
from plugins.articles.shelf import ArticlesPage, list_pages
from plugins.articles.spread import spread
from plugins.articles.strip import strip
from plugins.articles.structured import article_meta
from plugins.corpus.lines import gist
from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    DateExpression,
    Entity,
    Event,
    Evidence,
    Figure,
    Mention,
    Paragraph,
    Passage,
    Site,
    Statement,
)
from plugins.writing.page import Page

TEXT = "On Monday the mayor said 40 buses left Riverton."


def report(slug: str, date: str, publisher: str = "gazette", rights: str = "public") -> Annotated:
    """Return a report of one paragraph with a date, a figure and a name."""
    article = Article(
        slug, f"Title of {slug}", date, publisher, TEXT, byline="Jane Doe", rights=rights
    )
    return Annotated(
        article=article,
        paragraphs=(Paragraph("p1", TEXT, past=("p0",)),),
        mentions=(Mention("p1", 39, 47, "Riverton", "riverton"),),
        dates=(DateExpression("p1", 3, 9, "Monday", "2016-11-28", "DATE", "2016-11-28"),),
        figures=(
            Figure("p1", 25, 33, "40 buses", 40, 40, "buses", said_by="mayor", cue_surface="said"),
        ),
        passages=(Passage(f'<p id="p1">{TEXT}</p>', ("p1",)),),
    )


GAZETTE = Entity("gazette", "organisation", "The Gazette")
MAYOR = Entity("mayor", "person", "The mayor")
RIVERTON = Entity("riverton", "place", "Riverton", description="A town. It has a bridge.")
STATEMENT = Statement(40, 40, "2016-11-28", "one", "p0", "40 buses left", said_by="mayor")
CLAIM = Claim("buses", "Buses that left", "buses", "buses", "Riverton", (STATEMENT,))
EVENT = Event(
    "departure",
    "Buses leave",
    "2016-11-28",
    places=("riverton",),
    evidence=(Evidence("one", "p1"),),
)
CORPUS = Corpus(
    site=Site("Riverton", "A flood"),
    articles=(report("one", "2016-11-28"), report("two", "2016-11-29"), report("three", "2016-12")),
    entities=(GAZETTE, MAYOR, RIVERTON),
    events=(EVENT,),
    claims=(CLAIM,),
)


Values = TypeVar("Values")


def made(page: Page, kind: type[Values], corpus: Corpus = CORPUS) -> Values:
    """Return a page's values, which must be of this kind."""
    values = page.made_of(corpus)
    assert isinstance(values, kind)
    return values


def values_of(slug: str, corpus: Corpus = CORPUS) -> ArticlePage:
    """Return the values of an article's page."""
    page = next(each for each in article_pages(corpus) if each.path == f"articles/{slug}.html")
    return made(page, ArticlePage, corpus)


def test_a_date_leads_to_the_event_that_rests_on_its_paragraph() -> None:
    """A date expression is confirmed by an event of the same date with this very evidence."""
    note = date_notes(CORPUS, CORPUS.articles[0])[0]
    assert (note.event, note.event_path) == ("Buses leave", "timeline.html#departure")
    assert date_notes(CORPUS, CORPUS.articles[1])[0].event_path == ""


def test_a_found_event_confirms_no_date() -> None:
    """What the machine found is not shown as if a person had said it."""
    found = replace(CORPUS, events=(replace(EVENT, status="found"),))
    assert date_notes(found, found.articles[0])[0].event_path == ""


@pytest.mark.parametrize(
    ("surface", "edtf", "tells"),
    [
        ("Monday", "2016-11-28", True),
        ("28 November 2016", "2016-11-28", False),
        ("on 28 NOVEMBER 2016", "2016-11-28", False),
        ("in 2012", "2012", False),
    ],
)
def test_a_date_that_says_itself_needs_no_note(surface: str, edtf: str, tells: bool) -> None:
    """The margin has a date only where its meaning says more than its words."""
    one = replace(
        CORPUS.articles[0],
        dates=(DateExpression("p1", 0, len(surface), surface, edtf, "DATE", edtf),),
    )
    assert date_notes(CORPUS, one)[0].tells is tells


def test_a_figure_leads_to_its_claim_by_a_past_anchor_too() -> None:
    """A statement that cites an older anchor of the paragraph still confirms the figure."""
    note = figure_notes(CORPUS, CORPUS.articles[0])[0]
    assert (note.claim_path, note.words) == ("claims/buses.html", "40 buses")
    assert note.speaker is not None
    assert note.speaker.name == "The mayor"


def test_a_figure_of_another_quote_is_not_confirmed() -> None:
    """The quotation must have the figure's words."""
    other = replace(STATEMENT, quote="the mayor said")
    corpus = replace(CORPUS, claims=(replace(CLAIM, statements=(other,)),))
    assert figure_notes(corpus, corpus.articles[0])[0].claim_path == ""


def test_notes_stand_beside_their_own_paragraph() -> None:
    """A passage has the notes of the anchors in it, each once, and no others."""
    body = (Passage("<p>One.</p>", ("p1",)), Passage("<ul><li>Two.</li></ul>", ("p2",)))
    notes = date_notes(CORPUS, CORPUS.articles[0])
    first, second = passages(body, (*notes, *notes), ())
    assert (len(first.dates), len(second.dates)) == (1, 0)
    assert (first.html, second.html) == tuple(each.html for each in body)


def test_a_figure_without_a_speaker_stays_out_of_the_margin() -> None:
    """The margin says who said a figure; where nobody did, the list at the end has it."""
    (note,) = figure_notes(CORPUS, CORPUS.articles[0])
    body = (Passage("<p>One.</p>", ("p1",)),)
    (noted,) = passages(body, (), (note, replace(note, speaker=None, surface="41 buses")))
    assert [each.surface for each in noted.figures] == ["40 buses"]


def test_an_article_knows_what_came_before_and_after() -> None:
    """Neighbours are by date; the first has none before it, the last none after."""
    assert values_of("one").previous is None
    middle = values_of("two")
    assert middle.previous is not None
    assert middle.following is not None
    assert (middle.previous.slug, middle.following.slug) == ("one", "three")


def test_the_same_day_reaches_one_day_either_way() -> None:
    """An article of the next day is shown; one that is only dated to a month is not."""
    assert [each.line.slug for each in values_of("one").same_day] == ["two"]
    assert values_of("three").same_day == ()


def test_names_are_counted() -> None:
    """An article lists each entity once, with the number of its mentions."""
    first = CORPUS.articles[0]
    twice = replace(first, mentions=(*first.mentions, *first.mentions))
    named = values_of("one", replace(CORPUS, articles=(twice,))).names
    assert [(each.entity.name, each.times) for each in named] == [("Riverton", 2)]


def test_the_public_edition_withholds_a_restricted_text() -> None:
    """Neither its dates and figures nor its opening sentence are on any page."""
    secret = report("secret", "2016-11-28", rights="restricted")
    corpus = replace(CORPUS, site=replace(CORPUS.site, edition="public"), articles=(secret,))
    values = values_of("secret", corpus)
    assert values.withheld
    assert (values.dates, values.figures) == ((), ())
    assert home_values(corpus).latest[0].gist == ""
    assert next(article_pages(corpus)).description == ""


def test_the_full_edition_withholds_nothing() -> None:
    """Who builds for themselves reads everything."""
    secret = report("secret", "2016-11-28", rights="restricted")
    assert values_of("secret", replace(CORPUS, articles=(secret,))).passages


def test_meta_makes_a_newspaper_article() -> None:
    """Zotero needs the item's type; empty values are left out, a doubt too."""
    article = replace(CORPUS.articles[0].article, date="2016-11-28?")
    meta = article_meta(CORPUS, article, "The Gazette")
    assert ("z:itemType", "newspaperArticle") in meta
    assert ("dc.date", "2016-11-28") in meta
    assert "dc.identifier" not in dict(meta)


def test_json_ld_cannot_end_its_script() -> None:
    """A title with markup stays inside of the script element."""
    one = report("one", "2016-11-28")
    hostile = replace(one, article=replace(one.article, title="</script><b>&"))
    text = values_of("one", replace(CORPUS, articles=(hostile,))).json_ld
    assert not set("<>&") & set(text)


def test_few_articles_are_on_one_page() -> None:
    """The list has a section a month."""
    (page,) = list_pages(CORPUS)
    assert [month.edtf for month in made(page, ArticlesPage).months] == ["2016-11", "2016-12"]


def test_many_articles_have_pages_by_year_and_in_parts() -> None:
    """articles.html shows how the latest year begins; the others together have every article."""
    many = tuple(
        report(f"a{n:03}", f"{2010 + n // 400}-0{1 + n % 400 // 200}-01") for n in range(500)
    )
    corpus = replace(CORPUS, articles=many)
    pages = {page.path: made(page, ArticlesPage, corpus) for page in list_pages(corpus)}
    assert sorted(pages) == [
        "articles-2010.html",
        "articles-2010/page-2.html",
        "articles-2011.html",
        "articles.html",
    ]
    assert pages["articles.html"] == pages["articles-2011.html"]
    counts = {
        path: sum(len(month.articles) for month in values.months) for path, values in pages.items()
    }
    assert counts == {
        "articles-2010.html": 300,
        "articles-2010/page-2.html": 100,
        "articles-2011.html": 100,
        "articles.html": 100,
    }


def test_a_month_is_found_on_the_page_where_it_begins() -> None:
    """The months of the page's year lead to their headings."""
    many = tuple(report(f"a{n:03}", f"2010-0{1 + n // 200}-01") for n in range(700))
    corpus = replace(CORPUS, articles=many)
    first, *_ = list_pages(corpus)
    assert [each.path for each in made(first, ArticlesPage, corpus).periods] == [
        "articles-2010.html#m-2010-01",
        "articles-2010.html#m-2010-02",
        "articles-2010/page-2.html#m-2010-03",
        "articles-2010/page-3.html#m-2010-04",
    ]


def test_the_strip_is_a_scale_of_days() -> None:
    """A bar stands as many days after the first as its events; what lies long before is counted."""
    events = [
        Event(f"e{day}", "x", day) for day in ("2012", "2016-11-01", "2016-11-01", "2016-11-03")
    ]
    drawn = strip(events)
    assert drawn is not None
    assert [(bar.x, bar.height, bar.events) for bar in drawn.bars] == [(0, 100, 2), (2, 50, 1)]
    assert (drawn.days, drawn.earlier) == (3, 1)


def test_no_dated_event_draws_no_strip() -> None:
    """Where no event has a day, there is nothing to draw."""
    assert strip([Event("e", "x", "")]) is None


def test_a_spread_leaves_out_what_cannot_be_compared() -> None:
    """A statement with a unit or scope of its own is not on the line."""
    far = replace(STATEMENT, low=900, high=900, scope="elsewhere")
    line = spread(
        replace(CLAIM, statements=(STATEMENT, replace(STATEMENT, low=50, high=60), far)), "en"
    )
    assert line is not None
    assert (line.lowest, line.highest) == ("40 buses", "60 buses")
    assert [(dot.x, dot.width) for dot in line.dots] == [(0, 0), (50, 50)]


def test_home_shows_only_claims_that_differ() -> None:
    """One statement, or several that agree, are no contest."""
    agreeing = replace(CLAIM, slug="same", statements=(STATEMENT, STATEMENT))
    differing = replace(
        CLAIM, slug="differs", statements=(STATEMENT, replace(STATEMENT, low=9, high=9))
    )
    contested = home_values(replace(CORPUS, claims=(CLAIM, agreeing, differing))).contested
    assert [each.path for each in contested] == ["claims/differs.html"]


@pytest.mark.parametrize(
    ("description", "first"),
    [
        ("A town. It has a bridge.", "A town."),
        (
            "The *old* [bridge](entity:bridge) of Dr. Roe stands. Still.",
            "The old bridge of Dr. Roe stands.",
        ),
        ("No end", "No end"),
        ("", ""),
    ],
)
def test_a_gist_is_the_first_sentence(description: str, first: str) -> None:
    """Markdown's marks are gone, and a title's full stop ends nothing."""
    assert gist(description) == first


def test_a_long_gist_is_cut_at_a_word() -> None:
    """Past 220 characters an ellipsis stands after a whole word."""
    cut = gist("word " * 100)
    assert cut.endswith("word…")
    assert len(cut) <= 221


SECOND = Statement(55, 55, "2016-11-28", "two", "p1", "40 buses", said_by_words="drivers")
COMPARED = replace(
    CORPUS,
    events=(
        replace(EVENT, evidence=(Evidence("one", "p1"), Evidence("two", "p0"))),
        Event("other", "Only one tells", "2016-11-29", evidence=(Evidence("two", "p1"),)),
    ),
    claims=(replace(CLAIM, statements=(STATEMENT, SECOND)),),
)


def compared(corpus: Corpus) -> ComparePage:
    """Return the values of the only page that compares two articles."""
    (page,) = compare_pages(corpus)
    assert page.path == "compare/one/two.html"
    return made(page, ComparePage, corpus)


def test_two_reports_of_a_day_are_laid_side_by_side() -> None:
    """What both have stands in one row, what only one has stands apart."""
    values = compared(COMPARED)
    assert [event.slug for row in values.events for event in row.events] == ["departure"]
    assert [event.slug for row in values.lone_events for event in row.events] == ["other"]
    assert values.events[0].second[0].path == "articles/two.html#p1"
    (row,) = values.claims
    assert (row.first[0].figure, row.second[0].figure) == ("40 buses", "55 buses")
    assert [(name.entity.slug, name.first, name.second) for name in values.names] == [
        ("riverton", ("Riverton",), ("Riverton",))
    ]


def test_reports_that_share_nothing_are_not_compared() -> None:
    """Being of one day is not enough: an event or a claim must be in both."""
    assert list(compare_pages(CORPUS)) == []
    assert values_of("one").same_day[0].compare_path == ""
    assert values_of("two", COMPARED).same_day[0].compare_path == "compare/one/two.html"


def test_events_of_the_same_paragraphs_share_a_row() -> None:
    """The paragraphs are quoted once, however many events they report."""
    twin = replace(COMPARED.events[0], slug="twin")
    values = compared(replace(COMPARED, events=(COMPARED.events[0], twin)))
    assert [[event.slug for event in row.events] for row in values.events] == [
        ["departure", "twin"]
    ]


def test_a_withheld_report_is_not_compared() -> None:
    """The public edition has no text of a restricted report to lay beside another."""
    secret = report("two", "2016-11-29", rights="restricted")
    articles = (COMPARED.articles[0], secret)
    public = replace(COMPARED, site=replace(CORPUS.site, edition="public"), articles=articles)
    assert list(compare_pages(public)) == []
    assert len(list(compare_pages(replace(public, site=CORPUS.site)))) == 1


def test_events_of_one_report_alone_stand_by_date() -> None:
    """Each for itself, though the same paragraph reports several."""
    events = tuple(
        Event(f"e{day}", "x", f"2016-11-{day}", evidence=(Evidence("one", anchor),))
        for day, anchor in (("11", "p1"), ("12", "p9"), ("13", "p1"))
    )
    values = compared(replace(COMPARED, events=(*COMPARED.events, *events)))
    alone = [[line.slug for line in row.events] for row in values.lone_events]
    assert [each for each in alone if each[0][0] == "e"] == [["e11"], ["e12"], ["e13"]]


def test_the_key_events_run_from_the_beginning_to_the_end() -> None:
    """Each run of the story is told by the event that most articles report."""
    twice = (Evidence("one", "p1"), Evidence("two", "p1"))
    events = tuple(
        Event(f"e{n:02}", "x", f"2016-11-{1 + n:02}", evidence=twice if n % 3 == 1 else twice[:1])
        for n in range(24)
    )
    key = home_values(replace(CORPUS, events=events)).key_events
    assert [each.slug for each in key] == [f"e{n:02}" for n in range(1, 24, 3)]


def test_a_crowded_day_is_not_listed_to_its_end() -> None:
    """Twelve reports of the day are named, those that can be compared first; the rest counted."""
    crowd = tuple(report(f"r{n:02}", "2016-11-28") for n in range(20))
    values = values_of("one", replace(COMPARED, articles=(*COMPARED.articles, *crowd)))
    assert (len(values.same_day), values.same_day_more) == (12, 9)
    assert values.same_day[0].compare_path == "compare/one/two.html"


def test_a_table_in_a_report_can_be_scrolled() -> None:
    """It may be wider than a phone; a paragraph is not."""
    body = (Passage("<table><tr><td id='p1'>x</td></tr></table>", ("p1",)), Passage("<p>x</p>", ()))
    assert [each.is_table for each in passages(body, (), ())] == [True, False]
