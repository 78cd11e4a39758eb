"""Write feeds: the reports as Atom and as JSON Feed, the events as Atom."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.model import Corpus
from ...writing.page import File
from .atom import atom
from .entries import event_entry, report_entry
from .json_feed import json_feed
from .paging import Feed, pages

__all__ = ["feeds"]


def feeds(corpus: Corpus, siteurl: str = "") -> Iterator[File]:
    """Yield each feed with its archive; the events' is of the confirmed ones.

    `siteurl` is where the site is published; without it addresses are relative to the feed.
    """
    reports = [report_entry(corpus, each) for each in corpus.articles]
    events = [event_entry(corpus, each) for each in corpus.events]
    title, language = corpus.site.title, corpus.site.language
    for name, entries in (("feed", reports), ("events", events)):
        feed = Feed(name, title, language, siteurl)
        yield from (atom(feed, each) for each in pages(entries))
    feed = Feed("feed", title, language, siteurl)
    yield from (json_feed(feed, each) for each in pages(reports))
