"""Weigh the elements of a page by their names, roles and links.

The word lists and numbers are those of Mozilla's Readability.js (Apache-2.0), which a million
reader views have tuned; the first version is Arc90's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .pageblocks import PageBlock
from .tree import Element

UNLIKELY = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr"
    r"|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
    r"|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote",
    re.IGNORECASE,
)
MAYBE = re.compile(r"and|article|body|column|content|main|mathjax|shadow", re.IGNORECASE)
POSITIVE = re.compile(
    r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead"
    r"|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping"
    r"|tags|widget",
    re.IGNORECASE,
)
UNLIKELY_ROLES = frozenset(
    {"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"}
)
NEVER_UNLIKELY = frozenset({"html", "body", "a", "article", "main"})
TAG_SCORES = {
    "div": 5, "pre": 3, "td": 3, "blockquote": 3, "address": -3, "ol": -3, "ul": -3, "dl": -3,
    "dd": -3, "dt": -3, "li": -3, "form": -3, "h1": -5, "h2": -5, "h3": -5, "h4": -5, "h5": -5,
    "h6": -5, "th": -5,
}  # fmt: skip


def class_weight(element: Element) -> int:
    """Return 25 up for a class or id that names content, 25 down for one that names furniture."""
    weight = 0
    for name in (element.get("class"), element.get("id")):
        if name:
            weight -= 25 if NEGATIVE.search(name) else 0
            weight += 25 if POSITIVE.search(name) else 0
    return weight


def first_score(element: Element) -> float:
    """Return the score that an element has before its text counts."""
    return TAG_SCORES.get(element.tag, 0) + class_weight(element)


def unlikely_words(element: Element) -> str:
    """Return the class, id or role by which an element is hardly the report, or nothing."""
    if element.tag in NEVER_UNLIKELY:
        return ""
    role = element.get("role") or ""
    if role in UNLIKELY_ROLES:
        return role
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not names or not UNLIKELY.search(names) or MAYBE.search(names):
        return ""
    inside = {each.tag for each in element.iterancestors()}
    return "" if inside & {"table", "code"} else names


def unlikely_places(blocks: Iterable[PageBlock]) -> Mapping[Element, str]:
    """Map each element above a block to the words that make it, or one above it, unlikely."""
    known: dict[Element, str] = {}
    for each in blocks:
        path = [each.element]
        while path[-1] not in known:
            parent = path[-1].getparent()
            if parent is None:
                break
            path.append(parent)
        for element in reversed(path):
            if element not in known:
                parent = element.getparent()
                above = known.get(parent, "") if parent is not None else ""
                known[element] = above or unlikely_words(element)
    return known
