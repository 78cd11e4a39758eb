"""Hold what an entity's page and the indexes say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.corpus.model import (
    Alias,
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Mention,
    Paragraph,
    Role,
    Site,
    Statement,
)
from plugins.entities.company import company
from plugins.entities.concordance import concordance, page_count
from plugins.entities.indexes import EntitiesPage, index_pages, sort_key
from plugins.entities.paging import MentionsPage
from plugins.entities.portrait import EntityPage, entity_pages
from plugins.entities.sparkline import sparkline
from plugins.entities.spelling import other_forms, spellings

TEXT = "Dr. Roe spoke. The al-Nahr bridge fell. Nobody knew why."


def naming(slug: str, publisher: str, date: str, *names: tuple[str, str]) -> Annotated:
    """Return a report with a paragraph for each (surface, entity)."""
    texts = [f"First came this. Then {surface} came. It ended." for surface, _ in names]
    return Annotated(
        article=Article(slug, slug.title(), date, publisher, "\n\n".join(texts)),
        paragraphs=tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts)),
        mentions=tuple(
            Mention(f"p{n}", 22, 22 + len(surface), surface, entity)
            for n, (surface, entity) in enumerate(names)
        ),
        dates=(),
        figures=(),
        passages=(),
    )


BRIDGE = Entity(
    "bridge",
    "place",
    "al-Nahr bridge",
    aliases=(Alias("a-Nahr bridge"), Alias("جسر النهر", "ar")),
    within="town",
)
TOWN = Entity("town", "place", "The Town", within="land")
LAND = Entity("land", "place", "Land", within="town")
ROE = Entity(
    "roe", "person", "Roe", roles=(Role("Mayor", "town", "2016"),), not_same=("town", "Doe")
)
HERALD, GAZETTE = (Entity(name, "organisation", name.title()) for name in ("herald", "gazette"))
CORPUS = Corpus(
    site=Site("Flood"),
    articles=(
        naming("one", "herald", "2016-11-28", ("al-Nahr bridge", "bridge"), ("Roe", "roe")),
        naming("two", "gazette", "2016-11-30", ("a-Nahr bridge", "bridge")),
        naming("three", "gazette", "2016-11-30?", ("al-Nahr bridge", "bridge")),
    ),
    entities=(BRIDGE, GAZETTE, HERALD, LAND, ROE, TOWN),
    merged=(Entity("span", "place", "The span", same_as="bridge"),),
    claims=(Claim("c", "Load", "load", "tons", "bridge", places=("bridge",)),),
)
SEEN = CORPUS.sightings_of["bridge"]


def page_of(slug: str) -> EntityPage:
    """Return the values of an entity's page."""
    page = next(each for each in entity_pages(CORPUS) if each.path.endswith(f"/{slug}.html"))
    values = page.made_of(CORPUS)
    assert isinstance(values, EntityPage)
    return values


def test_spellings_say_who_uses_which() -> None:
    """The most frequent form is first, with each publisher's count."""
    first, second = spellings(CORPUS, SEEN)
    assert (first.form, first.times) == ("al-Nahr bridge", 2)
    assert [(each.name, each.times) for each in first.outlets] == [("Gazette", 1), ("Herald", 1)]
    assert [(each.name, each.path) for each in second.outlets] == [
        ("Gazette", "publishers/gazette.html")
    ]


def test_a_withheld_mention_has_no_spelling() -> None:
    """The public edition knows that a restricted article names the entity, not how."""
    one = CORPUS.articles[0]
    masked = replace(one, mentions=tuple(replace(each, surface="") for each in one.mentions))
    assert spellings(CORPUS, replace(CORPUS, articles=(masked,)).sightings_of["bridge"]) == ()


def test_forms_that_nobody_prints_are_listed_apart() -> None:
    """The registry's other forms keep their language."""
    unprinted = other_forms(BRIDGE, spellings(CORPUS, SEEN))
    assert [(each.form, each.language) for each in unprinted] == [("جسر النهر", "ar")]


