"""Say what the corpus is: all of the content, with the lookups that several views need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from ..edtf import bounds
from .articles import Annotated, Article, Mention, Paragraph
from .claims import Claim, Statement
from .cleanings import Cleaning
from .entities import Entity
from .events import Event
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Titles:
    """What the collection is called in another language; what is empty stays as it was."""

    language: str
    title: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the collection says of itself: its title and one line about it.

    `others` are these in other languages. `translated`: `language` is that of the interface, and
    not the one that the collection is written in.
    """

    title: str = ""
    subtitle: str = ""
    language: str = "en"
    edition: str = "full"
    others: tuple[Titles, ...] = ()
    translated: bool = False

    def spoken(self, language: str) -> Site:
        """Return the site with its titles in another language, where it has them."""
        if language == self.language:
            return self
        found = next((each for each in self.others if each.language == language), Titles(language))
        return replace(
            self,
            title=found.title or self.title,
            subtitle=found.subtitle or self.subtitle,
            language=language,
            translated=True,
        )


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention in its paragraph in its article: what a page about an entity lists."""

    annotated: Annotated
    paragraph: Paragraph
    mention: Mention


@dataclass(frozen=True)
class Corpus:
    """All of the content, checked and frozen, with the lookups that more than one view needs.

    Everything is sorted: articles by date then slug, the rest by slug (events by date). It has no
    slots, since the lookups are computed once, when first asked for. `entities` are those that
    have a page of their own; `merged` were merged into one of them by `same_as`. `events` are
    confirmed; what the machine found, and nobody has confirmed, is apart from them in `found`.
    """

    site: Site = Site()
    articles: tuple[Annotated, ...] = ()
    entities: tuple[Entity, ...] = ()
    merged: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    cleanings: tuple[Cleaning, ...] = ()
    drafts: tuple[Article, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    found: tuple[Event, ...] = ()

    def spoken(self, language: str) -> Corpus:
        """Return the same corpus for an interface in another language, its lookups with it."""
        other = copy(self)
        object.__setattr__(other, "site", self.site.spoken(language))
        return other

    @cached_property
    def article(self) -> Mapping[str, Annotated]:
        """Map an article's slug to the article."""
        return {each.article.slug: each for each in self.articles}

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """Map an entity's slug to the entity."""
        return {each.slug: each for each in self.entities}

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Map an event's slug to the event."""
        return {each.slug: each for each in self.events}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Map a claim's slug to the claim."""
        return {each.slug: each for each in self.claims}

    @cached_property
    def cleaning(self) -> Mapping[str, Cleaning]:
        """Map an article's slug to what the import removed from its capture."""
        return {each.article: each for each in self.cleanings}

    @cached_property
    def publishers(self) -> tuple[Entity, ...]:
        """Return the entities that published at least one article, by slug."""
        slugs = {each.article.publisher for each in self.articles}
        return tuple(each for each in self.entities if each.slug in slugs)

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """Return the first and the last day that an article may be of; None where none is known."""
        days = [day for each in self.articles if (day := bounds(each.article.date)[0])]
        return (min(days), max(days)) if days else None

    @cached_property
    def articles_of(self) -> Mapping[str, tuple[Annotated, ...]]:
        """Map a publisher's slug to its articles, by date."""
        return _grouped((each.article.publisher, each) for each in self.articles)

    @cached_property
    def sightings_of(self) -> Mapping[str, tuple[Sighting, ...]]:
        """Map an entity's slug to all of its mentions, by article date and place in the text."""
        return _grouped(
            (mention.entity, Sighting(each, paragraphs[mention.anchor], mention))
            for each in self.articles
            for paragraphs in [{paragraph.anchor: paragraph for paragraph in each.paragraphs}]
            for mention in each.mentions
            if mention.anchor in paragraphs
        )

    @cached_property
    def spellings_of(self) -> Mapping[str, tuple[tuple[str, str, int], ...]]:
        """Map an entity's slug to (publisher, printed form, times), in the order of the texts."""
        counts: dict[str, dict[tuple[str, str], int]] = {}
        for each in self.articles:
            for mention in each.mentions:
                if mention.surface:
                    forms = counts.setdefault(mention.entity, {})
                    key = (each.article.publisher, mention.surface)
                    forms[key] = forms.get(key, 0) + 1
        return {
            slug: tuple((*key, times) for key, times in forms.items())
            for slug, forms in counts.items()
        }

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """Map a publisher's slug to those of the entities that its articles name."""
        return _grouped(
            (publisher, slug)
            for slug, forms in self.spellings_of.items()
            for publisher in dict.fromkeys(publisher for publisher, _, _ in forms)
        )

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Map an entity's slug to the events that name it as place or actor, by date."""
        return _grouped(
            (slug, event)
            for event in self.events
            for slug in dict.fromkeys((*event.places, *event.actors))
        )

    @cached_property
    def events_in(self) -> Mapping[str, tuple[Event, ...]]:
        """Map an article's slug to the events that it is evidence of, by date."""
        return _grouped(
            (slug, event)
            for event in self.events
            for slug in dict.fromkeys(each.article for each in event.evidence)
        )

    @cached_property
    def statements_by(self) -> Mapping[str, tuple[tuple[Claim, Statement], ...]]:
        """Map an entity's slug to the statements that it made."""
        return _grouped(
            (each.said_by, (claim, each)) for claim in self.claims for each in claim.statements
        )

    @cached_property
    def statements_in(self) -> Mapping[str, tuple[tuple[Claim, Statement], ...]]:
        """Map an article's slug to the statements that it reports."""
        return _grouped(
            (each.reported_by, (claim, each)) for claim in self.claims for each in claim.statements
        )

    @cached_property
    def claims_about(self) -> Mapping[str, tuple[Claim, ...]]:
        """Map a place's slug to the claims about it, by slug."""
        return _grouped((place, claim) for claim in self.claims for place in claim.places)

    @cached_property
    def places_in(self) -> Mapping[str, tuple[Entity, ...]]:
        """Map an entity's slug to the entities that lie within it."""
        return _grouped((each.within, each) for each in self.entities if each.within)


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
