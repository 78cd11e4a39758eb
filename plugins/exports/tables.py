"""Write the corpus as tables and objects under `data/`, for other programs.

docs/formats.md describes each file; `SCHEMA` counts up when a field changes its meaning.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..corpus.model import Annotated, Claim, Corpus, Entity, Event, Statement
from ..writing.page import File

SCHEMA = 1
_Row = tuple[object, ...]


def files(corpus: Corpus) -> Iterator[File]:
    """Yield every file of `data/` that a build writes."""
    yield _json("articles", [_article(each) for each in corpus.articles])
    yield _json("entities", [_entity(each) for each in corpus.entities])
    yield _json("events", [_event(each) for each in corpus.events])
    yield _json("claims", [_claim(each) for each in corpus.claims])
    yield _csv("mentions", MENTIONS, _mentions(corpus.articles))
    yield _csv("dates", DATES, _dates(corpus.articles))
    yield _csv("figures", FIGURES, _figures(corpus.articles))
    counts = {
        "articles": len(corpus.articles),
        "entities": len(corpus.entities),
        "events": len(corpus.events),
        "claims": len(corpus.claims),
    }
    build = {"schema": SCHEMA, "title": corpus.site.title, "edition": corpus.site.edition}
    yield File("data/build.json", _dumped({**build, "counts": counts}))


MENTIONS = ("article", "anchor", "start", "end", "surface", "entity")
DATES = ("article", "anchor", "start", "end", "surface", "edtf", "timex_type", "timex_value")
FIGURES = (
    *("article", "anchor", "start", "end", "surface", "low", "high", "unit"),
    *("said_by", "said_by_surface", "cue_surface"),
)


def _json(name: str, rows: Sequence[dict[str, Any]]) -> File:
    return File(f"data/{name}.json", _dumped({"schema": SCHEMA, name: rows}))


def _dumped(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _csv(name: str, head: Sequence[str], rows: Iterable[_Row]) -> File:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return File(f"data/{name}.csv", text.getvalue().encode())


def _article(annotated: Annotated) -> dict[str, Any]:
    article = annotated.article
    return {
        "slug": article.slug,
        "title": article.title,
        "headline": article.headline,
        "date": article.date,
        "publisher": article.publisher,
        "byline": article.byline,
        "dateline": article.dateline,
        "url": article.url,
        "archived": article.archived,
        "captured": article.captured,
        "language": article.language,
        "rights": article.rights,
        "original": article.original,
        "sha256": article.sha256,
        "same_origin": article.same_origin,
        "paragraphs": [
            {"anchor": each.anchor, "text": each.text} if each.text else {"anchor": each.anchor}
            for each in annotated.paragraphs
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    point = entity.coordinates
    return {
        "slug": entity.slug,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": [{"text": each.text, "language": each.language} for each in entity.aliases],
        "wikidata": entity.wikidata,
        "coordinates": point
        and {
            "latitude": point.latitude,
            "longitude": point.longitude,
            "precision": point.precision,
        },
        "within": entity.within,
        "not": entity.not_same,
        "roles": [{"title": each.title, "of": each.of, "when": each.when} for each in entity.roles],
        "description": entity.description,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "slug": event.slug,
        "title": event.title,
        "edtf": event.edtf,
        "kind": event.kind,
        "places": event.places,
        "actors": event.actors,
        "evidence": [{"article": each.article, "anchor": each.anchor} for each in event.evidence],
        "status": event.status,
        "description": event.description,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "slug": claim.slug,
        "title": claim.title,
        "measure": claim.measure,
        "unit": claim.unit,
        "scope": claim.scope,
        "places": claim.places,
        "note": claim.note,
        "statements": [_statement(each, claim) for each in claim.statements],
    }


def _statement(statement: Statement, claim: Claim) -> dict[str, Any]:
    return {
        "low": statement.low,
        "high": statement.high,
        "approximate": statement.approximate,
        "unit": statement.unit or claim.unit,
        "scope": statement.scope or claim.scope,
        "as_of": statement.as_of,
        "said_by": statement.said_by,
        "said_by_words": statement.said_by_words,
        "origin": statement.origin,
        "reported_by": statement.reported_by,
        "anchor": statement.anchor,
        "quote": statement.quote,
        "stance": statement.stance,
        "note": statement.note,
    }


def _mentions(articles: Iterable[Annotated]) -> Iterator[_Row]:
    for annotated in articles:
        for each in annotated.mentions:
            place = (annotated.article.slug, each.anchor, each.start, each.end)
            yield (*place, each.surface, each.entity)


def _dates(articles: Iterable[Annotated]) -> Iterator[_Row]:
    for annotated in articles:
        for each in annotated.dates:
            place = (annotated.article.slug, each.anchor, each.start, each.end)
            yield (*place, each.surface, each.edtf, each.timex_type, each.timex_value)


def _figures(articles: Iterable[Annotated]) -> Iterator[_Row]:
    for annotated in articles:
        for each in annotated.figures:
            place = (annotated.article.slug, each.anchor, each.start, each.end)
            amount = (_number(each.low), _number(each.high), each.unit)
            speaker = (each.said_by, each.said_by_surface, each.cue_surface)
            yield (*place, each.surface, *amount, *speaker)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
