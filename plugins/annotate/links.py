"""Read the links that an author wrote, `[text](entity:slug)`, and point them at pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..corpus.addresses import article_page, claim_page, entity_page, event_page, relative
from ..corpus.model import Article, Entity, Where
from ..corpus.references import Reference
from .blocks import Block, nearest
from .markup import LINK_SCHEMES
from .weaving import PAGE

_PAGES = {"article": article_page, "event": event_page, "claim": claim_page}


def entity_links(block: Block) -> tuple[tuple[int, int, str], ...]:
    """Return the author's links to entities in a paragraph: start, end, and the slug as written."""
    spans: dict[int, tuple[int, int, str]] = {}
    for piece in block.pieces:
        element = nearest(piece.node, ("a",))
        scheme, slug = _split(element)
        if element is not None and scheme == "entity":
            start = spans[id(element)][0] if id(element) in spans else piece.start
            spans[id(element)] = (start, piece.start + len(piece.node), slug)
    return tuple(spans.values())


def references(soup: BeautifulSoup, article: Article) -> Iterator[Reference]:
    """Yield what the author's links refer to, each with its line in the article's file."""
    for element in soup.find_all("a", href=True):
        scheme, slug = _split(element)
        if scheme == "entity":
            yield Reference(slug, _where(scheme, slug, article))
        elif scheme in _PAGES:
            yield Reference(slug, _where(scheme, slug, article), (scheme,))


def point(soup: BeautifulSoup, entities: Mapping[str, Entity]) -> None:
    """Point the author's links at pages, and tell those that leave the archive from the others."""
    for element in soup.find_all("a", href=True):
        scheme, slug = _split(element)
        if scheme == "entity" and slug in entities:
            entity = entities[slug]
            element["href"] = relative(entity_page(entity.kind, entity.slug), PAGE)
            element["class"] = f"mention {entity.kind}"
            element["data-entity"] = entity.slug
        elif scheme in _PAGES:
            element["href"] = relative(_PAGES[scheme](slug), PAGE)
        elif scheme in ("http", "https"):
            element["class"] = "external"
            element["rel"] = "noopener noreferrer nofollow"
        elif scheme != "mailto" and not str(element["href"]).startswith(("#", "../", "./")):
            del element["href"]


def _split(element: Tag | None) -> tuple[str, str]:
    """Return the scheme of a link's address and what follows the colon."""
    if element is None:
        return "", ""
    scheme, colon, rest = str(element.get("href", "")).partition(":")
    known = scheme in LINK_SCHEMES or scheme in ("http", "https", "mailto")
    return (scheme, rest) if colon and known else ("", "")


def _where(scheme: str, slug: str, article: Article) -> Where:
    """Return the line of the article's file where a link stands."""
    before, _, _ = article.body.partition(f"{scheme}:{slug}")
    return Where(article.where.path, article.body_line + before.count("\n"))
