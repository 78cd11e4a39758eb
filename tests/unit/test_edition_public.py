"""The public edition: what is restricted, or masked, is in no field of the corpus."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from plugins.annotate.assembly import assemble_folder
from plugins.corpus.edition import publish, secrets, shortened
from plugins.corpus.masking.redaction import Redactions
from plugins.corpus.model import Annotated, Corpus, Site
from plugins.corpus.reading.redactions import read_redactions

CONTENT = Path(__file__).resolve().parent.parent / "golden" / "public" / "content"
CANARIES = (
    *("opening", "quoted", "item", "unit", "speaker", "cell", "row", "desk", "unlink"),
    *("cue", "removed", "evidence"),
)


@pytest.fixture(scope="module")
def full() -> Corpus:
    """Return the whole corpus of the collection with canaries."""
    assembled = assemble_folder(CONTENT, Site("River", edition="public"))
    assert assembled.problems == ()
    return assembled.corpus


@pytest.fixture(scope="module")
def redactions(full: Corpus) -> Redactions:
    """Return what the collection masks."""
    found, problems = read_redactions(CONTENT, full)
    assert problems == ()
    return found


def strings(value: Any) -> list[str]:
    """Return every string within a value, whatever the model has."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in strings(each)]
    if is_dataclass(value):
        return [text for each in fields(value) for text in strings(getattr(value, each.name))]
    return []


def closed(corpus: Corpus) -> Annotated:
    """Return the restricted article."""
    return corpus.article["closed-report"]


@pytest.mark.parametrize("canary", CANARIES)
def test_a_restricted_articles_words_are_in_no_field(full: Corpus, canary: str) -> None:
    """Each canary of its text is in the full corpus and in no string of the public one."""
    word = f"canary{canary}"
    assert any(word in text.casefold() for text in strings(full))
    published = publish(full, words=8)
    assert [text for text in strings(published) if word in text.casefold()] == []


def test_a_restricted_article_keeps_its_citation(full: Corpus) -> None:
    """Title, headline, byline, date, publisher, address and rights stay."""
    kept = closed(publish(full)).article
    for name in ("title", "headline", "byline", "date", "publisher", "url", "rights", "dateline"):
        assert getattr(kept, name) == getattr(closed(full).article, name) != ""


def test_a_restricted_article_keeps_anchors_and_counts(full: Corpus) -> None:
    """As many paragraphs, mentions, dates and figures, at the same anchors."""
    before, after = closed(full), closed(publish(full))
    for name in ("paragraphs", "mentions", "dates", "figures"):
        anchors = [each.anchor for each in getattr(after, name)]
        assert anchors == [each.anchor for each in getattr(before, name)] != []
    assert [each.entity for each in after.mentions] == [each.entity for each in before.mentions]


def test_every_anchor_has_a_place_on_the_page(full: Corpus) -> None:
    """Links to a withheld paragraph lead to its place, and to those of its past anchors."""
    one = closed(full)
    moved = replace(one, paragraphs=tuple(replace(e, past=("pold",)) for e in one.paragraphs[:1]))
    page = closed(publish(replace(full, articles=(moved,)))).html
    assert f'id="{one.paragraphs[0].anchor}"' in page
    assert 'id="pold"' in page


def test_surfaces_stay_true(full: Corpus, redactions: Redactions) -> None:
    """`surface == text[start:end]` holds in both editions, masked paragraphs too."""
    for corpus in (full, publish(full), publish(full, redactions=redactions)):
        for annotated in corpus.articles:
            for each in (*annotated.mentions, *annotated.dates, *annotated.figures):
                paragraph = annotated.paragraph(each.anchor)
                assert paragraph is not None
                assert paragraph.text[each.start : each.end] == each.surface


def test_quotes_are_cut_to_some_words(full: Corpus) -> None:
    """A quote from a restricted article ends after the stated number; others stay whole."""
    quotes = {each.reported_by: each.quote for each in publish(full, words=8).claims[0].statements}
    assert quotes["closed-report"] == "some 250 litres a minute ran through the"
    assert quotes["open-report"] == "About 40 houses are still dry, according to Selma Orhan"


def test_a_short_quote_stays() -> None:
    """Fewer words than allowed: the quote is as it was."""
    assert shortened("three  words here", 3) == "three  words here"
    assert shortened("three  words here", 2) == "three  words"


