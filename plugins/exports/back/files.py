"""Turn the exports' objects into the files that a curator would have written: docs/formats.md.

The keys are those of the JSON files of `data/`. A text file is given as its path in the content
folder and its text; same objects, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...corpus.addresses import FOLDERS
from ...corpus.header import FENCE

Thing = Mapping[str, Any]
TextFile = tuple[str, str]
_STATEMENT_TEXTS = ("as_of", "said_by", "said_by_words", "reported_by", "quote", "stance")


def article_file(article: Thing, *, with_original: bool) -> TextFile:
    """Return an article's file. Without its capture the article cannot name it."""
    keys = ("title", "headline", "date", "publisher", "byline", "url", "archived", "captured")
    head = [
        *((key, article[key]) for key in keys),
        *((key, article[key]) for key in ("language", "dateline", "rights")),
        ("original", article["original"] if with_original else ""),
        ("same-origin", article["same_origin"]),
        ("unlink", article["unlink"]),
        ("corrections", [f"{each['date']}; {each['text']}" for each in article["corrections"]]),
        *((key, value.split("\n")) for key, value in article["extra"].items()),
    ]
    plain = "\n\n".join(each.get("text", "") for each in article["paragraphs"])
    year = article["date"][:4] if article["date"][:4].isdigit() else "undated"
    path = f"articles/{year}/{article['slug']}.md"
    return path, _headed(head, article.get("body", plain))


def entity_file(entity: Thing) -> TextFile:
    """Return an entity's file."""
    point = entity["coordinates"]
    head = [
        ("name", entity["name"]),
        ("aliases", [_alias(each) for each in entity["aliases"]]),
        ("wikidata", entity["wikidata"]),
        ("coordinates", ", ".join(map(str, point.values())) if point else ""),
        ("within", entity["within"]),
        ("not", entity["not"]),
        ("roles", [_role(each) for each in entity["roles"]]),
        ("same-as", entity["same_as"]),
        ("homepage", entity["homepage"]),
    ]
    path = f"entities/{FOLDERS[entity['kind']]}/{entity['slug']}.md"
    return path, _headed(head, entity["description"])


def event_file(event: Thing) -> TextFile:
    """Return an event's file; its evidence is named by anchors.

    What the machine added to the evidence is left out, where there is other evidence.
    """
    named = [each for each in event["evidence"] if not _is_found(each)] or event["evidence"]
    evidence = [f"{each['article']}#{each['anchor']}" for each in named]
    head = [
        ("title", event["title"]),
        ("date", event["edtf"]),
        *((key, event[key]) for key in ("kind", "places", "actors")),
        *(("evidence", evidence), ("status", event["status"])),
    ]
    return f"events/{event['slug']}.md", _headed(head, event["description"])


def is_machines(event: Thing) -> bool:
    """Tell whether an event stands in no file: the machine finds it again."""
    return _is_found(event) and all(_is_found(each) for each in event["evidence"])


def _is_found(thing: Thing) -> bool:
    return thing.get("status") == "found"


def claim_file(claim: Thing) -> TextFile:
    """Return a claim's file; a statement's unit and scope stand there where they are its own."""
    keys = ("title", "measure", "unit", "scope", "places", "note")
    lines = [*_assigned((key, claim[key]) for key in keys)]
    for statement in claim["statements"]:
        lines += ["", "[[statement]]", *_assigned(_statement(statement, claim))]
    return f"claims/{claim['slug']}.toml", "\n".join(lines) + "\n"


def collection_file(build: Thing) -> TextFile:
    """Return what the collection says of itself."""
    pairs = ((key, build[key]) for key in ("title", "subtitle", "language"))
    return "collection.toml", "".join(f"{line}\n" for line in _assigned(pairs))


def _headed(pairs: Iterable[tuple[str, Any]], body: str) -> str:
    """Return a header, without its empty keys, and the text below it."""
    lines = [line for key, value in pairs if value for line in _key(key, value)]
    text = f"{body.strip()}\n" if body.strip() else ""
    return "\n".join((FENCE, *lines, FENCE, text))


def _key(key: str, value: str | list[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {value}"
        return
    yield f"{key}:"
    yield from (f"    {each}" for each in value)


def _alias(alias: Thing) -> str:
    options = [alias["language"]] if alias["language"] else []
    options += [name for name in ("exact", "surname") if alias.get(name)]
    if alias.get("near"):
        options.append(f"near: {', '.join(alias['near'])}")
    return f"{alias['text']} [{'; '.join(options)}]" if options else str(alias["text"])


def _role(role: Thing) -> str:
    return "; ".join((role["title"], role["of"], role["when"])).rstrip("; ")


def _statement(statement: Thing, claim: Thing) -> Iterator[tuple[str, Any]]:
    low, high = statement["low"], statement["high"]
    if low is not None and low == high:
        yield "value", low
    else:
        yield from ((name, end) for name, end in (("low", low), ("high", high)) if end is not None)
    yield from ((key, statement[key]) for key in _STATEMENT_TEXTS)
    yield "approximate", statement["approximate"]
    for key in ("unit", "scope"):
        yield key, "" if statement[key] == claim[key] else statement[key]
    yield from ((key, statement[key]) for key in ("origin", "note"))


def _assigned(pairs: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield `key = value` in TOML for what is not empty."""
    for key, value in pairs:
        if value not in ("", [], False):
            yield f"{key} = {_toml(value)}"
        elif value == 0 and value is not False:
            yield f"{key} = 0"


def _toml(value: object) -> str:
    """Return a value as TOML 1.0: numbers as short as they are, texts as basic strings."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    # JSON's strings are TOML's, but for one control character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
