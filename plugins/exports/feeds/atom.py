"""Write a page of a feed as Atom (RFC 4287); its archive is that of RFC 5005, § 4."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ...writing.page import File
from .entries import Entry, urn
from .paging import Feed, Page

_ARCHIVE = ' <fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>\n'


def atom(feed: Feed, page: Page) -> File:
    """Return a page of a feed; all pages have the feed's id, as RFC 5005 has it."""
    title = escape(feed.title)
    name = f"{feed.siteurl or feed.title}/{feed.path(0, 'atom')}"
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>\n'
        f" <id>{urn(name)}</id>\n"
        f" <title>{title}</title>\n"
        f" <author><name>{title}</name></author>\n"
        f" <updated>{page.updated}</updated>\n{''.join(_links(feed, page))}"
        f"{''.join(_entry(feed, page, each) for each in page.entries)}</feed>\n"
    )
    return File(feed.path(page.number, "atom"), text.encode())


def _links(feed: Feed, page: Page) -> list[str]:
    """Return where the page is, and where to go on from it."""
    numbers = {"self": page.number} if feed.siteurl else {}
    numbers |= {"prev-archive": page.older} if page.older else {}
    numbers |= {"current": 0} if page.number else {}
    links = [
        f" <link rel='{rel}' href={quoteattr(feed.address(page, feed.path(number, 'atom')))}/>\n"
        for rel, number in numbers.items()
    ]
    return [*links, _ARCHIVE] if page.number else links


def _entry(feed: Feed, page: Page, entry: Entry) -> str:
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language else ""
    authors = "".join(f"  <author><name>{escape(each)}</name></author>\n" for each in entry.authors)
    category = f"  <category term={quoteattr(entry.category)}/>\n" if entry.category else ""
    via = f"  <link rel='via' href={quoteattr(entry.via)}/>\n" if entry.via else ""
    summary = f"  <summary>{escape(entry.summary)}</summary>\n" if entry.summary else ""
    return (
        f" <entry{language}>\n  <id>{entry.urn}</id>\n"
        f"  <title>{escape(entry.title)}</title>\n{authors}"
        f"  <updated>{entry.updated}</updated>\n"
        f"  <link href={quoteattr(feed.address(page, entry.path))}/>\n"
        f"{via}{category}{summary} </entry>\n"
    )
