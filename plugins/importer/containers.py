"""Take out of a report's part of the page the containers that are furniture.

Follows `_cleanConditionally` of Readability.js (Mozilla, Apache-2.0): few commas, many links, more
list items than paragraphs, fields to fill in, or a name that says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .pageblocks import PageBlock
from .region import COMMAS, above
from .tree import Element
from .weights import class_weight

CONDITIONAL = ("form", "fieldset", "table", "ul", "ol", "dl", "div", "section", "aside")
ALWAYS = {"footer": "the page's footer", "aside": "an aside", "nav": "navigation"}
MANY_COMMAS = 10
DATA_CELLS = 10
LAYOUT_ROLES = frozenset({"presentation"})
SHARE = re.compile(r"(\b|_)(share|sharedaddy|social|newsletter|signup)(\b|_)", re.IGNORECASE)
LONGEST_SHARE = 500


@dataclass(slots=True)
class Container:
    """What stands in one element, counted over the blocks that are left in it."""

    text: int = 0
    linked: int = 0
    commas: int = 0
    paragraphs: int = 0
    items: int = 0
    listed: int = 0
    headed: int = 0


def furniture_in(region: Element, blocks: Sequence[PageBlock]) -> dict[int, str]:
    """Return the numbers of the blocks that are furniture, with the evidence.

    Containers are judged from the innermost outwards, each by what is left in it.
    """
    inside: dict[Element, list[PageBlock]] = {}
    for each in blocks:
        for element in above(each.element):
            inside.setdefault(element, []).append(each)
            if element is region:
                break
    gone: dict[int, str] = {}
    for element in reversed(list(region.iter())):
        if element is region or element not in inside:
            continue
        left = [each for each in inside[element] if each.block.number not in gone]
        evidence = _evidence(element, left) if left else ""
        if evidence:
            gone.update({each.block.number: evidence for each in left})
    return gone


def _evidence(element: Element, left: Sequence[PageBlock]) -> str:
    if element.tag in ALWAYS:
        return ALWAYS[element.tag]
    count = _counted(left)
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if SHARE.search(names) and count.text < LONGEST_SHARE:
        return f"named {names.strip()[:60]}"
    if element.tag not in CONDITIONAL or _is_data(element) or _in_data(element):
        return ""
    weight = class_weight(element)
    if weight < 0:
        return f"named {names.strip()[:60]}"
    return "" if count.commas >= MANY_COMMAS else _by_counts(element, count, weight)


def _counted(left: Sequence[PageBlock]) -> Container:
    count = Container()
    for each in left:
        text = each.block.text
        count.text += len(text)
        count.linked += each.linked
        count.commas += len(COMMAS.findall(text))
        count.paragraphs += each.element.tag == "p"
        count.items += each.element.tag == "li" or each.block.role == "item"
        count.listed += len(text) if each.block.role == "item" else 0
        count.headed += len(text) if each.block.role == "heading" else 0
    return count


def _by_counts(element: Element, count: Container, weight: int) -> str:
    text = max(count.text, 1)
    listing = element.tag in ("ul", "ol") or count.listed / text > 0.9  # noqa: PLR2004
    density = count.linked / text
    fields = sum(1 for _ in element.iter("input", "select", "textarea"))
    if fields > max(count.paragraphs // 3, 0) and density == 0 and count.text < LONGEST_SHARE:
        return "fields to fill in, and little text"
    if listing:
        return _link_list(element, count, density)
    if count.items > count.paragraphs + 100:
        return "more list items than paragraphs"
    if density > (0.5 if weight >= 25 else 0.2):  # noqa: PLR2004 - Readability's thresholds
        return f"{density:.0%} of it is links"
    return ""


def _link_list(element: Element, count: Container, density: float) -> str:
    """Return the evidence that a list is one of links and not of the report's own points."""
    del element
    return f"a list, {density:.0%} of it links" if density > 0.5 and count.items else ""  # noqa: PLR2004


def _is_data(element: Element) -> bool:
    """Tell whether a table holds data: it says so, or has headings and enough cells."""
    if element.tag != "table" or element.get("role") in LAYOUT_ROLES:
        return False
    if (
        element.get("summary")
        or next(element.iter("caption", "th", "thead", "tfoot"), None) is not None
    ):
        return next(element.iter("table"), element) is element
    rows = sum(1 for _ in element.iter("tr"))
    cells = sum(1 for _ in element.iter("td"))
    return rows >= DATA_CELLS or (cells > DATA_CELLS and rows > 1 and cells // rows > 4)  # noqa: PLR2004


def _in_data(element: Element) -> bool:
    return any(each.tag == "table" and _is_data(each) for each in element.iterancestors("table"))
