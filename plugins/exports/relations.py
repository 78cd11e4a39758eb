"""Say the archive as relations: named tables with typed columns, for CSV, SQLite and Parquet.

A table's rows come in the corpus's order. `to` names the columns of another table that a column
refers to; None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..corpus.addresses import article_page, claim_page, entity_page, event_page
from ..corpus.model import Corpus
from .dates import all_events, ends

TEXT, INTEGER, NUMBER, BOOLEAN = "text", "integer", "number", "boolean"
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and "table.column" where it refers to one."""

    name: str
    what: str
    type: str = TEXT
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A relation: its columns, those that name a row (none: no row has a name), and its rows."""

    name: str
    what: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Corpus], Iterable[Row]]


def _articles(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        each = annotated.article
        when = (each.date, *ends(each.date))
        source = (each.url, each.archived, each.captured, each.language, each.rights)
        names = (each.slug, each.title, each.headline, *when)
        place = (each.publisher, each.byline, each.dateline)
        yield (*names, *place, *source, each.original, each.sha256, article_page(each.slug))


def _paragraphs(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        for position, each in enumerate(annotated.paragraphs, 1):
            yield (annotated.article.slug, each.anchor, position, each.role, each.text)


def _entities(corpus: Corpus) -> Iterator[Row]:
    for each in corpus.entities:
        point = each.coordinates
        where = (point.latitude, point.longitude, point.precision) if point else (None, None, "")
        names = (each.slug, each.kind, each.name, each.wikidata)
        page = entity_page(each.kind, each.slug)
        yield (*names, *where, each.within, each.homepage, each.description, page)


def _aliases(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities:
        for number, each in enumerate(entity.aliases, 1):
            yield (entity.slug, number, each.text, each.language)


def _roles(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities:
        for number, each in enumerate(entity.roles, 1):
            yield (entity.slug, number, each.title, each.of, each.when)


def _mentions(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.mentions:
            yield (slug, each.anchor, each.start, each.end, each.surface, each.entity)


def _dates(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.dates:
            value = (each.edtf, each.timex_type, each.timex_value)
            yield (slug, each.anchor, each.start, each.end, each.surface, *value)


def _figures(corpus: Corpus) -> Iterator[Row]:
    for annotated in corpus.articles:
        slug = annotated.article.slug
        for each in annotated.figures:
            amount = (each.low, each.high, each.unit)
            speaker = (each.said_by, each.said_by_surface, each.cue_surface)
            yield (slug, each.anchor, each.start, each.end, each.surface, *amount, *speaker)


def _events(corpus: Corpus) -> Iterator[Row]:
    for each in all_events(corpus):
        when = (each.edtf, *ends(each.edtf))
        page = event_page(each.slug)
        yield (each.slug, each.title, *when, each.kind, each.status, each.description, page)


def _event_places(corpus: Corpus) -> Iterator[Row]:
    return ((each.slug, slug) for each in all_events(corpus) for slug in dict.fromkeys(each.places))


def _event_actors(corpus: Corpus) -> Iterator[Row]:
    return ((each.slug, slug) for each in all_events(corpus) for slug in dict.fromkeys(each.actors))


def _evidence(corpus: Corpus) -> Iterator[Row]:
    for event in all_events(corpus):
        for number, each in enumerate(event.evidence, 1):
            yield (event.slug, number, each.article, each.anchor)


def _claims(corpus: Corpus) -> Iterator[Row]:
    for each in corpus.claims:
        page = claim_page(each.slug)
        yield (each.slug, each.title, each.measure, each.unit, each.scope, each.note, page)


def _statements(corpus: Corpus) -> Iterator[Row]:
    for claim in corpus.claims:
        for number, each in enumerate(claim.statements, 1):
            amount = (each.low, each.high, each.approximate)
            unit = (each.unit or claim.unit, each.scope or claim.scope)
            said = (each.said_by, each.said_by_words, each.stance, each.origin)
            where = (each.reported_by, each.anchor, each.quote)
            when = (each.as_of, *ends(each.as_of))
            yield (claim.slug, number, *amount, *unit, *when, *said, *where, each.note)


_ARTICLE = Column("article", "the article's slug", to="articles.slug")
_SPAN = (
    _ARTICLE,
    Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
    Column("start", "where it begins in the paragraph's text, in code points", INTEGER),
    Column("end", "where it ends, not included", INTEGER),
    Column("surface", "the text between them"),
)
_ENDS = (
    Column("earliest", "the first day that the date can mean"),
    Column("latest", "the last day that the date can mean"),
)
_DESCRIPTION = Column("description", "Markdown")

ARTICLES = Table(
    "articles",
    "one row a report",
    (
        *(Column("slug", "names the article"), Column("title", "as on its page")),
        Column("headline", "the published headline, where the title is another"),
        *(Column("date", "publication date, EDTF"), *_ENDS),
        Column("publisher", "the outlet's slug", to="entities.slug"),
        Column("byline", "who signed, as published"),
        Column("dateline", "slug of the place it was filed from", to="entities.slug"),
        *(Column("url", "where it was published"), Column("archived", "a capture elsewhere")),
        Column("captured", "when this copy was taken, EDTF"),
        *(Column("language", "BCP 47"), Column("rights", "public or restricted")),
        Column("original", "path of the capture"),
        Column("sha256", "of the capture, else of the article's file"),
        Column("page", "its page, relative to the site's root"),
    ),
    ("slug",),
    _articles,
)
PARAGRAPHS = Table(
    "paragraphs",
    "one row a paragraph, the unit of citation",
    (
        *(_ARTICLE, Column("anchor", "stable across edits")),
        Column("position", "1 is the first", INTEGER),
        Column("role", "p, quote, item, heading or cell"),
        Column("text", "plain text; empty where this edition leaves it out"),
    ),
    ("article", "anchor"),
    _paragraphs,
)
ENTITIES = Table(
    "entities",
    "one row a person, group, place, organisation or work",
    (
        *(Column("slug", "names the entity"), Column("kind", "person, group, place, …")),
        *(Column("name", "the canonical form"), Column("wikidata", "Q and digits")),
        Column("latitude", "WGS 84 degrees", NUMBER),
        Column("longitude", "WGS 84 degrees", NUMBER),
        Column("precision", "point, district, city, region or country"),
        Column("within", "slug of what contains it", to="entities.slug"),
        *(Column("homepage", "its own site"), _DESCRIPTION),
        Column("page", "its page, relative to the site's root"),
    ),
    ("slug",),
    _entities,
)
ALIASES = Table(
    "aliases",
    "one row a further form of a name",
    (
        Column("entity", "the entity's slug", to="entities.slug"),
        Column("number", "1 is the first", INTEGER),
        *(Column("text", "the form"), Column("language", "BCP 47, where it is known")),
    ),
    ("entity", "number"),
    _aliases,
)
ROLES = Table(
    "roles",
    "one row an office or a part that somebody had",
    (
        Column("entity", "the entity's slug", to="entities.slug"),
        *(Column("number", "1 is the first", INTEGER), Column("title", "what it was")),
        Column("of", "slug of what it was in", to="entities.slug"),
        Column("when", "EDTF"),
    ),
    ("entity", "number"),
    _roles,
)
MENTIONS = Table(
    "mentions",
    "one row a name in a text",
    (*_SPAN, Column("entity", "the entity's slug", to="entities.slug")),
    (),
    _mentions,
)
DATES = Table(
    "dates",
    "one row a date expression",
    (
        *(*_SPAN, Column("edtf", "what it means, EDTF; empty for a bare duration or a set")),
        Column("timex_type", "DATE, TIME, DURATION or SET"),
        Column("timex_value", "TIMEX3"),
    ),
    (),
    _dates,
)
FIGURES = Table(
    "figures",
    "one row a figure that was found",
    (
        *(*_SPAN, Column("low", "empty: open", NUMBER), Column("high", "empty: open", NUMBER)),
        Column("unit", "what is counted"),
        Column("said_by", "the speaker's slug, where it is known", to="entities.slug"),
        Column("said_by_surface", "the words that name the speaker"),
        Column("cue_surface", "the words that say that something was said"),
    ),
    (),
    _figures,
)
EVENTS = Table(
    "events",
    "one row an event",
    (
        *(Column("slug", "names the event"), Column("title", "what happened")),
        *(Column("edtf", "when, EDTF"), *_ENDS, Column("kind", "territory, attack, …")),
        *(Column("status", "confirmed or found"), _DESCRIPTION),
        Column("page", "its place on the timeline"),
    ),
    ("slug",),
    _events,
)
_EVENT = Column("event", "the event's slug", to="events.slug")
EVENT_PLACES = Table(
    "event_places",
    "where an event happened",
    (_EVENT, Column("place", "the place's slug", to="entities.slug")),
    ("event", "place"),
    _event_places,
)
EVENT_ACTORS = Table(
    "event_actors",
    "who took part in an event",
    (_EVENT, Column("actor", "the entity's slug", to="entities.slug")),
    ("event", "actor"),
    _event_actors,
)
EVIDENCE = Table(
    "evidence",
    "the paragraphs that report an event",
    (
        *(_EVENT, Column("number", "1 is the first", INTEGER), _ARTICLE),
        Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
    ),
    ("event", "number"),
    _evidence,
)
CLAIMS = Table(
    "claims",
    "one row a contested quantity",
    (
        *(Column("slug", "names the claim"), Column("title", "in a few words")),
        *(Column("measure", "what is measured"), Column("unit", ""), Column("scope", "")),
        *(Column("note", ""), Column("page", "its page, relative to the site's root")),
    ),
    ("slug",),
    _claims,
)
STATEMENTS = Table(
    "statements",
    "one row a figure with its date, who said it and which article reported it",
    (
        Column("claim", "the claim's slug", to="claims.slug"),
        Column("number", "1 is the first", INTEGER),
        *(Column("low", "empty: open", NUMBER), Column("high", "empty: open", NUMBER)),
        Column("approximate", "about, roughly", BOOLEAN),
        *(Column("unit", "what is counted"), Column("scope", "where and of whom")),
        *(Column("as_of", "when it is said to hold, EDTF"), *_ENDS),
        Column("said_by", "the speaker's slug", to="entities.slug"),
        Column("said_by_words", "what the article calls a speaker who is no entity"),
        Column("stance", "said, claimed, estimated, reported, denied or revised"),
        Column("origin", "where the number comes from", to="entities.slug"),
        Column("reported_by", "the article's slug", to="articles.slug"),
        Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
        *(Column("quote", "the words, as they stand there"), Column("note", "")),
    ),
    ("claim", "number"),
    _statements,
)

# In this order every table comes after those that it refers to, itself excepted.
TABLES = (
    *(ENTITIES, ALIASES, ROLES, ARTICLES, PARAGRAPHS, MENTIONS, DATES, FIGURES),
    *(EVENTS, EVENT_PLACES, EVENT_ACTORS, EVIDENCE, CLAIMS, STATEMENTS),
)
