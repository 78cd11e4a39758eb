"""Plain-text captures: each rule removes what its evidence shows, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.importer.capture import Capture, Cleaned
from plugins.importer.cleaning import clean
from plugins.importer.paragraphs import blocks_of
from plugins.importer.rules import read_rules

LEAD = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
NEXT = (
    "“We had to choose between the seed and the people,” said Nora Field, who leads the council. "
    "“Nobody in that room wanted to explain to a child why the doors stayed shut this winter.”"
)
LAST = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the "
    "road to the coast is expected to open before the end of that time."
)
HEADLINE = "River town opens its granary to families who lost homes"


def cleaned(*lines: str, restore: tuple[int, ...] = (), **facts: str) -> Cleaned:
    """Clean a capture of these lines with the rules that ship."""
    content = "\n".join(lines).encode()
    capture = Capture("capture.txt", content, tuple(facts.items()), restore)
    return clean(capture, read_rules().of(""))


def report(*around: str) -> Cleaned:
    """Clean a report with lines above, between and below its paragraphs."""
    above, between, below = around
    parts = (HEADLINE, "", above, "", LEAD, "", between, "", NEXT, "", LAST, "", below)
    return cleaned(*parts)


def reasons(result: Cleaned) -> dict[str, str]:
    """Return what was removed, apart from the headline, with the reason."""
    gone = {each.block.text: each.reason for each in result.removed}
    gone.pop(HEADLINE, None)
    return gone


def body(result: Cleaned) -> list[str]:
    """Return the texts of the kept blocks."""
    return [block.text for block in result.blocks]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("5 min read", "read time"),
        ("Reading time: 12 minutes", "read time"),
        ("مدة القراءة: 4 دقائق", "read time"),
        ("[Click to enlarge]", "widget"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share this article", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("شارك", "share"),
        ("READ MORE: Harbour reopens after nine years", "read more"),
        ("Lire aussi : Le port rouvre", "read more"),
        ("A boat on the swollen river [AFP]", "caption"),
        ("Families queue for bread (Ana Reed / Getty Images)", "caption"),
        ("Volunteers stack sandbags. Photo courtesy of the Town Archive.", "caption"),
        ("Photo: Jan Holm", "caption"),
        ("In this photo taken on 3 March, a boat passes the mill", "caption"),
        ("Sign up for our newsletter to get the latest", "newsletter"),
    ],
)
def test_furniture_lines_go_wherever_they_stand(line: str, reason: str) -> None:
    """A line whose form says that it is furniture is removed for that reason."""
    for place in range(3):
        around = ["", "", ""]
        around[place] = line
        result = report(*around)
        assert reasons(result) == {line: reason}
        assert body(result) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "He asked her to share this article of the law with the council.",
        "Correction: an earlier version gave the wrong number of families.",
        "The soldiers read the order aloud (in the square) before they left.",
        "“Donate now or explain it later,” the mayor told the merchants in the hall.",
        "Translator's note: the river is called by its old name here.",
        "The picture of the flood was shared widely by people in the coastal towns.",
        "Nobody advertises for bread here.",
    ],
)
def test_reporting_that_resembles_furniture_stays(line: str) -> None:
    """A sentence of the report stays, whatever words it uses; notes and corrections too."""
    result = report("", line, "")
    assert body(result) == [LEAD, line, NEXT, LAST]


def test_a_doubled_headline_goes_once() -> None:
    """The headline is moved to the header; its second stand is removed as a double."""
    result = cleaned(HEADLINE, "", HEADLINE.upper(), "", LEAD, "", NEXT)
    assert result.title == HEADLINE
    assert [each.reason for each in result.removed] == ["headline", "doubled headline"]


def test_a_section_label_above_the_headline_goes() -> None:
    """A few words above the headline are a label; a sentence there is kept."""
    result = cleaned("Home & Region", "", HEADLINE, "", LEAD, "", NEXT)
    assert result.title == HEADLINE
    assert reasons(result) == {"Home & Region": "section label"}


def test_a_byline_and_a_date_line_move_to_the_header() -> None:
    """Who signed and when are told from their lines, and leave the body."""
    result = cleaned(HEADLINE, "", "By Ida Marsh 3 March 2019", "", LEAD, "", NEXT)
    assert result.byline == "Ida Marsh"
    assert [(each.value, each.basis, each.certain) for each in result.dates[:1]] == [
        ("2019-03-03", "text", True)
    ]
    assert body(result) == [LEAD, NEXT]


def test_a_pull_quote_goes_with_its_speaker() -> None:
    """Words that stand in the body go where they stand a second time, with the speaker's name."""
    pull = "Nobody in that room wanted to explain to a child why the doors stayed shut this winter"
    result = cleaned(HEADLINE, "", LEAD, "", NEXT, "", pull, "- Nora Field", "", LAST)
    assert body(result) == [LEAD, NEXT, LAST]
    assert set(reasons(result).values()) == {"pull quote"}


def test_a_short_refrain_is_no_pull_quote() -> None:
    """Fewer than six words can stand twice in a report."""
    result = cleaned(HEADLINE, "", LEAD, "", "“Open the doors.”", "", NEXT + " “Open the doors.”")
    assert "“Open the doors.”" in body(result)


