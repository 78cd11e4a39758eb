"""Compare the names that a publisher uses with those that the others use for the same things."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..corpus.lines import EntityLine, entity_line
from ..corpus.model import Corpus


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling and how often it is printed."""

    form: str
    times: int


@dataclass(frozen=True, slots=True)
class Naming:
    """An entity that this publisher spells in a way of its own, and how the others spell it."""

    entity: EntityLine
    own: tuple[Form, ...]
    others: tuple[Form, ...]


def own_names(corpus: Corpus, publisher: str) -> tuple[Naming, ...]:
    """Return the entities with a form only this publisher uses where others have forms it lacks.

    Sorted by the entity's name.
    """
    found = (_naming(corpus, publisher, slug) for slug in corpus.named_by.get(publisher, ()))
    return tuple(sorted((each for each in found if each), key=lambda each: each.entity.name))


def _naming(corpus: Corpus, publisher: str, slug: str) -> Naming | None:
    own: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for whose, form, times in corpus.spellings_of[slug]:
        (own if whose == publisher else others)[form] += times
    differs = own and others and slug in corpus.entity and set(own) - set(others)
    if not (differs and set(others) - set(own)):
        return None
    return Naming(entity_line(corpus, corpus.entity[slug]), _forms(own), _forms(others))


def _forms(counts: Counter[str]) -> tuple[Form, ...]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Form(form, times) for form, times in ordered)
