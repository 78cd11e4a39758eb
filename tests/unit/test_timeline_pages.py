"""Hold the pages of the timeline: what stands where, and that every event keeps its address."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from gettext import NullTranslations
from pathlib import Path

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from plugins.corpus.addresses import event_page
from plugins.corpus.model import (
    Annotated,
    Article,
    Corpus,
    DateExpression,
    Entity,
    Event,
    Evidence,
    Mention,
    Paragraph,
    Site,
)
from plugins.corpus.wording import date_words
from plugins.timeline.pages import FOUND, TimelinePage, pages
from plugins.timeline.sections import MOST_ON_ONE_PAGE
from plugins.writing.languages import Language
from plugins.writing.page import Page
from plugins.writing.rendering import Frame, Renderer, link

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "theme" / "templates"
TEXT = "On Monday the Third Brigade captured Norden. It rained."


def report(slug: str, rights: str = "public") -> Annotated:
    """Return a report of the capture."""
    return Annotated(
        Article(slug, f"Title {slug}", "2016-05-03", "gazette", TEXT, rights=rights),
        (Paragraph("p1", TEXT),),
        (Mention("p1", 37, 43, "Norden", "norden"),),
        (DateExpression("p1", 3, 9, "Monday", "2016-05-02", "DATE", "2016-05-02"),),
        (),
        (),
    )


FALL = Event(
    "fall",
    "Norden <falls>",
    "2016-05-02",
    "territory",
    ("norden",),
    ("brigade",),
    (Evidence("one", "p1"),),
)
CORPUS = Corpus(
    site=Site("Norden"),
    articles=(report("one"), report("two")),
    entities=(
        Entity("brigade", "group", "Third Brigade"),
        Entity("gazette", "organisation", "The Gazette"),
        Entity("norden", "place", "Norden"),
    ),
    events=(FALL, Event("rain", "Rain", "2016-05-01?", evidence=(Evidence("two", "p1"),))),
    found=(
        replace(
            FALL,
            slug="found-2016-05-02-territory-norden",
            evidence=(Evidence("two", "p1", TEXT[:44], found=True),),
            status="found",
        ),
    ),
)
LONG = replace(
    CORPUS,
    events=tuple(
        replace(FALL, slug=f"e{at:03}", edtf=(date(2016, 1, 1) + timedelta(days=at)).isoformat())
        for at in range(MOST_ON_ONE_PAGE + 40)
    ),
)


def values(page: Page) -> TimelinePage:
    """Return what the page's template gets."""
    assert isinstance(page.values, TimelinePage)
    return page.values


class Everything(frozenset[str]):
    """The addresses of a site that has every page that is linked to."""

    def __contains__(self, _address: object) -> bool:
        """Return that the page is there."""
        return True


def rendered(corpus: Corpus) -> dict[str, BeautifulSoup]:
    """Return all pages as parsed HTML, by path."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["link"] = link
    environment.filters["date_words"] = date_words
    environment.filters["markdown"] = Markup
    language = Language("en", "English", "")
    frame = Frame(corpus.site, language, (language,), Everything())
    renderer = Renderer(environment, NullTranslations(), frame, corpus)
    return {
        page.path: BeautifulSoup(
            renderer.render(page, page.made_of(corpus)).html.decode(), "html.parser"
        )
        for page in pages(corpus)
    }


def test_a_short_timeline_is_one_page_with_its_events() -> None:
    """Each is an article under the address that other pages link to."""
    (page,) = rendered(CORPUS).values()
    for event in CORPUS.events:
        anchor = event_page(event.slug).partition("#")[2]
        found = page.find(id=anchor)
        assert found is not None
        assert found.name == "article"


def test_an_event_shows_its_reports() -> None:
    """The sentence, the outlet, and a link to the paragraph."""
    (page,) = rendered(CORPUS).values()
    event = page.find(id="fall")
    assert event is not None
    assert "captured Norden" in event.select_one("blockquote").get_text()  # type: ignore[union-attr]
    hrefs = [each["href"] for each in event.find_all("a")]
    assert "articles/one.html#p1" in hrefs
    assert "publishers/gazette.html" in hrefs
    assert "places/norden.html" in hrefs


def test_every_event_has_what_the_filters_look_at() -> None:
    """Kind, places, actors and publishers stand in the HTML; the counts add up."""
    (page,) = rendered(CORPUS).values()
    event = page.find(id="fall")
    assert event is not None
    names = ("data-kind", "data-place", "data-actor", "data-publisher")
    assert [event[name] for name in names] == ["territory", "norden", "brigade", "gazette"]
    facets = values(next(iter(pages(CORPUS)))).facets
    assert [(each.value, each.count) for each in facets.kinds] == [("territory", 1), ("other", 1)]
    assert [(each.value, each.count) for each in facets.publishers] == [("gazette", 2)]


def test_filters_wait_for_their_script() -> None:
    """Without JavaScript there is no control that does nothing."""
    (page,) = rendered(CORPUS).values()
    form = page.select_one("form[data-filters]")
    assert form is not None
    assert form.has_attr("data-scripted")


def test_found_events_stand_apart_and_closed() -> None:
    """In a closed list, marked as found; never among the confirmed, in the strip or the counts."""
    (page,) = rendered(CORPUS).values()
    found = page.select("details.found article")
    assert [each["id"] for each in found] == ["found-2016-05-02-territory-norden"]
    details = page.select_one("details.found")
    assert details is not None
    assert not details.has_attr("open")
    assert "found by the machine" in found[0].get_text()
    assert "Norden <falls>" in found[0].get_text()  # what it may be
    assert not page.select("[data-events] .event-found")
    assert values(next(iter(pages(CORPUS)))).total == 2


def test_what_the_machine_adds_to_a_confirmed_event_says_so() -> None:
    """A paragraph that no curator's file names is marked; the others are not."""
    more = (*FALL.evidence, Evidence("two", "p1", found=True))
    corpus = replace(CORPUS, events=(replace(FALL, evidence=more),), found=())
    page = rendered(corpus)["timeline.html"]
    reports = page.select("#fall .event-reports > li")
    assert ["found by the machine" in each.get_text() for each in reports] == [False, True]


