"""Find the articles that can be laid side by side: of one day, about one event or one claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def same_days(corpus: Corpus) -> Mapping[str, tuple[Annotated, ...]]:
    """Map an article's slug to the other articles of its day, the day before and the day after.

    An article whose day is not known has none.
    """
    days: dict[int, list[Annotated]] = {}
    for annotated in corpus.articles:
        for day in _day(annotated):
            days.setdefault(day, []).append(annotated)
    return {
        annotated.article.slug: tuple(
            other
            for day in _day(annotated)
            for near in range(day - _DAY_REACH, day + _DAY_REACH + 1)
            for other in days.get(near, ())
            if other is not annotated
        )
        for annotated in corpus.articles
    }


def pairs(corpus: Corpus) -> Iterator[Pair]:
    """Yield the pairs that share an event or a claim; six at most begin with the same article.

    An article whose text the edition withholds is in none.
    """
    near = same_days(corpus)
    order = {each.article.slug: place for place, each in enumerate(corpus.articles)}
    subjects = {slug: _subjects(corpus, slug) for slug in order}
    for annotated in corpus.articles:
        slug = annotated.article.slug
        partners = [
            other
            for other in near[slug]
            if not (is_withheld(corpus, annotated) or is_withheld(corpus, other))
            and order[other.article.slug] > order[slug]
            and subjects[slug] & subjects[other.article.slug]
        ]
        yield from (Pair(annotated, other) for other in partners[:_PARTNERS])


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
