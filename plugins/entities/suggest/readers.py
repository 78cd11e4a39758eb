"""Suggest what readers have annotated: Web Annotations that lie in `content/annotations/`.

An annotation that links words to an entity's page or Wikidata item suggests an alias; a tag that
is a kind of entity suggests a new one; any other text is a note for the curator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...corpus.addresses import KIND_OF_FOLDER
from ...corpus.model import KINDS, Corpus, Entity
from ...corpus.problems import Problem
from .proposal import ALIAS, NEW, Change, Suggestion
from .selecting import Selected, as_list, selected

FOLDER = "annotations"
_PAGE = re.compile(r"(?:.*/)?(?P<folder>[a-z]+)/(?P<slug>[a-z0-9-]+)\.html(?:#.*)?\Z")
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(?P<item>Q[0-9]+)\Z")
# The names that our own exports give: what Sijill found itself is no suggestion.
_OWN = re.compile(r"(?:.*#)?(?:mention|date|figure):[a-z0-9-]+:[\w-]+:[0-9]+-[0-9]+\Z")
Annotation = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader remarked on words of an article."""

    selected: Selected
    text: str
    creator: str

    def __str__(self) -> str:
        """Return the note as a line of the list of suggestions."""
        place = f"{self.selected.annotated.article.slug}#{self.selected.paragraph.anchor}"
        by = f" ({self.creator})" if self.creator else ""
        return f"\u201c{self.selected.surface}\u201d in {place}: {self.text}{by}"


def read_annotations(content: Path) -> tuple[tuple[Annotation, ...], tuple[Problem, ...]]:
    """Return the annotations of a content folder, files in the order of their names."""
    found: list[Annotation] = []
    problems: list[Problem] = []
    for path in sorted((content / FOLDER).glob("*.json*")):
        try:
            found.extend(_annotations(json.loads(path.read_text("utf-8"))))
        except ValueError as error:
            wrong = f"this is no JSON in UTF-8: {error}."
            remedy = "Save the annotations again as JSON-LD."
            name = path.relative_to(content).as_posix()
            problems.append(Problem(name, 1, "ANNOTATION-JSON", wrong, remedy))
    return tuple(found), tuple(problems)


def _annotations(value: object) -> Iterator[Annotation]:
    """Yield the annotations of a list, a page or a collection, or the one that there is."""
    for each in as_list(value):
        if not isinstance(each, Mapping):
            continue
        if "target" in each:
            yield each
        for key in ("first", "items"):
            yield from _annotations(each.get(key))


def suggest_annotated(
    corpus: Corpus, annotations: tuple[Annotation, ...]
) -> tuple[tuple[Suggestion, ...], tuple[Note, ...]]:
    """Return the changes that annotations ask for, and the notes among them."""
    reasons: dict[Change, list[str]] = {}
    notes: dict[Note, None] = {}
    items = {each.wikidata: each for each in corpus.entities if each.wikidata}
    for annotation in annotations:
        if _OWN.match(str(annotation.get("id", ""))):
            continue
        creator = _creator(annotation.get("creator"))
        plain = [{"value": each} for each in as_list(annotation.get("bodyValue"))]
        bodies = [*as_list(annotation.get("body")), *plain]
        for place in selected(corpus, annotation.get("target")):
            for body in bodies:
                change = _change(corpus, items, place, body)
                if change:
                    reasons.setdefault(change, []).append(_reason(place, creator))
                elif text := _text(body):
                    notes[Note(place, text, creator)] = None
    made = (Suggestion(change, tuple(dict.fromkeys(each))) for change, each in reasons.items())
    return tuple(made), tuple(notes)


def _creator(creator: object) -> str:
    if isinstance(creator, Mapping):
        return str(creator.get("name", creator.get("id", "")))
    return creator if isinstance(creator, str) else ""


def _reason(place: Selected, creator: str) -> str:
    where = f"{place.annotated.article.slug}#{place.paragraph.anchor}"
    return f"annotated in {where}" + (f" by {creator}" if creator else "")


def _change(
    corpus: Corpus, items: Mapping[str, Entity], place: Selected, body: object
) -> Change | None:
    """Return the change of the registry that a body asks for; None where it asks for none."""
    entity = _entity(corpus, items, _address(body))
    text = " ".join(place.surface.split())
    if entity:
        known = text in (entity.name, *(each.text for each in entity.aliases))
        return None if known else Change(ALIAS, text, entity.slug)
    if isinstance(body, Mapping) and body.get("purpose") in ("tagging", "classifying"):
        kind = str(body.get("value", "")).strip().lower()
        if kind in KINDS and not _is_named(corpus, text):
            return Change(NEW, text, kind)
    return None


def _address(body: object) -> str:
    if isinstance(body, str):
        return body
    if isinstance(body, Mapping):
        address = body.get("source", body.get("id", ""))
        return address if isinstance(address, str) else ""
    return ""


def _entity(corpus: Corpus, items: Mapping[str, Entity], address: str) -> Entity | None:
    if item := _WIKIDATA.match(address):
        return items.get(item["item"])
    page = _PAGE.match(address)
    entity = corpus.entity.get(page["slug"]) if page else None
    if page and entity and KIND_OF_FOLDER.get(page["folder"]) == entity.kind:
        return entity
    return None


def _is_named(corpus: Corpus, text: str) -> bool:
    return any(
        text in (each.name, *(alias.text for alias in each.aliases)) for each in corpus.entities
    )


def _text(body: object) -> str:
    """Return what a textual body says, on one line; a tag that names a kind says nothing more."""
    if not isinstance(body, Mapping):
        return ""
    value = " ".join(str(body.get("value", "")).split())
    return "" if value.lower() in KINDS else value
