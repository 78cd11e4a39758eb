"""Count how each publisher spells an entity's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..corpus.addresses import publisher_page
from ..corpus.lines import shown_publisher
from ..corpus.model import Corpus, Entity, Sighting


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher that uses a spelling, and how often."""

    name: str
    path: str
    times: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form of the name as articles print it, with who uses it. `outlets` may be empty."""

    form: str
    times: int
    outlets: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A form that the registry knows and no article prints."""

    form: str
    language: str


def spellings(corpus: Corpus, sightings: Iterable[Sighting]) -> tuple[Spelling, ...]:
    """Return the printed forms, the most frequent first, ties by form.

    A mention in a text that the edition withholds has no form.
    """
    counts: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for each in sightings:
        if not each.mention.surface:
            continue
        article = each.annotated.article
        names[article.publisher] = shown_publisher(corpus, article)
        counts.setdefault(each.mention.surface, Counter())[article.publisher] += 1
    found = (
        Spelling(form, sum(outlets.values()), _outlets(outlets, names))
        for form, outlets in counts.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.times, each.form)))


def other_forms(entity: Entity, printed: Iterable[Spelling]) -> tuple[OtherForm, ...]:
    """Return the name and the aliases that no article prints, whatever their case."""
    seen = {each.form.casefold() for each in printed}
    known = ((entity.name, ""), *((each.text, each.language) for each in entity.aliases))
    unseen = {form: language for form, language in known if form.casefold() not in seen}
    return tuple(OtherForm(form, language) for form, language in unseen.items())


def _outlets(counts: Counter[str], names: dict[str, str]) -> tuple[Outlet, ...]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Outlet(names[slug], publisher_page(slug), times) for slug, times in ordered)
