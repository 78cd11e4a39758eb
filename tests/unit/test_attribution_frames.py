"""Hold who said what in the frames of English news. All sentences are made up for these tests."""

from __future__ import annotations

import pytest

from plugins.annotate.attribution import find_attributions

FRAMES = (
    # text, source, cue, contents
    (
        "The mayor said that 40 houses had burned.",
        ("The mayor", "said", "that 40 houses had burned"),
    ),
    ("The mayor said 40 houses had burned.", ("The mayor", "said", "40 houses had burned")),
    (
        "Forty houses had burned, the mayor said.",
        ("the mayor", "said", "Forty houses had burned"),
    ),
    (
        "Forty houses had burned, the mayor told Harbour News on Monday.",
        ("the mayor", "told", "Forty houses had burned"),
    ),
    (
        "Witnesses told Harbour News that dozens were hurt.",
        ("Witnesses", "told", "that dozens were hurt"),
    ),
    (
        "According to the harbour police, nine boats sank.",
        ("the harbour police", "According to", "nine boats sank"),
    ),
    (
        "Nine boats sank, according to fishermen in the bay.",
        ("fishermen in the bay", "according to", "Nine boats sank"),
    ),
    (
        "The agency put the number of homeless at 12,000.",
        ("The agency", "put", "the number of homeless at 12,000"),
    ),
    ("State media reported 15 deaths.", ("State media", "reported", "15 deaths")),
    (
        "The ministry's claim that schools had reopened angered teachers.",
        ("The ministry", "claim", "that schools had reopened angered teachers"),
    ),
    (
        "In a statement, the northern army denied that it had shelled a clinic.",
        ("the northern army", "denied", "that it had shelled a clinic"),
    ),
    (
        "The governor accused rebels of hiding 23 soldiers.",
        ("The governor", "accused", "rebels of hiding 23 soldiers"),
    ),
    (
        "Rania Haddad, 34, a nurse at the clinic, said 18 patients died.",
        ("Rania Haddad, 34, a nurse at the clinic", "said", "18 patients died"),
    ),
    (
        "But Rania Haddad, head of the clinic, said 18 patients died.",
        ("Rania Haddad, head of the clinic", "said", "18 patients died"),
    ),
    (
        "An official who asked not to be named said nearly 200 families left.",
        ("An official who asked not to be named", "said", "nearly 200 families left"),
    ),
    (
        "The well was dry, by the account of two shepherds who live there.",
        ("two shepherds", "account", "The well was dry"),
    ),
    (
        "Sources in the port office said the crane fell.",
        ("Sources in the port office", "said", "the crane fell"),
    ),
    ("Harbour News: “The crane fell at noon.”", ("Harbour News", ":", "“The crane fell at noon.”")),
    (
        "The rebels published a letter demanding 12 trucks.",
        ("The rebels", "demanding", "12 trucks"),
    ),
)


@pytest.mark.parametrize(("text", "wanted"), FRAMES, ids=[text[:40] for text, _ in FRAMES])
def test_reads_the_frame(text: str, wanted: tuple[str, str, str]) -> None:
    """Each frame gives its source, its cue and its content."""
    found = [
        (text[slice(*each.source)], text[slice(*each.cue)], text[slice(*each.content[0])])
        for each in find_attributions(text)
    ]
    assert wanted in found


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”")])
def test_joins_a_quotation_that_the_speaker_interrupts(opening: str, closing: str) -> None:
    """What follows behind the speaker, in a sentence of its own, is the same speaker's."""
    text = f"{opening}The bridge held,{closing} Omar Said said. {opening}It was luck.{closing}"
    [found] = find_attributions(text)
    assert [text[slice(*each)] for each in found.content] == [
        f"{opening}The bridge held,{closing}",
        f"{opening}It was luck.{closing}",
    ]
    assert text[slice(*found.source)] == "Omar Said"
    assert found.quoted


def test_reads_an_inverted_speaker_with_his_apposition() -> None:
    """In '"…," said X, Y.' the source is X with what explains him."""
    text = '"The bridge held," said the mayor, Lena Brandt.'
    [found] = find_attributions(text)
    assert text[slice(*found.source)] == "the mayor, Lena Brandt"


def test_reads_the_speaker_of_a_passive() -> None:
    """In "was said by X to" the source is X, and both sides of the cue are content."""
    text = "The road was said by villagers to be closed."
    [found] = find_attributions(text)
    assert text[slice(*found.source)] == "villagers"
    assert [text[slice(*each)] for each in found.content] == ["The road", "to be closed"]


def test_goes_on_with_the_speaker_of_a_second_verb() -> None:
    """A verb behind "and" and a participle behind a comma have the first verb's subject."""
    text = "The guard said the gate was shut and added that it would stay so."
    assert {text[slice(*each.source)] for each in find_attributions(text)} == {"The guard"}


def test_keeps_the_sides_of_a_while_apart() -> None:
    """A content ends where the sentence sets another speaker against the first."""
    text = "Activists said 50 people died, while the council put the toll at nine."
    contents = [text[slice(*each.content[0])] for each in find_attributions(text)]
    assert contents == ["50 people died", "the toll at nine"]


@pytest.mark.parametrize(
    "text",
    [
        "The state of the roads is poor.",
        "Dr. Omar Said walked home.",
        "The report lay on the table.",
        "HARBOUR TOWN: The bridge fell at noon.",
        "The two plans were costly.",
    ],
)
def test_finds_no_speaker_where_nobody_speaks(text: str) -> None:
    """Nouns that are spelled like verbs, names and datelines are no cues."""
    assert find_attributions(text) == ()


def test_leaves_the_quoted_first_person_to_whoever_is_quoted() -> None:
    """The words "I think" within a quotation is no attribution of its own."""
    text = '"I think the bridge held," the mayor said.'
    assert [text[slice(*each.source)] for each in find_attributions(text)] == ["the mayor"]


def test_marks_a_quotation_that_the_paragraph_does_not_close() -> None:
    """A quotation without its closing mark reaches the paragraph's end."""
    text = "“The bridge held,” the mayor said. “It was luck"
    [found] = find_attributions(text)
    assert found.open
    assert found.content[-1][1] == len(text)


def test_reads_over_no_break_spaces() -> None:
    """A no-break space counts as a space, and offsets stay those of the text."""
    text = "The mayor\N{NO-BREAK SPACE}said\N{NO-BREAK SPACE}that 40 houses burned."
    [found] = find_attributions(text)
    assert text[slice(*found.source)] == "The mayor"
