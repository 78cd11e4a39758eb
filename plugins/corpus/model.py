"""Say what the corpus is made of: the frozen dataclasses that pass between the rooms.

The words are those of docs/formats.md. Offsets are in code points of a paragraph's text, half
open (`start` included, `end` not), and `surface == text[start:end]` always holds. Dates are EDTF
strings (ISO 8601-2:2019, Library of Congress profile); an empty string means "not known".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

KINDS = ("person", "group", "place", "organisation", "work")
PRECISIONS = ("point", "district", "city", "region", "country")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the content: a path relative to the content folder, and a line (1 is first)."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of an entity's name.

    `language` is a BCP 47 tag or empty. `exact`: letters must have this very case. `surname`:
    links only after a longer name of the same entity has stood in the same article. `near`: links
    only where one of these words stands in the same paragraph.
    """

    text: str
    language: str = ""
    exact: bool = False
    surname: bool = False
    near: tuple[str, ...] = ()
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in WGS 84 decimal degrees, and the size of what it stands for (see PRECISIONS)."""

    latitude: float
    longitude: float
    precision: str


@dataclass(frozen=True, slots=True)
class Role:
    """What a person or group was: `title`, of an entity (slug, may be empty), when (EDTF)."""

    title: str
    of: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, place, organisation or work. `description` is Markdown."""

    slug: str
    kind: str
    name: str
    aliases: tuple[Alias, ...] = ()
    wikidata: str = ""
    coordinates: Coordinates | None = None
    within: str = ""
    not_same: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    same_as: str = ""
    homepage: str = ""
    description: str = ""
    where: Where = Where("")

    def names_in(self, language: str) -> tuple[str, ...]:
        """Return the aliases that carry this language tag, as written."""
        return tuple(alias.text for alias in self.aliases if alias.language == language)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The unit of citation: plain text, and an anchor that is stable across edits.

    `role` is "p", "quote", "item", "heading" or "cell"; `past` are anchors it had before.
    """

    anchor: str
    text: str
    role: str = "p"
    past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An alias at a place in a paragraph. `explicit`: a curator wrote the link."""

    anchor: str
    start: int
    end: int
    surface: str
    entity: str
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that mean a time.

    `edtf` is empty where the words give no date on a calendar (a bare duration, a set).
    `timex_type` is DATE, TIME, DURATION or SET and `timex_value` its value (TIMEX3, ISO-TimeML).
    """

    anchor: str
    start: int
    end: int
    surface: str
    edtf: str
    timex_type: str
    timex_value: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in the text, with who is said to have said it.

    `low` and `high` are equal for a plain number; None is an open end ("more than 250": low 250,
    high None). `unit` is a lower-case noun ("civilians", "percent", "airstrikes", "USD", "km").
    `said_by` is an entity's slug or empty, `said_by_surface` the words that name the speaker,
    `cue_surface` the words that say that something was said ("told", "according to").
    `approximate`: "about", "roughly", "dozens".
    """

    anchor: str
    start: int
    end: int
    surface: str
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    said_by: str = ""
    said_by_surface: str = ""
    cue_surface: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of an article once published: when (EDTF), and what, in a curator's words."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published report as its file says it. `body` is Markdown; `extra` holds the x- keys."""

    slug: str
    title: str
    date: str
    publisher: str
    body: str
    byline: str = ""
    headline: str = ""
    url: str = ""
    archived: str = ""
    captured: str = ""
    language: str = "en"
    dateline: str = ""
    rights: str = "public"
    original: str = ""
    status: str = "published"
    same_origin: tuple[str, ...] = ()
    unlink: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    body_line: int = 1
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Passage:
    """An outermost element of an article's body: a paragraph, a list, a quotation, a table.

    `html` is annotated and sanitized, and links as from a page in the folder `articles/`;
    `anchors` are those of the paragraphs in it.
    """

    html: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with all that was found in it; its passages in order are its body."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]

    @property
    def html(self) -> str:
        """Return the body as HTML."""
        return "\n".join(passage.html for passage in self.passages)

    def paragraph(self, anchor: str) -> Paragraph | None:
        """Return the paragraph that has, or had, this anchor."""
        for paragraph in self.paragraphs:
            if paragraph.anchor == anchor or anchor in paragraph.past:
                return paragraph
        return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paragraph of an article that reports something: the article's slug and the anchor.

    `quote` holds the words by which a curator named the paragraph, if not by its anchor; of
    `found` evidence, which the machine adds and no curator's file names, it is the sentence.
    """

    article: str
    anchor: str
    quote: str = ""
    where: Where = Where("")
    found: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `kind` is one of schema.EVENT_KINDS; `status` found or confirmed."""

    slug: str
    title: str
    edtf: str
    kind: str = ""
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    status: str = "confirmed"
    description: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its as-of date (EDTF), who said it and which article reported it.

    `quote` stands in that article's paragraph `anchor`, byte for byte. `said_by` is an entity's
    slug, or empty where the article says it in its own voice; `said_by_words` is what the article
    calls a speaker who is no entity. `origin` is the slug of the entity that the number comes
    from, where it is not `said_by`.
    """

    low: float | None
    high: float | None
    as_of: str
    reported_by: str
    anchor: str
    quote: str
    said_by: str = ""
    said_by_words: str = ""
    stance: str = ""
    approximate: bool = False
    unit: str = ""
    scope: str = ""
    origin: str = ""
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a capture's bytes became text: the encoding, by what it was told, what is in doubt.

    `how` is bom, declared, utf-8 or detected, or says which program read a document.
    """

    encoding: str
    how: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A block of a capture that is not in the article: why, what the rule saw, what it says.

    `number` counts the capture's blocks and `first` and `last` its lines, from 1.
    """

    number: int
    first: int
    last: int
    reason: str
    evidence: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of a capture that the import wrote into the article, and the paragraph that it is.

    `anchor` is empty where people took the paragraph away since.
    """

    number: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What the import removed between a capture and its article, in the order of the capture.

    `body` are the hashes of the Markdown paragraphs that the import wrote, `also` the SHA-256 of
    other captures of the same text, `edited` the anchors of paragraphs that people changed or
    added since.
    """

    article: str
    original: str
    sha256: str
    decoding: Decoding
    blocks: tuple[RemovedBlock, ...] = ()
    kept: tuple[KeptBlock, ...] = ()
    body: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements about one quantity: same measure, unit and scope, side by side."""

    slug: str
    title: str
    measure: str
    unit: str
    scope: str
    statements: tuple[Statement, ...] = ()
    places: tuple[str, ...] = ()
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Form:
    """Words that may name a party, and the group of words that they are counted in."""

    words: str
    group: str


