"""Tell a page's title, who signed it and when, from what it declares and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from htmldate import find_date

from .capture import Found
from .dates import date_in_url, date_line, dates_in, from_stamp
from .declared import LEADING_BY, Declared, is_person
from .headline import byline_of
from .pageblocks import PageBlock
from .tree import SILENT_TAGS, Element
from .wording import fold

SEPARATOR = re.compile(r"\s+[|»/>–—·•\\-]\s+|\s*::\s*|\s+-\s*")
BYLINE_NAME = re.compile(r"byline|author|writtenby|p-author", re.IGNORECASE)
LONGEST_NAME = 6
"""Words of one name, with what the person is."""
HEAD = 12
NEAR = 60
"""Elements between a byline's parts, at most."""
LEAST_TITLE = 3
HELPED = re.compile(r"\((?:avec|with|mit|con|com|ve|met)\s[^()]{3,80}\)$", re.IGNORECASE)
"""Who helped, behind a name: part of the byline."""


def title_of(root: Element, said: Declared, blocks: Sequence[PageBlock]) -> str:
    """Return the page's headline without the site's name.

    A heading that begins or ends the declared title is the headline; else the declared one, else
    the longest part of the title element.
    """
    page = next((" ".join(each.itertext()) for each in root.iter("title")), "")
    told = " ".join((said.title or page).split())
    heads = [each.block.text for each in blocks if each.element.tag in ("h1", "h2")]
    within = [head for head in heads if len(fold(head)) > LEAST_TITLE and _is_end(told, head)]
    if within:
        return max(within, key=len)
    if said.title:
        return without_site(told, said.site)
    first = [each.block.text for each in blocks if each.element.tag == "h1"]
    return (
        first[0]
        if len(first) == 1 and not told
        else without_site(told, said.site) or "".join(first[:1])
    )


def _is_end(title: str, head: str) -> bool:
    whole, part = fold(title), fold(head)
    return whole.startswith(part) or whole.endswith(part)


def without_site(title: str, site: str) -> str:
    """Return a title without a site's name at either end: the given name, or the short part."""
    parts = [part for part in SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - no separator
        return title
    for end in (0, -1):
        if site and fold(parts[end]) in (fold(site), fold(site.removeprefix("The "))):
            rest = title[len(parts[0]) :] if end == 0 else title[: title.rindex(parts[-1])]
            return rest.strip(" |»/>–—·•\\-:")
    head = title[: title.rindex(parts[-1])].strip(" |»/>–—·•\\-:")
    return head if len(head.split()) >= 4 and len(parts[-1].split()) <= 4 else title  # noqa: PLR2004


def byline_on(root: Element, said: Declared, region: Sequence[PageBlock]) -> str:
    """Return who signed: as declared, else what an element or line that says so names."""
    lines = (byline_of(each.block.text) for each in region[:HEAD])
    return said.byline or next(_shown(root, region), "") or next(filter(None, lines), "")


def _shown(root: Element, region: Sequence[PageBlock]) -> Iterator[str]:
    """Yield the names in elements marked as the author's, best marked first.

    Of equally marked ones, those shortly before the report come first: a page names other authors
    further up and down.
    """
    first, start = region[0].element if region else None, 0
    marked: list[tuple[int, int, str]] = []
    for place, each in enumerate(root.iter()):
        start = place if each is first else start
        rank = _rank(each)
        name = _name_in(each) if rank else ""
        if rank and is_person(name) and _reads_as_names(name):
            marked.append((rank, place, name))
    near = max((place for _, place, _ in marked if place <= start), default=start) - NEAR
    yield from (name for *_, name in sorted(marked, key=lambda m: (m[0], m[1] < near, m[1])))


def _rank(each: Element) -> int:
    """Return 1 for an element that is certainly the author's, 2 for a likely one, 0 for others."""
    if each.tag in SILENT_TAGS or each.tag in {"body", "html"}:
        return 0
    if each.get("rel") == "author" or "author" in (each.get("itemprop") or ""):
        return 1
    named = BYLINE_NAME.search(f"{each.get('class') or ''} {each.get('id') or ''}")
    return 2 if named else 0


def _name_in(each: Element) -> str:
    """Return the name in a marked element: a part marked as such, else the text before a date."""
    for part in each.iter():
        if part is not each and (
            "name" in (part.get("itemprop") or "") or part.get("rel") == "author"
        ):
            return _text_of(part)
    text = LEADING_BY.sub("", _text_of(each))
    link = next((_text_of(link) for link in each.iter("a")), "")
    if len(link.split()) > 1 and text.startswith(link) and "," not in link:
        return text if HELPED.match(text[len(link) :].strip()) else link
    found = next(dates_in(text), None)
    return text[: found[1]].strip(" ,|-–—·•") if found and found[1] > LEAST_TITLE else text


def _reads_as_names(text: str) -> bool:
    """Tell whether shown words can be names: no figures, and not too many between commas."""
    parts = re.split(r",|;|\band\b|\bet\b|\bund\b|\by\b|&", text)
    short = all(len(part.split()) <= LONGEST_NAME for part in parts)
    return short and not any(letter.isdigit() or letter in "@:—" for letter in text)


def _text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def page_dates(
    root: Element, said: Declared, url: str, region: Sequence[PageBlock]
) -> tuple[Found, ...]:
    """Return candidates for the publication date: declared, shown, in the address, inferred."""
    found = [
        Found(from_stamp(stamp), "declared", f"{where}: {stamp[:40]}")
        for stamp, where in said.dates
    ]
    found.extend(_times(root))
    for each in region[:HEAD]:
        day = date_line(each.block.text)
        if day:
            found.append(Found(day, "text", f"line {each.block.first}: {each.block.text[:60]}"))
    in_url = date_in_url(url)
    if in_url:
        found.append(Found(in_url, "url", url, certain=False))
    found = [each for each in found if each.value]
    if not found:
        found.extend(_inferred(root))
    return tuple(found)


def _times(root: Element) -> Iterator[Found]:
    """Yield time elements: those marked as publication, then the one day that all others give."""
    plain: list[str] = []
    for each in root.iter("time", "abbr", "span", "div", "p"):
        stamp = each.get("datetime") or each.get("title") or each.get("content") or ""
        marked = "datePublished" in (each.get("itemprop") or "") or each.get("pubdate") is not None
        if marked:
            stamp = stamp or " ".join("".join(each.itertext()).split())
            yield Found(from_stamp(stamp), "declared", f"{each.tag} datePublished: {stamp[:40]}")
        elif each.tag == "time" and from_stamp(stamp):
            plain.append(from_stamp(stamp))
    if len(set(plain)) == 1:
        yield Found(plain[0], "declared", "the page's only time element")


def _inferred(root: Element) -> Iterator[Found]:
    """Yield what htmldate makes of the page's markup; it is a guess."""
    try:
        day = find_date(deepcopy(root), extensive_search=False, original_date=True)
    except (ValueError, TypeError, RecursionError, OverflowError, AssertionError):
        return
    if day:
        yield Found(day, "inferred", "htmldate", certain=False)
