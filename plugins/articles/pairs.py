"""Find the articles that can be laid side by side: of one day, about one event or one claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ..corpus import edtf
from ..corpus.lines import is_withheld
from ..corpus.model import Annotated, Corpus

_DAY_REACH = 1
_PARTNERS = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, the earlier first."""

    first: Annotated
    second: Annotated

    @property
    def path(self) -> str:
        """Return the address of the page that compares them."""
        return f"compare/{self.first.article.slug}/{self.second.article.slug}.html"


def by_day(corpus: Corpus) -> Mapping[int, tuple[Annotated, ...]]:
    """Map the ordinal of a day to the articles published on it, in the corpus's order."""
    days: dict[int, list[Annotated]] = {}
    for annotated in corpus.articles:
        for day in _day(annotated):
            days.setdefault(day, []).append(annotated)
    return {day: tuple(found) for day, found in days.items()}


def around(days: Mapping[int, tuple[Annotated, ...]], annotated: Annotated) -> Iterator[Annotated]:
    """Yield the other articles of an article's day, the day before and the day after.

    An article whose day is not known has none.
    """
    for day in _day(annotated):
        for near in range(day - _DAY_REACH, day + _DAY_REACH + 1):
            yield from (other for other in days.get(near, ()) if other is not annotated)


def pairs(corpus: Corpus) -> Iterator[Pair]:
    """Yield the pairs that share an event or a claim; six at most begin with the same article.

    An article whose text the edition withholds is in none.
    """
    days = by_day(corpus)
    order = {each.article.slug: place for place, each in enumerate(corpus.articles)}
    subjects = {slug: _subjects(corpus, slug) for slug in order}
    for annotated in corpus.articles:
        slug = annotated.article.slug
        partners = (
            other
            for other in around(days, annotated)
            if not (is_withheld(corpus, annotated) or is_withheld(corpus, other))
            and order[other.article.slug] > order[slug]
            and subjects[slug] & subjects[other.article.slug]
        )
        yield from (Pair(annotated, other) for other in islice(partners, _PARTNERS))


def _subjects(corpus: Corpus, slug: str) -> frozenset[tuple[str, str]]:
    """Return the events and the claims that an article reports."""
    return frozenset(
        (
            *(("event", event.slug) for event in corpus.events_in.get(slug, ())),
            *(("claim", claim.slug) for claim, _ in corpus.statements_in.get(slug, ())),
        )
    )


def _day(annotated: Annotated) -> tuple[int, ...]:
    """Return the ordinal of the day of publication; nothing where it is not known to the day."""
    earliest, latest = edtf.bounds(annotated.article.date)
    return (earliest.toordinal(),) if earliest and earliest == latest else ()
