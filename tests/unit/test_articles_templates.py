"""Render the pages of articles, names and sources, and hold what all of them must keep to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import babel_extract
from markupsafe import Markup, escape

from plugins.articles.pages import pages as article_pages
from plugins.cleaning.pages import pages as cleaning_pages
from plugins.corpus.model import (
    Alias,
    Annotated,
    Article,
    Claim,
    Cleaning,
    Coordinates,
    Corpus,
    Correction,
    DateExpression,
    Decoding,
    Entity,
    Event,
    Evidence,
    Figure,
    KeptBlock,
    Mention,
    Paragraph,
    Passage,
    RemovedBlock,
    Role,
    Site,
    Statement,
)
from plugins.entities.pages import pages as entity_pages
from plugins.sources.pages import pages as source_pages
from plugins.writing.languages import catalogue_of, languages, words
from plugins.writing.page import Page
from plugins.writing.rendering import Frame, context_of, date_filter, link

VIEWS = (article_pages, cleaning_pages, entity_pages, source_pages)
THEME = Path(__file__).resolve().parent.parent.parent / "theme"
PERMALINK = '<a class="permalink" href="#p1" aria-labelledby="paragraph-link">¶</a>'
TEXT = "On Monday the mayor said 40 buses left <Riverton> & more."


def _report(slug: str, publisher: str, date: str) -> Annotated:
    article = Article(
        slug,
        f"{slug} “50% & more” <b>",
        date,
        publisher,
        TEXT,
        byline="By Jane Doe",
        headline="Another headline",
        url="https://example.org/a?b=1&c=2",
        captured="2016-12",
        dateline="riverton",
        original="originals/a.html",
        sha256="0" * 64,
        corrections=(Correction("2016-12-03?", "It said <30>, not 40 & more."),),
        extra=(("x-shelf", "<3>"),),
    )
    return Annotated(
        article,
        (Paragraph("p1", TEXT),),
        (
            Mention("p1", 40, 48, "Riverton", "riverton"),
            Mention("p1", 10, 19, "the mayor", "mayor"),
        ),
        (DateExpression("p1", 3, 9, "Monday", "2016-11-28~", "DATE", "2016-11-28"),),
        (
            Figure("p1", 25, 33, "40 buses", 40, None, "buses", said_by="mayor"),
            Figure("p1", 25, 27, "40", 40, 40, "", said_by_surface="<locals>"),
        ),
        (
            Passage(
                f'<p id="p1">{escape(TEXT)}{PERMALINK}</p>',
                ("p1",),
            ),
        ),
    )


EVIDENCE = Evidence("one", "p1")
CLEANING = Cleaning(
    "one",
    "aa/a.html",
    "0" * 64,
    Decoding("cp1256", "detected", "nothing is declared"),
    (
        RemovedBlock(1, 1, 3, "share", "a <form> of lines", "Share <b>this</b> & more"),
        *(RemovedBlock(n, n, n, "a rule's own", "seen", f"line {n}") for n in range(3, 13)),
    ),
    (KeptBlock(2, "p1"), KeptBlock(13)),
    also=("1" * 64,),
    edited=("p1",),
)
CORPUS = Corpus(
    site=Site("The <Flood>", "What 100% of & reports say"),
    articles=(_report("one", "gazette", "2016-11-28?"), _report("two", "herald", "2016-11-29")),
    entities=(
        Entity("gazette", "organisation", "The Gazette", homepage="https://example.org"),
        Entity("herald", "organisation", "The Herald & Sun"),
        Entity("mayor", "person", "The Mayor", roles=(Role("Mayor", "riverton", "2016/.."),)),
        Entity(
            "riverton",
            "place",
            "al-Riverton",
            aliases=(Alias("ريفرتون", "ar"),),
            wikidata="Q1",
            coordinates=Coordinates(1.0, 2.0, "city"),
            not_same=("Elsewhere",),
            description="A *town*.",
        ),
    ),
    merged=(Entity("rivertown", "place", "Rivertown", same_as="riverton"),),
    cleanings=(CLEANING,),
    events=(
        Event("left", "Buses <leave>", "2016-11-28", "attack", ("riverton",), evidence=(EVIDENCE,)),
        Event("later", "More", "2016-12-01", evidence=(Evidence("two", "p1"),), status="found"),
    ),
    claims=(
        Claim(
            "buses",
            "Buses that left",
            "buses",
            "buses",
            "Riverton",
            (
                Statement(40, None, "2016-11-28", "one", "p1", "40 buses", "mayor", stance="said"),
                Statement(50, 60, "2016-11", "two", "p1", "40 buses", said_by_words="locals"),
                Statement(70, 70, "", "two", "p1", "40 buses"),
            ),
            places=("riverton",),
        ),
    ),
)


SPOKEN = languages(["en", "ar"])


def _rendered(tag: str, edition: str) -> Iterator[tuple[Page, str]]:
    """Yield the pages of a language, rendered as the writer does, but strict about names."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["link"] = link
    environment.filters["date_words"] = date_filter
    environment.filters["markdown"] = lambda text: Markup("<p>{}</p>").format(text)
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        words(catalogue_of(THEME, tag)), newstyle=True
    )
    language = next(each for each in SPOKEN if each.tag == tag)
    site = replace(CORPUS.site, language=tag, edition=edition)
    corpus = replace(CORPUS, site=site)
    pages = [page for view in VIEWS for page in view(corpus)]
    frame = Frame(site, language, SPOKEN, {page.path for page in pages})
    for page in pages:
        template = environment.get_template(page.template)
        yield page, template.render(context_of(page, page.made_of(corpus), frame, set()))


RENDERED = [
    pytest.param(page, html, id=f"{language}-{page.path}")
    for language in ("en", "ar")
    for page, html in _rendered(language, "full")
]


