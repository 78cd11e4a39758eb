"""Hold what a claim's page has, and what it must never say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from plugins.claims.ledger import Ledger, ledger
from plugins.claims.pages import ClaimPage, ClaimsPage, pages
from plugins.claims.voices import voices
from plugins.corpus.edition import publish
from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    Entity,
    Paragraph,
    Site,
    Statement,
)
from plugins.corpus.wording import date_words
from plugins.writing.languages import Language
from plugins.writing.rendering import Frame, Renderer, link

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "theme" / "templates"
VERDICTS = {"true", "false", "wrong", "debunked", "correct", "incorrect", "lie", "fake", "myth"}
PLAIN = Statement(40, 40, "2016-05-02", "one", "p1", "forty", said_by="mayor", stance="said")
CLAIM = Claim(
    "killed",
    "Killed </script>",
    "people killed",
    "people",
    "Norden",
    (
        PLAIN,
        replace(PLAIN, reported_by="two"),
        replace(PLAIN, low=60, high=None, said_by="", said_by_words="a baker"),
        replace(PLAIN, low=55, high=65, as_of="2016-05-09", said_by=""),
        replace(PLAIN, low=7, high=7, unit="soldiers", origin="brigade", note="Half of them old."),
    ),
    places=("norden",),
)


def report(slug: str, rights: str = "public") -> Annotated:
    """Return a report that says forty."""
    article = Article(slug, f"Title {slug}", "2016-05-03", "gazette", "forty", rights=rights)
    return Annotated(article, (Paragraph("p1", "forty"),), (), (), (), "")


CORPUS = Corpus(
    site=Site("Norden"),
    articles=(report("one", "restricted"), report("two")),
    entities=(
        Entity("brigade", "group", "The Third Brigade"),
        Entity("gazette", "organisation", "The Gazette"),
        Entity("mayor", "person", "The Mayor"),
        Entity("norden", "place", "Norden"),
    ),
    claims=(CLAIM,),
)
PUBLIC = replace(CORPUS, site=Site("Norden", edition="public"))


def shown(corpus: Corpus = CORPUS) -> Ledger:
    """Return what the claim's page has."""
    return ledger(corpus.claims[0], corpus)


class Everything(frozenset[str]):
    """The addresses of a site that has every page that is linked to."""

    def __contains__(self, _address: object) -> bool:
        """Return that the page is there."""
        return True


def rendered(corpus: Corpus, path: str) -> str:
    """Return a page's HTML."""
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
    page = next(each for each in pages(corpus) if each.path == path)
    return renderer.render(page, page.made_of(corpus)).html.decode()


def test_the_index_has_every_claim() -> None:
    """And each has a page."""
    index, *rest = pages(CORPUS)
    assert isinstance(index.values, ClaimsPage)
    assert [each.path for each in index.values.rows] == [each.path for each in rest]
    assert all(isinstance(each.values, ClaimPage) for each in rest)


def test_no_claims_give_no_pages() -> None:
    """An empty index leads nowhere."""
    assert list(pages(Corpus())) == []


def test_what_counts_something_else_stands_apart() -> None:
    """In its own part, on its own axis, and out of the spread."""
    found = shown()
    assert [(part.unit, part.own, len(part.voices)) for part in found.parts] == [
        ("people", True, 4),
        ("soldiers", False, 1),
    ]
    assert (found.spread.low, found.spread.high, found.spread.more) == (40, 65, True)
    assert found.apart == 1


def test_one_origin_is_drawn_once() -> None:
    """Its row has all of its reports; relations count it once."""
    found = shown()
    assert [len(each.voices) for each in found.parts[0].drawn] == [1, 2, 1]
    assert [len(group) for group in found.shared] == [2]
    assert [each.kind for each in found.pairs] == ["disagreement"]


def test_a_figure_without_a_date_is_named_and_not_compared() -> None:
    """It may be for any time; the page says so."""
    loose = replace(CLAIM, statements=(PLAIN, replace(PLAIN, low=9, high=9, as_of="")))
    corpus = replace(CORPUS, claims=(loose,))
    assert [each.statement.low for each in shown(corpus).undated] == [9]
    assert shown(corpus).pairs == ()
    assert "Time not stated" in rendered(corpus, "claims/killed.html")


