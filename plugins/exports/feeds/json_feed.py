"""Write a page of a feed as JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from ...writing.page import File
from ..json_text import encode, listed
from .entries import Entry
from .paging import Feed, Page


def json_feed(feed: Feed, page: Page) -> File:
    """Return a page of a feed; an item has a `url` only where the site has an address."""
    path = feed.path(page.number, "json")
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{feed.siteurl}/index.html" if feed.siteurl else "",
        "feed_url": f"{feed.siteurl}/{path}" if feed.siteurl else "",
        "next_url": feed.address(page, feed.path(page.older, "json")) if page.older else "",
        "language": feed.language,
    }
    told = encode({name: value for name, value in head.items() if value})
    items = (_item(feed, page, each) for each in page.entries)
    return File(path, listed(items, f'{told[:-1]}, "items":[', "]}"))


def _item(feed: Feed, page: Page, entry: Entry) -> dict[str, object]:
    pairs = {
        "id": entry.urn,
        "url": feed.address(page, entry.path) if feed.siteurl else "",
        "external_url": entry.via,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": entry.updated,
        "authors": [{"name": each} for each in entry.authors],
        "language": entry.language,
    }
    return {name: value for name, value in pairs.items() if value}
