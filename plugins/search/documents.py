"""Say what can be found: every article, entity, event and claim of the corpus as one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bs4 import BeautifulSoup
from markdown import markdown

from ..corpus.addresses import article_page, claim_page, entity_page, event_page
from ..corpus.fold import forms
from ..corpus.model import Annotated, Claim, Corpus, Entity, Event

Passage = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found.

    `kind` is article, person, group, place, organisation, work, event or claim. `url` is relative
    to the root of the site. `date` is EDTF or empty; `publisher` a slug or empty. `paragraphs` are
    (anchor, text), the anchor empty where the page has none. `entities` are slugs, one for each
    mention; an entity's own document names itself there. `aliases` are its other names, `arabic`
    the one that a page in Arabic calls it by, or empty.
    """

    kind: str
    url: str
    title: str
    date: str = ""
    publisher: str = ""
    publisher_name: str = ""
    language: str = ""
    paragraphs: tuple[Passage, ...] = ()
    entities: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    arabic: str = ""


@dataclass(frozen=True, slots=True)
class SearchIndexFile:
    """A file of the exported index; `path` is relative to the root of the site."""

    path: str
    content: bytes


def own_entity(document: SearchDocument) -> str:
    """Return the slug of the entity whose own document this is, or an empty string."""
    if document.kind in ("article", "event", "claim"):
        return ""
    return document.url.rpartition("/")[2].removesuffix(".html")


def names(document: SearchDocument) -> tuple[str, ...]:
    """Return the names of the entity whose own document this is, folded, words parted by blanks."""
    if not own_entity(document):
        return ()
    phrases = (" ".join(forms(name)) for name in (document.title, *document.aliases))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def documents(corpus: Corpus) -> tuple[SearchDocument, ...]:
    """Return everything in the corpus that can be found, articles first.

    In the public edition restricted articles are found by their title and entities alone.
    """
    called = {entity.slug: entity.name for entity in corpus.entities}
    hidden = _hidden(corpus)
    return (
        *(_article(each, called, each.article.slug in hidden) for each in corpus.articles),
        *(_entity(entity, corpus.site.language) for entity in corpus.entities),
        *(_event(event, corpus.site.language) for event in corpus.events),
        *(_claim(claim, corpus.site.language, hidden) for claim in corpus.claims),
    )


def _hidden(corpus: Corpus) -> frozenset[str]:
    """Return the slugs of the articles whose text this edition may not show."""
    if corpus.site.edition != "public":
        return frozenset()
    articles = (each.article for each in corpus.articles)
    return frozenset(article.slug for article in articles if article.rights == "restricted")


def _article(annotated: Annotated, called: dict[str, str], hidden: bool) -> SearchDocument:
    article = annotated.article
    passages = ((each.anchor, each.text) for each in annotated.paragraphs)
    return SearchDocument(
        kind="article",
        url=article_page(article.slug),
        title=article.title,
        date=article.date,
        publisher=article.publisher,
        publisher_name=called.get(article.publisher, article.publisher),
        language=article.language,
        paragraphs=() if hidden else tuple(passages),
        entities=tuple(mention.entity for mention in annotated.mentions),
    )


def _entity(entity: Entity, language: str) -> SearchDocument:
    return SearchDocument(
        kind=entity.kind,
        url=entity_page(entity.kind, entity.slug),
        title=entity.name,
        language=language,
        paragraphs=tuple(_passages(entity.description)),
        entities=(entity.slug,),
        aliases=tuple(dict.fromkeys(alias.text for alias in entity.aliases)),
        arabic=next(iter(entity.names_in("ar")), ""),
    )


def _event(event: Event, language: str) -> SearchDocument:
    return SearchDocument(
        kind="event",
        url=event_page(event.slug),
        title=event.title,
        date=event.edtf,
        language=language,
        paragraphs=tuple(_passages(event.description)),
        entities=(*event.places, *event.actors),
    )


def _claim(claim: Claim, language: str, hidden: frozenset[str]) -> SearchDocument:
    shown = [each for each in claim.statements if each.reported_by not in hidden]
    speakers = (slug for each in claim.statements for slug in (each.said_by, each.origin) if slug)
    texts = (*_texts(claim.note), *(each.quote for each in shown))
    return SearchDocument(
        kind="claim",
        url=claim_page(claim.slug),
        title=claim.title,
        language=language,
        paragraphs=tuple(("", text) for text in texts if text),
        entities=(*claim.places, *speakers),
    )


def _passages(description: str) -> Iterator[Passage]:
    return (("", text) for text in _texts(description))


@lru_cache(maxsize=4096)
def _texts(description: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown text as plain text."""
    if not description.strip():
        return ()
    blocks: Iterable[str] = BeautifulSoup(markdown(description), "lxml").get_text("").split("\n")
    return tuple(" ".join(block.split()) for block in blocks if block.strip())
