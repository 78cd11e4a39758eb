"""Turn an article's Markdown into clean HTML, and let only clean HTML out again.

Sanitizing is nh3's (ammonia); the lists here are the only ones in the project. `clean_source`
takes away what an author may not write before anything is read from it, `clean_output` is the
last step before the page: each alone keeps hostile markup out.
"""

from __future__ import annotations

from functools import cache

import markdown
import nh3

_TEXT_TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "kbd", "samp", "var"),
    *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
    *("em", "strong", "i", "b", "u", "s", "del", "ins", "sub", "sup", "small", "mark"),
    *("abbr", "cite", "q", "dfn", "bdi", "bdo", "a"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
_TEXT_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_OWN_TAGS = {"time", "data", "span"}
_OWN_ATTRIBUTES: dict[str, set[str]] = {
    **_TEXT_ATTRIBUTES,
    "*": {"lang", "dir", "id", "class"},
    "a": {"href", "title", "data-entity", "rel"},
    "time": {"datetime", "data-edtf"},
    "data": {"value", "data-low", "data-high", "data-unit", "data-said-by"},
}
_WEB = {"http", "https", "mailto"}
# The schemes of explicit links; they are gone once the links have been woven.
LINK_SCHEMES = ("entity", "article", "event", "claim")


@cache
def _parser() -> markdown.Markdown:
    """Return the one Markdown parser of this process: making one costs more than using it."""
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "fenced_code"], output_format="html"
    )


def html_of(body: str) -> str:
    """Return an article's Markdown as HTML, as its author wrote it: not yet clean."""
    parser = _parser()
    parser.reset()
    return parser.convert(body)


def clean_source(html: str) -> str:
    """Return the HTML without what an author may not write; text is kept, scripts' is not.

    A heading of the first level is the page's own: an author's becomes one of the second.
    """
    lowered = html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return nh3.clean(
        lowered,
        tags=_TEXT_TAGS,
        attributes=_TEXT_ATTRIBUTES,
        url_schemes={*_WEB, *LINK_SCHEMES},
        link_rel=None,
    )


def clean_output(html: str) -> str:
    """Return the annotated HTML without anything that only a script or an attack would need."""
    return nh3.clean(
        html,
        tags=_TEXT_TAGS | _OWN_TAGS,
        attributes=_OWN_ATTRIBUTES,
        url_schemes=_WEB,
        link_rel=None,
    )


def description_html(text: str) -> str:
    """Return a description's Markdown as clean HTML; of its links stay those out of the archive.

    A description stands on pages in several folders, so that no relative link leads anywhere.
    """
    return nh3.clean(
        clean_source(html_of(text)),
        tags=_TEXT_TAGS,
        attributes=_TEXT_ATTRIBUTES,
        url_schemes=_WEB,
        link_rel="noopener noreferrer nofollow",
        attribute_filter=_out_of_the_archive,
    )


def _out_of_the_archive(_tag: str, name: str, value: str) -> str | None:
    leads_out = value.lower().startswith(tuple(f"{scheme}:" for scheme in _WEB))
    return value if name != "href" or leads_out else None