def test_a_truncated_dek_goes_and_a_whole_one_stays() -> None:
    """A summary that is cut off and repeats the lead goes; one that says more is reporting."""
    cut = " ".join(LEAD.split()[:9]) + " […]"
    whole = (
        "Families say the decision came weeks too late, and that winter does not wait for votes."
    )
    assert body(cleaned(HEADLINE, "", cut, "", LEAD, "", NEXT)) == [LEAD, NEXT]
    assert body(cleaned(HEADLINE, "", whole, "", LEAD, "", NEXT)) == [whole, LEAD, NEXT]


def test_related_headlines_under_the_report_go() -> None:
    """Two or more lines that are no sentences, under the last one, are other reports' headlines."""
    under = ("Harbour reopens after nine years", "", "What the new dam means for the valley")
    note, letter = "Marsh is a staff reporter.", "Get our evening newsletter"
    result = cleaned(HEADLINE, "", LEAD, "", NEXT, "", note, "", *under, "", letter)
    assert body(result) == [LEAD, NEXT]
    assert reasons(result) == {
        note: "author's note",
        under[0]: "related headline",
        under[2]: "related headline",
        letter: "newsletter",
    }


@pytest.mark.parametrize(
    "note",
    [
        "Marsh is a special correspondent.",
        "Ida Marsh covers rivers for The Daily River as a staff writer and lives near the mill.",
        "(Reporting by Ida Marsh; editing by Jo Lind)",
        "Jo Lind contributed to this report.",
        "Reach Ida Marsh at ida@river.example.",
    ],
)
def test_notes_on_the_author_under_the_report_go(note: str) -> None:
    """Who wrote it, who helped and how to reach them is no part of the report."""
    assert reasons(report("", "", note)) == {note: "author's note"}


def test_a_journalist_in_the_report_stays() -> None:
    """A sentence about someone who is a journalist is reporting where a paragraph follows it."""
    line = "Omar Field is a reporter from the upper valley."
    assert line in body(report("", line, ""))


def test_a_headline_with_a_full_stop_is_found() -> None:
    """Where nothing else can be the headline, a short first line is."""
    result = cleaned("River town opens its granary.", "", LEAD, "", NEXT)
    assert result.title == "River town opens its granary."
    assert body(result) == [LEAD, NEXT]


def test_a_closing_question_is_no_related_headline() -> None:
    """A report may end with a question; alone under the last sentence it stays."""
    result = cleaned(HEADLINE, "", LEAD, "", NEXT, "", "Who will open the next door?")
    assert body(result)[-1] == "Who will open the next door?"


def test_subheads_between_paragraphs_are_kept_as_headings() -> None:
    """A short line without a full stop before a paragraph is a subhead, and stays."""
    result = cleaned(HEADLINE, "", LEAD, "", "A long winter", "", NEXT, "", LAST)
    assert [block.role for block in result.blocks] == ["p", "heading", "p", "p"]


def test_a_caption_over_a_credit_goes_with_it() -> None:
    """The lines of a group that end in a bare credit are the caption to it."""
    lines = ("After the flood", "Boats lie in the square of the river town.", "(Jo Lind / EPA)")
    result = cleaned(HEADLINE, "", LEAD, "", *lines, "", NEXT)
    assert body(result) == [LEAD, NEXT]


def test_a_curator_restores_a_block_by_its_number() -> None:
    """A number in the sidecar's `restore` keeps a block that a rule would take out."""
    lines = (HEADLINE, "", "Share this article", "", LEAD, "", NEXT)
    assert "Share this article" not in body(cleaned(*lines))
    assert "Share this article" in body(cleaned(*lines, restore=(2,)))


def test_only_a_weekday_is_no_date() -> None:
    """A report that says only "Tuesday" has no publication date, and says which day it names."""
    result = cleaned(HEADLINE, "", LEAD, "", NEXT)
    assert [(each.value, each.certain) for each in result.dates] == [("", False)]
    assert "Tuesday" in result.dates[0].evidence


def test_a_hard_wrapped_capture_is_joined_into_paragraphs() -> None:
    """Lines broken at one width are one paragraph; their line range is kept."""
    words, lines = LEAD.split(), [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    (block,) = blocks_of("\n".join(lines))
    assert block.text == LEAD
    assert (block.first, block.last) == (1, len(lines))


def test_single_lines_stay_paragraphs() -> None:
    """Lines of different lengths without empty lines between are blocks of their own."""
    assert [block.text for block in blocks_of("One short line\n" + LEAD)] == [
        "One short line",
        LEAD,
    ]


def test_a_dateline_is_told_and_stays_in_the_text() -> None:
    """The place before the colon is told, and the sentence stays whole."""
    result = cleaned(HEADLINE, "", "PORT ELGAR: " + LEAD, "", NEXT)
    assert result.dateline == "PORT ELGAR"
    assert body(result)[0] == "PORT ELGAR: " + LEAD


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30))
def test_every_block_is_kept_or_removed(lines: list[str]) -> None:
    """Law: no block is lost, and none is in both places."""
    text = "\n".join(lines)
    encoded = text.encode("utf-8", "ignore")
    result = clean(Capture("x.txt", LEAD.encode() + b"\n\n" + encoded), read_rules().of(""))
    kept = [block.number for block in result.blocks]
    gone = [each.block.number for each in result.removed]
    assert sorted(kept + gone) == list(range(1, len(kept) + len(gone) + 1))
    assert kept == sorted(kept)
