"""Hold which sentences become found events, and how these are grouped."""

from __future__ import annotations

import pytest

from plugins.annotate.events import candidates, found_events, grouped
from plugins.annotate.events.signs import Lexicon, lexicons, signs
from plugins.annotate.events.titles import shortened
from plugins.corpus.edtf import is_valid
from plugins.corpus.model import (
    Annotated,
    Article,
    Coordinates,
    Corpus,
    DateExpression,
    Entity,
    Event,
    Evidence,
    Mention,
    Paragraph,
)
from plugins.corpus.schema import EVENT_KINDS

ENTITIES = {
    each.slug: each
    for each in (
        Entity("norden", "place", "Norden"),
        Entity("lower-norden", "place", "Lower Norden", within="norden"),
        Entity("third-brigade", "group", "Third Brigade"),
        Entity("gazette", "organisation", "Gazette"),
        Entity("aid-office", "organisation", "Aid Office"),
        Entity("vela", "place", "Vela", coordinates=Coordinates(0.0, 0.0, "country")),
    )
}
DATES = {
    "on Monday": "2016-05-02",
    "on Tuesday": "2016-05-03",
    "since 2014": "2014/..",
    "over the weekend": "2016-04-30/2016-05-01",
}

CAPTURE = "The Third Brigade captured Norden on Monday"


def report(slug: str, text: str, publisher: str = "gazette") -> Annotated:
    """Return a report of one paragraph; names and the dates above are found in it."""
    names = sorted(ENTITIES.values(), key=lambda each: -len(each.name))
    mentions: list[Mention] = []
    for entity in names:
        at = text.find(entity.name)
        if at >= 0 and not any(each.start <= at < each.end for each in mentions):
            mentions.append(Mention("p1", at, at + len(entity.name), entity.name, entity.slug))
    dates = tuple(
        DateExpression("p1", at, at + len(words), words, edtf, "DATE", edtf)
        for words, edtf in DATES.items()
        if (at := text.find(words)) >= 0
    )
    article = Article(slug, slug, "2016-05-03", publisher, text)
    return Annotated(article, (Paragraph("p1", text),), tuple(mentions), dates, (), ())


def found_in(*articles: Annotated, confirmed: tuple[Event, ...] = ()) -> tuple[Event, ...]:
    """Return what is found in reports beside the confirmed events."""
    told = (
        one
        for each in articles
        for one in candidates(each.article, each.paragraphs, each.mentions, each.dates)
    )
    corpus = Corpus(articles=articles, entities=tuple(ENTITIES.values()), events=confirmed)
    return found_events(grouped(told, corpus.entity), corpus)


def found(*texts: str, confirmed: tuple[Event, ...] = ()) -> tuple[Event, ...]:
    """Return what is found in reports of one sentence each, named one, two, three."""
    names = ("one", "two", "three")
    articles = (report(name, text) for name, text in zip(names, texts, strict=False))
    return found_in(*articles, confirmed=confirmed)


@pytest.mark.parametrize("lexicon", lexicons(), ids=lambda each: each.kind)
def test_each_kind_is_told_by_its_words(lexicon: Lexicon) -> None:
    """A kind's examples hold a word of it, and its name is in the list of kinds."""
    assert lexicon.kind in EVENT_KINDS
    assert lexicon.examples
    for example in lexicon.examples:
        assert lexicon.kind in {each.kind for each in signs(example)}


def test_no_word_stands_under_two_kinds() -> None:
    """Else the order of the file would say what a word means."""
    words = [word for each in lexicons() for word in (*each.verbs, *each.nouns)]
    assert len(words) == len(set(words))


def test_a_date_a_place_and_a_verb_make_an_event() -> None:
    """The event has the day, the place, the actor, the kind, and its paragraph as evidence."""
    (event,) = found(f"{CAPTURE}.")
    assert event == Event(
        slug="found-2016-05-02-territory-norden",
        title=CAPTURE,
        edtf="2016-05-02",
        kind="territory",
        places=("norden",),
        actors=("third-brigade",),
        evidence=(Evidence("one", "p1", f"{CAPTURE}.", found=True),),
        status="found",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Third Brigade captured Norden.",
        "The Third Brigade has held Norden since 2014 and captured all of it.",
        "Troops captured a bridge on Monday.",
        "The Third Brigade rested in Norden on Monday.",
        "The Third Brigade will soon have captured Norden, he said on Monday.",
        "The Third Brigade had not captured Norden on Monday.",
    ],
    ids=["no date", "a long date", "no name", "nothing happened", "will", "not"],
)
def test_what_is_missing_makes_no_event(text: str) -> None:
    """No day, no name of the registry, no word of a kind, or a thing that did not happen."""
    assert found(text) == ()


def test_what_was_done_counts_before_what_was_said() -> None:
    """A capture that is announced is a capture; an announcement alone is a statement."""
    (capture,) = found("The Third Brigade announced on Monday that it had captured Norden.")
    (speech,) = found("The Third Brigade announced a parade in Norden on Monday.")
    assert (capture.kind, speech.kind) == ("territory", "statement")
    assert (speech.places, speech.actors) == ((), ("third-brigade",))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Shells struck Norden over the weekend, and the Third Brigade fell back on Monday.", 2),
        ("Norden, which fell since 2014, was calm on Monday.", 0),
        ("“The captured streets of Norden are calm,” she told the paper on Monday.", 0),
        ("The mayor of Norden told the paper on Monday about the talks.", 0),
        ("On Monday the mayor went to Norden to look into the bombings.", 0),
        ("The talks in Norden on Monday were short.", 1),
        ("The Third Brigade’s advances on Monday surprised Norden.", 1),
        ("Residents of Norden called for a truce on Monday.", 0),
        ("Those who fled Norden after shells struck it, the mayor said on Monday, are back.", 0),
    ],
    ids=[
        "each date dates one thing",
        "a long date takes its own verb",
        "a quotation has its own time",
        "the date of the telling",
        "another verb between",
        "a noun beside its date",
        "a noun, and a date behind it",
        "what is called for",
        "told of an earlier thing",
    ],
)
def test_a_date_belongs_to_the_word_that_it_stands_by(text: str, kinds: int) -> None:
    """A date elsewhere in the sentence dates something else."""
    assert len({each.kind for each in found(text)}) == kinds


