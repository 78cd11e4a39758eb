"""Hold which sentence of a report is shown, and when reports differ on a date."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
from plugins.timeline.days import entry

QUIET = "The morning was quiet."


def report(
    slug: str, sentence: str, words: str = "", edtf: str = "", rights: str = "public"
) -> Annotated:
    """Return a report: a quiet sentence, then one that may name Norden and give a date."""
    text = f"{QUIET} {sentence}"
    at = text.find("Norden")
    mentions = (Mention("p1", at, at + 6, "Norden", "norden"),) if at >= 0 else ()
    dates = (
        (DateExpression("p1", text.index(words), text.index(words) + 1, words, edtf, "DATE", ""),)
        if words
        else ()
    )
    article = Article(slug, slug, "2016-05-04", "gazette", text, rights=rights)
    return Annotated(article, (Paragraph("p1", text, past=("old",)),), mentions, dates, (), ())


def shown(event: Event, *articles: Annotated, edition: str = "full") -> Corpus:
    """Return a corpus of these articles and the event."""
    return Corpus(
        site=Site(edition=edition),
        articles=articles,
        entities=(Entity("gazette", "organisation", "The Gazette"), Entity("norden", "place", "N")),
        events=(event,),
    )


def event(*articles: str, edtf: str = "2016-05-02", anchor: str = "p1") -> Event:
    """Return an event at Norden with a paragraph of each article as evidence."""
    evidence = tuple(Evidence(slug, anchor) for slug in articles)
    return Event("fall", "Fall of Norden", edtf, places=("norden",), evidence=evidence)


def test_the_sentence_that_tells_of_the_event_is_shown() -> None:
    """Of the paragraph's sentences the one with the event's names and day, not the first."""
    fall = event("one")
    found = entry(fall, shown(fall, report("one", "Norden fell.")))
    assert [each.sentence for each in found.reports] == ["Norden fell."]


def test_the_date_weighs_more_than_a_name() -> None:
    """A sentence of the event's day is shown before one that only names its place."""
    fall = event("one", edtf="2012")
    text = "Norden was quiet again. In 2012 it had been lost."
    found = entry(fall, shown(fall, report("one", text, "2012", "2012")))
    assert [each.sentence for each in found.reports] == ["In 2012 it had been lost."]


def test_a_report_leads_to_its_paragraph() -> None:
    """By the anchor that the paragraph has now, though the event may know a past one."""
    fall = event("one", anchor="old")
    found = entry(fall, shown(fall, report("one", "Norden fell.")))
    assert [each.report.path for each in found.reports] == ["articles/one.html#p1"]
    assert [each.name for each in found.publishers] == ["The Gazette"]


def test_a_restricted_sentence_stays_out_of_the_public_edition() -> None:
    """The report is named, its words are not."""
    fall = event("one")
    secret = report("one", "Norden fell on Monday.", "Monday", "2016-05-02", rights="restricted")
    full = entry(fall, shown(fall, secret)).reports[0]
    public = entry(fall, shown(fall, secret, edition="public")).reports[0]
    assert (full.withheld, full.surface) == (False, "Monday")
    assert (public.withheld, public.sentence, public.surface) == (True, "", "")


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("2016-05-02", "2016-05-03", True),
        ("2016-05-02", "2016-05-02", False),
        ("2016-05-02", "2016-05-01/2016-05-03", False),
        ("2016-05-02", "2016-05-02?", False),
        ("2016-05-02", "2014/..", False),
        ("2016-05-02", "2016-03-01", False),
        ("2016-05-02", "", False),
    ],
    ids=["two days", "one day", "within", "unsure", "since", "long before", "no date"],
)
def test_reports_differ_where_their_days_have_none_in_common(
    first: str, second: str, differ: bool
) -> None:
    """Only dates that can be the event's count: what is longer or far off dates something else."""
    fall = event("one", "two")
    corpus = shown(
        fall,
        report("one", "Norden fell on Monday.", "Monday", first),
        report("two", "Norden fell then.", "then", second),
    )
    assert entry(fall, corpus).dates_differ is differ


def test_a_year_dates_an_event_of_that_year() -> None:
    """An event known only by its year is dated by words as long as itself."""
    fall = event("one", edtf="2012")
    corpus = shown(fall, report("one", "Norden fell in 2012.", "2012", "2012"))
    assert entry(fall, corpus).reports[0].edtf == "2012"


@pytest.mark.parametrize(
    ("quote", "shown_sentence"),
    [
        ("morning was", QUIET),
        ("quiet. Norden", f"{QUIET} Norden fell on Monday."),
        ("fell on", "Norden fell on Monday."),
        ("", "Norden fell on Monday."),
        ("words that are masked now", "Norden fell on Monday."),
    ],
    ids=["first", "two sentences", "second", "no words", "words that are gone"],
)
def test_the_sentence_that_the_evidence_quotes_is_shown(quote: str, shown_sentence: str) -> None:
    """The curator's words say which sentence it is; without them the most telling one is chosen."""
    fall = replace(event("one"), evidence=(Evidence("one", "p1", quote),))
    told = report("one", "Norden fell on Monday.", "Monday", "2016-05-02")
    assert entry(fall, shown(fall, told)).reports[0].sentence == shown_sentence
