"""Make the start page: the story, not a list of posts."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus import edtf
from ..corpus.addresses import claim_page, publisher_page
from ..corpus.lines import (
    ArticleLine,
    EntityLine,
    EventLine,
    article_line,
    counted_line,
    event_line,
    first_sentence,
    is_withheld,
    name_of,
)
from ..corpus.model import Annotated, Corpus, Event
from .spread import Spread, spread
from .strip import Strip, strip

_LATEST = 6
_CONTESTED = 5
_NAMED = 9
_KEY_EVENTS = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """An article with its first sentence."""

    line: ArticleLine
    gist: str


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim whose statements differ."""

    title: str
    path: str
    statements: int
    speakers: int
    spread: Spread


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its mentions as a share (0 to 100) of the most named one's."""

    entity: EntityLine
    share: float


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher with the number of its articles."""

    name: str
    path: str
    articles: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """What home.html needs. `span` is the EDTF interval from the first article to the last."""

    span: str
    articles: int
    publishers: int
    entities: int
    events: int
    claims: int
    latest: tuple[Opening, ...]
    strip: Strip | None
    key_events: tuple[EventLine, ...]
    contested: tuple[Contested, ...]
    sources: tuple[Source, ...]
    people: tuple[Named, ...]
    places: tuple[Named, ...]
    others: tuple[Named, ...]


def home_values(corpus: Corpus) -> HomePage:
    """Return the start page's values."""
    return HomePage(
        span=_span(corpus),
        articles=len(corpus.articles),
        publishers=len(corpus.publishers),
        entities=len(corpus.entities),
        events=len(corpus.events),
        claims=len(corpus.claims),
        latest=tuple(_opening(corpus, each) for each in reversed(corpus.articles[-_LATEST:])),
        strip=strip(corpus.events),
        key_events=_key_events(corpus),
        contested=_contested(corpus),
        sources=_sources(corpus),
        people=_most_named(corpus, ("person",)),
        places=_most_named(corpus, ("place",)),
        others=_most_named(corpus, ("group", "organisation", "work")),
    )


def _span(corpus: Corpus) -> str:
    bounds = [edtf.bounds(each.article.date) for each in corpus.articles]
    first = min((low for low, _ in bounds if low), default=None)
    last = max((high for _, high in bounds if high), default=None)
    if first is None or last is None:
        return ""
    return f"{first}" if first == last else f"{first}/{last}"


def _opening(corpus: Corpus, annotated: Annotated) -> Opening:
    first = next((each.text for each in annotated.paragraphs if each.role == "p"), "")
    told = "" if is_withheld(corpus, annotated) else first_sentence(first)
    return Opening(article_line(corpus, annotated.article), told)


def _key_events(corpus: Corpus) -> tuple[EventLine, ...]:
    """Return events from the beginning of the story to its end, in order of time.

    The events are cut into as many runs as are shown; of each, the one that most articles report
    stands for it (then by paragraphs, then the earlier).
    """
    events = corpus.events
    shown = min(_KEY_EVENTS, len(events))
    runs = (
        events[len(events) * at // shown : len(events) * (at + 1) // shown] for at in range(shown)
    )
    return tuple(event_line(max(run, key=_weight)) for run in runs)


def _weight(event: Event) -> tuple[int, int]:
    return len({each.article for each in event.evidence}), len(event.evidence)


def _contested(corpus: Corpus) -> tuple[Contested, ...]:
    """Return the claims whose statements differ most, for their size."""
    found = [
        Contested(
            claim.title,
            claim_page(claim.slug),
            len(claim.statements),
            len(
                {
                    each.said_by or each.said_by_words or each.reported_by
                    for each in claim.statements
                }
            ),
            line,
        )
        for claim in corpus.claims
        for line in [spread(claim, corpus.site.language)]
        if line and len(line.dots) > 1 and line.differs > 0
    ]
    return tuple(sorted(found, key=lambda each: (-each.statements, each.path))[:_CONTESTED])


def _sources(corpus: Corpus) -> tuple[Source, ...]:
    """Return the publishers with most articles."""
    found = (
        Source(name_of(corpus, each), publisher_page(each.slug), len(corpus.articles_of[each.slug]))
        for each in corpus.publishers
    )
    return tuple(sorted(found, key=lambda each: (-each.articles, each.path))[:_NAMED])


def _most_named(corpus: Corpus, kinds: tuple[str, ...]) -> tuple[Named, ...]:
    lines = [
        counted_line(corpus, each)
        for each in corpus.entities
        if each.kind in kinds and each.slug in corpus.sightings_of
    ]
    most = sorted(lines, key=lambda each: (-each.mentions, each.slug))[:_NAMED]
    return tuple(Named(each, round(100 * each.mentions / most[0].mentions, 1)) for each in most)