def test_a_long_timeline_keeps_every_address() -> None:
    """The overview has each event's id and leads on to the page of its month, where it is whole."""
    made = rendered(LONG)
    overview = made["timeline.html"]
    for event in LONG.events:
        stub = overview.find(id=event.slug)
        assert stub is not None
        path, _, anchor = stub.a["href"].partition("#")  # type: ignore[union-attr,index]
        whole = made[path].find(id=anchor)
        assert whole is not None
        assert whole.name == "article"
    assert "timeline-2016-05.html" in made


def test_months_lead_to_each_other() -> None:
    """Each but the first has one before, each but the last one after."""
    months = [values(page) for page in pages(LONG)][1:]
    assert [each.before is None for each in months] == [True, *[False] * (len(months) - 1)]
    assert [each.after is None for each in months] == [*[False] * (len(months) - 1), True]


def test_many_found_events_have_a_page_of_their_own() -> None:
    """The timeline only leads there, and it leads on to a page a month."""
    many = tuple(replace(each, status="found") for each in LONG.events)
    corpus = replace(LONG, events=(), found=many)
    overview, apart, *months = pages(corpus)
    assert (values(overview).found_page, values(overview).found) == (FOUND, ())
    assert apart.path == FOUND
    assert values(apart).only_found
    assert values(apart).days == ()
    shown = [each for month in months for day in values(month).days for each in day.entries]
    assert [each.event for each in shown] == list(many)
    made = rendered(corpus)
    leads = {each["href"] for each in made[FOUND].select(".timeline-month h2 a")}
    assert leads == {month.path for month in months}
    back = made[months[0].path].select_one(".timeline-steps a")
    assert back is not None
    assert back["href"] == FOUND


def test_no_events_give_no_page() -> None:
    """An empty timeline leads nowhere."""
    assert list(pages(Corpus())) == []


def test_each_event_is_described_to_machines() -> None:
    """A schema.org Event with its days, its places and the reports; a found one is none."""
    (page,) = rendered(
        replace(CORPUS, events=(FALL, replace(FALL, slug="b", edtf="2016-05")))
    ).values()
    described = [json.loads(each.string or "") for each in page.select("script[type$='ld+json']")]
    (events,) = [each for each in described if isinstance(each, list)]
    month, event = events
    assert event["@type"] == "Event"
    assert page.select_one(event["@id"])
    assert event["name"] == "Norden <falls>"
    assert event["startDate"] == event["endDate"] == "2016-05-02"
    assert (month["startDate"], month["endDate"]) == ("2016-05-01", "2016-05-31")
    assert event["location"] == [{"@type": "Place", "name": "Norden", "url": "places/norden.html"}]
    assert event["subjectOf"] == [{"@type": "NewsArticle", "url": "articles/one.html#p1"}]
