"""Leave out what rests on texts that an edition has not: no quote could be found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Thing = Mapping[str, Any]


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

    With them go the evidence and the statements that stand in them, and an event or a claim that
    is left with none.
    """
    missing = tuple(each["slug"] for each in exported.articles if not _has_text(each))
    articles = [
        {**each, "same_origin": [slug for slug in each["same_origin"] if slug not in missing]}
        for each in exported.articles
        if each["slug"] not in missing
    ]
    events = _resting(exported.events, "evidence", "article", missing)
    claims = _resting(exported.claims, "statements", "reported_by", missing)
    return Exported(exported.build, articles, exported.entities, events, claims), missing


def _has_text(article: Thing) -> bool:
    return any(each.get("text") for each in article["paragraphs"])


def _resting(
    things: Sequence[Thing], key: str, article: str, missing: Sequence[str]
) -> Sequence[Thing]:
    kept = [
        {**each, key: [part for part in each[key] if part[article] not in missing]}
        for each in things
    ]
    return [each for each in kept if each[key]]
