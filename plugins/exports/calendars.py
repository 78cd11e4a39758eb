"""Write the events as iCalendar (RFC 5545): whole days, no clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..corpus.addresses import event_page
from ..corpus.edtf import bounds
from ..corpus.lines import plain_text
from ..corpus.model import Corpus, Event
from ..writing.page import File
from .dates import all_events, newest

CALENDAR = "data/events.ics"
_OCTETS = 75  # a line of a calendar, RFC 5545 § 3.1


def calendar(corpus: Corpus, siteurl: str = "") -> File:
    """Return the dated events as a calendar of whole days.

    What was only found is tentative. An open end is left out; an event with no day at all has no
    place in a calendar. `siteurl`, where the site has one, gives each event its URL.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sijill//Timeline//EN",
        f"X-WR-CALNAME:{_text(corpus.site.title)}",
    ]
    stamp = newest(corpus).strftime("%Y%m%dT000000Z")
    for event in all_events(corpus):
        lines.extend(_vevent(event, stamp, siteurl))
    lines.append("END:VCALENDAR")
    folded = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return File(CALENDAR, folded.encode())


def identity(event: Event) -> str:
    """Return the event's name outside of the site; it stays while the slug does."""
    return f"{event.slug}@sijill.invalid"


def _vevent(event: Event, stamp: str, siteurl: str) -> Iterator[str]:
    low, high = bounds(event.edtf)
    start = low or high
    if start is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(event)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(start)}"
    if high and high > start and high < date.max:
        yield f"DTEND;VALUE=DATE:{_day(high + timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(plain_text(event.description))}"
    if event.kind:
        yield f"CATEGORIES:{_text(event.kind)}"
    yield f"STATUS:{'CONFIRMED' if event.status == 'confirmed' else 'TENTATIVE'}"
    yield f"X-EDTF:{_text(event.edtf)}"
    if siteurl:
        yield f"URL:{siteurl}/{event_page(event.slug)}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """Return a day in eight figures; strftime leaves out the zeros of an early year."""
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Return a TEXT value with what RFC 5545 § 3.3.11 wants escaped."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, no character cut, the next ones with a space."""
    if len(line) * 4 <= _OCTETS or (line.isascii() and len(line) <= _OCTETS):
        yield line
        return
    if line.isascii():
        yield line[:_OCTETS]
        rest = range(_OCTETS, len(line), _OCTETS - 1)
        yield from (f" {line[at : at + _OCTETS - 1]}" for at in rest)
        return
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
