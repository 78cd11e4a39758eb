"""Tell a page's title, who signed it and when, from what it declares and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from htmldate import find_date

from .capture import Found
from .dates import date_in_url, date_line, dates_in, from_stamp
from .declared import Declared
from .headline import byline_of
from .pageblocks import PageBlock
from .tree import Element
from .wording import fold

SEPARATOR = re.compile(r"\s+[|»/>–—·•\\-]\s+|\s*::\s*|\s+-\s*")
BYLINE_NAME = re.compile(r"byline|author|dateline|writtenby|p-author", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|^(?:admin|staff|editor|guest|unknown|none|null|by)$", re.IGNORECASE
)
LEADING_BY = re.compile(r"^(?:by|von|par|por|di|door)\s*:?\s+", re.IGNORECASE)
LONGEST_BYLINE = 100
LEAST_TITLE = 3


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
    """Return who signed: as declared, else what stands in an element or line that says so."""
    names = [LEADING_BY.sub("", name) for name in said.bylines if _is_name(name)]
    if names:
        known = [name for name in names if not any(name != o and name in o for o in names)]
        return (
            ", ".join(dict.fromkeys(known[:6]))
            if len(said.bylines[0]) < len(known[0]) + 1
            else names[0]
        )
    return next(_shown_bylines(root), "") or next(
        (byline_of(each.block.text) for each in region[:12] if byline_of(each.block.text)), ""
    )


def _is_name(name: str) -> bool:
    return 1 < len(name) < LONGEST_BYLINE and not NOT_A_NAME.search(name)


def _shown_bylines(root: Element) -> Iterator[str]:
    """Yield the texts of elements that are marked as the author's name, best marked first."""
    marked: list[tuple[int, int, str]] = []
    for place, each in enumerate(root.iter()):
        if not isinstance(each.tag, str) or each.tag in ("meta", "script", "style", "body", "html"):
            continue
        rank = _byline_rank(each)
        if rank is None:
            continue
        text = " ".join("".join(each.itertext()).split())
        if 2 < len(text) < LONGEST_BYLINE and not date_line(text):  # noqa: PLR2004
            marked.append((rank, place, _without_date(LEADING_BY.sub("", text))))
    yield from (text for _, _, text in sorted(marked) if _is_name(text))


def _byline_rank(each: Element) -> int | None:
    if each.get("rel") == "author" or "author" in (each.get("itemprop") or ""):
        return 0
    names = f"{each.get('class') or ''} {each.get('id') or ''}"
    return 1 if BYLINE_NAME.search(names) else None


def _without_date(text: str) -> str:
    found = next(dates_in(text), None)
    return text[: found[1]].strip(" ,|-–—·•") if found and found[1] > 2 else text  # noqa: PLR2004


def page_dates(
    root: Element, said: Declared, url: str, region: Sequence[PageBlock], page: str
) -> tuple[Found, ...]:
    """Return candidates for the publication date: declared, shown, in the address, inferred."""
    found = [
        Found(from_stamp(stamp), "declared", f"{where}: {stamp[:40]}")
        for stamp, where in said.dates
    ]
    found.extend(_times(root, region))
    for each in region[:12]:
        day = date_line(each.block.text)
        if day:
            found.append(Found(day, "text", f"line {each.block.first}: {each.block.text[:60]}"))
    in_url = date_in_url(url)
    if in_url:
        found.append(Found(in_url, "url", url, certain=False))
    found = [each for each in found if each.value]
    if not found:
        found.extend(_inferred(root, page))
    return tuple(found)


def _times(root: Element, region: Sequence[PageBlock]) -> Iterator[Found]:
    """Yield time elements: those marked as publication, then the one day that all others give."""
    del region
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


def _inferred(root: Element, page: str) -> Iterator[Found]:
    """Yield what htmldate makes of the page's markup; it is a guess."""
    del root
    try:
        day = find_date(page, extensive_search=False, original_date=True)
    except (ValueError, TypeError, RecursionError, OverflowError, AssertionError):
        return
    if day:
        yield Found(day, "text", "htmldate", certain=False)
