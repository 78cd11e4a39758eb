"""Turn the exports' objects into the files with a header that a curator would have written.

The keys are those of the JSON files of `data/`, the files those of docs/formats.md. A text file is
given as its path in the content folder and its text; same objects, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...corpus.addresses import FOLDERS
from ...corpus.header import FENCE

Thing = Mapping[str, Any]
TextFile = tuple[str, str]


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


def page_file(path: str, title: str, slug: str, body: str) -> TextFile:
    """Return one of Pelican's own pages."""
    return path, _headed((("title", title), ("slug", slug)), body)


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
