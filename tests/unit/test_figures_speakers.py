"""Hold who is said to have said a figure. All texts are made up for these tests."""

from __future__ import annotations

import pytest

from plugins.annotate.figures import find_figures
from plugins.corpus.model import DateExpression, Figure, Mention, Paragraph

SLUGS = {
    "Omar Haddad": "omar-haddad",
    "Haddad": "omar-haddad",
    "Northern Front": "northern-front",
    "Coast Watch": "coast-watch",
    "Noor": "noor",
    "Syrian": "syria",
    "Homs 24": "homs-24",
}


def figures(*texts: str, dates: tuple[DateExpression, ...] = ()) -> tuple[Figure, ...]:
    """Return the figures of paragraphs, every name of SLUGS in them being a mention."""
    paragraphs = [Paragraph(f"p{number}", text) for number, text in enumerate(texts)]
    mentions: list[Mention] = []
    for paragraph in paragraphs:
        taken: list[tuple[int, int]] = []
        for name, slug in SLUGS.items():
            start = paragraph.text.find(name)
            if start >= 0 and not any(first <= start < last for first, last in taken):
                taken.append((start, start + len(name)))
                mentions.append(Mention(paragraph.anchor, *taken[-1], name, slug))
    return find_figures(paragraphs, mentions, dates)


def test_the_narrator_has_no_name() -> None:
    """A figure in the narrator's voice has no speaker, no slug and no cue."""
    [found] = figures("The fire took 40 houses.")
    assert (found.said_by, found.said_by_surface, found.cue_surface) == ("", "", "")


def test_the_surface_is_the_text_between_the_offsets() -> None:
    """Offsets are those of the paragraph's text, no-break spaces and all."""
    text = "Almost 200\N{NO-BREAK SPACE}miles of road are lost."
    [found] = figures(text)
    assert found.surface == text[found.start : found.end] == "Almost 200\N{NO-BREAK SPACE}miles"


def test_the_smallest_attribution_counts() -> None:
    """Of two speakers who stand for the words, the inner one said the figure."""
    [found] = figures("Omar Haddad said that the Northern Front claimed 40 tanks.")
    assert found.said_by == "northern-front"


def test_the_speaker_beside_a_quotation_counts() -> None:
    """Quoted words belong to who is named right beside them."""
    [found] = figures("The crowd cheered, claiming a loss of “45 percent of it,” Noor reported.")
    assert found.said_by_surface == "Noor"


@pytest.mark.parametrize(
    ("text", "slug", "words"),
    [
        ("Omar Haddad of the Northern Front said 40 died.", "omar-haddad", "Omar Haddad of the"),
        (
            "Northern Front spokesman Omar Haddad said 40 died.",
            "omar-haddad",
            "Northern Front spok",
        ),
        ("Omar Haddad, head of Coast Watch, said 40 died.", "omar-haddad", "Omar Haddad"),
        (
            "The group's director, Omar Haddad, said 40 died.",
            "omar-haddad",
            "The group's director, Omar",
        ),
        ("The official Noor news agency said 40 died.", "noor", "The official Noor news agency"),
        ("Sources in the Northern Front said 40 died.", "", "Sources in the Northern Front"),
        ("Syrian officials said 40 died.", "", "Syrian officials"),
    ],
)
def test_the_slug_is_that_of_the_head(text: str, slug: str, words: str) -> None:
    """The entity is the one that the head of the source names, a person before his body."""
    [found] = figures(text)
    assert found.said_by == slug
    assert found.said_by_surface.startswith(words)


def test_a_pronoun_stands_for_the_last_person_who_spoke() -> None:
    """'He said' takes the words and the slug of the last person, over a body between."""
    found = figures(
        "Omar Haddad, a farmer, said the road was shut.",
        "The ministry denied it. He said 40 trucks were waiting.",
    )
    assert [(each.said_by, each.said_by_surface) for each in found] == [
        ("omar-haddad", "Omar Haddad")
    ]


def test_the_group_stands_for_the_last_body_that_spoke() -> None:
    """'The group said' takes the last body, over a person between."""
    [found] = figures(
        "Coast Watch said the road was shut.",
        "“It is bad,” Omar Haddad said. The group said 40 trucks were waiting.",
    )
    assert found.said_by == "coast-watch"


def test_a_pronoun_without_a_fitting_speaker_stays() -> None:
    """Where nobody fits, the pronoun's own words are kept, and no slug is guessed."""
    [found] = figures("The road was shut. She said 40 trucks were waiting.")
    assert (found.said_by, found.said_by_surface) == ("", "She")


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that is a quotation without a cue is the last quoted speaker's."""
    [found] = figures(
        "“The road is shut,” said Omar Haddad.", "“There are 40 trucks waiting. It is bad.”"
    )
    assert (found.said_by, found.cue_surface) == ("omar-haddad", "said")


def test_a_colon_announces_the_next_paragraph() -> None:
    """A paragraph that ends in a colon names the speaker of the quotation behind it."""
    [found] = figures("Omar Haddad said:", "“There are 40 trucks waiting.”")
    assert found.said_by == "omar-haddad"


def test_a_noun_that_is_left_out_is_that_of_the_figure_before() -> None:
    """'Put the number at 4,000' counts what was counted before."""
    found = figures("State media said 1,500 people left.", "Coast Watch put the number at 4,000.")
    assert [(each.low, each.unit, each.said_by) for each in found] == [
        (1500, "people", ""),
        (4000, "people", "coast-watch"),
    ]


def test_numbers_in_names_and_dates_are_no_figures() -> None:
    """What a mention or a date expression covers is left out."""
    text = "The station Homs 24 sent 12 reporters in the past 48 hours."
    start = text.index("the past")
    date = DateExpression("p0", start, len(text) - 1, "", "2016-11-26/2016-11-28", "DURATION", "")
    assert [each.surface for each in figures(text, dates=(date,))] == ["12 reporters"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("They rested after a five-day march.", []),
        ("Omar Haddad said they could last a month or two.", ["a month or two"]),
    ],
)
def test_a_bare_length_of_time_is_a_figure_only_when_somebody_said_it(
    text: str, surfaces: list[str]
) -> None:
    """In the narrator's voice a length dates; a speaker who gives one makes a claim."""
    assert [each.surface for each in figures(text)] == surfaces
