"""Hold what is suggested to a curator, and what ticking it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.annotate.names import compile_registry, find_mentions
from plugins.corpus.model import Alias, Annotated, Article, Corpus, Entity, Paragraph
from plugins.entities.suggest.__main__ import main, suggestions
from plugins.entities.suggest.accepting import accepted, slug_of
from plugins.entities.suggest.proposal import Change, Suggestion
from plugins.entities.suggest.sheet import Line, read, written

REGISTRY = (
    Entity("hadar", "place", "Hadar", (Alias("Hader"),)),
    Entity("omar-al-homsi", "person", "Omar al-Homsi"),
    Entity("free-river-army", "group", "Free River Army"),
)


def changes(
    *texts: str, entities: tuple[Entity, ...] = REGISTRY, rights: str = "public"
) -> list[Suggestion]:
    """Return what is suggested for a corpus of one article with these paragraphs."""
    paragraphs = tuple(Paragraph(f"p{at}", text) for at, text in enumerate(texts))
    mentions = find_mentions(compile_registry(entities), paragraphs)
    article = Article("story", "A story", "2016-11-28", "paper", "", rights=rights)
    annotated = Annotated(article, paragraphs, mentions, (), (), "")
    return list(suggestions(Corpus(articles=(annotated,), entities=entities)))


def found(*texts: str, action: str = "new") -> list[tuple[str, str]]:
    """Return text and target of the suggested changes of one kind."""
    return [
        (each.change.text, each.change.target)
        for each in changes(*texts)
        if each.change.action == action
    ]


def test_a_name_that_no_entity_has_is_suggested() -> None:
    """A run of capitalised words is a name, without its title, with a guess at its kind."""
    assert found("They met Gen. Adnan Wasel there.") == [("Adnan Wasel", "person")]


def test_the_words_of_a_name_tell_its_kind() -> None:
    """An army is a group, a ministry an organisation."""
    text = "He asked the Ministry of Water and the River Front near Tall Qamar."
    assert sorted(found(text)) == [
        ("Ministry of Water", "organisation"),
        ("River Front", "group"),
        ("Tall Qamar", "place"),
    ]


def test_what_is_linked_is_not_suggested() -> None:
    """A mention, with a title or an adjective beside it, is known."""
    assert found("Then Captain Omar al-Homsi reached Syrian Hadar on Monday.") == []


def test_a_mention_inside_a_longer_name_is_suggested_whole() -> None:
    """The longer name is another entity."""
    assert found("She works for the Hadar Media Centre.") == [
        ("Hadar Media Centre", "organisation")
    ]


def test_the_first_word_of_a_sentence_is_no_name_by_itself() -> None:
    """A capital that the sentence gives says nothing; one inside of it does."""
    assert found("Nobody came. Zubair left. They saw Zubair.", "Bread was short.") == [
        ("Zubair", "person")
    ]


def test_a_word_that_stands_in_lower_case_is_no_name() -> None:
    """What is written small elsewhere is a common word."""
    assert found("They call it the Bridge. The old bridge stands.") == []


def test_two_names_joined_by_and_are_two() -> None:
    """Only the name of a body holds them together."""
    text = "It fell with Marj and Qamar, said the Search and Rescue Team."
    assert [name for name, _ in found(text)] == ["Marj", "Qamar", "Search and Rescue Team"]


def test_another_spelling_is_suggested_as_an_alias() -> None:
    """A name that sounds like a known one is one of its aliases, perhaps."""
    assert found("They saw Umar al-Humsi.", action="alias") == [("Umar al-Humsi", "omar-al-homsi")]


def test_initials_are_suggested_as_an_exact_alias() -> None:
    """An acronym matches as written only."""
    assert found("So the FRA said.", action="alias") == [("FRA [exact]", "free-river-army")]


def test_a_surname_is_suggested_where_its_person_is_named() -> None:
    """The last part of a person's name is an alias after it."""
    text = "He met Omar al-Homsi. Later al-Homsi left."
    assert found(text, action="alias") == [("al-Homsi [surname]", "omar-al-homsi")]


def test_an_unused_alias_is_suggested_for_removal() -> None:
    """No article writes it."""
    assert found("In Hadar it rained.", action="remove") == [("Hader", "hadar")]


def test_likely_doubles_are_suggested_for_merging() -> None:
    """Entities of one kind that sound alike may be one, unless a curator said no."""
    pair = (Entity("sakhour", "place", "Sakhour"), Entity("al-sakhur", "place", "al-Sakhur"))
    assert [each.change for each in changes(entities=pair)] == [
        Change("merge", "sakhour", "al-sakhur")
    ]
    parted = (pair[0], Entity("al-sakhur", "place", "al-Sakhur", not_same=("sakhour",)))
    other_kind = (pair[0], Entity("al-sakhur", "person", "al-Sakhur"))
    assert [*changes(entities=parted), *changes(entities=other_kind)] == []


def test_a_sentence_of_a_restricted_article_is_not_repeated() -> None:
    """The list names the place only."""
    (shown,) = changes("They met Adnan Wasel.", entities=())
    (hidden,) = changes("They met Adnan Wasel.", entities=(), rights="restricted")
    assert [len(shown.reasons), len(hidden.reasons)] == [2, 1]


