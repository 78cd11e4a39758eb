"""Describe the JSON files by JSON Schema (2020-12): `data/schemas/<name>.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..corpus.model import KINDS, PRECISIONS
from ..corpus.schema import EVENT_KINDS
from ..writing.page import File
from .json_text import dumped

_TEXT = {"type": "string"}
_NUMBER = {"type": ["number", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
_EDTF = {"type": "string", "description": "EDTF; empty where it is not known"}
Schema = dict[str, Any]


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    """Return an object with these properties, and no others."""
    return {
        "type": "object",
        "properties": properties | (optional or {}),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_ARTICLE = _object(
    {
        **dict.fromkeys(("slug", "title", "headline", "publisher", "byline", "dateline"), _TEXT),
        **dict.fromkeys(("url", "archived", "language", "original"), _TEXT),
        **dict.fromkeys(("date", "captured"), _EDTF),
        "rights": {"enum": ["public", "restricted"]},
        "sha256": {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
        "same_origin": _TEXTS,
        "paragraphs": _list(_object({"anchor": _TEXT}, {"text": _TEXT, "past": _TEXTS})),
        "unlink": _TEXTS,
        "corrections": _list(_object({"date": _EDTF, "text": _TEXT})),
        "extra": {"type": "object", "additionalProperties": _TEXT},
    },
    {"body": {"type": "string", "description": "Markdown, where the paragraphs do not say all"}},
)
_ALIAS = _object(
    {"text": _TEXT, "language": _TEXT},
    {"exact": {"const": True}, "surname": {"const": True}, "near": _TEXTS},
)
_POINT = _object(
    {
        "latitude": {"type": "number", "minimum": -90, "maximum": 90},
        "longitude": {"type": "number", "minimum": -180, "maximum": 180},
        "precision": {"enum": list(PRECISIONS)},
    }
)
_ENTITY = _object(
    {
        **dict.fromkeys(("slug", "name", "within", "same_as", "homepage", "description"), _TEXT),
        "kind": {"enum": list(KINDS)},
        "aliases": _list(_ALIAS),
        "wikidata": {"type": "string", "pattern": "^(Q[1-9][0-9]*)?$"},
        "coordinates": {"anyOf": [_POINT, {"type": "null"}]},
        "not": _TEXTS,
        "roles": _list(_object({"title": _TEXT, "of": _TEXT, "when": _EDTF})),
    }
)
_STATUS = {"enum": ["found", "confirmed"]}
_EVENT = _object(
    {
        **dict.fromkeys(("slug", "title", "description"), _TEXT),
        "edtf": _EDTF,
        "kind": {"enum": ["", *EVENT_KINDS]},
        "places": _TEXTS,
        "actors": _TEXTS,
        "evidence": _list(_object({"article": _TEXT, "anchor": _TEXT, "status": _STATUS})),
        "status": _STATUS,
    }
)
_STATEMENT = _object(
    {
        **dict.fromkeys(("low", "high"), _NUMBER),
        "approximate": {"type": "boolean"},
        "as_of": _EDTF,
        **dict.fromkeys(("unit", "scope", "said_by", "said_by_words", "origin"), _TEXT),
        **dict.fromkeys(("reported_by", "anchor", "quote", "stance", "note"), _TEXT),
    }
)
_CLAIM = _object(
    {
        **dict.fromkeys(("slug", "title", "measure", "unit", "scope", "note"), _TEXT),
        "places": _TEXTS,
        "statements": _list(_STATEMENT),
    }
)
_LISTS: dict[str, Schema] = {
    "articles": {"articles": _list(_ARTICLE)},
    "entities": {"entities": _list(_ENTITY), "merged": _list(_ENTITY)},
    "events": {"events": _list(_EVENT)},
    "claims": {"claims": _list(_CLAIM)},
}
_COUNT = {"type": "integer", "minimum": 0}
_TITLES = _object({"title": _TEXT, "subtitle": _TEXT})
_BUILD: Schema = {
    **dict.fromkeys(("title", "subtitle", "language"), _TEXT),
    "edition": {"enum": ["full", "public"]},
    "counts": _object(dict.fromkeys(("articles", "entities", "events", "found", "claims"), _COUNT)),
    "titles": {
        "type": "object",
        "additionalProperties": _TITLES,
        "description": "titles in other languages of the interface",
    },
}


def schema_files() -> Iterator[File]:
    """Yield the schema of each JSON file that is the archive's own."""
    for name, parts in {**_LISTS, "build": _BUILD}.items():
        described = _object({"schema": {"const": 1}, **parts})
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
        yield File(f"data/schemas/{name}.schema.json", dumped({"title": name, **schema}))
