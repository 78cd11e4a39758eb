"""Find the words that a W3C Web Annotation selects (annotation-model, § 4.2).

An annotation made elsewhere on the same text may know our anchors or not; its quote is looked for
in the paragraph that it names, else in all of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...corpus.model import Annotated, Corpus, Paragraph

_PAGE = re.compile(r"(?:.*/)?articles/(?P<slug>[a-z0-9-]+)\.html(?:#(?P<anchor>[\w-]+))?\Z")


@dataclass(frozen=True, slots=True)
class Selected:
    """Words of a paragraph: `text[start:end]` of the paragraph with this anchor."""

    annotated: Annotated
    paragraph: Paragraph
    start: int
    end: int

    @property
    def surface(self) -> str:
        """Return the words."""
        return self.paragraph.text[self.start : self.end]


def selected(corpus: Corpus, target: object) -> Iterator[Selected]:
    """Yield the words that an annotation's target selects; nothing where they are not there."""
    for part in as_list(target):
        source, selectors = _parts(part)
        article, anchor = _article(corpus, source)
        if article is None:
            continue
        quotes, fragments = _flat(selectors)
        anchors = [*fragments, *([anchor] if anchor else [])]
        paragraphs = [each for name in anchors if (each := article.paragraph(name))]
        for quote in quotes:
            found = _find(paragraphs or list(article.paragraphs), quote)
            if found:
                yield Selected(article, *found)


def as_list(value: object) -> list[Any]:
    """Return what JSON-LD lets be one thing or a list of them as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _parts(target: object) -> tuple[str, list[Any]]:
    if isinstance(target, str):
        return target, []
    if not isinstance(target, Mapping):
        return "", []
    source = target.get("source", target.get("id", ""))
    if isinstance(source, Mapping):
        source = source.get("id", "")
    return str(source), as_list(target.get("selector"))


def _article(corpus: Corpus, source: str) -> tuple[Annotated | None, str]:
    """Return the article that an address is the page of, or where it was published."""
    if page := _PAGE.match(source):
        return corpus.article.get(page["slug"]), page["anchor"] or ""
    plain = source.partition("#")[0]
    for each in corpus.articles:
        if plain and plain in (each.article.url, each.article.archived):
            return each, ""
    return None, ""


def _flat(selectors: list[Any]) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Return the quotes and the fragments among selectors, those that refine others too."""
    quotes: list[Mapping[str, Any]] = []
    fragments: list[str] = []
    waiting = list(selectors)
    while waiting:
        each = waiting.pop(0)
        if not isinstance(each, Mapping):
            continue
        if each.get("type") == "TextQuoteSelector" and isinstance(each.get("exact"), str):
            quotes.append(each)
        elif each.get("type") == "FragmentSelector":
            fragments.append(str(each.get("value", "")).removeprefix("#"))
        waiting.extend(as_list(each.get("refinedBy")))
    return quotes, fragments


def _find(
    paragraphs: list[Paragraph], quote: Mapping[str, Any]
) -> tuple[Paragraph, int, int] | None:
    """Return where a quote stands with the words around it, else where it stands only once."""
    exact = str(quote["exact"])
    before, after = str(quote.get("prefix", "")), str(quote.get("suffix", ""))
    around = list(_places(paragraphs, before + exact + after))
    if exact and (before or after) and around:
        paragraph, start = around[0][0], around[0][1] + len(before)
        return paragraph, start, start + len(exact)
    alone = list(_places(paragraphs, exact)) if exact else []
    if len(alone) != 1:
        return None
    return alone[0][0], alone[0][1], alone[0][1] + len(exact)


def _places(paragraphs: list[Paragraph], text: str) -> Iterator[tuple[Paragraph, int]]:
    """Yield each place where a text stands."""
    for paragraph in paragraphs:
        start = paragraph.text.find(text)
        while start >= 0:
            yield paragraph, start
            start = paragraph.text.find(text, start + 1)