LIST = (
    Suggestion(Change("alias", "al-Hadar", "hadar"), ("twice",)),
    Suggestion(Change("new", "Adnan Wasel", "person")),
)


def test_a_list_reads_back_as_it_was_ticked() -> None:
    """Ticks and refusals survive a new list; what waits is not read."""
    text = written(LIST).replace("[ ] alias", "[x] alias").replace("[ ] new", "[-] new")
    lines, problems = read(text)
    assert [(line.change, line.tick) for line in lines] == [
        (LIST[0].change, "x"),
        (LIST[1].change, "-"),
    ]
    assert problems == ()
    again, _ = read(written(LIST, lines))
    assert {(line.change, line.tick) for line in again} == {
        (line.change, line.tick) for line in lines
    }


def test_a_line_that_says_no_change_is_a_problem() -> None:
    """A curator's slip is told with its line."""
    _, problems = read("- [x] rename: this → that\n- [ ] anything")
    assert [(each.line, each.code) for each in problems] == [(1, "SUGGEST-LINE")]


def ticked(action: str, text: str, target: str) -> Line:
    """Return an accepted line."""
    return Line(Change(action, text, target), "x", 7)


HADAR = "---\nname: Hadar\naliases:\n    Hader\nwithin: syria\n---\nTown.\n"
FILES = {
    "entities/places/hadar.md": HADAR,
    "entities/places/hadr.md": "---\nname: Hadr\n---\n",
}


@pytest.mark.parametrize(
    ("line", "path", "text"),
    [
        (
            ticked("alias", "al-Hadar [exact]", "hadar"),
            "entities/places/hadar.md",
            HADAR.replace("Hader\n", "Hader\n    al-Hadar [exact]\n"),
        ),
        (
            ticked("alias", "al-Hadr", "hadr"),
            "entities/places/hadr.md",
            "---\nname: Hadr\naliases:\n    al-Hadr\n---\n",
        ),
        (
            ticked("remove", "Hader", "hadar"),
            "entities/places/hadar.md",
            "---\nname: Hadar\nwithin: syria\n---\nTown.\n",
        ),
        (
            ticked("merge", "hadr", "hadar"),
            "entities/places/hadr.md",
            "---\nname: Hadr\nsame-as: hadar\n---\n",
        ),
        (
            ticked("new", "Adnan Wāṣel", "person"),
            "entities/people/adnan-wasel.md",
            "---\nname: Adnan Wāṣel\n---\n",
        ),
    ],
)
def test_an_accepted_line_changes_one_file(line: Line, path: str, text: str) -> None:
    """Each action writes what a curator would write, and nothing else."""
    assert accepted(FILES, [line]) == ({path: text}, ())


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (ticked("alias", "x", "hadarr"), "SUGGEST-ENTITY"),
        (ticked("alias", "Hader", "hadar"), "SUGGEST-DONE"),
        (ticked("remove", "Other", "hadar"), "SUGGEST-DONE"),
        (ticked("new", "Adnan", "human"), "SUGGEST-KIND"),
        (ticked("new", "Hadar", "place"), "SUGGEST-SLUG"),
        (ticked("new", "عدنان", "person"), "SUGGEST-SLUG"),
    ],
)
def test_a_line_that_cannot_be_carried_out_is_a_problem(line: Line, code: str) -> None:
    """It names the list and its line, and changes nothing."""
    changed, problems = accepted(FILES, [line])
    assert changed == {}
    assert [(each.path, each.line, each.code) for each in problems] == [("suggestions.md", 7, code)]


def test_a_slug_is_ascii() -> None:
    """Accents and apostrophes leave no trace in a slug."""
    assert slug_of("Ma’arrat al-Nu‘mān") == "maarrat-al-numan"


ARTICLE = """---
title: Rain
date: 2016-11-28
publisher: paper
language: en
---
The paper wrote that Adnan Wasel reached Hadar. Later Adnan Wasel left.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a small content folder."""
    files = {
        "articles/2016/rain.md": ARTICLE,
        "entities/places/hadar.md": "---\nname: Hadar\n---\n",
        "entities/organisations/paper.md": "---\nname: The Paper\n---\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_ticking_and_accepting_writes_the_registry(content: Path) -> None:
    """The way from a list to a file: suggest, tick, accept; then it is suggested no more."""
    assert main([str(content)]) == 0
    sheet = content / "suggestions.md"
    assert "- [ ] new: Adnan Wasel → person" in sheet.read_text("utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace("[ ] new", "[x] new"), "utf-8")
    assert main([str(content), "--accept"]) == 0
    assert (content / "entities/people/adnan-wasel.md").read_text("utf-8").startswith("---\nname:")
    assert "Adnan" not in sheet.read_text("utf-8")


def test_what_would_break_the_content_is_taken_back(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An alias that two entities would share is reported, and the files are as they were."""
    (content / "suggestions.md").write_text("- [x] alias: Hadar → paper\n", "utf-8")
    assert main([str(content), "--accept"]) == 1
    assert "ALIAS-SHARED" in capsys.readouterr().err
    assert (content / "entities/organisations/paper.md").read_text("utf-8").count("Hadar") == 0
