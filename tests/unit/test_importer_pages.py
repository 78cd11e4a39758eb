"""Captured pages: the report is found, its furniture goes, what the page declares is read."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.corpus.problems import ImportProblems
from plugins.importer.capture import Capture, Cleaned
from plugins.importer.cleaning import clean
from plugins.importer.rules import PartRule, PublisherRules, read_rules

FIRST = (
    "The council of the river town voted late on Tuesday to open its granary to families who had "
    "lost their homes in the flood, three members told reporters after the meeting."
)
SECOND = (
    "The granary holds enough for about six weeks, an engineer who inspected it said, and the road "
    "to the coast is expected to open before the end of that time, weather and money allowing."
)
THIRD = (
    "Families who slept in the school since the weekend began to queue before dawn, some with "
    "carts, some with nothing but a sack, and the line reached the bridge by nine o’clock."
)
PARAGRAPHS = (FIRST, SECOND, THIRD)
HEADLINE = "River town opens its granary"


def page(body: str = "", head: str = "", more: str = "") -> str:
    """Return a page with a report, and what a test adds to it."""
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{HEADLINE} | The Daily River</title>{head}"
        "</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul>"
        f"</nav><main><h1>{HEADLINE}</h1><article>{body}{paragraphs}{more}</article></main>"
        "<footer>© 2019 The Daily River. All rights reserved.</footer></body></html>"
    )


def cleaned(markup: str, rules: PublisherRules | None = None, **facts: str) -> Cleaned:
    """Clean a page with the rules that ship, or a test's own."""
    capture = Capture("page.html", markup.encode(), tuple(facts.items()))
    return clean(capture, rules or read_rules().of(""))


def body(result: Cleaned) -> tuple[str, ...]:
    """Return the texts of the kept blocks."""
    return tuple(block.text for block in result.blocks)


def test_keeps_the_report_and_nothing_around_it() -> None:
    """Navigation, headline and footer leave the body; the paragraphs stay in order."""
    result = cleaned(page())
    assert body(result) == PARAGRAPHS
    assert result.title == HEADLINE
    assert not result.doubts


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<figure><figcaption>The mill. EPA</figcaption></figure>", "The mill. EPA"),
        ("<p class='wp-caption-text'>The mill at dusk.</p>", "The mill at dusk."),
        ("<p>Share this article</p>", "Share this article"),
        ("<aside><p>The harbour, too.</p></aside>", "The harbour, too."),
        ("<div class='related'><p><a href='/h'>Harbour reopens</a></p></div>", "Harbour reopens"),
        ("<p><a href='/h'>Harbour reopens after years</a></p>", "Harbour reopens after years"),
        ("<form><p>Your address</p><input name='a'></form>", "Your address"),
        ("<p hidden>Shown to robots only.</p>", "Shown to robots only."),
        ("<div class='byline'>By Ida Marsh</div>", "By Ida Marsh"),
    ],
)  # fmt: skip
def test_furniture_in_the_report_goes_with_its_reason(markup: str, text: str) -> None:
    """Captions, shares, asides, links, forms, hidden text and bylines are removed, not lost."""
    result = cleaned(page(more=markup))
    assert body(result) == PARAGRAPHS
    (gone,) = [each for each in result.removed if each.block.text == text]
    assert gone.reason
    assert gone.evidence


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>What comes next</h2><p>The mayor will speak at noon, and the doors open after.</p>",
        "<ul><li>Six weeks of grain, counted sack by sack.</li><li>Two mills.</li></ul>",
        "<blockquote>We had to choose between the seed and the people, and we chose.</blockquote>",
        "<p>Correction: an earlier version gave the wrong number of families.</p>",
        "<p>Read the <a href='/d'>decree</a> in full before the vote, the mayor said.</p>",
    ],
)
def test_parts_of_the_report_stay(markup: str) -> None:
    """Subheads, lists, quotations, corrections and links in sentences are the report's own."""
    result = cleaned(page(more=markup))
    assert body(result)[:3] == PARAGRAPHS
    assert len(result.blocks) > 3


