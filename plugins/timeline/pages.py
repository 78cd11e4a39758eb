"""Make the pages of the timeline: one, or an overview and a page a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..corpus.edtf import bounds
from ..corpus.model import Corpus, Event
from ..corpus.wording import date_words
from ..writing.page import Page
from .days import Day, days, entry
from .facets import Facets, facets
from .sections import MOST_ON_ONE_PAGE, OVERVIEW, Section, sections
from .strip import Strip, strip

FOUND = "timeline-found.html"


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What timeline.html needs.

    `days` are the events in full, by date; `sections` the pages of a timeline that is cut, whose
    events the overview only lists; `section` the one that this page is, between `before` and
    `after`. `found` are found events, in full where they are few, else on `found_page`.
    """

    total: int
    strip: Strip | None
    facets: Facets
    days: tuple[Day, ...]
    sections: tuple[Section, ...] = ()
    section: Section | None = None
    before: Section | None = None
    after: Section | None = None
    found: tuple[Day, ...] = ()
    found_total: int = 0
    found_page: str = ""
    only_found: bool = False


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the timeline's pages; none where the corpus has no event and none is found."""
    confirmed = days(entry(each, corpus) for each in corpus.events)
    found = days(entry(each, corpus, _resembling(each, corpus.events)) for each in corpus.found)
    if not confirmed and not found:
        return
    cut = sections(confirmed)
    found_total = _count(found)
    apart = found_total > MOST_ON_ONE_PAGE
    overview = _values(confirmed, {day.id: part.path for part in cut for day in part.days})
    yield Page(
        OVERVIEW,
        "timeline.html",
        "Timeline",
        replace(
            overview,
            days=() if cut else confirmed,
            sections=cut,
            found=() if apart else found,
            found_total=found_total,
            found_page=FOUND if apart else "",
        ),
    )
    yield from _section_pages(cut, corpus.site.language)
    if apart:
        trail = (("Timeline", OVERVIEW),)
        values = replace(_values(found, {}, FOUND), only_found=True, found_total=found_total)
        yield Page(FOUND, "timeline.html", "What the machine found", values, trail)


def _section_pages(cut: Sequence[Section], language: str) -> Iterator[Page]:
    trail = (("Timeline", OVERVIEW),)
    for at, part in enumerate(cut):
        values = replace(
            _values(part.days, {}, part.path),
            section=part,
            before=cut[at - 1] if at else None,
            after=cut[at + 1] if at + 1 < len(cut) else None,
        )
        month = date_words(part.month, language)
        title = month if part.of == 1 else f"{month}, {part.number}/{part.of}"
        yield Page(part.path, "timeline.html", title, values, trail)


def _values(shown: tuple[Day, ...], page_of: dict[str, str], page: str = OVERVIEW) -> TimelinePage:
    entries = tuple(each for day in shown for each in day.entries)
    paths = {day.id: page_of.get(day.id, page) for day in shown}
    return TimelinePage(len(entries), strip(shown, paths), facets(entries), shown)


def _resembling(event: Event, confirmed: Sequence[Event]) -> Event | None:
    """Return a confirmed event of the same kind, days and place, which the found one may be."""
    low, high = bounds(event.edtf)
    for each in confirmed:
        if each.kind == event.kind and set(each.places) & set(event.places) and low and high:
            start, end = bounds(each.edtf)
            if start and end and low <= end and start <= high:
                return each
    return None


def _count(found: Sequence[Day]) -> int:
    return sum(len(each.entries) for each in found)
