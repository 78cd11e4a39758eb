"""Make the pages of the timeline: one, or an overview and a page a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..corpus.edtf import bounds
from ..corpus.model import Corpus, Event
from ..corpus.wording import date_words
from ..writing.page import Page
from .days import Day, days, entry
from .facets import Facets, facets
from .linked_data import events_json_ld
from .sections import MOST_ON_ONE_PAGE, OVERVIEW, Section, sections
from .strip import Strip, strip

FOUND = "timeline-found.html"


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What timeline.html needs.

    `days` are the events in full, by date; `sections` the pages of a timeline that is cut, whose
    events the overview only lists; `section` the one that this page is, between `before` and
    `after`. `found` are found events, in full where they are few, else on `found_page`. `json_ld`
    describes the confirmed events that are in full; it stands in a script element.
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
    json_ld: Markup = Markup()


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the timeline's pages; none where the corpus has no event and none is found."""
    confirmed = days(entry(each, corpus) for each in corpus.events)
    found = days(entry(each, corpus, _resembling(each, corpus)) for each in corpus.found)
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
            json_ld=Markup() if cut else events_json_ld(confirmed, OVERVIEW),
            sections=cut,
            found=() if apart else found,
            found_total=found_total,
            found_page=FOUND if apart else "",
        ),
    )
    yield from _section_pages(cut, corpus.site.language)
    if apart:
        yield from _found_pages(found, corpus.site.language)


def _found_pages(found: tuple[Day, ...], language: str) -> Iterator[Page]:
    """Yield a page that leads to the months of what was found, and a page a month."""
    cut = sections(found, FOUND.removesuffix(".html"))
    paths = {day.id: part.path for part in cut for day in part.days}
    values = replace(
        _values(found, paths, FOUND),
        days=(),
        sections=cut,
        found_total=_count(found),
        found_page=FOUND,
        only_found=True,
    )
    yield Page(FOUND, "timeline.html", "What the machine found", values, (("Timeline", OVERVIEW),))
    yield from _section_pages(cut, language, found=True)


def _section_pages(cut: Sequence[Section], language: str, *, found: bool = False) -> Iterator[Page]:
    above = (("Timeline", OVERVIEW),)
    trail = (*above, ("What the machine found", FOUND)) if found else above
    for at, part in enumerate(cut):
        values = replace(
            _values(part.days, {}, part.path),
            section=part,
            before=cut[at - 1] if at else None,
            after=cut[at + 1] if at + 1 < len(cut) else None,
            found_page=FOUND if found else "",
            only_found=found,
            json_ld=Markup() if found else events_json_ld(part.days, part.path),
        )
        month = date_words(part.month, language)
        title = month if part.of == 1 else f"{month}, {part.number}/{part.of}"
        yield Page(part.path, "timeline.html", title, values, trail)


def _values(shown: tuple[Day, ...], page_of: dict[str, str], page: str = OVERVIEW) -> TimelinePage:
    entries = tuple(each for day in shown for each in day.entries)
    paths = {day.id: page_of.get(day.id, page) for day in shown}
    return TimelinePage(len(entries), strip(shown, paths), facets(entries), shown)


def _resembling(event: Event, corpus: Corpus) -> Event | None:
    """Return a confirmed event of the same kind, days and place, which the found one may be."""
    near = (each for place in event.places for each in corpus.events_of.get(place, ()))
    return next((each for each in near if each.kind == event.kind and _meet(each, event)), None)


def _meet(one: Event, other: Event) -> bool:
    """Tell whether two events share a place and a day."""
    low, high = bounds(one.edtf)
    start, end = bounds(other.edtf)
    if not (low and high and start and end):
        return False
    return low <= end and start <= high and bool(set(one.places) & set(other.places))


def _count(found: Sequence[Day]) -> int:
    return sum(len(each.entries) for each in found)