def test_a_mention_stands_in_its_sentence() -> None:
    """The sentences around it are left out, the link leads to the paragraph."""
    line = concordance(CORPUS, SEEN)[0][0].reports[0].lines[0]
    assert f"{line.before}|{line.words}|{line.after}" == "Then |a-Nahr bridge| came."
    assert line.path == "articles/two.html#p0"


def test_mentions_are_grouped_by_publisher_then_date() -> None:
    """The publisher with most mentions comes first."""
    (groups,) = concordance(CORPUS, SEEN)
    assert [each.publisher for each in groups] == ["Gazette", "Herald"]
    assert [report.article.slug for report in groups[0].reports] == ["two", "three"]


def test_many_mentions_are_parted_without_loss() -> None:
    """Every line stands on exactly one page, and no page is much longer than 300 lines."""
    many = replace(
        CORPUS,
        articles=tuple(
            naming(f"a{n:03}", "herald", "2016-11-28", *[("Roe", "roe")] * 7) for n in range(100)
        ),
    )
    pages = concordance(many, many.sightings_of["roe"])
    paths = [
        line.path
        for page in pages
        for group in page
        for report in group.reports
        for line in report.lines
    ]
    assert len(paths) == len(set(paths)) == 700
    assert [sum(len(r.lines) for g in page for r in g.reports) for page in pages] == [301, 301, 98]
    assert page_count(many.sightings_of["roe"]) == len(pages)
    turned = [page.path for page in entity_pages(many) if page.path.startswith("people/roe")]
    assert turned == ["people/roe.html", "people/roe/mentions-2.html", "people/roe/mentions-3.html"]


def test_a_withheld_text_gives_no_sentence() -> None:
    """The public edition counts the mentions of a restricted article and quotes none of them."""
    one = CORPUS.articles[0]
    secret = replace(one, article=replace(one.article, rights="restricted"))
    public = replace(CORPUS, site=Site(edition="public"), articles=(secret,))
    report = concordance(public, public.sightings_of["bridge"])[0][0].reports[0]
    assert (report.withheld, report.mentions, report.lines) == (True, 1, ())


def test_company_is_counted_by_paragraph() -> None:
    """The share is of the paragraphs that name the page's entity."""
    one = CORPUS.articles[0]
    first, second = one.mentions
    together = replace(one, mentions=(first, second, replace(second, anchor="p0")))
    corpus = replace(CORPUS, articles=(together, *CORPUS.articles[1:]))
    (found,) = company(corpus, "bridge").companions
    assert (found.entity.slug, found.together, found.share) == ("roe", 1, 33)


def test_a_sparkline_has_a_bar_a_day() -> None:
    """Bars stand at their distance from the first day, the highest fills the height."""
    line = sparkline(CORPUS.span, SEEN)
    assert line is not None
    assert (line.first, line.last, line.units) == ("2016-11-28", "2016-11-30", 3)
    assert [(bar.x, bar.height, bar.mentions) for bar in line.bars] == [(0, 20, 1), (2, 40, 2)]


def test_a_long_time_is_drawn_by_month_or_year() -> None:
    """The finest of day, month and year that needs at most seventy bars."""
    for last, first_bar in (("2017-05-01", "2016-11"), ("2030-01-01", "2016")):
        far = replace(CORPUS, articles=(*CORPUS.articles, naming("far", "herald", last)))
        line = sparkline(far.span, SEEN)
        assert line is not None
        assert line.first == first_bar


def test_one_day_needs_no_sparkline() -> None:
    """Where all reports are of one day there is no time to show."""
    corpus = replace(CORPUS, articles=CORPUS.articles[:1])
    assert sparkline(corpus.span, corpus.sightings_of["bridge"]) is None


def test_a_page_says_where_a_place_lies() -> None:
    """What contains it is named outwards, and a circle ends."""
    values = page_of("bridge")
    assert [each.name for each in values.within] == ["The Town", "Land"]
    assert [each.name for each in page_of("town").contains] == ["al-Nahr bridge", "Land"]
    assert [each.path for each in values.claims] == ["claims/c.html"]


