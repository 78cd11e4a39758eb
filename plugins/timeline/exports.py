"""Write the events as iCalendar, Atom and CSV.

Times of writing come from the content: the newest report's publication date, never a clock.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from ..corpus.addresses import event_page
from ..corpus.edtf import bounds
from ..corpus.model import Corpus, Event
from ..writing.page import File

CALENDAR, FEED, TABLE = "events.ics", "events.atom", "data/events.csv"
_OCTETS = 75  # a line of a calendar, RFC 5545 § 3.1
COLUMNS = (
    "slug",
    "title",
    "edtf",
    "earliest",
    "latest",
    "kind",
    "places",
    "actors",
    "evidence",
    "status",
)


def calendar(corpus: Corpus, siteurl: str = "") -> File:
    """Return the dated events as an iCalendar (RFC 5545) of whole days.

    An open end is left out; an event with no day at all has no place in a calendar. `siteurl`,
    where the site has one, gives each event its URL.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sijill//Timeline//EN",
        f"X-WR-CALNAME:{_text(corpus.site.title)}",
    ]
    stamp = newest(corpus).strftime("%Y%m%dT000000Z")
    for event in corpus.events:
        lines.extend(_vevent(event, stamp, siteurl))
    lines.append("END:VCALENDAR")
    folded = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return File(CALENDAR, folded.encode())


def _vevent(event: Event, stamp: str, siteurl: str) -> Iterator[str]:
    low, high = bounds(event.edtf)
    start = low or high
    if start is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(event)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    if high and high > start and high < date.max:
        yield f"DTEND;VALUE=DATE:{high + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.kind:
        yield f"CATEGORIES:{_text(event.kind)}"
    yield f"STATUS:{'CONFIRMED' if event.status == 'confirmed' else 'TENTATIVE'}"
    yield f"X-EDTF:{_text(event.edtf)}"
    if siteurl:
        yield f"URL:{_address(event, siteurl)}"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Return a TEXT value with what RFC 5545 § 3.3.11 wants escaped."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, no character cut, the next ones with a space."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part


def feed(corpus: Corpus, siteurl: str = "") -> File:
    """Return the events as an Atom feed (RFC 4287), the latest first."""
    updated = f"{newest(corpus).isoformat()}T00:00:00Z"
    entries = "".join(_entry(each, updated, siteurl) for each in reversed(corpus.events))
    link = f"\n <link rel={quoteattr('self')} href={quoteattr(f'{siteurl}/{FEED}')}/>"
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(corpus.site.language)}>\n'
        f" <id>urn:uuid:{uuid5(NAMESPACE_URL, siteurl or corpus.site.title)}</id>\n"
        f" <title>{escape(corpus.site.title)}</title>\n"
        f" <author><name>{escape(corpus.site.title)}</name></author>\n"
        f" <updated>{updated}</updated>{link if siteurl else ''}\n{entries}</feed>\n"
    )
    return File(FEED, text.encode())


def _entry(event: Event, updated: str, siteurl: str) -> str:
    link = _address(event, siteurl) if siteurl else event_page(event.slug)
    category = f"  <category term={quoteattr(event.kind)}/>\n" if event.kind else ""
    summary = event.description or f"{event.edtf}: {event.title}"
    return (
        f" <entry>\n  <id>urn:uuid:{uuid5(NAMESPACE_URL, identity(event))}</id>\n"
        f"  <title>{escape(event.title)}</title>\n"
        f"  <updated>{updated}</updated>\n"
        f"  <link href={quoteattr(link)}/>\n{category}"
        f"  <summary>{escape(summary)}</summary>\n </entry>\n"
    )


def table(corpus: Corpus) -> File:
    """Return the events as CSV (RFC 4180), lists within a cell separated by spaces."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for event in corpus.events:
        low, high = bounds(event.edtf)
        evidence = " ".join(f"{each.article}#{each.anchor}" for each in event.evidence)
        ends = (day.isoformat() if day else "" for day in (low, high))
        places, actors = " ".join(event.places), " ".join(event.actors)
        names = (event.slug, event.title, event.edtf, *ends)
        writer.writerow((*names, event.kind, places, actors, evidence, event.status))
    return File(TABLE, written.getvalue().encode())


def newest(corpus: Corpus) -> date:
    """Return the day of the newest report: the corpus as a whole is as old as that."""
    days = (bounds(each.article.date)[1] for each in corpus.articles)
    return max((day for day in days if day), default=date(1970, 1, 1))


def identity(event: Event) -> str:
    """Return the event's name outside of the site; it stays while the slug does."""
    return f"{event.slug}@sijill.invalid"


def _address(event: Event, siteurl: str) -> str:
    return f"{siteurl.rstrip('/')}/{event_page(event.slug)}"
