"""Write feeds: the newest reports and the events as Atom (RFC 4287), the reports as JSON Feed 1.1.

Times come from the content, never from a clock. Addresses are the site's where it has one, else
relative to the feed, as RFC 3986 lets them be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from ..corpus.addresses import article_page, event_page
from ..corpus.citation import people_of
from ..corpus.lines import plain_text, publisher_name
from ..corpus.model import Annotated, Corpus, Event
from ..writing.page import File
from .calendars import identity
from .dates import moment, newest
from .json_text import listed, quoted

REPORTS, EVENTS, JSON_FEED = "data/feed.atom", "data/events.atom", "data/feed.json"
LATEST = 200  # reports in a feed; a reader fetches all of it each time
_SUMMARY = 500  # characters of a report's text


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a feed says of a report or an event. `about` is an Atom element of its own, or empty."""

    name: str
    title: str
    updated: str
    path: str
    summary: str
    authors: tuple[str, ...] = ()
    category: str = ""
    language: str = ""
    via: str = ""


def feeds(corpus: Corpus, siteurl: str = "") -> Iterator[File]:
    """Yield the feed of reports as Atom and as JSON Feed, and that of the events as Atom."""
    latest = [_report(corpus, each) for each in reversed(corpus.articles[-LATEST:])]
    yield _atom(corpus, REPORTS, latest, siteurl)
    yield _json_feed(corpus, latest, siteurl)
    updated = f"{newest(corpus).isoformat()}T00:00:00Z"
    yield _atom(
        corpus, EVENTS, [_event(each, updated) for each in reversed(corpus.events)], siteurl
    )


def _report(corpus: Corpus, annotated: Annotated) -> _Entry:
    article = annotated.article
    return _Entry(
        name=f"article/{article.slug}@sijill.invalid",
        title=article.title,
        updated=moment(article.date) or "1970-01-01T00:00:00Z",
        path=article_page(article.slug),
        summary=_beginning(annotated),
        authors=people_of(article.byline) or (publisher_name(corpus, article),),
        language=article.language,
        via=article.url,
    )


def _beginning(annotated: Annotated) -> str:
    """Return the first words of the text; nothing where this edition leaves the text out."""
    texts = (each.text for each in annotated.paragraphs if each.role != "heading" and each.text)
    first = next(texts, "")
    return first if len(first) <= _SUMMARY else first[:_SUMMARY].rsplit(" ", 1)[0] + "…"


def _event(event: Event, updated: str) -> _Entry:
    described = plain_text(event.description)
    return _Entry(
        name=identity(event),
        title=event.title,
        updated=updated,
        path=event_page(event.slug),
        summary=f"{event.edtf}: {described or event.title}",
        category=event.kind,
    )


def _atom(corpus: Corpus, path: str, entries: Sequence[_Entry], siteurl: str) -> File:
    site = corpus.site
    title = escape(site.title)
    self_link = f" <link rel='self' href={quoteattr(f'{siteurl}/{path}')}/>\n" if siteurl else ""
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>\n'
        f" <id>{_urn(f'{siteurl or site.title}/{path}')}</id>\n"
        f" <title>{title}</title>\n"
        f" <author><name>{title}</name></author>\n"
        f" <updated>{newest(corpus).isoformat()}T00:00:00Z</updated>\n{self_link}"
        f"{''.join(_atom_entry(each, siteurl) for each in entries)}</feed>\n"
    )
    return File(path, text.encode())


def _atom_entry(entry: _Entry, siteurl: str) -> str:
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language else ""
    authors = "".join(f"  <author><name>{escape(each)}</name></author>\n" for each in entry.authors)
    category = f"  <category term={quoteattr(entry.category)}/>\n" if entry.category else ""
    via = f"  <link rel='via' href={quoteattr(entry.via)}/>\n" if entry.via else ""
    summary = f"  <summary>{escape(entry.summary)}</summary>\n" if entry.summary else ""
    return (
        f" <entry{language}>\n  <id>{_urn(entry.name)}</id>\n"
        f"  <title>{escape(entry.title)}</title>\n{authors}"
        f"  <updated>{entry.updated}</updated>\n"
        f"  <link href={quoteattr(_address(entry, siteurl))}/>\n{via}{category}{summary} </entry>\n"
    )


def _address(entry: _Entry, siteurl: str) -> str:
    return f"{siteurl or '..'}/{entry.path}"


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _json_feed(corpus: Corpus, entries: Sequence[_Entry], siteurl: str) -> File:
    """Return the reports as JSON Feed; an item has a `url` only where the site has an address."""
    head = f'{{"version":"https://jsonfeed.org/version/1.1","title":{quoted(corpus.site.title)},'
    if siteurl:
        head += f'"home_page_url":{quoted(f"{siteurl}/index.html")},'
        head += f'"feed_url":{quoted(f"{siteurl}/{JSON_FEED}")},'
    head += f'"language":{quoted(corpus.site.language)},"items":['
    return File(JSON_FEED, listed((_item(each, siteurl) for each in entries), head, "]}"))


def _item(entry: _Entry, siteurl: str) -> dict[str, object]:
    pairs = {
        "id": _urn(entry.name),
        "url": _address(entry, siteurl) if siteurl else "",
        "external_url": entry.via,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": entry.updated,
        "authors": [{"name": each} for each in entry.authors],
        "language": entry.language,
    }
    return {name: value for name, value in pairs.items() if value}