@pytest.mark.parametrize(("page", "html"), RENDERED)
def test_a_page_obeys_its_own_security_policy(page: Page, html: str) -> None:
    """No inline script or style, which the policy in its head would block."""
    soup = BeautifulSoup(html, "html.parser")
    inline = [each for each in soup.find_all("script") if not each.get("src")]
    assert all(each["type"] == "application/ld+json" for each in inline), page.path
    assert not soup.find_all("style")
    assert not soup.find_all(style=True)
    assert not [each for each in soup.find_all(True) for name in each.attrs if name[:2] == "on"]


@pytest.mark.parametrize(("page", "html"), RENDERED)
def test_a_page_links_by_file_names(page: Page, html: str) -> None:
    """Links to the site name a file, relative to the page; what is loaded is always of the site."""
    soup = BeautifulSoup(html, "html.parser")
    loaded = [each.get("src") or each.get("href") for each in soup.find_all(["script", "link"])]
    assert not [path for path in loaded if path and "://" in path]
    links = [str(each["href"]) for each in soup.find_all("a", href=True)]
    local = [each for each in links if "://" not in each and not each.startswith("#")]
    assert local
    assert all(each.partition("#")[0].endswith(".html") for each in local), page.path
    assert not [each for each in local if each.startswith("/")]


@pytest.mark.parametrize(("page", "html"), RENDERED)
def test_a_page_is_well_made(page: Page, html: str) -> None:
    """One h1, one main, no id twice, and every reference between elements has its target."""
    soup = BeautifulSoup(html, "html.parser")
    ids = [each["id"] for each in soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), page.path
    assert (len(soup.find_all("h1")), len(soup.find_all("main"))) == (1, 1)
    for name in ("aria-labelledby", "for"):
        assert {each[name] for each in soup.find_all(attrs={name: True})} <= set(ids)


@pytest.mark.parametrize(("page", "html"), RENDERED)
def test_a_page_says_its_direction(page: Page, html: str) -> None:
    """The page has its language, and an English text in an Arabic page keeps its own."""
    root = BeautifulSoup(html, "html.parser").html
    assert root is not None
    assert (root["lang"], root["dir"]) in (("en", "ltr"), ("ar", "rtl"))
    text = root.select_one(".passage-text")
    assert text is None or (text["lang"], text["dir"]) == ("en", "ltr"), page.path


def test_the_text_of_an_article_is_the_authors() -> None:
    """What stands in the page is the paragraph, to the character."""
    html = next(html for page, html in _rendered("en", "full") if page.path == "articles/one.html")
    paragraph = BeautifulSoup(html, "html.parser").find(id="p1")
    assert paragraph is not None
    assert paragraph.get_text().removesuffix("¶") == TEXT


def test_a_permalink_has_a_name_without_scripts() -> None:
    """A reader of the screen hears what it is, in the language of the page, instead of a sign."""
    for tag, name in (("en", "Link to this paragraph"), ("ar", "رابط هذه الفقرة")):
        html = next(
            html for page, html in _rendered(tag, "full") if page.path == "articles/one.html"
        )
        soup = BeautifulSoup(html, "html.parser")
        (link_,) = soup.select("a.permalink")
        named = soup.find(id=str(link_["aria-labelledby"]))
        assert named is not None
        assert named.get_text() == name


def test_a_removed_block_is_struck_through_to_the_character() -> None:
    """Markup in a capture is text on the page, and the evidence beside it as well."""
    html = next(html for page, html in _rendered("en", "full") if "-cleaning" in page.path)
    block = BeautifulSoup(html, "html.parser").find(id="block-1")
    assert block is not None
    assert [each.get_text() for each in block.find_all("del")] == ["Share <b>this</b> & more"]
    assert "a <form> of lines" in block.get_text()
    assert "lines 1 to 3" in block.get_text()


def test_a_corrected_article_says_so_in_its_head_and_what_changed_below() -> None:
    """The head leads to the list; a date is in words, the rest is the curator's."""
    html = next(html for page, html in _rendered("en", "full") if page.path == "articles/one.html")
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one('.report-facts a[href="#corrections"]')
    heading = soup.find(id="corrections")
    assert heading is not None
    assert heading.parent is not None
    (item,) = heading.parent.find_all("li")
    assert " ".join(item.get_text().split()) == (
        "3 December 2016 (uncertain) It said <30>, not 40 & more."
    )


@pytest.mark.parametrize(
    "name",
    sorted(
        {"base.html", "parts/masthead.html", "parts/colophon.html", "parts/lines.html"}
        | {"parts/concordance.html", "mentions.html", "page.html", "parts/cleaning-reasons.html"}
        | {"parts/entity-graph.html", "parts/publisher-lists.html", "publisher-more.html"}
        | {page.values[0].template for page in RENDERED}
    ),
)
def test_every_word_of_the_interface_is_in_arabic(name: str) -> None:
    """What a template says, the catalogue says too."""
    with (THEME / "translations/ar/LC_MESSAGES/sijill.po").open("rb") as catalogue:
        arabic = {each.id: each.string for each in read_po(catalogue)}
    with (THEME / "templates" / name).open("rb") as template:
        found = list(babel_extract(template, ("_", "ngettext"), (), {"trimmed": "true"}))
    said = [_key(message) for _, _, message, _ in found]
    assert [message for message in said if not arabic.get(message)] == []


def _key(message: str | tuple[str | None, ...]) -> str | tuple[str, ...]:
    """Return a message as catalogues key it: a string, or singular and plural."""
    words = (message,) if isinstance(message, str) else tuple(each for each in message if each)
    return words[0] if len(words) == 1 else words[:2]
