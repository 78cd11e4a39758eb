"""Hold what a model of names adds to the suggestions, and that nothing changes without one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from plugins.annotate.names import compile_registry, find_mentions
from plugins.corpus.model import Alias, Annotated, Article, Corpus, Entity, Paragraph
from plugins.entities.suggest.__main__ import suggestions
from plugins.entities.suggest.modelled import suggest_modelled
from plugins.entities.suggest.proposal import Change, Suggestion

REGISTRY = (
    Entity("hadar", "place", "Hadar", (Alias("Hader"),)),
    Entity("omar-al-homsi", "person", "Omar al-Homsi"),
)


@dataclass(frozen=True)
class Found:
    """What the fake model finds: a span with a label."""

    text: str
    label_: str
    start_char: int
    end_char: int


@dataclass(frozen=True)
class Read:
    """A text that the fake model has read."""

    ents: tuple[Found, ...]


class FakeModel:
    """A model that finds the words it was given, wherever they stand."""

    def __init__(self, **labels: str) -> None:
        self._labels = {words.replace("_", " "): label for words, label in labels.items()}

    def __call__(self, text: str) -> Read:
        """Find the words."""
        places = ((words, text.find(words)) for words in self._labels)
        return Read(
            tuple(
                Found(words, self._labels[words], at, at + len(words))
                for words, at in places
                if at >= 0
            )
        )


def corpus(*texts: str, language: str = "en", rights: str = "public") -> Corpus:
    """Return a corpus of one article with these paragraphs."""
    paragraphs = tuple(Paragraph(f"p{at}", text) for at, text in enumerate(texts))
    mentions = find_mentions(compile_registry(REGISTRY), paragraphs)
    article = Article("story", "A story", "2016-11-28", "paper", "", language=language)
    annotated = Annotated(replace(article, rights=rights), paragraphs, mentions, (), (), ())
    return Corpus(articles=(annotated,), entities=REGISTRY)


def added(model: FakeModel, *texts: str, language: str = "en") -> list[Change]:
    """Return what the model alone adds."""
    return [each.change for each in suggest_modelled(corpus(*texts, language=language), model, ())]


def test_what_the_model_finds_is_suggested_with_its_evidence() -> None:
    """A word that opens a sentence is a name for the model only; the reason says so."""
    text = "Zubair left. Nobody saw him."
    assert [each for each in suggestions(corpus(text)) if each.change.action == "new"] == []
    (found,) = (
        each
        for each in suggestions(corpus(text), FakeModel(Zubair="PERSON"))
        if each.change.action == "new"
    )
    assert found == Suggestion(
        Change("new", "Zubair", "person"),
        ("model", "once: story#p0, sentence 1", "“Zubair left.”"),
    )


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", "person"), ("ORG", "organisation"), ("GPE", "place"), ("LOC", "place")],
)
def test_a_label_is_a_kind(label: str, kind: str) -> None:
    """People, organisations and places; rivers and towns are places alike."""
    assert added(FakeModel(Marj=label), "Marj lies there.") == [Change("new", "Marj", kind)]


@pytest.mark.parametrize("label", ["DATE", "NORP", "CARDINAL", "EVENT"])
def test_other_labels_are_no_entities(label: str) -> None:
    """A day, a nation's adjective or a number is no entity here."""
    assert added(FakeModel(Marj=label), "Marj lies there.") == []


def test_what_is_linked_or_known_is_not_suggested() -> None:
    """A mention is one, also in part, and so is a name that the registry has."""
    model = FakeModel(Omar="PERSON", Hadar="GPE", Hader="GPE")
    assert added(model, "Omar al-Homsi reached Hadar.") == []


def test_a_word_that_stands_in_lower_case_is_no_name() -> None:
    """A sentence gives a common word its capital, and a model takes it for a name."""
    assert added(FakeModel(Chalk="PERSON"), "Chalk fell. They ate chalk.") == []


def test_articles_and_genitives_are_no_part_of_a_name() -> None:
    """The name is what stands between them."""
    model = FakeModel(**{"the_Weir's": "FAC"})
    assert added(model, "They saw the Weir's gate.") == [Change("new", "Weir", "place")]


def test_a_name_with_two_labels_has_the_commoner_kind() -> None:
    """Of equally many the first by name."""
    labels = iter(["GPE", "ORG", "ORG"])

    def model(text: str) -> Read:
        return Read((Found(text[:4], next(labels), 0, 4),))

    (found,) = suggest_modelled(corpus("Marj.", "Marj!", "Marj?"), model, ())
    assert found.change == Change("new", "Marj", "organisation")


def test_a_name_that_the_capitals_told_keeps_its_line() -> None:
    """The model's word is one more reason; a likely alias stays one."""
    text = "They met Adnan Wasel and Umar al-Humsi."
    model = FakeModel(Adnan_Wasel="ORG", **{"Umar_al-Humsi": "PERSON"})
    found = [each for each in suggestions(corpus(text), model) if each.change.action != "remove"]
    assert [each.change for each in found if "model: organisation" in each.reasons] == [
        Change("new", "Adnan Wasel", "person")
    ]
    assert {each.change for each in found} == {
        Change("new", "Adnan Wasel", "person"),
        Change("alias", "Umar al-Humsi", "omar-al-homsi"),
    }


def test_an_english_model_reads_english() -> None:
    """Articles in other languages are not its business."""
    assert added(FakeModel(Marj="GPE"), "Marj liegt dort.", language="de") == []


def test_a_sentence_of_a_restricted_article_is_not_repeated() -> None:
    """The list names the place only."""
    found = suggest_modelled(
        corpus("Marj lies there.", rights="restricted"), FakeModel(Marj="GPE"), ()
    )
    assert [each.reasons for each in found] == [("model", "once: story#p0, sentence 1")]
