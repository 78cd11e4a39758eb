"""Recognise furniture inside a page's report: by the markup first, then as in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from .captions import is_credit
from .capture import Block, Removed
from .dates import date_line
from .headline import bylines_and_dates, truncated_deks
from .lines import furniture_lines
from .pageblocks import PageBlock
from .region import above
from .repeats import pull_quotes
from .rules import PublisherRules
from .tail import author_notes
from .tree import names_of
from .wording import is_sentence, words_of

CAPTION = re.compile(r"caption|credit|photo-?by|image-?source|wp-caption", re.IGNORECASE)
BYLINE = re.compile(
    r"\bbyline|\bauthor|dateline|timestamp|published|pub-?date|post-?meta|entry-?meta",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"related|read-?more|recommend|more-?on|see-?also|teaser|promo|inline-?link", re.IGNORECASE
)
QUOTE = re.compile(r"pull|quote", re.IGNORECASE)
SHARE = re.compile(r"share|social|follow-us|newsletter|sign-?up|subscri", re.IGNORECASE)
LONGEST_BYLINE = 150
LONGEST_LINK = 30
SAME_WORDS = 0.8

Rule = Callable[[Sequence[Block], PublisherRules], Iterable[Removed]]
TEXT_RULES: tuple[Rule, ...] = (
    furniture_lines,
    truncated_deks,
    bylines_and_dates,
    author_notes,
)


def furniture_on(
    region: Sequence[PageBlock], title: str, rules: PublisherRules
) -> tuple[Removed, ...]:
    """Return the furniture among the blocks of the report."""
    gone: dict[int, Removed] = {}
    for each in region:
        found = _headline(each, title) or _by_markup(each)
        if found:
            gone[each.block.number] = found
    for rule in TEXT_RULES:
        left = [each.block for each in region if each.block.number not in gone]
        gone.update({found.block.number: found for found in rule(left, rules)})
    apart = {each.block.number for each in region if _is_apart(each)}
    left = [each.block for each in region if each.block.number not in gone]
    quotes = (found for found in pull_quotes(left, rules) if found.block.number in apart)
    gone.update({found.block.number: found for found in quotes})
    left_blocks = [each for each in region if each.block.number not in gone]
    gone.update({found.block.number: found for found in _links(left_blocks)})
    return tuple(gone[number] for number in sorted(gone))


def _headline(each: PageBlock, title: str) -> Removed | None:
    """Recognise the headline: a heading that has nearly its words is moved to the header."""
    mine, theirs = words_of(each.block.text), words_of(title)
    if not theirs or each.block.role != "heading" or each.block.level > 2:  # noqa: PLR2004
        return None
    common = len(set(mine) & set(theirs))
    if common < SAME_WORDS * max(len(set(mine)), len(set(theirs))):
        return None
    return Removed(each.block, "headline", "moved to the header")


def _by_markup(each: PageBlock) -> Removed | None:
    near = list(above(each.element))[:4]
    names = [names_of(element) for element in near]
    text = each.block.text
    if any(element.tag == "figcaption" for element in near):
        return Removed(each.block, "caption", "a figcaption")
    if any(CAPTION.search(name) for name in names[:2]) or is_credit(text):
        return Removed(
            each.block, "caption", f"named {' '.join(filter(None, names[:2]))[:60] or text[:60]}"
        )
    if len(text) > LONGEST_BYLINE:
        return None
    if any(BYLINE.search(name) for name in names[:2]):
        reason = "date line" if date_line(text) else "byline"
        return Removed(each.block, reason, f"named {' '.join(filter(None, names[:2]))[:60]}")
    return None


def _is_apart(each: PageBlock) -> bool:
    """Tell whether the markup sets a block apart, as it does a pull quote."""
    near = list(above(each.element))[:3]
    named = any(QUOTE.search(names_of(element)) for element in near)
    return named or each.block.role in ("quote", "heading") or each.element.tag not in ("p", "li")


def _links(region: Sequence[PageBlock]) -> Iterator[Removed]:
    """Yield links to other reports: a block that is all link, and no sentence."""
    for each in region:
        words = len(each.block.text.split())
        if each.linked < 0.9 * len(each.block.text) or words > LONGEST_LINK:
            continue
        if each.block.role != "heading" and not is_sentence(each.block.text):
            yield Removed(each.block, "related headline", "all of it is one link")