def test_what_was_told_on_a_day_happened_about_then() -> None:
    """The date of the telling is an uncertain date of what is told."""
    (event,) = found("The Third Brigade captured Norden, the mayor said on Monday.")
    assert event.edtf == "2016-05-02?"


def test_who_tells_is_no_actor() -> None:
    """Before "said", behind "told", and in "…, said X of Y"."""
    for text in (
        "The Aid Office said shells struck Norden on Monday.",
        "Shells struck Norden on Monday, the Aid Office said.",
        "Shells struck Norden on Monday, said a clerk of the Aid Office.",
        "Shells struck Norden on Monday, a clerk told the Aid Office.",
    ):
        (event,) = found(text)
        assert event.actors == (), text


def test_a_country_that_acts_is_no_place() -> None:
    """It is a place where something lies in it, or is done to it."""
    (veto,) = found("Vela vetoed the draft on Monday.")
    (shells,) = found("Shells struck the market in Vela on Monday.")
    (entry,) = found("The Third Brigade entered Vela on Monday.")
    assert (veto.places, veto.actors) == ((), ("vela",))
    assert (shells.places, entry.places) == (("vela",), ("vela",))


def test_a_dateline_is_no_part_of_the_title() -> None:
    """Nor is the place in it one of the event's."""
    (event,) = found("NORDEN: The Third Brigade captured Lower Norden on Monday.")
    assert (event.title, event.places) == (
        "The Third Brigade captured Lower Norden on Monday",
        ("lower-norden",),
    )


def test_the_place_that_a_report_was_filed_from_is_not_the_events() -> None:
    """A dateline stands before the first sentence, and says where the reporter was."""
    filed = report("one", "Norden: The Third Brigade captured a bridge on Monday.")
    article = Article("one", "one", "2016-05-03", "gazette", "", dateline="norden")
    told = Annotated(article, filed.paragraphs, filed.mentions, filed.dates, (), ())
    assert [each.places for each in found_in(filed)] == [("norden",)]
    assert [each.places for each in found_in(told)] == [()]


def test_the_publisher_is_no_actor() -> None:
    """A report that names its own outlet does not make it a party."""
    (event,) = found("Shells struck Norden on Monday, the Gazette was told.")
    assert event.actors == ()


def test_what_lies_after_the_report_is_a_plan() -> None:
    """A day after the publication date has not happened for this report."""
    early = report("one", "Talks opened in Norden on Tuesday.")
    article = Article("one", "one", "2016-05-02", "gazette", "")
    plan = Annotated(article, early.paragraphs, early.mentions, early.dates, (), ())
    assert found_in(early)
    assert found_in(plan) == ()


def test_the_narrowest_place_counts() -> None:
    """A city is not a place of the event where a district of it is named too."""
    (event,) = found("In Norden, shells struck Lower Norden on Monday.")
    assert event.places == ("lower-norden",)


def test_reports_of_the_same_thing_are_one_event() -> None:
    """Same kind, days and place: one event with both paragraphs; another day is another event."""
    events = found(
        "The Third Brigade captured Norden on Monday.",
        "Norden fell on Monday.",
        "Norden fell on Tuesday.",
    )
    assert [[one.article for one in each.evidence] for each in events] == [
        ["one", "two"],
        ["three"],
    ]


def test_places_that_share_nothing_stay_apart() -> None:
    """Two places taken on one day are two events, each with a slug of its own."""
    events = found("Lower Norden fell on Monday.", "Norden fell on Monday.")
    assert [each.places for each in events] == [("lower-norden",), ("norden",)]
    assert len({each.slug for each in events}) == 2


def test_what_a_curator_confirmed_is_not_found_again() -> None:
    """The paragraph is evidence of an event of those days; on other days it may tell of more."""
    text = "Norden fell on Monday."
    same = Event("fall", "Fall", "2016-05-01/2016-05-02", evidence=(Evidence("one", "p1"),))
    other = Event("fall", "Fall", "2016-04", evidence=(Evidence("one", "p1"),))
    assert found(text, confirmed=(same,)) == ()
    assert len(found(text, confirmed=(other,))) == 1


def test_found_twice_is_found_the_same() -> None:
    """Same input, same events: slugs do not move."""
    texts = ("Norden fell on Monday.", "Shells struck Lower Norden on Tuesday.")
    assert found(*texts) == found(*texts)
    assert all(is_valid(each.edtf) for each in found(*texts))


def test_a_title_keeps_the_words_of_the_sentence() -> None:
    """A long sentence is cut at a space and marked; the word that tells the kind stays in."""
    text = (
        "After a week in which nobody in the lower town had slept, as the baker told it, "
        "the Third Brigade captured Norden on Monday, and the bells were rung until dark fell."
    )
    at = text.index("captured")
    title = shortened(text, at, at + len("captured"))
    assert title.startswith("… the Third Brigade captured")
    assert set(title.replace("…", "").split()) <= set(text.removesuffix(".").split())
    assert len(title) <= 94