def test_statements_stand_by_the_date_that_they_are_for() -> None:
    """Then by speaker, so that a series can be read downwards."""
    dates = [each.statement.as_of for each in shown().parts[0].voices]
    assert dates == sorted(dates)
    assert (shown().times, shown().when) == (2, "2016-05-02/2016-05-09")


def test_the_table_has_all_that_the_chart_has() -> None:
    """Every statement is a row, with its quote and a link to its paragraph."""
    soup = BeautifulSoup(rendered(CORPUS, "claims/killed.html"), "html.parser")
    rows = soup.select("tbody tr")
    assert len(rows) == len(CLAIM.statements)
    links = [each["href"] for each in soup.select("td:last-child a")]
    assert sorted(set(links)) == ["../articles/one.html#p1", "../articles/two.html#p1"]
    svg = soup.select_one(".claim-chart svg")
    assert svg is not None
    assert svg.find("title")
    assert svg.find("desc")


@pytest.mark.parametrize("path", ["claims.html", "claims/killed.html"])
def test_no_page_says_who_is_right(path: str) -> None:
    """No word of a verdict stands in the interface."""
    soup = BeautifulSoup(rendered(CORPUS, path), "html.parser")
    words = set(re.findall(r"[a-z]+", soup.get_text(" ").lower()))
    assert words & VERDICTS == set()


def test_a_restricted_quote_is_cut_short_in_the_public_edition() -> None:
    """Its first words are read, by people and by machines; the rest is nowhere on the page."""
    long = " ".join(["forty", *(f"word{number}" for number in range(60))])
    claim = CORPUS.claims[0]
    said = tuple(replace(each, quote=long) for each in claim.statements)
    whole = replace(PUBLIC, claims=(replace(claim, statements=said),))
    assert "word59" in rendered(whole, "claims/killed.html")
    html = rendered(publish(whole), "claims/killed.html")
    kept_back = [
        each
        for each in claim.statements
        if CORPUS.article[each.reported_by].article.rights == "restricted"
    ]
    assert 0 < len(kept_back) < len(claim.statements)
    assert html.count("word23") == 2 * len(claim.statements)  # in the table and in JSON-LD
    assert html.count("word24") == 2 * (len(claim.statements) - len(kept_back))


def test_the_claim_is_described_for_machines() -> None:
    """As a schema.org Claim whose text cannot close the script; no rating is given."""
    soup = BeautifulSoup(rendered(CORPUS, "claims/killed.html"), "html.parser")
    things = [json.loads(each.get_text()) for each in soup.select("[type='application/ld+json']")]
    (thing,) = [each for each in things if each["@type"] == "Claim"]
    assert thing["name"] == "Killed </script>"
    assert len(thing["hasPart"]) == len(CLAIM.statements)
    assert thing["hasPart"][0]["author"]["name"]
    assert "Rating" not in json.dumps(thing)


def test_voices_are_what_an_entity_said_and_what_is_said_of_it() -> None:
    """A number that goes back to the entity is its word too."""
    assert len(voices(CORPUS, "mayor").said) == 3
    assert [each.note for _, each in voices(CORPUS, "brigade").said] == ["Half of them old."]
    assert voices(CORPUS, "norden").about == (CLAIM,)


def test_a_long_index_is_parted_and_shows_disagreement_first() -> None:
    """Each claim stands on one page."""
    quiet = replace(CLAIM, statements=CLAIM.statements[:1])
    many = tuple(replace(quiet, slug=f"c{n:02}", title=f"C{n:02}") for n in range(70))
    loud = replace(CLAIM, slug="loud", title="Z")
    index = [page for page in pages(replace(CORPUS, claims=(*many, loud))) if page.path[0] == "c"]
    shown = [page for page in index if isinstance(page.values, ClaimsPage)]
    assert [page.path for page in shown] == ["claims.html", "claims/page-2.html"]
    paths = [row.path for page in shown for row in page.values.rows]
    assert (len(set(paths)), paths[0], paths[1]) == (71, "claims/loud.html", "claims/c00.html")
