"""Say what an article is, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Where


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
