"""Say what each month of reports brought: what is named, told or counted for the first time.

A reader who was last here in March finds what is new since then above that month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..corpus.addresses import claim_page
from ..corpus.lines import EntityLine, EventLine, entity_line, event_line
from ..corpus.model import Claim, Corpus, Event
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page
from .shelf import Period, month_of, month_paths

PAGE = "since.html"
_MONTHS = 12  # on a page
_MOST = 12  # of each kind of news in a month


@dataclass(frozen=True, slots=True)
class ClaimNews:
    """A claim that got statements in a month, how many, and whether it had none before."""

    title: str
    path: str
    statements: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class MonthNews:
    """What the reports of a month brought; `…_more` is what is left out of each list.

    Names by how often the archive has them; events and claims in their order.
    """

    period: Period
    anchor: str
    names: tuple[EntityLine, ...]
    names_more: int
    events: tuple[EventLine, ...]
    events_more: int
    claims: tuple[ClaimNews, ...]
    claims_more: int


@dataclass(frozen=True, slots=True)
class SincePage:
    """What since.html needs: months, the latest first."""

    months: tuple[MonthNews, ...]
    number: int
    pager: tuple[PagerLine, ...]


def since_pages(corpus: Corpus) -> Iterator[Page]:
    """Yield since.html and further pages for earlier months; none where no date is known."""
    known = sorted((month for month in month_paths(corpus) if month), reverse=True)
    if not known:
        return
    cut = parts(known, _MONTHS)
    for number in range(1, len(cut) + 1):
        trail = (("Reports", "articles.html"),)
        yield Page(
            path=page_path(PAGE, number),
            template="since.html",
            title="What is new",
            values=partial(_values, months=cut[number - 1], number=number, pages=len(cut)),
            trail=trail if number == 1 else (*trail, ("What is new", PAGE)),
        )


def _values(corpus: Corpus, months: tuple[str, ...], number: int, pages: int) -> SincePage:
    periods = month_paths(corpus)
    names: dict[str, list[str]] = {}
    for slug, seen in corpus.sightings_of.items():
        if slug in corpus.entity:
            names.setdefault(month_of(seen[0].annotated), []).append(slug)
    events: dict[str, list[Event]] = {}
    for event in corpus.events:
        events.setdefault(_first_told(corpus, event), []).append(event)
    claims: dict[str, list[ClaimNews]] = {}
    for claim in corpus.claims:
        for month, news in _news(corpus, claim):
            claims.setdefault(month, []).append(news)
    return SincePage(
        tuple(
            _month(
                corpus,
                periods[month],
                names.get(month, []),
                events.get(month, []),
                claims.get(month, []),
            )
            for month in months
        ),
        number,
        pager(PAGE, pages, number),
    )


def _month(
    corpus: Corpus,
    period: Period,
    names: list[str],
    events: list[Event],
    claims: list[ClaimNews],
) -> MonthNews:
    most = sorted(names, key=lambda slug: (-len(corpus.sightings_of[slug]), slug))[:_MOST]
    return MonthNews(
        period=period,
        anchor=f"m-{period.edtf}",
        names=tuple(entity_line(corpus, corpus.entity[slug]) for slug in most),
        names_more=len(names) - len(most),
        events=tuple(event_line(each) for each in events[:_MOST]),
        events_more=max(0, len(events) - _MOST),
        claims=tuple(claims[:_MOST]),
        claims_more=max(0, len(claims) - _MOST),
    )


def _first_told(corpus: Corpus, event: Event) -> str:
    """Return the month of the first article that is evidence of an event; empty without one."""
    found = (corpus.article.get(each.article) for each in event.evidence)
    return min((month_of(each) for each in found if each), default="")


def _news(corpus: Corpus, claim: Claim) -> Iterator[tuple[str, ClaimNews]]:
    """Yield the months in which a claim got statements, the first as new."""
    counts: dict[str, int] = {}
    for statement in claim.statements:
        reported = corpus.article.get(statement.reported_by)
        month = month_of(reported) if reported else ""
        counts[month] = counts.get(month, 0) + 1
    for at, month in enumerate(sorted(counts)):
        yield month, ClaimNews(claim.title, claim_page(claim.slug), counts[month], at == 0)
