"""Hold what the page of words for a party says, and what it must not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import babel_extract

from plugins.corpus.edition import publish
from plugins.corpus.masking.redaction import Redactions
from plugins.corpus.model import (
    Annotated,
    Article,
    Corpus,
    Entity,
    Form,
    Paragraph,
    Site,
    Term,
    Vocabulary,
)
from plugins.corpus.reading.vocabulary import read_vocabulary
from plugins.naming.pages import NamingPage, pages
from plugins.naming.periods import bars, span_of
from plugins.writing.languages import catalogue_of, languages, words
from plugins.writing.page import Page
from plugins.writing.rendering import Frame, Renderer, date_filter, link

THEME = Path(__file__).resolve().parent.parent.parent / "theme"
VERDICTS = {"true", "false", "wrong", "correct", "incorrect", "biased", "neutral", "propaganda"}


def report(slug: str, publisher: str, day: str, *texts: str, rights: str = "public") -> Annotated:
    """Return a report with these paragraphs; one that begins with > is a quotation."""
    paragraphs = tuple(
        Paragraph(f"p{at}", text.removeprefix(">"), "quote" if text[0] == ">" else "p")
        for at, text in enumerate(texts)
    )
    return Annotated(
        Article(slug, slug, day, publisher, "", rights=rights), paragraphs, (), (), (), ()
    )


TERM = Term(
    "council",
    "Those who run <Orlo>",
    "mayor",
    (
        Form("council", "council"),
        Form("councillors", "council"),
        Form("clique", "clique"),
        Form("junta", "junta"),
    ),
)
CORPUS = Corpus(
    site=Site("Orlo"),
    articles=(
        report("one", "gazette", "2020-03-01", "The council met. The clique stayed.", ">A clique!"),
        report("two", "herald", "2020-03-04?", "Councillors said “the council is one”."),
        report("three", "gazette", "2020-03-09", "Rain fell."),
    ),
    entities=(
        Entity("gazette", "organisation", "The Gazette"),
        Entity("herald", "organisation", "A Herald"),
        Entity("mayor", "person", "The Mayor"),
    ),
    vocabulary=Vocabulary((TERM,), "Words & counts."),
)


def shown(corpus: Corpus = CORPUS) -> NamingPage:
    """Return what the page has."""
    (page,) = pages(corpus)
    values = page.made_of(corpus)
    assert isinstance(values, NamingPage)
    return values


def rendered(tag: str = "en", corpus: Corpus = CORPUS) -> BeautifulSoup:
    """Return the page as a reader gets it; a name that the template lacks is an error."""
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
    spoken = languages(["en", "ar"])
    language = next(each for each in spoken if each.tag == tag)
    (page,) = pages(corpus.spoken(tag))
    addresses = {page.path, *(f"articles/{each.article.slug}.html" for each in corpus.articles)}
    frame = Frame(replace(corpus.site, language=tag), language, spoken, addresses)
    renderer = Renderer(environment, words(catalogue_of(THEME, tag)), frame, corpus.spoken(tag))
    return BeautifulSoup(
        renderer.render(page, page.made_of(corpus.spoken(tag))).html, "html.parser"
    )


def test_words_are_counted_source_by_source() -> None:
    """A cell has the times in the source's own text; the groups that nobody uses stand apart."""
    (table,) = shown().terms
    assert [each.name for each in shown().columns] == ["A Herald", "The Gazette"]
    assert [(row.group, [cell.times for cell in row.cells]) for row in table.rows] == [
        ("council", [1, 1]),
        ("clique", [0, 1]),
    ]
    assert table.unused == ("junta",)


def test_what_is_quoted_is_counted_apart() -> None:
    """Words between quotation marks and in a quotation are not the source's own."""
    (table,) = shown().terms
    assert [[cell.in_quotes for cell in row.cells] for row in table.rows] == [[1, 0], [0, 1]]


def test_a_share_is_of_the_words_of_the_source() -> None:
    """Ten words of the Gazette's, one of them counted: a hundred in a thousand."""
    council = shown().terms[0].rows[0]
    assert shown().columns[1].words == 10
    assert [cell.share for cell in council.cells] == ["166.7", "100"]
    assert [cell.width for cell in council.cells] == [100.0, 60.0]


def test_bars_have_one_scale_and_a_table_beside_them() -> None:
    """Every group of a term is drawn on the same time and to the same height."""
    (table,) = shown().terms
    assert [[(bar.x, bar.times) for bar in row.bars] for row in table.rows] == [
        [(0, 1), (3, 1)],
        [(0, 1)],
    ]
    assert [(each.edtf, each.words, each.times) for each in table.periods] == [
        ("2020-03-01", 8, (1, 1)),
        ("2020-03-04", 6, (1, 0)),
        ("2020-03-09", 2, (0, 0)),
    ]


