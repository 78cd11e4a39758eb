"""Clean a capture: bytes in, the article and all that was removed out. Nothing else is touched."""

from __future__ import annotations

import re
from dataclasses import replace

from ..corpus.problems import ImportProblems
from .capture import Capture, Cleaned, Decoded
from .decoding import decode
from .language import language_of
from .likeness import sketch_of
from .pages import clean_page
from .rules import PublisherRules, Rulebook
from .stubs import named_stub
from .texts import clean_text

HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
SNIFF = 4096
TAGS = re.compile(r"</?(?:p|div|span|br|a|h[1-6]|li|ul|table|td|body|html)\b[^>]*>", re.IGNORECASE)
SNIFFED_TAGS = 5
MARKS = re.compile(r"[<>&*_`\\\[\]]")
ESCAPED = 4
"""Characters that a mark becomes in Markdown, at most about."""
MOST_WORK = 2_000_000_000
"""Marks times characters: Markdown copies a paragraph for each mark in it, some seconds of that."""

MOST_BLOCKS = 10_000
"""Paragraphs that are kept or removed: each has its place on a page, and its line in a report."""
NUMBERS = re.compile(r"\d+")
MOST_NUMBERS = 25_000
"""Each may be a date or a figure, and is read as such: some seconds of that. A long report
of a hundred thousand words has far fewer."""


def clean(capture: Capture, rules: PublisherRules) -> Cleaned:
    """Return a capture's article and its removed blocks.

    Raises ImportProblems where there is no text, or none that reads as a report.
    """
    decoded = decode(capture.content, capture.charset)
    cleaned = (clean_page if is_html(decoded) else clean_text)(capture, decoded, rules)
    if not cleaned.blocks:
        raise ImportProblems("no text of a report was found in it")
    if len(cleaned.blocks) + len(cleaned.removed) > MOST_BLOCKS:
        raise ImportProblems(f"it falls into more than {MOST_BLOCKS} paragraphs and lines")
    if sum(_work(block.text) for block in cleaned.blocks) > MOST_WORK:
        raise ImportProblems("a paragraph in it is too long and too full of marks to be shown")
    words = " ".join(block.text for block in cleaned.blocks)
    if sum(1 for _ in NUMBERS.finditer(words)) > MOST_NUMBERS:
        raise ImportProblems(f"it has more than {MOST_NUMBERS} numbers: a table, not a report")
    language = cleaned.language or language_of(words)
    unread = "" if language or capture.fact("language") else "its language cannot be told"
    doubts = (*cleaned.doubts, *filter(None, (named_stub(cleaned), unread)))
    return replace(cleaned, sketch=sketch_of(words), language=language, doubts=doubts)


def _work(paragraph: str) -> int:
    """Return what a page of this paragraph will take: its marks times its characters."""
    marks = sum(1 for _ in MARKS.finditer(paragraph))
    return marks * (len(paragraph) + ESCAPED * marks)


def is_html(decoded: Decoded) -> bool:
    """Tell whether a text is a page: it begins as one, or its first part is full of tags."""
    head = decoded.text[:SNIFF]
    opens = head.lstrip().startswith("<")
    return (opens and bool(HTML.search(head))) or len(TAGS.findall(head)) >= SNIFFED_TAGS


def rules_for(capture: Capture, book: Rulebook) -> PublisherRules:
    """Return the rules of the capture's publisher, told by the sidecar or the address."""
    told = capture.fact("publisher")
    owner = book.named(told) if told else book.at(capture.fact("url"))
    return book.of(owner.slug if owner else told)
