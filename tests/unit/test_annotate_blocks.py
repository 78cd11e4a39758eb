"""Paragraphs of an article, and annotations woven into them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.annotate.article import annotate
from plugins.annotate.blocks import blocks, parse
from plugins.annotate.markdown_html import html_of
from plugins.annotate.markup import clean_output, clean_source
from plugins.annotate.names import compile_registry
from plugins.annotate.weaving import Span, weave, written
from plugins.corpus.model import Article

WORDS = st.lists(st.sampled_from(["rain", "*fell*", "`now`", "on", "[x](y)", "<b>it</b>", "&amp;"]))


def texts(markdown: str) -> list[str]:
    """Return the paragraphs' texts of a Markdown body."""
    return [block.text for block in blocks(parse(clean_source(html_of(markdown))))]


def test_a_paragraph_is_one_line_of_text() -> None:
    """A line end of the source is a space of the text."""
    assert texts("One\ntwo *three*\nfour.") == ["One two three four."]


def test_a_line_break_parts_words() -> None:
    """A break that the author asked for counts as a space."""
    assert texts("One  \ntwo.") == ["One two."]


def test_items_cells_and_headings_are_paragraphs() -> None:
    """Whatever holds text directly can be cited."""
    body = "## Head\n\n- one\n- two\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n"
    found = blocks(parse(clean_source(html_of(body))))
    assert [(each.role, each.text) for each in found] == [
        ("heading", "Head"),
        ("item", "one"),
        ("item", "two"),
        ("quote", "said"),
        *(("cell", each) for each in "abcd"),
    ]


def test_text_outside_of_any_paragraph_is_given_one() -> None:
    """Text that raw HTML leaves bare is not lost."""
    assert texts("<b>bare</b> text") == ["bare text"]


def test_a_script_leaves_nothing_behind() -> None:
    """Neither the element nor its text reaches the paragraphs."""
    assert texts("Before <script>alert(1)</script> after") == ["Before  after"]


def test_an_element_is_written_however_deep_it_is() -> None:
    """A quotation in a thousand quotations is no reason to stop."""
    deep = parse("<blockquote>" * 2000 + "<p>a<br>b &lt; c</p>" + "</blockquote>" * 2000)
    assert written(deep.contents[0]).count("<br>b &lt; c</p>") == 1


@given(WORDS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("at"))))
@settings(max_examples=200)
def test_weaving_never_changes_the_text(
    words: list[str], places: list[tuple[int, int, str]]
) -> None:
    """Whatever spans are woven in, overlapping or not, the text stays to the character."""
    soup = parse(clean_source(html_of(" ".join(words) or "x")))
    for block in blocks(soup):
        before = block.element.get_text()
        names = {"a": "a", "t": "time"}
        spans = [
            Span(start, end, names[kind], (("class", "x"),))
            for start, end, kind in places
            if start < end <= len(block.text)
        ]
        weave(block, spans)
        after = parse(str(block.element))
        assert after.get_text() == before
        assert not any(link.find("a") for link in after.find_all("a", class_="x"))
        assert clean_output(written(block.element)) == clean_output(str(block.element))


def test_a_span_within_another_is_nested() -> None:
    """A name within a date expression keeps both elements."""
    soup = parse("<p>the week of Aleppo's fall</p>")
    (block,) = blocks(soup)
    weave(block, [Span(12, 18, "a", ()), Span(0, 25, "time", ())])
    assert str(soup) == "<p><time>the week of <a>Aleppo</a>'s fall</time></p>"


def test_of_two_spans_that_cross_the_first_stays() -> None:
    """Elements cannot cross: the one given first wins."""
    soup = parse("<p>one two three</p>")
    (block,) = blocks(soup)
    weave(block, [Span(4, 13, "time", ()), Span(0, 7, "data", ())])
    assert str(soup) == "<p>one <time>two three</time></p>"


def test_a_span_over_bold_and_plain_text_is_put_into_both() -> None:
    """A name that is half in bold links with both halves."""
    soup = parse("<p><b>Lina</b> Haddad spoke</p>")
    (block,) = blocks(soup)
    weave(block, [Span(0, 11, "a", ())])
    assert str(soup) == "<p><b><a>Lina</a></b><a> Haddad</a> spoke</p>"


def test_hostile_attributes_do_not_pass_the_last_step() -> None:
    """What an annotation could never need is taken away at output."""
    out = clean_output('<p onclick="x()" style="y" id="p1"><a href="javascript:x()">a</a></p>')
    assert out == '<p id="p1"><a>a</a></p>'


@given(WORDS.map(" ".join), st.lists(st.sampled_from(["# x", "- a\n- b", "> q", "1", "***", ""])))
@settings(max_examples=100)
def test_the_passages_of_an_article_have_all_of_its_text(line: str, more: list[str]) -> None:
    """Joined, what is shown of an article has each of its paragraphs, in order."""
    body = "\n\n".join([line, *more])
    worked = annotate(Article("a", "A", "2020-01-01", "post", body), compile_registry(()), {})
    shown = parse(worked.annotated.html).get_text()
    at = 0
    for paragraph in worked.annotated.paragraphs:
        at = shown.index(paragraph.text, at) + len(paragraph.text)
    assert {each.anchor for each in worked.annotated.paragraphs} == {
        anchor for passage in worked.annotated.passages for anchor in passage.anchors
    }
