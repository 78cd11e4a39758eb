"""Hold which figures found are proposed for a claim, and what ticking one writes."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.corpus.model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    DateExpression,
    Entity,
    Figure,
    Mention,
    Paragraph,
    Statement,
)
from plugins.entities.suggest.__main__ import main
from plugins.entities.suggest.figures import suggest_figures, unit_key
from plugins.entities.suggest.proposal import Change
from plugins.entities.suggest.recording import recorded
from plugins.entities.suggest.sheet import Line, read, written
from plugins.entities.suggest.statements import toml_text

TEXT = "In Orlo it rained. On 3 March the mayor claimed that 40 families had left the Mill, a ruin."
CLAIM = Claim(
    "families-who-left",
    "Families who left the mill",
    "families who left",
    "families",
    "the mill",
    places=("orlo",),
)
ENTITIES = (
    Entity("orlo", "place", "Orlo"),
    Entity("mill-street", "place", "Mill Street", within="orlo"),
    Entity("mayor", "person", "The Mayor"),
)


def figure(text: str, surface: str, **other: object) -> Figure:
    """Return a figure of forty families, or as said otherwise, at its place in a text."""
    start = text.index(surface)
    plain = Figure("p1", start, start + len(surface), surface, 40, 40, "families", said_by="mayor")
    return replace(plain, **{"cue_surface": "claimed", **other})  # type: ignore[arg-type]


def corpus(
    text: str = TEXT,
    found: Figure | None = None,
    claims: tuple[Claim, ...] = (CLAIM,),
    place: str = "orlo",
    rights: str = "public",
) -> Corpus:
    """Return a corpus of one article with one figure, that names one place."""
    article = Article("story", "A story", "2020-03-05", "paper", "", rights=rights)
    at = text.find("3 March")
    dates = (DateExpression("p1", at, at + 7, "3 March", "2020-03-03", "DATE", "2020-03-03"),)
    annotated = Annotated(
        article,
        (Paragraph("p0", "It rained. 40 geese."), Paragraph("p1", text)),
        (Mention("p1", 3, 7, "Orlo", place),),
        dates if at >= 0 else (),
        (found or figure(text, "40 families"),),
        (),
    )
    return Corpus(articles=(annotated,), entities=ENTITIES, claims=claims)


def proposed(of: Corpus) -> list[Change]:
    """Return the changes that are suggested."""
    return [each.change for each in suggest_figures(of)]


def stated(quote: str, claim: Claim = CLAIM, value: float = 40) -> Claim:
    """Return the claim with one statement that quotes the story."""
    return replace(claim, statements=(Statement(value, value, "2020-03-03", "story", "p1", quote),))


def test_a_figure_that_fits_a_claim_is_proposed() -> None:
    """The line names paragraph, quote and claim; below it stand value, speaker, date, words."""
    (found,) = suggest_figures(corpus())
    sentence = "On 3 March the mayor claimed that 40 families had left the Mill, a ruin."
    assert found.change == Change("figure", f'story#p1 "{sentence}"', "families-who-left")
    assert found.reasons == (
        "value = 40",
        "claimed by mayor",
        "as of 2020-03-03",
        "shares left, mill with “Families who left the mill”",
        f"“{sentence}”",
    )


@pytest.mark.parametrize(
    ("unit", "same"),
    [
        ("Families", True),
        ("family", True),
        ("displaced families", True),
        ("families of the mill", True),
        ("people", False),
        ("km2", False),
    ],
)
def test_the_unit_must_be_the_claims(unit: str, same: bool) -> None:
    """Case, number and what stands around the noun aside."""
    assert bool(proposed(corpus(claims=(replace(CLAIM, unit=unit),)))) == same


@pytest.mark.parametrize(
    ("unit", "key"),
    [
        ("square kilometers", "km2"),
        ("Square Kilometre", "km2"),
        ("km2", "km2"),
        ("square miles", "square miles"),
        ("per cent", "percent"),
        ("percent of the town", "percent"),
        ("USD", "usd"),
        ("child", "children"),
        ("rebel fighters", "fighters"),
        ("", ""),
    ],
)
def test_a_unit_has_one_form(unit: str, key: str) -> None:
    """Measures have one name; of several words the noun counts."""
    assert unit_key(unit) == key == unit_key(key)


def test_the_article_must_name_a_place_of_the_claim_or_one_within_it() -> None:
    """Elsewhere the same words are about something else; a claim without places asks for none."""
    assert proposed(corpus(place="mill-street"))
    assert not proposed(corpus(place="mayor"))
    assert proposed(corpus(place="mayor", claims=(replace(CLAIM, places=()),)))


def test_the_sentence_must_share_a_word_with_the_claim() -> None:
    """The unit is no such word, nor are the words of every sentence."""
    text = "In Orlo the baker counted that 40 families were of his name."
    assert proposed(corpus(text, figure(text, "40 families"))) == []


def test_what_the_claim_quotes_is_not_proposed_again() -> None:
    """A statement with the figure in its quote has it, whatever its value; others have it not."""
    assert proposed(corpus(claims=(stated("40 families had left", value=39),))) == []
    assert proposed(corpus(claims=(stated("In Orlo it rained"),)))


def test_what_another_claim_states_is_not_proposed() -> None:
    """One figure is of one quantity, unless the other statement has another value."""
    other = replace(CLAIM, slug="others", title="Geese", measure="geese", unit="geese", scope="")
    assert proposed(corpus(claims=(CLAIM, stated("40 families", other)))) == []
    assert proposed(corpus(claims=(CLAIM, stated("40 families", other, 7))))


def test_of_two_claims_the_nearer_one_is_proposed() -> None:
    """It shares more words with the sentence."""
    other = replace(CLAIM, slug="others", title="Families who left", scope="by ship")
    assert [each.target for each in proposed(corpus(claims=(CLAIM, other)))] == [CLAIM.slug]


def test_of_a_restricted_article_as_few_words_are_quoted_as_will_do() -> None:
    """The words must lead to this paragraph and no earlier one; its sentence is not shown."""
    text = "In Orlo, some 40 geese had left the Mill."
    found = figure(text, "40", unit="geese")
    geese = replace(CLAIM, unit="geese")
    (one,) = suggest_figures(corpus(text, found, (geese,), rights="restricted"))
    assert one.change.text == 'story#p1 "some 40 geese"'
    assert not [each for each in one.reasons if "Mill" in each]


def test_a_long_sentence_is_quoted_by_its_clauses() -> None:
    """At most twenty-five words, cut where a clause ends."""
    tail = " and more" * 12
    text = f"In Orlo, where it rained{tail}, 40 families left the mill, the mayor said{tail}."
    (one,) = proposed(corpus(text, figure(text, "40 families")))
    assert one.text == 'story#p1 "40 families left the mill"'


@pytest.mark.parametrize(
    ("edtf", "as_of"),
    [
        ("2020-03-03T06:00", "2020-03-03"),
        ("2020-03-01/2020-03-04", "2020-03-01/2020-03-04"),
        ("2012", "2020-03-05"),
        ("2020-04-01", "2020-03-05"),
        ("", "2020-03-05"),
    ],
)
def test_the_date_is_a_short_one_near_the_figure_or_the_articles(edtf: str, as_of: str) -> None:
    """A year is the background of a figure, and a day to come is not what it holds for."""
    whole = corpus()
    (annotated,) = whole.articles
    dated = replace(annotated, dates=(replace(annotated.dates[0], edtf=edtf),))
    (found,) = suggest_figures(replace(whole, articles=(dated,)))
    assert f"as of {as_of}" in found.reasons


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "said"),
        ("according to", "said"),
        ("estimated", "estimated"),
        ("reported", "reported"),
        ("denied", "denied"),
        ("revised", "revised"),
    ],
)
def test_the_stance_is_that_of_the_words_of_saying(cue: str, stance: str) -> None:
    """What fits none of the formats' words was said."""
    (found,) = suggest_figures(corpus(found=figure(TEXT, "40 families", cue_surface=cue)))
    assert f"{stance} by mayor" in found.reasons


