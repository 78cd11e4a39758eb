"""Say how a sentence names the entities in it, and which are places and actors of its event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...corpus.model import Entity, Mention
from .signs import Sign
from .telling import speaking

_LOCATES = re.compile(
    r"\b(?:in|into|inside|at|near|around|across|over|from|to|toward|towards|on|outside|"
    r"through|throughout)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\b|-\w")
_SHORT = ("US", "U.S.", "UK", "U.K.")  # before a noun they are adjectives: "U.S. troops"
_BESIDE = 5  # characters between a verb and what is done to: "entered Norden"
# What a report was filed from: "NORDEN:", "LOWER NORDEN, Norden —", at a paragraph's beginning.
_FILED = re.compile(
    r"[A-Z][A-Z .'/-]+(?:, [A-Z][\w. ]+)?(?: \([\w ]+\))?\s*(?::|—|–|--|-(?=\s))\s*"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a sentence names.

    `located`: behind a word of place ("in"); `owns`: as an attribute ("Norden's", "Norden-born");
    `before`: ahead of the word that tells of the event; `speaks`: as who says it.
    """

    entity: str
    distance: int
    located: bool = False
    owns: bool = False
    before: bool = False
    speaks: bool = False


def filed_until(text: str) -> int:
    """Return where the text begins behind the place that a report was filed from, if any."""
    found = _FILED.match(text)
    return found.end() if found else 0


def named(
    text: str, offset: int, mentions: Iterable[Mention], sign: Sign, signs: Sequence[Sign]
) -> Iterator[Named]:
    """Yield how each of the mentions of a sentence is named, nearest to the event's word first."""
    stretches = tuple(speaking(text, signs))
    found = []
    for each in mentions:
        start, end = each.start - offset, each.end - offset
        found.append(
            Named(
                entity=each.entity,
                distance=min(abs(start - sign.end), abs(sign.start - end)),
                located=bool(_LOCATES.search(text[max(0, start - 40) : start])),
                owns=bool(_OWNS.match(text, end))
                or (each.surface in _SHORT and text[end : end + 2].strip().isalpha()),
                before=end <= sign.start,
                speaks=any(low <= start < high for low, high in stretches),
            )
        )
    return iter(sorted(found, key=lambda each: each.distance))


def places_of(names: Iterable[Named], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return the places of the event, those that the sentence locates it in first.

    A country counts only where something lies in it or is done to it; the one that acts, or that
    owns something, is no place. Left out are places that contain another of them.
    """
    places = [
        each
        for each in names
        if entities[each.entity].kind == "place"
        and not (_is_country(entities[each.entity]) and (_acts(each) or each.owns))
        and not (each.speaks and not each.located)
    ]
    slugs = dict.fromkeys(each.entity for each in sorted(places, key=lambda each: not each.located))
    around = {outer for slug in slugs for outer in _around(slug, entities)}
    return tuple(slug for slug in slugs if slug not in around)


def actors_of(names: Iterable[Named], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return who took part: people, groups and organisations, and countries that act."""
    return tuple(
        dict.fromkeys(
            each.entity
            for each in names
            if not each.speaks
            and (
                entities[each.entity].kind in ("group", "person", "organisation")
                or (_is_country(entities[each.entity]) and _acts(each) and not each.owns)
            )
        )
    )


def _acts(name: Named) -> bool:
    """Tell whether a country does something, for all that the words around it say."""
    return not name.located and (name.before or name.distance > _BESIDE)


def _is_country(entity: Entity) -> bool:
    return entity.coordinates is not None and entity.coordinates.precision == "country"


def _around(slug: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    """Yield the slugs of all that a place lies within; a circle is gone round once."""
    seen = {slug}
    outer = entities[slug].within
    while outer in entities and outer not in seen:
        seen.add(outer)
        yield outer
        outer = entities[outer].within
