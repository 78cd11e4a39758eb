"""Say what is noted beside an article's text: its dates as a calendar has them, its figures."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.addresses import claim_page, event_page
from ..corpus.lines import EntityLine, known_entity
from ..corpus.model import Annotated, Claim, Corpus, DateExpression, Event, Figure, Statement
from ..corpus.wording import date_words, figure_words


@dataclass(frozen=True, slots=True)
class DateNote:
    """A date expression with what it means; the event it dates, where a curator confirmed one.

    `tells`: the meaning says more than the words do, so that it is worth a note in the margin.
    """

    anchor: str
    surface: str
    edtf: str
    tells: bool
    event: str = ""
    event_path: str = ""


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A figure with its bounds in words, who is said to have said it, and its claim if any."""

    anchor: str
    surface: str
    words: str
    speaker: EntityLine | None
    speaker_words: str
    claim: str = ""
    claim_path: str = ""


def date_notes(corpus: Corpus, annotated: Annotated) -> tuple[DateNote, ...]:
    """Return a note for each date expression that means a date on a calendar, in text order."""
    return tuple(
        _date_note(corpus, annotated, expression)
        for expression in annotated.dates
        if expression.edtf
    )


def figure_notes(corpus: Corpus, annotated: Annotated) -> tuple[FigureNote, ...]:
    """Return a note for each figure, in text order."""
    return tuple(_figure_note(corpus, annotated, figure) for figure in annotated.figures)


def _date_note(corpus: Corpus, annotated: Annotated, expression: DateExpression) -> DateNote:
    event = _dated_event(corpus, annotated, expression)
    words = date_words(expression.edtf, annotated.article.language)
    return DateNote(
        anchor=expression.anchor,
        surface=expression.surface,
        edtf=expression.edtf,
        tells=words.casefold() not in expression.surface.casefold(),
        event=event.title if event else "",
        event_path=event_page(event.slug) if event else "",
    )


def _dated_event(corpus: Corpus, annotated: Annotated, expression: DateExpression) -> Event | None:
    """Return the confirmed event of this very date that rests on this very paragraph."""
    slug = annotated.article.slug
    for event in corpus.events_in.get(slug, ()):
        if event.status != "confirmed" or event.edtf != expression.edtf:
            continue
        for evidence in event.evidence:
            if evidence.article == slug and _is_at(annotated, evidence.anchor, expression.anchor):
                return event
    return None


def _figure_note(corpus: Corpus, annotated: Annotated, figure: Figure) -> FigureNote:
    claim = _claim_of(corpus, annotated, figure)
    return FigureNote(
        anchor=figure.anchor,
        surface=figure.surface,
        words=figure_words(
            figure.low,
            figure.high,
            approximate=figure.approximate,
            unit=figure.unit,
            locale=corpus.site.language,
        ),
        speaker=known_entity(corpus, figure.said_by),
        speaker_words=figure.said_by_surface,
        claim=claim.title if claim else "",
        claim_path=claim_page(claim.slug) if claim else "",
    )


def _claim_of(corpus: Corpus, annotated: Annotated, figure: Figure) -> Claim | None:
    """Return the claim that has a statement with this figure, quoted from this paragraph."""
    for claim, statement in corpus.statements_in.get(annotated.article.slug, ()):
        if _is_at(annotated, statement.anchor, figure.anchor) and _states(statement, figure):
            return claim
    return None


def _states(statement: Statement, figure: Figure) -> bool:
    same_bounds = (statement.low, statement.high) == (figure.low, figure.high)
    return figure.surface in statement.quote or (same_bounds and statement.quote in figure.surface)


def _is_at(annotated: Annotated, cited: str, anchor: str) -> bool:
    """Tell whether a cited anchor, new or past, is that of this paragraph."""
    paragraph = annotated.paragraph(cited)
    return paragraph is not None and paragraph.anchor == anchor
