"""Turn an article's Markdown into clean HTML, and let only clean HTML out again.

Sanitizing is nh3's (ammonia); the lists here are the only ones in the project. `clean_source`
takes away what an author may not write before anything is read from it, `clean_output` is the
last step before the page: each alone keeps hostile markup out.
"""

from __future__ import annotations

from functools import cache

import nh3

from .markdown_html import html_of

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
    "a": {"href", "title", "data-entity", "rel", "aria-labelledby"},
    "time": {"datetime", "data-edtf"},
    "span": {"data-edtf"},
    "data": {"value", "data-low", "data-high", "data-unit", "data-said-by"},
}
_WEB = {"http", "https", "mailto"}
# The schemes of explicit links; they are gone once the links have been woven.
LINK_SCHEMES = ("entity", "article", "event", "claim")


_SOURCE = nh3.Cleaner(
    tags=_TEXT_TAGS,
    attributes=_TEXT_ATTRIBUTES,
    url_schemes={*_WEB, *LINK_SCHEMES},
    link_rel=None,
)
_OUTPUT = nh3.Cleaner(
    tags=_TEXT_TAGS | _OWN_TAGS, attributes=_OWN_ATTRIBUTES, url_schemes=_WEB, link_rel=None
)


def clean_source(html: str) -> str:
    """Return the HTML without what an author may not write; text is kept, scripts' is not.

    A heading of the first level is the page's own: an author's becomes one of the second.
    """
    lowered = html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return _SOURCE.clean(lowered)


def clean_output(html: str) -> str:
    """Return the annotated HTML without anything that only a script or an attack would need."""
    return _OUTPUT.clean(html)


def description_html(text: str) -> str:
    """Return a description's Markdown as clean HTML; of its links stay those out of the archive.

    A description stands on pages in several folders, so that no relative link leads anywhere.
    """
    return _description().clean(clean_source(html_of(text)))


@cache
def _description() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TEXT_TAGS,
        attributes=_TEXT_ATTRIBUTES,
        url_schemes=_WEB,
        link_rel="noopener noreferrer nofollow",
        attribute_filter=_out_of_the_archive,
    )


def _out_of_the_archive(_tag: str, name: str, value: str) -> str | None:
    leads_out = value.lower().startswith(tuple(f"{scheme}:" for scheme in _WEB))
    return value if name != "href" or leads_out else None