CLAIM_FILE = (
    '# Mine.\ntitle = "Families who left the mill"\nmeasure = "families who left"\n'
    'unit = "families"\nscope = "the mill"\nplaces = ["orlo"]\n\n[[statement]]\nvalue = 7\n'
    'as_of = "2020-03-01"\nreported_by = "story"\nquote = "seven families"\n'
)
FILES = {"claims/families-who-left.toml": CLAIM_FILE, "entities/places/orlo.md": ""}


def ticked(text: str, target: str = CLAIM.slug) -> Line:
    """Return an accepted line."""
    return Line(Change("figure", text, target), "x", 9)


def written_by(line: Line, of: Corpus | None = None) -> dict[str, object]:
    """Return the statement that a line appends, the file before it unchanged."""
    changed, problems = recorded(FILES, [line], of or corpus())
    assert problems == ()
    (text,) = changed.values()
    assert text.startswith(CLAIM_FILE)
    return dict(tomllib.loads(text)["statement"][-1])


def test_a_ticked_figure_becomes_a_statement() -> None:
    """With the figure's value, speaker and date as they are found, and the quote as it stands."""
    assert written_by(ticked('story#p1 "that 40 families had left"')) == {
        "value": 40,
        "as_of": "2020-03-03",
        "said_by": "mayor",
        "reported_by": "story",
        "quote": "that 40 families had left",
        "stance": "claimed",
    }


