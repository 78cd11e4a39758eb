"""What is left of a description's Markdown and HTML."""

from __future__ import annotations

import pytest

from plugins.annotate.markup import clean_output, clean_source, description_html
from plugins.annotate.weaving import date_span, tag
from plugins.corpus.model import DateExpression

REL = 'rel="noopener noreferrer nofollow"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](https://example.org/x)", f'<p><a href="https://example.org/x" {REL}>a</a></p>'),
        ("[a](mailto:a@example.org)", f'<p><a href="mailto:a@example.org" {REL}>a</a></p>'),
        *((f"[a]({address})", f"<p><a {REL}>a</a></p>") for address in (
            "8", "../people/x.html", "/etc", "//example.org", "#p1", "entity:marbat",
            "javascript:1", "data:text/html,x", "vbscript:1", "file:///etc/passwd",
        )),
        ("# Head", "<h2>Head</h2>"),
        ('<b onclick="x()" style="x" id="main" class="x">bold</b>', "<p><b>bold</b></p>"),
        ("<script>alert(1)</script>after", "<p>after</p>"),
        ('<img src="https://example.org/x.png">', "<p></p>"),
    ],
)  # fmt: skip
def test_a_description_keeps_text_and_links_out(text: str, html: str) -> None:
    """Links lead out of the archive or nowhere; no handler, style, id, script or image is left."""
    assert description_html(text).strip() == html


HOSTILE = (
    *("<svg><script>alert(1)</script></svg>", "<math><mtext></mtext></math>", "<style>x</style>"),
    *("<iframe src=x></iframe>", "<form action=x><input></form>", "<base href=x>", "<template>x"),
    *("<meta http-equiv=refresh content=0>", "<noscript><p title='</noscript><img src=x>'>"),
    *("<a href='java\nscript:alert(1)'>x</a>", "<p style='x'>y", "<img src=x onerror=alert(1)>"),
)


@pytest.mark.parametrize("html", HOSTILE)
@pytest.mark.parametrize("clean", [clean_source, clean_output])
def test_each_pass_alone_leaves_nothing_that_runs(html: str, clean: object) -> None:
    """Each of the two passes over an article is enough."""
    left = clean(html)  # type: ignore[operator]
    never = ("<script", "<svg", "<math", "<style", "<iframe", "<form", "<base", "<img", "<meta")
    for word in (*never, "<noscript", "<template", "onerror=", "script:", "style="):
        assert word not in left


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_again_changes_nothing(html: str) -> None:
    """What is clean stays as it is."""
    assert clean_output(clean_output(html)) == clean_output(html)


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("2016-11-27?", '<time class="date" datetime="2016-11-27" data-edtf="2016-11-27?">'),
        ("2016-11", '<time class="date" datetime="2016-11" data-edtf="2016-11">'),
        ("../2016-12-07", '<span class="date" data-edtf="../2016-12-07">'),
        ("", '<span class="date">'),
    ],
)
def test_a_date_is_a_time_where_html_has_a_form_for_it(edtf: str, start: str) -> None:
    """A range is not, nor what is not known: `time` would say that its words are a date."""
    span = date_span(DateExpression("p1", 0, 7, "the day", edtf, "DATE", edtf))
    assert clean_output(tag(span.name, span.attributes, "the day")).startswith(start)
