"""Clean a plain-text capture: run each rule over the blocks that the rules before it left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..corpus.problems import ImportProblems
from .captions import captions
from .capture import Block, Capture, Cleaned, Decoded, Found, Removed
from .dates import date_in_url, dates_in, weekdays
from .headline import around_headline, byline_of, bylines_and_dates, headline_of, truncated_deks
from .lines import furniture_lines
from .paragraphs import blocks_of
from .repeats import pull_quotes
from .rules import PublisherRules
from .tail import author_notes, related_headlines
from .wording import is_prose, is_sentence, words_of

Rule = Callable[[Sequence[Block], PublisherRules], Iterable[Removed]]
LONGEST_SUBHEAD = 10
LONGEST = 3_000_000
"""Characters of a text capture: twice the longest novel."""
MOST_CHARACTERS = 2_000
MOST_BLOCKS = 500
"""Blocks in which dates are looked for: candidates stand near the top."""


def clean_text(capture: Capture, decoded: Decoded, rules: PublisherRules) -> Cleaned:
    """Return the article of a text capture, with every block either kept or removed."""
    if len(decoded.text) > LONGEST:
        raise ImportProblems(f"it has {len(decoded.text)} characters; no report is that long")
    blocks = blocks_of(decoded.text)
    removed: list[Removed] = []

    def run(*batch: Rule) -> None:
        nonlocal blocks
        for rule in batch:
            found = {each.block.number: each for each in rule(blocks, rules)}
            taken = [each for number, each in found.items() if number not in capture.restore]
            removed.extend(taken)
            gone = {each.block.number for each in taken}
            blocks = tuple(block for block in blocks if block.number not in gone)

    run(furniture_lines, captions, truncated_deks)
    headline = headline_of(blocks, capture.fact("headline") or capture.fact("title"))
    run(lambda left, book: around_headline(left, headline, book))
    run(bylines_and_dates, author_notes, pull_quotes, related_headlines)
    removed.sort(key=lambda each: each.block.number)
    return Cleaned(
        decoded,
        headline.text if headline else "",
        with_subheads(blocks),
        tuple(removed),
        byline=next((byline_of(r.block.text) for r in removed if r.reason == "byline"), ""),
        dates=text_dates(blocks, removed, capture.fact("url")),
        dateline=dateline_of(blocks),
    )


def with_subheads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the short lines between paragraphs that are subheads."""
    following = (*blocks[1:], None) if blocks else ()
    pairs = zip(blocks, following, strict=True)
    marked = tuple(
        replace(block, role="heading", level=2) if _is_subhead(block, after) else block
        for block, after in pairs
    )
    heads = sum(block.role == "heading" for block in marked)
    return marked if heads * 3 <= len(marked) else tuple(blocks)


def _is_subhead(block: Block, after: Block | None) -> bool:
    words = block.text.split()
    if after is None or after.group == block.group or len(words) > LONGEST_SUBHEAD:
        return False
    plain = words_of(block.text) and block.text[0].isalpha() and block.text[-1] not in ",;:"
    return bool(plain) and not is_sentence(block.text) and is_sentence(after.text)


def text_dates(blocks: Sequence[Block], removed: Sequence[Removed], url: str) -> tuple[Found, ...]:
    """Return candidates for the publication date: stated in the head first, then inferred ones."""
    stated, mentioned = [], []
    for each in removed[:MOST_BLOCKS]:
        for day, start, end in dates_in(each.block.text[:MOST_CHARACTERS]):
            words = f"line {each.block.first}: {each.block.text[start:end]}"
            if each.reason in ("byline", "date line"):
                stated.append(Found(day, "text", words))
            else:
                mentioned.append(Found(day, "text", f"{words} ({each.reason})", certain=False))
    in_url = date_in_url(url)
    inferred = [Found(in_url, "url", url, certain=False)] if in_url else []
    for block in blocks[:MOST_BLOCKS]:
        for day, start, end in dates_in(block.text[:MOST_CHARACTERS]):
            words = f"line {block.first}: {block.text[start:end]}"
            mentioned.append(Found(day, "text", words, certain=False))
    return (*stated, *inferred, *mentioned, *_weekdays_in(blocks))


def _weekdays_in(blocks: Sequence[Block]) -> tuple[Found, ...]:
    """Return the first weekday that the report names: it says a day, not a date."""
    long = {name for name in weekdays() if len(name) > 3}  # noqa: PLR2004 - no "sun", no "mar"
    for block in blocks:
        for word in block.text.split():
            name = word.strip(",.;:()'’s").casefold()
            if name in long:
                return (
                    Found("", "text", f"line {block.first}: {word.strip(',.;:()')}", certain=False),
                )
    return ()


def dateline_of(blocks: Sequence[Block]) -> str:
    """Return the place in capitals before a colon or dash that opens the report ("AMMAN: …")."""
    opening = next((block.text for block in blocks if is_prose(block.text, 8)), "")
    for mark in (": ", " — ", " – ", " - ", "— "):
        place, found, _ = opening.partition(mark)
        short = 1 <= len(place.split()) <= 6 and len(place) <= 50  # noqa: PLR2004
        name = place.split("(")[0].split(",")[0].strip()
        if found and short and len(name) > 2 and name == name.upper() and name != name.lower():  # noqa: PLR2004
            return name
    return ""
