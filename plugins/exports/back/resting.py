"""Leave out what rests on what an edition has not: no quote or link could be resolved there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Thing = Mapping[str, Any]
Known = Mapping[str, set[str]]  # a kind of link, and the slugs that it may lead to
# Within the brackets of an address may stand a replacement, which has brackets of its own.
_LINK = re.compile(
    r"\[(?P<words>[^][]*(?:\[[^][]*\][^][]*)*)\]"
    r"\((?P<kind>entity|article|event|claim):(?P<slug>[^()]*)\)"
)


@dataclass(frozen=True, slots=True)
class Exported:
    """The objects of the JSON files; `entities` are those with a page and those merged."""

    build: Thing
    articles: Sequence[Thing]
    entities: Sequence[Thing]
    events: Sequence[Thing]
    claims: Sequence[Thing]


def with_texts(exported: Exported) -> tuple[Exported, tuple[str, ...]]:
    """Return the exports without the articles that have no text here, and those articles' slugs.

    With them go the evidence and the statements that stand in them, an event or a claim that is
    left with none, statements whose quote is masked otherwise than its paragraph, and links to
    what is not there: their words stay.
    """
    missing = tuple(each["slug"] for each in exported.articles if not _has_text(each))
    present = [each for each in exported.articles if each["slug"] not in missing]
    texts = {
        (each["slug"], one["anchor"]): one.get("text", "")
        for each in present
        for one in each["paragraphs"]
    }
    events = _resting(
        exported.events, "evidence", lambda one: (one["article"], one["anchor"]) in texts
    )
    claims = _resting(
        exported.claims,
        "statements",
        lambda one: one["quote"] in texts.get((one["reported_by"], one["anchor"]), ""),
    )
    known = {
        "article": {each["slug"] for each in present},
        "entity": {each["slug"] for each in exported.entities},
        "event": {each["slug"] for each in events},
        "claim": {each["slug"] for each in claims},
    }
    articles = [_article(each, known) for each in present]
    entities = [_described(each, known) for each in exported.entities]
    events = [_described(each, known) for each in events]
    return Exported(exported.build, articles, entities, events, claims), missing


def _article(article: Thing, known: Known) -> Thing:
    same = [slug for slug in article["same_origin"] if slug in known["article"]]
    body = {"body": _relinked(article["body"], known)} if "body" in article else {}
    return {**article, "same_origin": same, **body}


def _described(thing: Thing, known: Known) -> Thing:
    return {**thing, "description": _relinked(thing["description"], known)}


def _relinked(text: str, known: Known) -> str:
    """Return Markdown whose links lead to what is known; of the others the words are left."""

    def link(found: re.Match[str]) -> str:
        leads = found["slug"] in known[found["kind"]]
        return found[0] if leads else found["words"]

    return _LINK.sub(link, text)


def _has_text(article: Thing) -> bool:
    return any(each.get("text") for each in article["paragraphs"])


def _resting(things: Sequence[Thing], key: str, rests: Callable[[Thing], bool]) -> list[Thing]:
    """Return the things that rest on something, with that alone."""
    kept = [{**each, key: [part for part in each[key] if rests(part)]} for each in things]
    return [each for each in kept if each[key]]
