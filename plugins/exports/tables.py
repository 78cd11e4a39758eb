"""Write the corpus as tables and objects under `data/`, for other programs.

docs/formats.md describes each file; `SCHEMA` counts up when a field changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..corpus.lines import is_withheld
from ..corpus.model import Alias, Annotated, Claim, Corpus, Entity, Event, Paragraph, Statement
from ..writing.page import File
from .dates import all_events
from .json_text import dumped, encode, listed

SCHEMA = 1


def files(corpus: Corpus) -> Iterator[File]:
    """Yield the JSON files of `data/`: all that is needed to make the collection again."""
    bodies = (_article(each, withheld=is_withheld(corpus, each)) for each in corpus.articles)
    yield _json("articles", bodies)
    merged = ",\n".join(encode(entity_object(each)) for each in corpus.merged)
    yield _json(
        "entities", (entity_object(each) for each in corpus.entities), f'],"merged":[{merged}]}}'
    )
    yield _json("events", (_event(each) for each in all_events(corpus)))
    yield _json("claims", (_claim(each) for each in corpus.claims))
    yield build_file(corpus)


def build_file(corpus: Corpus) -> File:
    """Return what says which collection this is, and how much it holds."""
    counts = {
        "articles": len(corpus.articles),
        "entities": len(corpus.entities),
        "events": len(corpus.events),
        "found": len(corpus.found),
        "claims": len(corpus.claims),
    }
    site = corpus.site
    titles = {
        each.language: {"title": each.title, "subtitle": each.subtitle} for each in site.others
    }
    told = {"title": site.title, "edition": site.edition, "counts": counts}
    more = {"subtitle": site.subtitle, "language": site.language, "titles": titles}
    return File("data/build.json", dumped({"schema": SCHEMA, **told, **more}))


def _json(name: str, rows: Iterable[object], tail: str = "]}") -> File:
    return File(f"data/{name}.json", listed(rows, f'{{"schema":{SCHEMA},"{name}":[', tail))


def _article(annotated: Annotated, *, withheld: bool) -> dict[str, Any]:
    """Return an article; `body` is left out where the paragraphs' texts say all of it."""
    article = annotated.article
    body = "" if withheld else article.body.strip()
    plain = "\n\n".join(each.text for each in annotated.paragraphs)
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
        "paragraphs": [_paragraph(each) for each in annotated.paragraphs],
        "unlink": article.unlink,
        "extra": dict(article.extra),
        "corrections": [{"date": each.date, "text": each.text} for each in article.corrections],
        **({"body": body} if body != plain else {}),
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph; `past` are anchors that still lead to it."""
    parts = {"anchor": paragraph.anchor, "text": paragraph.text, "past": paragraph.past}
    return {name: value for name, value in parts.items() if value}


def entity_object(entity: Entity) -> dict[str, Any]:
    """Return an entity as entities.json has it."""
    point = entity.coordinates
    return {
        "slug": entity.slug,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": [_alias(each) for each in entity.aliases],
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
        "same_as": entity.same_as,
        "homepage": entity.homepage,
        "description": entity.description,
    }


def _alias(alias: Alias) -> dict[str, Any]:
    """Return an alias; of its options those that it has."""
    options = {"exact": alias.exact, "surname": alias.surname, "near": alias.near}
    given = {name: value for name, value in options.items() if value}
    return {"text": alias.text, "language": alias.language, **given}


def _event(event: Event) -> dict[str, Any]:
    return {
        "slug": event.slug,
        "title": event.title,
        "edtf": event.edtf,
        "kind": event.kind,
        "places": event.places,
        "actors": event.actors,
        "evidence": [
            {
                "article": each.article,
                "anchor": each.anchor,
                "status": "found" if each.found else "confirmed",
            }
            for each in event.evidence
        ],
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
