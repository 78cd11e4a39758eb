"""Say what the corpus is made of: the frozen dataclasses that pass between the rooms.

The words are those of docs/formats.md. Offsets are in code points of a paragraph's text, half
open (`start` included, `end` not), and `surface == text[start:end]` always holds. Dates are EDTF
strings (ISO 8601-2:2019, Library of Congress profile); an empty string means "not known".
"""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = ("person", "group", "place", "organisation", "work")
PRECISIONS = ("point", "district", "city", "region", "country")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the content: a file's path relative to the content folder, and a line (1 is first)."""

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
    """A point in WGS 84 decimal degrees, with the size of what it stands for (one of PRECISIONS)."""

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
    extra: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    body_line: int = 1
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with all that was found in it. `html` is the body, annotated and sanitized.

    `html` links as from a page in the folder `articles/`.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]
    html: str

    def paragraph(self, anchor: str) -> Paragraph | None:
        """Return the paragraph that has, or had, this anchor."""
        for paragraph in self.paragraphs:
            if paragraph.anchor == anchor or anchor in paragraph.past:
                return paragraph
        return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paragraph of an article that reports something: the article's slug and the anchor."""

    article: str
    anchor: str
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `kind` is a word of the timeline's list; `status` found or confirmed."""

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
class Site:
    """What the collection says of itself: its title and one line about it."""

    title: str = ""
    subtitle: str = ""
    language: str = "en"
    edition: str = "full"


@dataclass(frozen=True, slots=True)
class Corpus:
    """All of the content, checked and frozen. Everything is sorted: articles by date then slug,
    the rest by slug.
    """

    site: Site = Site()
    articles: tuple[Annotated, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    drafts: tuple[Article, ...] = field(default=())
