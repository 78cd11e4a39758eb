"""Hold what annotations that readers made elsewhere suggest to a curator."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plugins.corpus.model import Alias, Annotated, Article, Corpus, Entity, Mention, Paragraph
from plugins.entities.suggest.__main__ import main
from plugins.entities.suggest.proposal import Change
from plugins.entities.suggest.readers import read_annotations, suggest_annotated
from plugins.exports.annotations import annotation_file

TEXTS = ("The ferry at Old Hadar ran again.", "Wasel met the ferrymen. Wasel left.")
CORPUS = Corpus(
    articles=(
        Annotated(
            Article("story", "S", "2016", "paper", "", url="https://example.org/story"),
            tuple(Paragraph(f"p{at}", text) for at, text in enumerate(TEXTS, 1)),
            (Mention("p1", 13, 22, "Old Hadar", "hadar"),),
            (),
            (),
            "",
        ),
    ),
    entities=(
        Entity("hadar", "place", "Hadar", (Alias("Hader"),), wikidata="Q7"),
        Entity("paper", "organisation", "Paper"),
    ),
)
QUOTE = {"type": "TextQuoteSelector", "exact": "Old Hadar", "prefix": "at ", "suffix": " ran"}


def asked(body: object, selector: object = QUOTE, source: str = "articles/story.html") -> Any:
    """Return changes and notes that one annotation gives."""
    annotation = {
        "type": "Annotation",
        "creator": {"name": "Lina"},
        "body": body,
        "target": {"source": source, "selector": selector},
    }
    made, notes = suggest_annotated(CORPUS, (annotation,))
    return [each.change for each in made], [str(each) for each in notes]


def test_a_link_to_an_entitys_page_is_an_alias() -> None:
    """Wherever the archive stood when it was annotated."""
    address = "https://archive.example.org/copy/places/hadar.html"
    assert asked(address) == ([Change("alias", "Old Hadar", "hadar")], [])
    assert asked({"source": "../places/hadar.html"})[0] == [Change("alias", "Old Hadar", "hadar")]


def test_a_link_to_wikidata_is_an_alias_of_that_item() -> None:
    """By the item's id, in either form of its address."""
    for address in ("http://www.wikidata.org/entity/Q7", "https://www.wikidata.org/wiki/Q7"):
        assert asked(address)[0] == [Change("alias", "Old Hadar", "hadar")]
    assert asked("http://www.wikidata.org/entity/Q8") == ([], [])


def test_a_tag_that_is_a_kind_is_a_new_entity() -> None:
    """The words are its name."""
    quote = {"type": "TextQuoteSelector", "exact": "Wasel", "suffix": " met"}
    tag = {"type": "TextualBody", "value": "person", "purpose": "tagging"}
    assert asked(tag, quote) == ([Change("new", "Wasel", "person")], [])


def test_another_text_is_a_note() -> None:
    """With the words, their place and who wrote it."""
    changes, notes = asked({"type": "TextualBody", "value": "Which\nbank?"})
    assert changes == []
    assert notes == ["“Old Hadar” in story#p1: Which bank? (Lina)"]


def test_the_address_of_the_report_names_the_article_too() -> None:
    """An annotation made on the publisher's site is of the same text."""
    assert asked("places/hadar.html", source="https://example.org/story#top")[0]
    assert asked("places/hadar.html", source="https://example.org/other") == ([], [])


def test_a_quote_that_stands_twice_needs_the_words_around_it() -> None:
    """It could be either: nothing is suggested."""
    alone = {"type": "TextQuoteSelector", "exact": "Wasel"}
    assert asked("places/hadar.html", alone) == ([], [])
    assert asked("places/hadar.html", {**alone, "suffix": " left"})[0]


def test_words_that_were_edited_away_suggest_nothing() -> None:
    """The text is not what was annotated."""
    gone = {"type": "TextQuoteSelector", "exact": "New Hadar"}
    assert asked("places/hadar.html", gone) == ([], [])


def test_a_selector_may_refine_a_fragment() -> None:
    """The fragment is the paragraph's anchor."""
    fragment = {"type": "FragmentSelector", "value": "p2", "refinedBy": {**QUOTE, "exact": "left"}}
    fragment["refinedBy"] = {"type": "TextQuoteSelector", "exact": "ferrymen"}
    assert asked("places/hadar.html", [fragment])[0] == [Change("alias", "ferrymen", "hadar")]


def test_a_form_that_is_known_is_no_suggestion() -> None:
    """It is an alias already."""
    quote = {"type": "TextQuoteSelector", "exact": "Hadar"}
    assert asked("places/hadar.html", quote) == ([], [])


def test_our_own_annotations_suggest_nothing() -> None:
    """What was exported and comes back says nothing new."""
    exported = json.loads(annotation_file(CORPUS).content)
    items = tuple(exported["first"]["items"])
    assert len(items) == 1
    assert suggest_annotated(CORPUS, items) == ((), ())
    renamed = ({**items[0], "id": "https://example.org/1"},)
    assert [each.change for each in suggest_annotated(CORPUS, renamed)[0]] == [
        Change("alias", "Old Hadar", "hadar")
    ]


def test_a_collection_a_page_a_list_and_one_are_read(tmp_path: Path) -> None:
    """As the model lets them be; a file that is no JSON is a problem."""
    one = {"type": "Annotation", "target": "x"}
    page = {"type": "AnnotationPage", "items": [one]}
    folder = tmp_path / "annotations"
    folder.mkdir()
    (folder / "a.jsonld").write_text(json.dumps({"first": page}), "utf-8")
    (folder / "b.json").write_text(json.dumps([one, one]), "utf-8")
    (folder / "c.json").write_text(json.dumps(one), "utf-8")
    assert len(read_annotations(tmp_path)[0]) == 4
    (folder / "d.json").write_text("{", "utf-8")
    (problem,) = read_annotations(tmp_path)[1]
    assert (problem.path, problem.code) == ("annotations/d.json", "ANNOTATION-JSON")


def test_what_readers_ask_for_stands_in_the_list(tmp_path: Path) -> None:
    """And is carried out when it is ticked, as every suggestion."""
    head = "---\ntitle: S\ndate: 2016-11-28\npublisher: paper\n---\n"
    files = {
        "articles/2016/story.md": f"{head}{TEXTS[0]}\n",
        "entities/organisations/paper.md": "---\nname: Paper\n---\n",
        "entities/places/hadar.md": "---\nname: Hadar\n---\n",
        "annotations/a.json": json.dumps(
            {
                "body": ["places/hadar.html", {"value": "Where?"}],
                "target": {"source": "articles/story.html", "selector": QUOTE},
            }
        ),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert main([str(tmp_path)]) == 0
    sheet = tmp_path / "suggestions.md"
    line = "- [ ] alias: Old Hadar → hadar"
    assert line in sheet.read_text("utf-8")
    assert "- “Old Hadar” in story#" in sheet.read_text("utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace(line, line.replace("[ ]", "[x]")), "utf-8")
    assert main([str(tmp_path), "--accept"]) == 0
    assert "    Old Hadar\n" in (tmp_path / "entities/places/hadar.md").read_text("utf-8")
