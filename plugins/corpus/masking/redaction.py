"""Mask words and entities in the corpus: a source's name is in no file of the public edition.

What is not known to be structure is text: a field that the model gets tomorrow is masked too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar
from urllib.parse import unquote

from ..model import Annotated, Claim, Corpus, Entity, Event, Mention, Paragraph, Statement, Term
from .passages import mask_passage
from .spans import Span, joined, replaced, shifted
from .words import Phrases, phrases

WITHHELD = "[name withheld]"
# Fields that are addresses, dates or words of a closed list: masking a part would break them.
_STRUCTURE = frozenset(
    (
        *("slug", "anchor", "anchors", "past", "kind", "role", "date", "captured", "edtf", "when"),
        *("as_of", "language", "rights", "status", "sha256", "where", "entity", "publisher"),
        *("dateline", "same_origin", "article", "reported_by", "said_by", "origin", "places"),
        *("actors", "within", "of", "same_as", "wikidata", "precision", "stance", "edition"),
        *("timex_type", "timex_value", "party"),
    )
)
# Addresses that are left out where they hold a masked word.
_ADDRESSES = frozenset(("url", "archived", "homepage", "original"))

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Redactions:
    """What is masked: entities (slugs) with all of their names, words, and what stands instead."""

    entities: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    replacement: str = WITHHELD


def masked_phrases(corpus: Corpus, redactions: Redactions) -> Phrases:
    """Return every word, name and alias that is masked."""
    names = (
        text
        for each in (*corpus.entities, *corpus.merged)
        if each.slug in _slugs(corpus, redactions)
        for text in (each.name, each.slug, *(alias.text for alias in each.aliases))
    )
    return phrases((*redactions.words, *names))


def _slugs(corpus: Corpus, redactions: Redactions) -> frozenset[str]:
    """Return the slugs that are masked: those named, and those merged into them."""
    named = set(redactions.entities)
    named |= {each.same_as for each in corpus.merged if each.slug in named}
    return frozenset(named | {each.slug for each in corpus.merged if each.same_as in named})


def redact(corpus: Corpus, redactions: Redactions) -> Corpus:
    """Return the corpus without the masked entities, and with the words masked in every text."""
    if not redactions.entities and not redactions.words:
        return corpus
    masked = _Mask(
        masked_phrases(corpus, redactions), _slugs(corpus, redactions), redactions.replacement
    )
    return replace(
        corpus,
        site=masked.texts(corpus.site),
        articles=tuple(masked.annotated(each) for each in corpus.articles),
        entities=tuple(masked.entity(each) for each in masked.left(corpus.entities)),
        merged=tuple(masked.entity(each) for each in masked.left(corpus.merged)),
        events=tuple(masked.event(each) for each in corpus.events),
        found=tuple(masked.event(each) for each in corpus.found),
        claims=tuple(masked.claim(each) for each in corpus.claims),
        cleanings=masked.texts(corpus.cleanings),
        drafts=(),
        vocabulary=replace(
            masked.texts(corpus.vocabulary),
            terms=tuple(masked.term(each) for each in corpus.vocabulary.terms),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Mask:
    """Mask one part of the corpus after the other."""

    phrases: Phrases
    slugs: frozenset[str]
    replacement: str

    def left(self, entities: Iterable[Entity]) -> Iterable[Entity]:
        return (each for each in entities if each.slug not in self.slugs)

    def text(self, text: str, also: Iterable[Span] = ()) -> str:
        return replaced(text, self._spans(text, also), self.replacement)

    def _spans(self, text: str, also: Iterable[Span] = ()) -> list[Span]:
        return joined((*self.phrases.spans(text), *also))

    def slug(self, slug: str) -> str:
        return "" if slug in self.slugs else slug

    def slugs_of(self, slugs: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in slugs if each not in self.slugs)

    def texts(self, value: _Value) -> _Value:
        """Mask every text within a value: a dataclass, a tuple, a string."""
        masked: Any = value
        if isinstance(value, str):
            masked = self.text(value)
        elif isinstance(value, tuple):
            masked = tuple(self.texts(each) for each in value)
        elif is_dataclass(value) and not isinstance(value, type):
            names = (each.name for each in fields(value) if each.name not in _STRUCTURE)
            masked = replace(value, **{name: self._field(value, name) for name in names})
        return masked  # type: ignore[no-any-return]

    def _field(self, value: object, name: str) -> object:
        held = getattr(value, name)
        if name in _ADDRESSES:
            return "" if self.phrases.met(unquote(held)) else held
        return self.texts(held)

    def entity(self, entity: Entity) -> Entity:
        kept = replace(
            entity,
            within=self.slug(entity.within),
            not_same=self.slugs_of(entity.not_same),
            roles=tuple(replace(each, of=self.slug(each.of)) for each in entity.roles),
        )
        return self.texts(kept)

    def event(self, event: Event) -> Event:
        kept = replace(
            event, places=self.slugs_of(event.places), actors=self.slugs_of(event.actors)
        )
        return self.texts(kept)

    def claim(self, claim: Claim) -> Claim:
        said = tuple(self._statement(each) for each in claim.statements)
        return self.texts(replace(claim, statements=said, places=self.slugs_of(claim.places)))

    def term(self, term: Term) -> Term:
        """Leave out words that hold a masked one: nothing is counted under a name withheld."""
        kept = (each for each in term.forms if not self.phrases.met(f"{each.words} {each.group}"))
        return self.texts(replace(term, party=self.slug(term.party), forms=tuple(kept)))

    def _statement(self, statement: Statement) -> Statement:
        words = self.replacement if statement.said_by in self.slugs else statement.said_by_words
        return replace(
            statement,
            said_by=self.slug(statement.said_by),
            said_by_words=words,
            origin=self.slug(statement.origin),
        )

    def annotated(self, annotated: Annotated) -> Annotated:
        spans = {each.anchor: self._cut(each, annotated.mentions) for each in annotated.paragraphs}
        paragraphs = tuple(
            replace(each, text=replaced(each.text, spans[each.anchor], self.replacement))
            for each in annotated.paragraphs
        )
        body = self._body(annotated.article.body, paragraphs, masked=any(spans.values()))
        article = replace(
            annotated.article, body=body, dateline=self.slug(annotated.article.dateline)
        )
        figures = (
            replace(each, said_by=self.slug(each.said_by))
            for each in shifted(annotated.figures, spans, len(self.replacement))
        )
        return Annotated(
            article=self.texts(article),
            paragraphs=paragraphs,
            mentions=shifted(self._kept(annotated.mentions), spans, len(self.replacement)),
            dates=shifted(annotated.dates, spans, len(self.replacement)),
            figures=tuple(self.texts(each) for each in figures),
            passages=tuple(
                mask_passage(each, self.phrases, self.slugs, self.replacement)
                for each in annotated.passages
            ),
        )

    def _kept(self, mentions: Iterable[Mention]) -> Iterable[Mention]:
        """Leave out mentions of masked entities: those of a restricted text cover no words."""
        return (each for each in mentions if each.entity not in self.slugs)

    def _body(self, body: str, paragraphs: Iterable[Paragraph], *, masked: bool) -> str:
        """Return an article's Markdown; only its words where something in it is masked.

        In Markdown a name can be cut by marks and entities, or stand as the words of a link.
        """
        if not body or not (masked or self.phrases.met(unquote(body))):
            return body
        return "\n\n".join(each.text for each in paragraphs)

    def _cut(self, paragraph: Paragraph, mentions: Iterable[Mention]) -> list[Span]:
        """Return what is masked in a paragraph: phrases, and mentions of masked entities."""
        named = (
            (each.start, each.end)
            for each in mentions
            if each.anchor == paragraph.anchor and each.entity in self.slugs and each.surface
        )
        return self._spans(paragraph.text, named)
