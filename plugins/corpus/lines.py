"""Say what a list shows of an article, an entity, an event or a statement.

A line is ready to print: names are written out, addresses are relative to the site's root. Dates
stay EDTF, since the template puts them into the page's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from bs4 import BeautifulSoup
from markdown import Markdown

from .addresses import article_page, claim_page, entity_page, event_page, publisher_page
from .model import Annotated, Article, Claim, Corpus, Entity, Event, Statement
from .sentences import sentences
from .wording import figure_words

_GIST_LENGTH = 220


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in a list. `gist` is its description's first sentence, `mentions` their number.

    `name` is in the page's language where the entity has a name in it, and `registered` then the
    registry's own; else `arabic` is its Arabic one, and `registered` is empty.
    """

    slug: str
    kind: str
    name: str
    path: str
    arabic: str = ""
    gist: str = ""
    mentions: int = 0
    registered: str = ""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list. `path` may end in a paragraph's anchor."""

    slug: str
    title: str
    path: str
    date: str
    publisher: str
    publisher_path: str
    byline: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list; `reports` is the number of paragraphs that are its evidence."""

    slug: str
    title: str
    path: str
    edtf: str
    kind: str
    status: str
    reports: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in a list: what (`figure` in words), of which claim, who said it, where."""

    claim: str
    claim_path: str
    figure: str
    as_of: str
    speaker: EntityLine | None
    speaker_words: str
    report: ArticleLine
    quote: str
    stance: str
    note: str


def entity_line(corpus: Corpus, entity: Entity) -> EntityLine:
    """Return an entity as a list shows it; `counted_line` counts its mentions as well.

    To count them here would have every page that names it made again with each report.
    """
    name = name_of(corpus, entity)
    is_own = name == entity.name
    return EntityLine(
        slug=entity.slug,
        kind=entity.kind,
        name=name,
        path=entity_page(entity.kind, entity.slug),
        arabic=next(iter(entity.names_in("ar")), "") if is_own else "",
        gist=gist(entity.description),
        registered="" if is_own else entity.name,
    )


def counted_line(corpus: Corpus, entity: Entity) -> EntityLine:
    """Return an entity as a list shows it that has the number of its mentions."""
    mentions = len(corpus.sightings_of.get(entity.slug, ()))
    return replace(entity_line(corpus, entity), mentions=mentions)


def name_of(corpus: Corpus, entity: Entity) -> str:
    """Return the entity's name in the language of the page, else as the registry has it."""
    names = entity.names_in(corpus.site.language) if corpus.site.translated else ()
    return names[0] if names else entity.name


def known_entity(corpus: Corpus, slug: str) -> EntityLine | None:
    """Return the line of the entity with this slug, None where there is none."""
    entity = corpus.entity.get(slug)
    return entity_line(corpus, entity) if entity else None


def article_line(corpus: Corpus, article: Article, anchor: str = "") -> ArticleLine:
    """Return an article, or one of its paragraphs, as a list shows it."""
    return ArticleLine(
        slug=article.slug,
        title=article.title,
        path=article_page(article.slug, anchor),
        date=article.date,
        publisher=shown_publisher(corpus, article),
        publisher_path=publisher_page(article.publisher),
        byline=article.byline,
        language=article.language,
    )


def event_line(event: Event) -> EventLine:
    """Return an event as a list shows it."""
    return EventLine(
        event.slug,
        event.title,
        event_page(event.slug),
        event.edtf,
        event.kind,
        event.status,
        len(event.evidence),
    )


def statement_line(corpus: Corpus, claim: Claim, statement: Statement) -> StatementLine | None:
    """Return a statement as a list shows it; None where its article is not in the corpus."""
    reported = corpus.article.get(statement.reported_by)
    if reported is None:
        return None
    return StatementLine(
        claim=claim.title,
        claim_path=claim_page(claim.slug),
        figure=statement_figure(claim, statement, corpus.site.language),
        as_of=statement.as_of,
        speaker=known_entity(corpus, statement.said_by),
        speaker_words=statement.said_by_words,
        report=article_line(corpus, reported.article, statement.anchor),
        quote=statement.quote,
        stance=statement.stance,
        note=statement.note,
    )


def statement_lines(
    corpus: Corpus, statements: Iterable[tuple[Claim, Statement]]
) -> tuple[StatementLine, ...]:
    """Return statements as a list shows them, without those whose article is not in the corpus."""
    lines = (statement_line(corpus, claim, statement) for claim, statement in statements)
    return tuple(line for line in lines if line)


def statement_figure(claim: Claim, statement: Statement, language: str) -> str:
    """Return what a statement says, in words, with its unit (else the claim's)."""
    return figure_words(
        statement.low,
        statement.high,
        approximate=statement.approximate,
        unit=statement.unit or claim.unit,
        locale=language,
    )


def publisher_name(corpus: Corpus, article: Article) -> str:
    """Return the publisher's name as it is cited, or its slug where nobody described it."""
    publisher = corpus.entity.get(article.publisher)
    return publisher.name if publisher else article.publisher


def shown_publisher(corpus: Corpus, article: Article) -> str:
    """Return the publisher's name in the language of the page, or its slug."""
    publisher = corpus.entity.get(article.publisher)
    return name_of(corpus, publisher) if publisher else article.publisher


def is_withheld(corpus: Corpus, annotated: Annotated) -> bool:
    """Tell whether this edition leaves out the article's text."""
    return corpus.site.edition == "public" and annotated.article.rights == "restricted"


@lru_cache(maxsize=65536)
def gist(description: str) -> str:
    """Return the first sentence of a description (Markdown) as plain text."""
    return first_sentence(plain_text(description))


def first_sentence(text: str) -> str:
    """Return the first sentence of a plain text, cut after a word at 220 characters."""
    start, end = next(sentences(text), (0, 0))
    first = text[start:end]
    if len(first) <= _GIST_LENGTH:
        return first
    return first[:_GIST_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


@lru_cache(maxsize=65536)
def plain_text(description: str) -> str:
    """Return Markdown without its marks, on one line."""
    if not description.strip():
        return ""
    soup = BeautifulSoup(_parser().reset().convert(description), "html.parser")
    return " ".join(soup.get_text().split())


@cache
def _parser() -> Markdown:
    """Return the one parser of this process: making one costs more than using it."""
    return Markdown()