@dataclass(frozen=True, slots=True)
class Term:
    """A party that reports call by different words; `party` is an entity's slug or empty.

    `forms` stand group by group, in the order of the file; no words stand in two of them.
    """

    slug: str
    title: str
    party: str = ""
    forms: tuple[Form, ...] = ()
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words whose use is counted, and what a reader should know of the counts."""

    terms: tuple[Term, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the collection says of itself: its title and one line about it."""

    title: str = ""
    subtitle: str = ""
    language: str = "en"
    edition: str = "full"


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
        object.__setattr__(other, "site", replace(self.site, language=language))
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
    def articles_of(self) -> Mapping[str, tuple[Annotated, ...]]:
        """Map a publisher's slug to its articles, by date."""
        return _grouped((each.article.publisher, each) for each in self.articles)

    @cached_property
    def sightings_of(self) -> Mapping[str, tuple[Sighting, ...]]:
        """Map an entity's slug to all of its mentions, by article date and place in the text."""
        return _grouped(
            (mention.entity, Sighting(each, paragraph, mention))
            for each in self.articles
            for paragraph in each.paragraphs
            for mention in each.mentions
            if mention.anchor == paragraph.anchor
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
    def places_in(self) -> Mapping[str, tuple[Entity, ...]]:
        """Map an entity's slug to the entities that lie within it."""
        return _grouped((each.within, each) for each in self.entities if each.within)


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
