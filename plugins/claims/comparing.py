"""Say how statements of one claim stand to each other: a relation, never a verdict.

A difference is a disagreement only where both are about the same time and their ranges have no
value in common; figures at different times are a series (docs/formats.md, Claim).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import floor, inf, log10

from ..corpus.edtf import bounds
from ..corpus.model import Annotated, Claim, Statement

AGREEMENT = "agreement"
DISAGREEMENT = "disagreement"
SERIES = "series"
SCOPE = "different scope"
ORIGIN = "same origin"
UNDATED = "time not stated"
RELATIONS = (DISAGREEMENT, AGREEMENT, SERIES, ORIGIN, SCOPE, UNDATED)

SameOrigin = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two statements of a claim stand to each other: one of RELATIONS."""

    kind: str
    one: Statement
    other: Statement


def relations(claim: Claim, same_origin: SameOrigin) -> tuple[Relation, ...]:
    """Return the relation of each pair of a claim's statements, in the order of the file.

    `same_origin` maps an article's slug to those that carry the same agency text.
    """
    return tuple(
        Relation(relation(claim, one, other, same_origin), one, other)
        for one, other in combinations(claim.statements, 2)
    )


def relation(claim: Claim, one: Statement, other: Statement, same_origin: SameOrigin) -> str:
    """Return how two statements stand to each other.

    A differing unit or scope is looked at first, then a common origin, then the time, then the
    values.
    """
    if measured(claim, one) != measured(claim, other):
        return SCOPE
    if share_origin(one, other, same_origin):
        return ORIGIN
    if not one.as_of or not other.as_of:
        return UNDATED
    if not _times_meet(one, other):
        return SERIES
    return AGREEMENT if _values_meet(one, other) else DISAGREEMENT


def measured(claim: Claim, statement: Statement) -> tuple[str, str]:
    """Return the unit and the scope that a statement counts in."""
    return statement.unit or claim.unit, statement.scope or claim.scope


def share_origin(one: Statement, other: Statement, same_origin: SameOrigin) -> bool:
    """Tell whether two statements pass on one number of one source.

    They have the same value, and about the same time; and one origin or speaker, or articles
    that carry the same agency text.
    """
    if (one.low, one.high) != (other.low, other.high) or not _times_meet(one, other):
        return False
    source = source_of(one)
    if source and source == source_of(other):
        return True
    return other.reported_by in same_origin.get(one.reported_by, ())


def source_of(statement: Statement) -> str:
    """Return the slug of the entity that the number comes from, or an empty string."""
    return statement.origin or statement.said_by


def same_origin_of(articles: Sequence[Annotated]) -> SameOrigin:
    """Map each article to those with the same agency text, both ways."""
    found: dict[str, set[str]] = {}
    for each in articles:
        for other in each.article.same_origin:
            found.setdefault(each.article.slug, set()).add(other)
            found.setdefault(other, set()).add(each.article.slug)
    return found


def origins(
    statements: Sequence[Statement], same_origin: SameOrigin
) -> tuple[tuple[Statement, ...], ...]:
    """Return the statements in groups of one origin each, in the order given.

    A statement joins the first group in which it shares its origin with a member.
    """
    groups: list[list[Statement]] = []
    for each in statements:
        home = next(
            (held for held in groups if any(share_origin(each, o, same_origin) for o in held)), None
        )
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return tuple(tuple(held) for held in groups)


def span(statement: Statement) -> tuple[float, float]:
    """Return the least and the greatest value that a statement admits; open ends are infinite.

    An approximate figure stands for all that rounds to it: half a unit of its last digit that is
    not zero ("about 250" is 245 to 255, "about 30,000" is 25,000 to 35,000).
    """
    low = -inf if statement.low is None else statement.low
    high = inf if statement.high is None else statement.high
    if statement.approximate:
        low, high = low - _slack(low), high + _slack(high)
    return low, high


def _slack(value: float) -> float:
    """Return half a unit of the last digit of a number that is not zero."""
    if value in (0, inf, -inf):
        return 0.0
    if value != int(value):
        return 0.5 * 10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2])
    zeros = len(str(abs(int(value)))) - len(str(abs(int(value))).rstrip("0"))
    return 0.5 * 10.0 ** min(zeros, floor(log10(abs(value))))


def _times_meet(one: Statement, other: Statement) -> bool:
    low, high = _time(one)
    start, end = _time(other)
    return low <= end and start <= high


def _time(statement: Statement) -> tuple[date, date]:
    """Return the days that a statement is about; without a date it may be about any."""
    low, high = bounds(statement.as_of)
    return low or date.min, high or date.max


def _values_meet(one: Statement, other: Statement) -> bool:
    low, high = span(one)
    start, end = span(other)
    return low <= end and start <= high


def only(kind: str, found: Sequence[Relation]) -> Iterator[Relation]:
    """Yield the relations of one kind."""
    return (each for each in found if each.kind == kind)