def test_every_block_is_kept_or_removed_once() -> None:
    """No block of the page is lost, and each has its line."""
    result = cleaned(page("<p class='caption'>A mill.</p>", more="<p>Share</p>"))
    numbers = [b.number for b in result.blocks] + [r.block.number for r in result.removed]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert all(block.first >= 1 for block in result.blocks)


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "NewsArticle", "headline": "River town opens its granary", "datePublished":
"2019-03-03T23:30:00-08:00", "author": [{"@type": "Person", "name": "Ida Marsh"}, {"name":
"Jo Lind"}], "publisher": {"@type": "Organization", "name": "The Daily River"}}]}</script>"""


def test_reads_json_ld() -> None:
    """Headline, authors, publisher and the day in its own zone come from JSON-LD."""
    result = cleaned(page(head=JSON_LD))
    assert result.byline == "Ida Marsh, Jo Lind"
    assert (result.dates[0].value, result.dates[0].basis) == ("2019-03-03", "declared")
    assert result.publishers[0].value == "The Daily River"


def test_reads_meta_elements() -> None:
    """Without JSON-LD the meta elements count; the site's name leaves the title."""
    head = (
        "<meta property='og:title' content='River town opens its granary'>"
        "<meta property='og:site_name' content='The Daily River'>"
        "<meta name='author' content='By Ida Marsh'>"
        "<meta property='article:published_time' content='2019-03-03T10:00:00Z'>"
        "<link rel='canonical' href='https://river.example/2019/03/03/granary'>"
    )
    result = cleaned(page(head=head))
    assert result.title == HEADLINE
    assert result.byline == "Ida Marsh"
    assert result.url == "https://river.example/2019/03/03/granary"
    assert [each.basis for each in result.dates] == ["declared", "url"]


def test_who_helped_belongs_to_the_byline() -> None:
    """A linked name with helpers in brackets behind it is kept whole; a date behind it is not."""
    signed = (
        "<p>Par <span itemprop='author'><a href='/a'>Ida Marsh</a> (avec Jo Lind et Al Roe)</span>"
    )
    assert cleaned(page(signed)).byline == "Ida Marsh (avec Jo Lind et Al Roe)"
    dated = "<p>Par <span itemprop='author'><a href='/a'>Ida Marsh</a> (3 March 2019)</span>"
    assert cleaned(page(dated)).byline == "Ida Marsh"


SINGLE_FILE = """<!--
 Page saved with SingleFile
 url: https://river.example/granary
 saved date: Sun Mar 03 2019 10:00:00 GMT+0100 (Central European Standard Time)
-->"""


@pytest.mark.parametrize(
    ("comment", "url", "day"),
    [
        (
            SINGLE_FILE,
            "https://river.example/granary",
            "2019-03-03",
        ),
        (
            "<!-- saved from url=(0029)https://river.example/granary -->",
            "https://river.example/granary",
            "",
        ),
        ("<!-- a comment -->", "", ""),
    ],
)
def test_what_a_browser_wrote_when_it_saved_is_read(comment: str, url: str, day: str) -> None:
    """The address and the day that a saved page carries in a comment are told."""
    result = cleaned(page().replace("<html", comment + "<html"))
    assert (result.url, result.captured) == (url, day)


def test_a_saved_view_of_the_source_is_the_page_in_it() -> None:
    """A page saved from "view source" is read as the page whose source it shows."""
    rows = "".join(
        f'<tr><td class="line-number"></td><td class="line-content">{escape(line)}</td></tr>'
        for line in page().replace("<p>", "\n<p>").replace("<body>", "\n<body>\n").split("\n")
    )
    result = cleaned(f"<html><head></head><body><table>{rows}</table></body></html>")
    assert body(result) == PARAGRAPHS


def test_a_date_in_the_address_is_inferred() -> None:
    """Where only the address has a date, it is one, with a doubt."""
    result = cleaned(page(), url="https://river.example/2019/03/03/granary")
    assert [(d.value, d.basis, d.certain) for d in result.dates] == [("2019-03-03", "url", False)]


def test_a_page_without_dates_has_none() -> None:
    """Nothing is made up; the file's own time never counts."""
    assert cleaned(page()).dates == ()


def test_a_curator_names_parts_by_selector() -> None:
    """A publisher's rule takes out the parts that its CSS selector names, for its reason."""
    rules = PublisherRules(parts=(PartRule("p.box", "sponsored"),))
    result = cleaned(
        page(more="<p class='box'>The granary is sponsored by nobody at all.</p>"), rules
    )
    assert body(result) == PARAGRAPHS
    assert "sponsored" in {each.reason for each in result.removed}


def test_markup_nested_very_deep_loses_no_words() -> None:
    """A report under a thousand elements is found like any other."""
    deep = "<div>" * 1000 + f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>" + "</div>" * 1000
    assert set(body(cleaned(f"<html><body>{deep}</body></html>"))) == set(PARAGRAPHS[:2])


def test_text_between_line_breaks_is_paragraphs() -> None:
    """Old pages part paragraphs by two line breaks."""
    markup = f"<html><body><div>{'<br><br>'.join(PARAGRAPHS)}</div></body></html>"
    assert body(cleaned(markup)) == PARAGRAPHS


def test_a_page_without_a_report_is_refused() -> None:
    """A page that has no text is refused with a reason, not imported empty."""
    with pytest.raises(ImportProblems, match="no text"):
        cleaned("<!DOCTYPE html><html><body><script>var a = 1;</script></body></html>")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>/apdivh1 '\"=&;\n!-é")), max_size=200))
def test_any_markup_is_cleaned_or_refused(markup: str) -> None:
    """Law: broken markup raises nothing but the refusal."""
    try:
        cleaned("<html><body>" + markup)
    except ImportProblems:
        return
