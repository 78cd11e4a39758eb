"""Parse a page into a tree, and know what its elements are for."""

from __future__ import annotations

import re

from lxml import etree, html

from ..corpus.problems import ImportProblems
from .rules import PublisherRules

Element = html.HtmlElement
BLOCK_TAGS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
SILENT_TAGS = frozenset(
    {
        "applet", "audio", "button", "canvas", "datalist", "embed", "frame", "frameset", "head",
        "iframe", "input", "link", "map", "math", "meta", "noframes", "noscript", "object",
        "option", "param", "picture", "script", "select", "style", "svg", "template", "textarea",
        "video",
    }
)  # fmt: skip
TAG = re.compile(r"<[A-Za-z][^<>]*")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
MANY_COMMENTS = 5_000
LONG_TAG = 10_000
MOST_ATTRIBUTES = 1_000
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST_LIST = 3
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CUT = "data-sijill-cut"
"""The attribute that marks a part which a publisher's rule takes out."""


def parse(text: str) -> Element:
    """Return the root of a page. Raises ImportProblems where there is none."""
    if any(len(tag) > LONG_TAG and _attributes(tag) > MOST_ATTRIBUTES for tag in TAG.findall(text)):
        raise ImportProblems(f"an element has more than {MOST_ATTRIBUTES} attributes")
    if text.count("<!--") > MANY_COMMENTS:
        text = COMMENT.sub("", text)  # libxml2 needs time in the square of their number
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Element))
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ImportProblems(f"the page cannot be parsed: {error}") from error
    if any("depth" in each.message for each in parser.error_log):
        raise ImportProblems("its markup is nested too deep")
    if not isinstance(root, html.HtmlElement):
        raise ImportProblems("the page has no elements")
    return root


def _attributes(tag: str) -> int:
    """Count the attributes of a tag; the parser's time grows with their square."""
    return len(QUOTED.sub("", tag).split())


def with_cuts(text: str, rules: PublisherRules) -> str:
    """Mark the parts of a page that a publisher's CSS selectors name."""
    if not rules.parts:
        return text
    from bs4 import BeautifulSoup  # noqa: PLC0415 - loading it takes longer than all the rest
    from soupsieve import SelectorSyntaxError  # noqa: PLC0415

    soup = BeautifulSoup(text, "lxml")
    for part in rules.parts:
        try:
            named = soup.select(part.css)
        except SelectorSyntaxError as error:
            raise ImportProblems(
                f'publishers.toml: "{part.css}" is no selector: {error}'
            ) from error
        for element in named:
            element[CUT] = part.reason
    return str(soup)


def role_of(element: Element) -> tuple[str, int]:
    """Return the role of a block in this element, and its level."""
    tag = element.tag
    if tag in HEADINGS:
        return "heading", HEADINGS[tag]
    above = [each.tag for each in (element, *element.iterancestors())]
    if "li" in above:
        lists = sum(each in {"ul", "ol"} for each in above)
        return "item", min(max(lists, 1), DEEPEST_LIST)
    if "blockquote" in above:
        return "quote", 0
    return "p", 0


def is_hidden(element: Element) -> bool:
    """Tell whether the page itself hides an element."""
    if not element.keys():
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and HIDDEN_STYLE.search(style))


def names_of(element: Element) -> str:
    """Return an element's class, id and itemprop, with spaces between."""
    given = (element.get("class"), element.get("id"), element.get("itemprop"))
    return " ".join(" ".join(filter(None, given)).split())