def test_an_open_end_a_speaker_in_words_and_quotes_are_written_as_toml() -> None:
    """More than forty, about, and marks that TOML must not take for its own."""
    text = 'In Orlo "more than 40 families" \\ left the mill, the "old" baker said.'
    found = replace(
        figure(text, "more than 40 families", high=None, approximate=True),
        said_by="",
        said_by_surface='the "old" baker',
        cue_surface="said",
    )
    (one,) = suggest_figures(corpus(text, found))
    assert written_by(ticked(one.change.text), corpus(text, found)) == {
        "low": 40,
        "approximate": True,
        "as_of": "2020-03-05",
        "said_by_words": 'the "old" baker',
        "reported_by": "story",
        "quote": text,
        "stance": "said",
    }


@pytest.mark.parametrize("text", ['a "b" \\ c', "tab\there", "bell\x07 del\x7f", "سجلّ “x”"])
def test_a_toml_text_reads_back(text: str) -> None:
    """Every character comes back as it was."""
    assert tomllib.loads(f"a = {toml_text(text)}") == {"a": text}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (ticked('story#p1 "40 families"', "families-who-leave"), "SUGGEST-CLAIM"),
        (ticked('story#p1 "forty families"'), "SUGGEST-FIGURE"),
        (ticked('story#p1 "it rained"'), "SUGGEST-FIGURE"),
        (ticked('story#p7 "40 families"'), "SUGGEST-FIGURE"),
        (ticked("40 families"), "SUGGEST-FIGURE"),
    ],
)
def test_a_line_that_names_no_figure_is_a_problem(line: Line, code: str) -> None:
    """It names the list and its line, and changes nothing."""
    changed, problems = recorded(FILES, [line], corpus())
    assert changed == {}
    assert [(each.path, each.line, each.code) for each in problems] == [("suggestions.md", 9, code)]


def test_a_statement_is_not_written_twice() -> None:
    """The second of two equal lines has nothing to do."""
    line = ticked('story#p1 "40 families"')
    _, problems = recorded(FILES, [line, line], corpus())
    assert [each.code for each in problems] == ["SUGGEST-DONE"]


def test_a_line_of_the_list_reads_back() -> None:
    """An arrow and quotation marks in the quote do no harm."""
    change = Change("figure", 'story#p1 "they said "40" → 50 families"', "families-who-left")
    text = written(list(suggest_figures(corpus()))).replace("[ ]", "[x]")
    assert [line.change for line in read(text)[0]] == proposed(corpus())
    (line,) = read(f"- [x] figure: {change.text} → {change.target}")[0]
    assert line.change == change


ARTICLE = """---
title: Rain
date: 2020-03-05
publisher: paper
---
It rained in Orlo, said the paper.
On 3 March the mayor said that 40 families had left the mill in Orlo.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a small content folder with a claim that lacks a figure."""
    files = {
        "articles/2020/rain.md": ARTICLE,
        "entities/places/orlo.md": "---\nname: Orlo\n---\n",
        "entities/organisations/paper.md": "---\nname: The Paper\naliases: the paper\n---\n",
        "claims/families.toml": CLAIM_FILE.replace('"story"', '"rain"').replace(
            '"seven families"', '"It rained in Orlo"'
        ),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_ticking_and_accepting_writes_the_claim(content: Path) -> None:
    """The way from a list to a statement: suggest, tick, accept; then it is suggested no more."""
    assert main([str(content)]) == 0
    sheet = content / "suggestions.md"
    line = "- [ ] figure: rain#"
    assert sheet.read_text("utf-8").count(line) == 1
    sheet.write_text(sheet.read_text("utf-8").replace("[ ] figure", "[x] figure"), "utf-8")
    assert main([str(content), "--accept"]) == 0
    claim = tomllib.loads((content / "claims/families.toml").read_text("utf-8"))
    assert [each["value"] for each in claim["statement"]] == [7, 40]
    assert "figure:" not in sheet.read_text("utf-8")


def test_one_bad_line_and_nothing_is_written(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new entity is not made while a figure beside it cannot be recorded."""
    before = (content / "claims/families.toml").read_text("utf-8")
    text = '- [x] new: Adnan Wasel → person\n- [x] figure: rain#none "40 families" → families\n'
    (content / "suggestions.md").write_text(text, "utf-8")
    assert main([str(content), "--accept"]) == 1
    assert "suggestions.md:2: SUGGEST-FIGURE" in capsys.readouterr().err
    assert not (content / "entities/people").exists()
    assert (content / "claims/families.toml").read_text("utf-8") == before