def test_what_it_is_not_may_be_a_mere_name() -> None:
    """A slug leads to the other's page, a name is only said."""
    assert [(each.name, each.entity is not None) for each in page_of("roe").not_same] == [
        ("town", True),
        ("Doe", False),
    ]


def test_a_merged_entity_sends_on() -> None:
    """Its address keeps working."""
    page = next(each for each in entity_pages(CORPUS) if each.path == "places/span.html")
    assert page.template == "redirect.html"
    assert page.values.target.path == "places/bridge.html"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("al-Nahr bridge", "nahr bridge"),
        ("a-Sakhour", "sakhour"),
        ("The Town", "town"),
        ("Alabama", "alabama"),
        ("A", "a"),
    ],
)
def test_articles_before_a_name_do_not_sort(name: str, key: str) -> None:
    """An article before the name is passed over, a name that only begins alike is not."""
    assert sort_key(name) == key


def test_the_indexes_have_every_entity_of_their_kind() -> None:
    """entities.html has all, places.html the places, under their letters."""
    pages = {page.path: page.values for page in index_pages(CORPUS)}
    places, everything = pages["places.html"], pages["entities.html"]
    assert isinstance(places, EntitiesPage)
    assert isinstance(everything, EntitiesPage)
    assert [letter.letter for letter in places.letters] == ["L", "N", "T"]
    assert sum(len(letter.entities) for letter in everything.letters) == everything.total == 6


def test_a_long_index_is_parted_and_its_alphabet_leads_to_the_parts() -> None:
    """Each name stands on one page; a letter leads to where its names begin."""
    many = tuple(Entity(f"e{n:03}", "place", f"{'ABC'[n // 250]}{n:03}") for n in range(700))
    pages = [page for page in index_pages(Corpus(entities=many)) if page.path[:8] == "entities"]
    values = [page.values for page in pages]
    assert [page.path for page in pages] == [
        "entities.html",
        "entities/page-2.html",
        "entities/page-3.html",
    ]
    shown = [
        [line.slug for letter in each.letters for line in letter.entities]
        for each in values
        if isinstance(each, EntitiesPage)
    ]
    assert [len(each) for each in shown] == [300, 300, 100]
    assert [slug for each in shown for slug in each] == [each.slug for each in many]
    first = values[0]
    assert isinstance(first, EntitiesPage)
    assert [each.path for each in first.alphabet] == [
        "entities.html#letter-a",
        "entities.html#letter-b",
        "entities/page-2.html#letter-c",
    ]


def test_statements_go_on_on_further_pages() -> None:
    """Sixty stand on the entity's own page."""
    said = tuple(Statement(n, n, "2016", "one", "p0", "x", said_by="roe") for n in range(70))
    corpus = replace(CORPUS, claims=(Claim("c", "Load", "load", "tons", "", said),))
    pages = {page.path: page for page in entity_pages(corpus) if "/roe" in page.path}
    first = pages["people/roe.html"].made_of(corpus)
    second = pages["people/roe/statements-2.html"].made_of(corpus)
    assert isinstance(first, EntityPage)
    assert isinstance(second, MentionsPage)
    assert (len(first.statements), len(second.statements), second.reports) == (60, 10, ())
    assert first.statements_pager[1].path == "people/roe/statements-2.html"


def test_a_page_in_arabic_calls_an_entity_by_its_arabic_name() -> None:
    """The registry's own name stands beside it; who has no Arabic name keeps the other."""
    corpus = CORPUS.spoken("ar")
    page = next(each for each in entity_pages(corpus) if each.path == "places/bridge.html")
    values = page.made_of(corpus)
    assert isinstance(values, EntityPage)
    assert page.title == values.line.name == "جسر النهر"
    assert (values.line.registered, values.line.arabic) == ("al-Nahr bridge", "")
    assert values.within[0].name == "The Town"