def test_a_count_leads_to_every_paragraph() -> None:
    """A cell's link has its target, and there stand links to the paragraphs."""
    page = rendered()
    ids = [each["id"] for each in page.find_all(id=True)]
    targets = [str(each["href"])[1:] for each in page.select(".naming-table td a")]
    assert len(ids) == len(set(ids))
    assert targets == ["council-0-herald", "council-0-gazette", "council-1-gazette"]
    assert set(targets) <= set(ids)
    places = [str(each["href"]) for each in page.select(".naming-places li a")]
    assert places == [
        *("articles/two.html#p0", "articles/two.html#p0", "articles/one.html#p0"),
        *("articles/one.html#p0", "articles/one.html#p1"),
    ]


def test_a_restricted_text_is_not_counted_and_the_page_says_so() -> None:
    """The public edition has no such text to count; its source has no column."""
    restricted = report("four", "late", "2020-03-08", "The council fell.", rights="restricted")
    late = Entity("late", "organisation", "The Late")
    full = replace(
        CORPUS, articles=(*CORPUS.articles, restricted), entities=(*CORPUS.entities, late)
    )
    public = publish(replace(full, site=Site("Orlo", edition="public")))
    assert [each.slug for each in shown(full).columns] == ["herald", "gazette", "late"]
    assert [each.slug for each in shown(public).columns] == ["herald", "gazette"]
    assert shown(public).withheld == 1
    assert "1 report whose text is left out" in rendered(corpus=public).get_text()


def test_a_masked_word_is_not_counted_under_its_name() -> None:
    """A group's words go where one of them is masked, and so does a masked party."""
    public = publish(CORPUS, redactions=Redactions(("mayor",), ("clique",)))
    (term,) = public.vocabulary.terms
    assert [each.words for each in term.forms] == ["council", "councillors", "junta"]
    assert term.party == ""


def test_without_words_there_is_no_page() -> None:
    """A collection need not have a vocabulary."""
    assert list(pages(replace(CORPUS, vocabulary=Vocabulary()))) == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_page_says_no_verdict(tag: str) -> None:
    """It counts; it does not judge."""
    said = set(re.findall(r"[a-z]+", rendered(tag).get_text().lower()))
    assert said & VERDICTS == set()


def test_every_word_of_the_page_is_in_arabic() -> None:
    """What the template says, the catalogue says too."""
    with (THEME / "translations/ar/LC_MESSAGES/sijill.po").open("rb") as catalogue:
        arabic = {each.id: each.string for each in read_po(catalogue)}
    with (THEME / "templates/naming.html").open("rb") as template:
        found = list(babel_extract(template, ("_", "ngettext"), (), {"trimmed": "true"}))
    said = [_key(message) for _, _, message, _ in found if message]
    assert said
    assert [each for each in said if not arabic.get(each)] == []


def _key(message: str | tuple[str | None, ...]) -> str | tuple[str, ...]:
    """Return a message as catalogues key it: a string, or singular and plural."""
    texts = (message,) if isinstance(message, str) else tuple(each for each in message if each)
    return texts[0] if len(texts) == 1 else texts[:2]


@pytest.mark.parametrize(
    ("first", "last", "shape"),
    [
        ("2020-03-01", "2020-03-09", 10),
        ("2018-03-01", "2020-03-09", 7),
        ("2000-01-01", "2020-01-01", 4),
    ],
)
def test_bars_are_days_months_or_years(first: str, last: str, shape: int) -> None:
    """The finest of which there is room for."""
    span = span_of([date.fromisoformat(last), date.fromisoformat(first)])
    assert span is not None
    assert (span.shape, [each.edtf for each in bars(span, [span.last], 1)]) == (
        shape,
        [last[:shape]],
    )


def test_one_day_has_no_bars() -> None:
    """A chart over time needs two times."""
    assert span_of([date(2020, 3, 1), date(2020, 3, 1)]) is None


def test_a_vocabulary_is_read_in_the_order_of_its_file(tmp_path: Path) -> None:
    """Terms, groups and words stand as a curator wrote them; the party is looked up."""
    (tmp_path / "vocabulary.toml").write_text(
        'note = "n"\n[[term]]\nslug = "b"\ntitle = "B"\nparty = "mayor"\n[term.words]\n'
        '"z" = ["two", "one", "one"]\n"a" = ["three"]\n[[term]]  # next\nslug = "a"\ntitle = "A"\n'
        'words = { "y" = ["four"] }\n',
        "utf-8",
    )
    part = read_vocabulary(tmp_path)
    assert part.problems == ()
    (vocabulary,) = part.values
    assert [(each.slug, each.party) for each in vocabulary.terms] == [("b", "mayor"), ("a", "")]
    assert [(form.words, form.group) for form in vocabulary.terms[0].forms] == [
        ("two", "z"),
        ("one", "z"),
        ("three", "a"),
    ]
    assert [(each.slug, each.where.line) for each in part.references] == [("mayor", 5)]


def test_the_page_is_one_of_the_sources() -> None:
    """It stands below the list of publishers."""
    (page,) = pages(CORPUS)
    assert isinstance(page, Page)
    assert (page.path, page.trail[0][1]) == ("naming.html", "publishers.html")
