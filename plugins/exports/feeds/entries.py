"""Say what a feed tells of a report or an event. Times come from the content, not from a clock."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from ...corpus.addresses import article_page, event_page
from ...corpus.citation import people_of
from ...corpus.lines import plain_text, publisher_name
from ...corpus.model import Annotated, Corpus, Event
from ..calendars import identity
from ..dates import moment

UNDATED = "1970-01-01T00:00:00Z"
_SUMMARY = 500  # characters of a report's text


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: what it is called, where its page is, and where the report was published."""

    name: str
    title: str
    updated: str
    path: str
    summary: str
    authors: tuple[str, ...] = ()
    category: str = ""
    language: str = ""
    via: str = ""

    @property
    def urn(self) -> str:
        """Return the entry's name for readers; it stays while the slug does."""
        return urn(self.name)


@lru_cache(maxsize=1 << 16)  # Atom and JSON Feed name the same entries
def urn(name: str) -> str:
    """Return a name that is the same wherever the feed lies."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def report_entry(corpus: Corpus, annotated: Annotated) -> Entry:
    """Return a report's entry."""
    article = annotated.article
    return Entry(
        name=f"article/{article.slug}@sijill.invalid",
        title=article.title,
        updated=moment(article.date) or UNDATED,
        path=article_page(article.slug),
        summary=_beginning(annotated),
        authors=people_of(article.byline) or (publisher_name(corpus, article),),
        language=article.language,
        via=article.url,
    )


def event_entry(corpus: Corpus, event: Event) -> Entry:
    """Return an event's entry; it is as new as the newest report that is its evidence."""
    reports = (corpus.article.get(each.article) for each in event.evidence)
    described = plain_text(event.description)
    return Entry(
        name=identity(event),
        title=event.title,
        updated=max((moment(each.article.date) for each in reports if each), default="") or UNDATED,
        path=event_page(event.slug),
        summary=f"{event.edtf}: {described or event.title}",
        category=event.kind,
    )


def _beginning(annotated: Annotated) -> str:
    """Return the first words of the text; nothing where this edition leaves the text out."""
    texts = (each.text for each in annotated.paragraphs if each.role != "heading" and each.text)
    first = next(texts, "")
    return first if len(first) <= _SUMMARY else first[:_SUMMARY].rsplit(" ", 1)[0] + "…"
