"""Gather what the pages show of a claim: its statements, charts, relations and spread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..corpus.edtf import bounds, sort_key
from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    article_line,
    known_entity,
    statement_figure,
)
from ..corpus.model import Claim, Corpus, Statement
from ..corpus.wording import figure_words
from .chart import Chart, Row, chart, speaker
from .comparing import (
    AGREEMENT,
    DISAGREEMENT,
    SameOrigin,
    measured,
    origins,
    relation,
    same_origin_of,
    source_of,
)

_LABEL = 42  # letters that fit above a row on a narrow screen


@dataclass(frozen=True, slots=True)
class Voiced:
    """A statement with its people: who said it, where the number comes from, who reported it.

    `label` names the speaker in a few letters, empty where the article speaks in its own voice.
    `figure` is its value in words.
    """

    statement: Statement
    said_by: EntityLine | None
    origin: EntityLine | None
    report: ArticleLine | None
    publisher: EntityLine | None
    label: str
    figure: str
    unit: str
    scope: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row of the chart with its statements: more than one where they share an origin."""

    row: Row
    voices: tuple[Voiced, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The statements that count the same thing. `own`: in the claim's unit and scope."""

    unit: str
    scope: str
    own: bool
    chart: Chart | None
    drawn: tuple[Drawn, ...]
    voices: tuple[Voiced, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements and how they stand to each other."""

    kind: str
    one: Voiced
    other: Voiced


@dataclass(frozen=True, slots=True)
class Spread:
    """The least and the greatest value of comparable statements, in words too.

    `more`, `less`: a statement leaves it open how far beyond its own value it reaches.
    """

    low: float | None
    high: float | None
    less: bool
    more: bool
    words: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A claim as its page shows it.

    `times`: how many different as-of dates the comparable statements have, `first` to `last`;
    `when` is the time of all statements. `apart`: how many are not comparable. `shared` has the
    groups of one origin; `undated` what is not compared since it has no date.
    """

    claim: Claim
    places: tuple[EntityLine, ...]
    parts: tuple[Part, ...]
    pairs: tuple[Pair, ...]
    shared: tuple[tuple[Voiced, ...], ...]
    undated: tuple[Voiced, ...]
    publishers: tuple[EntityLine, ...]
    spread: Spread
    sources: int
    times: int
    first: str
    last: str
    when: str
    apart: int


def ledger(claim: Claim, corpus: Corpus) -> Ledger:
    """Return all that is shown of a claim."""
    same_origin = same_origin_of(corpus.articles)
    voiced = sorted((_voiced(claim, each, corpus) for each in claim.statements), key=_order)
    language = corpus.site.language
    parts = tuple(_part(claim, group, same_origin, language) for group in _measures(claim, voiced))
    own = next((part for part in parts if part.own), None)
    comparable = tuple(each.statement for each in (own.voices if own else ()))
    dates = sorted({each.as_of for each in comparable if each.as_of}, key=sort_key)
    heads = tuple(drawn.voices[0] for drawn in own.drawn) if own else ()
    drawn = tuple(each for part in parts for each in part.drawn)
    publishers = {each.publisher.slug: each.publisher for each in voiced if each.publisher}
    return Ledger(
        claim=claim,
        places=tuple(line for slug in claim.places if (line := known_entity(corpus, slug))),
        parts=parts,
        pairs=_pairs(claim, heads, same_origin),
        shared=tuple(each.voices for each in drawn if len(each.voices) > 1),
        undated=tuple(each for each in heads if not each.statement.as_of),
        publishers=tuple(publishers[slug] for slug in sorted(publishers)),
        spread=_spread(comparable, claim.unit, language),
        sources=len({_source(each.statement) for each in voiced}),
        times=len(dates),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        when=_when(each.as_of for each in claim.statements),
        apart=sum(len(part.voices) for part in parts if not part.own),
    )


def _voiced(claim: Claim, statement: Statement, corpus: Corpus) -> Voiced:
    annotated = corpus.article.get(statement.reported_by)
    article = annotated.article if annotated else None
    said_by = known_entity(corpus, statement.said_by)
    unit, scope = measured(claim, statement)
    name = said_by.name if said_by else statement.said_by_words
    return Voiced(
        statement=statement,
        said_by=said_by,
        origin=known_entity(corpus, statement.origin),
        report=article_line(corpus, article, statement.anchor) if article else None,
        publisher=known_entity(corpus, article.publisher) if article else None,
        label=name if len(name) <= _LABEL else f"{name[: _LABEL - 1].rstrip()}…",
        figure=statement_figure(claim, statement, corpus.site.language),
        unit=unit,
        scope=scope,
    )


def _order(voiced: Voiced) -> tuple[object, ...]:
    statement = voiced.statement
    return (sort_key(statement.as_of), speaker(statement), statement.reported_by, statement.quote)


def _measures(claim: Claim, voiced: Iterable[Voiced]) -> list[list[Voiced]]:
    """Return the statements by what they count, those that count what the claim does first."""
    groups: dict[tuple[str, str], list[Voiced]] = {(claim.unit, claim.scope): []}
    for each in voiced:
        groups.setdefault((each.unit, each.scope), []).append(each)
    return [group for group in groups.values() if group]


def _part(claim: Claim, voices: Sequence[Voiced], same_origin: SameOrigin, language: str) -> Part:
    groups = origins([each.statement for each in voices], same_origin)
    speakers = list(dict.fromkeys(speaker(each.statement) for each in voices))
    unit, scope = voices[0].unit, voices[0].scope
    valued = tuple(group for group in groups if (group[0].low, group[0].high) != (None, None))
    plot = chart(valued, unit, speakers, language)
    by_statement = {id(each.statement): each for each in voices}
    drawn = tuple(
        Drawn(row, tuple(by_statement[id(each)] for each in row.statements))
        for row in (plot.rows if plot else ())
    )
    own = (unit, scope) == (claim.unit, claim.scope)
    return Part(unit, scope, own, plot, drawn, tuple(voices))


def _pairs(claim: Claim, heads: Sequence[Voiced], same_origin: SameOrigin) -> tuple[Pair, ...]:
    """Return the disagreements, then the agreements, between origins that count the same."""
    found = [
        Pair(relation(claim, one.statement, other.statement, same_origin), one, other)
        for at, other in enumerate(heads)
        for one in heads[:at]
    ]
    wanted = (DISAGREEMENT, AGREEMENT)
    return tuple(each for kind in wanted for each in found if each.kind == kind)


def _spread(statements: Iterable[Statement], unit: str, language: str) -> Spread:
    shown = tuple(statements)
    values = [v for each in shown for v in (each.low, each.high) if v is not None]
    low, high = min(values, default=None), max(values, default=None)
    return Spread(
        low=low,
        high=high,
        words=figure_words(low, high, unit=unit, locale=language),
        less=any(each.low is None and each.high is not None for each in shown),
        more=any(each.high is None and each.low is not None for each in shown),
    )


def _when(dates: Iterable[str]) -> str:
    """Return the time from the first known day of all dates to the last, as EDTF."""
    spans = [bounds(each) for each in dates]
    low = min((day for day, _ in spans if day), default=None)
    high = max((day for _, day in spans if day), default=None)
    if low is None or high is None:
        return ""
    return low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"


def _source(statement: Statement) -> str:
    return source_of(statement) or speaker(statement)
