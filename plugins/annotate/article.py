"""Annotate one article: the pure step that every article goes through once.

`annotate` depends on its arguments alone, so that it can run in any process and be kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..corpus.model import (
    Annotated,
    Article,
    DateExpression,
    Entity,
    Figure,
    Mention,
    Paragraph,
    Passage,
)
from ..corpus.references import Reference
from .anchors import Remembered, anchor_paragraphs
from .blocks import Block, blocks, parse
from .corrections import corrections_memory
from .dates import find_dates
from .events import Candidate, candidates
from .figures import find_figures
from .links import entity_links, point, references
from .markdown_html import html_of
from .markup import clean_output, clean_source
from .names import Registry, find_mentions
from .weaving import Span, Woven, date_span, figure_span, mention_span, tag, weave, written


@dataclass(frozen=True, slots=True)
class Worked:
    """An annotated article, what to remember of its anchors, and what its links refer to.

    `candidates` are the sentences of it that report an event.
    """

    annotated: Annotated
    memory: tuple[Remembered, ...]
    references: tuple[Reference, ...]
    candidates: tuple[Candidate, ...] = ()


def annotate(
    article: Article,
    registry: Registry,
    entities: Mapping[str, Entity],
    memory: Sequence[Remembered] = (),
) -> Worked:
    """Return the article with its paragraphs, mentions, date expressions and figures.

    `entities` maps a slug to its entity, a merged slug to the entity that it was merged into;
    `memory` is what earlier builds remember of this article's anchors.
    """
    soup = parse(clean_source(html_of(article.body)))
    found = blocks(soup)
    anchored = anchor_paragraphs(article.slug, [block.text for block in found], memory)
    paragraphs = tuple(
        Paragraph(anchor, block.text, block.role, past)
        for block, anchor, past in zip(found, anchored.anchors, anchored.past, strict=True)
    )
    mentions = _mentions(article, registry, entities, paragraphs, found)
    dates = find_dates(paragraphs, article.date, article.language)
    figures = find_figures(paragraphs, mentions, dates)
    referred = tuple(references(soup, article))
    spans = _spans(mentions, dates, figures, entities)
    for block, paragraph in zip(found, paragraphs, strict=True):
        weave(block, _outside(spans.get(paragraph.anchor, ()), block.untouched()))
        _finish(block, paragraph)
    point(soup, entities)
    body = _passages(soup, {paragraph.anchor for paragraph in paragraphs})
    annotated = Annotated(article, paragraphs, mentions, dates, figures, body)
    told = candidates(article, paragraphs, mentions, dates)
    remembered = (*anchored.memory, *corrections_memory(article))
    return Worked(annotated, remembered, referred, told)


def _mentions(
    article: Article,
    registry: Registry,
    entities: Mapping[str, Entity],
    paragraphs: Sequence[Paragraph],
    found: Sequence[Block],
) -> tuple[Mention, ...]:
    """Return the author's links and the names found outside of them, in the order of the text."""
    anchors = [paragraph.anchor for paragraph in paragraphs]
    by_hand = [
        Mention(anchor, start, end, block.text[start:end], entities[slug].slug, explicit=True)
        for block, anchor in zip(found, anchors, strict=True)
        for start, end, slug in entity_links(block)
        if slug in entities
    ]
    taken = {anchor: block.untouched() for block, anchor in zip(found, anchors, strict=True)}
    by_name = find_mentions(registry, paragraphs, article.unlink, article.dateline, taken)
    order = {anchor: place for place, anchor in enumerate(anchors)}
    return tuple(sorted((*by_hand, *by_name), key=lambda each: (order[each.anchor], each.start)))


def _spans(
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    figures: Sequence[Figure],
    entities: Mapping[str, Entity],
) -> Mapping[str, list[Span]]:
    """Map an anchor to the elements to put there: names before dates before figures."""
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        if not mention.explicit and mention.entity in entities:
            span = mention_span(mention, entities[mention.entity].kind)
            spans.setdefault(mention.anchor, []).append(span)
    for date in dates:
        spans.setdefault(date.anchor, []).append(date_span(date))
    for figure in figures:
        spans.setdefault(figure.anchor, []).append(figure_span(figure))
    return spans


def _outside(spans: Sequence[Span], untouched: Sequence[tuple[int, int]]) -> list[Span]:
    return [
        span
        for span in spans
        if not any(span.start < end and start < span.end for start, end in untouched)
    ]


def _passages(soup: BeautifulSoup, anchors: set[str]) -> tuple[Passage, ...]:
    """Return the outermost elements as clean HTML. Those without a paragraph are left out."""
    passages = []
    for child in soup.contents:
        if isinstance(child, Tag):
            elements = (child, *(each for each in child.descendants if isinstance(each, Tag)))
            ids = (each.attrs.get("id") for each in elements)
            known = tuple(str(each) for each in ids if each in anchors)
            if known or child.name == "hr":
                passages.append(Passage(clean_output(written(child)), known))
    return tuple(passages)


def _finish(block: Block, paragraph: Paragraph) -> None:
    """Give the paragraph its anchor, those it had before, and a link to itself."""
    block.element["id"] = paragraph.anchor
    past = (tag("span", (("id", old), ("class", "past-anchor")), "") for old in paragraph.past)
    if paragraph.past:
        block.element.insert(0, Woven("".join(past)))
    itself = (
        ("class", "permalink"),
        ("href", f"#{paragraph.anchor}"),
        ("aria-labelledby", "paragraph-link"),
    )
    block.element.append(Woven(tag("a", itself, "\u00b6")))