def test_evidence_keeps_its_place_and_loses_its_excerpt(full: Corpus) -> None:
    """An event still leads to the paragraph; the words that named it are gone."""
    before = {each.article: each for each in full.events[0].evidence}
    after = {each.article: each for each in publish(full).events[0].evidence}
    assert after["closed-report"].anchor == before["closed-report"].anchor != ""
    assert after["closed-report"].quote == ""
    assert after["open-report"] == before["open-report"]


def test_the_full_corpus_is_not_changed(full: Corpus) -> None:
    """Publishing gives another corpus."""
    before = strings(full)
    publish(full, redactions=Redactions(("selma-orhan",)))
    assert strings(full) == before


def test_drafts_are_left_out(full: Corpus) -> None:
    """A draft is in no public edition."""
    draft = replace(closed(full).article, slug="draft", status="draft")
    assert publish(replace(full, drafts=(draft,))).drafts == ()


@pytest.mark.parametrize("word", ["orhan", "selma", "سلمى", "أورهان", "valve", "clerk of"])
def test_a_masked_entity_is_in_no_string(full: Corpus, redactions: Redactions, word: str) -> None:
    """Not its name, its aliases, its description, its slug, nor a masked word."""
    assert any(word in text.casefold() for text in strings(full))
    published = publish(full, redactions=redactions)
    assert [text for text in strings(published) if word in text.casefold()] == []


def test_a_masked_entity_leaves_no_trace_in_a_withheld_text(full: Corpus) -> None:
    """Neither a mention nor a replacement tells that it stands there."""
    masked = closed(full).mentions[0].entity
    after = closed(publish(full, redactions=Redactions((masked,))))
    assert masked not in [each.entity for each in after.mentions]
    assert {each.text for each in after.paragraphs} == {""}


def test_masking_changes_nothing_else(full: Corpus, redactions: Redactions) -> None:
    """The replacement stands where the name stood; what is around it stays."""
    article = publish(full, redactions=redactions).article["open-report"]
    assert article.paragraphs[2].text == ("About 40 houses are still dry, according to [withheld].")
    assert "<strong>brother</strong>" in article.html
    assert article.html.count("[withheld]") == sum(
        each.text.count("[withheld]") for each in article.paragraphs
    )


def test_what_a_masked_entity_said_stays_said(full: Corpus, redactions: Redactions) -> None:
    """A statement of a masked speaker keeps its figure, and says that the speaker is withheld."""
    said = publish(full, redactions=redactions).claims[0].statements[1]
    assert (said.low, said.said_by, said.said_by_words) == (40, "", "[withheld]")
    assert said.quote == "About 40 houses are still dry, according to [withheld]"


def test_an_address_with_a_masked_word_is_left_out(full: Corpus) -> None:
    """A web address cannot be masked in part."""
    published = publish(full, redactions=Redactions(words=("night",)))
    assert closed(published).article.url == ""


def test_two_entities_of_one_name_are_masked_alike(full: Corpus) -> None:
    """Merged entities are masked with the one that they were merged into."""
    merged = replace(full.entity["selma-orhan"], slug="s-o", name="Selo", same_as="selma-orhan")
    corpus = replace(full, merged=(merged,))
    published = publish(corpus, redactions=Redactions(("selma-orhan",)))
    assert published.merged == ()
    assert not any("selo" in text.casefold() for text in strings(published))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('entitys = ["selma-orhan"]', "KEY-UNKNOWN"),
        ('entities = "selma-orhan"', "VALUE-TEXT"),
        ("words = [1]", "VALUE-TEXT"),
        ('replacement = ""', "VALUE-TEXT"),
        ('entities = ["selma-orhn"]', "REF-ENTITY"),
        ("entities = [", "TOML-SYNTAX"),
    ],
)
def test_a_faulty_list_of_redactions_is_told(
    full: Corpus, tmp_path: Path, text: str, code: str
) -> None:
    """A slip in the file stops the build: nothing is published unmasked by mistake."""
    (tmp_path / "redactions.toml").write_text(text)
    _, problems = read_redactions(tmp_path, full)
    assert [each.code for each in problems] == [code]


def test_secrets_are_the_restricted_texts(full: Corpus) -> None:
    """What the scan looks for: the restricted article's text, its quotes and citation allowed."""
    (secret,) = secrets(full, words=8).restricted
    assert "Canaryopening walked" in secret.texts[0]
    assert "some 250 litres a minute ran through the" in secret.allowed
    assert "One night among the pumps" in secret.allowed
