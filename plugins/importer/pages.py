"""Clean a captured page: find the report, take the furniture out, read title, byline and date."""

from __future__ import annotations

from ..corpus.problems import ImportProblems
from .capture import Capture, Cleaned, Decoded, Found
from .declared import declared
from .maintext import report_on, standfirst_of
from .pageblocks import page_blocks
from .pagefurniture import furniture_on
from .rules import PublisherRules
from .saved import saved_from, saved_on, source_viewed
from .signed import byline_on, page_dates, title_of
from .texts import dateline_of
from .tree import parse, with_cuts

MOST_BLOCKS = 20_000
"""Blocks of a page; a live report of a whole week has some thousand."""


def clean_page(capture: Capture, decoded: Decoded, rules: PublisherRules) -> Cleaned:
    """Return the article of a page, with every block of the page either kept or removed."""
    text = source_viewed(decoded.text)
    root = parse(with_cuts(text, rules))
    blocks = page_blocks(root)
    if len(blocks) > MOST_BLOCKS:
        raise ImportProblems(f"it has {len(blocks)} blocks of text; no report is that long")
    said = declared(root)
    report = report_on(root, blocks)
    region = [each for each in blocks if each.block.number not in report.outside]
    title = capture.fact("headline") or title_of(root, said, blocks)
    url = capture.fact("url") or said.url or saved_from(text)
    gone = furniture_on(region, title, rules)
    standfirst = standfirst_of(blocks, region, said.description)
    removed = {**report.outside, **{each.block.number: each for each in gone}}
    for number in (*standfirst, *capture.restore):
        removed.pop(number, None)
    return Cleaned(
        decoded,
        title,
        tuple(each.block for each in blocks if each.block.number not in removed),
        tuple(removed[number] for number in sorted(removed)),
        byline=byline_on(root, said, region),
        dates=page_dates(root, said, url, region),
        publishers=(Found(said.site, "declared", "og:site_name or JSON-LD"),) if said.site else (),
        url=url,
        captured=saved_on(text),
        language=said.language,
        dateline=dateline_of([each.block for each in region]),
        doubts=report.doubts,
    )
