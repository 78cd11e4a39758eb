"""Make the public edition: the corpus without restricted text, and without what is masked.

It is made right after freezing, so that no view ever has what this edition may not show. Of a
restricted article stay its citation, its paragraphs' anchors, how often it names whom, the number
of its dates and figures, and the quotes of statements, cut to some words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape

from .masking.redaction import Redactions, masked_phrases, redact
from .masking.words import Phrases
from .model import (
    Annotated,
    Article,
    Claim,
    Corpus,
    DateExpression,
    Event,
    Figure,
    Paragraph,
    Passage,
    Statement,
)

QUOTE_WORDS = 25
_WORD = re.compile(r"\S+")
_LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Secret:
    """What may not leave of one restricted article: its texts, and the parts that are allowed.

    `quotes` are those of statements, cut short: they are allowed too.
    """

    article: str
    texts: tuple[str, ...]
    allowed: tuple[str, ...]
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Secrets:
    """What no file of the public edition may hold: restricted texts, and what is masked.

    `public` are the texts of public articles: where an agency's text stands in one of these too,
    it is no secret.
    """

    restricted: tuple[Secret, ...] = ()
    public: tuple[str, ...] = ()
    masked: Phrases = field(default_factory=lambda: Phrases(()))


def publish(
    corpus: Corpus, words: int = QUOTE_WORDS, redactions: Redactions | None = None
) -> Corpus:
    """Return the public edition of a corpus; quotes from restricted articles have `words` words.

    Of found events stay those that stand in a file. The machine's have words of the reports as
    their titles: `annotate.events.found_events` makes them again from what the edition shows.
    """
    kept_back = _restricted(corpus)
    bare = replace(
        corpus,
        articles=tuple(
            _withheld(each) if each.article.slug in kept_back else each for each in corpus.articles
        ),
        cleanings=tuple(each for each in corpus.cleanings if each.article not in kept_back),
        events=tuple(_without_excerpts(each, kept_back) for each in corpus.events),
        claims=tuple(_with_short_quotes(each, kept_back, words) for each in corpus.claims),
        drafts=(),
        found=tuple(_without_excerpts(each, kept_back) for each in corpus.found if each.where.path),
    )
    return redact(bare, redactions or Redactions())


def secrets(
    corpus: Corpus, words: int = QUOTE_WORDS, redactions: Redactions | None = None
) -> Secrets:
    """Return what may not leave of a full corpus, for the scan of the finished site."""
    kept_back = _restricted(corpus)
    return Secrets(
        restricted=(
            *(
                _secret(corpus, each, words)
                for each in corpus.articles
                if each.article.slug in kept_back
            ),
            *(Secret(each.slug, (each.body,), ()) for each in corpus.drafts),
        ),
        public=tuple(
            text
            for each in corpus.articles
            if each.article.slug not in kept_back
            for text in _texts(each)
        )
        + tuple(
            block.text
            for each in corpus.cleanings
            if each.article not in kept_back
            for block in each.blocks
        ),
        masked=masked_phrases(corpus, redactions or Redactions()),
    )


def _restricted(corpus: Corpus) -> frozenset[str]:
    return frozenset(
        each.article.slug for each in corpus.articles if each.article.rights == "restricted"
    )


def _texts(annotated: Annotated) -> tuple[str, ...]:
    return (" ".join(each.text for each in annotated.paragraphs),)


def _secret(corpus: Corpus, annotated: Annotated, words: int) -> Secret:
    """Return what may not leave of a restricted article: its text, and what was cleaned off it.

    Allowed are its citation, and quotes cut short.
    """
    article = annotated.article
    removed = (
        block.text
        for each in corpus.cleanings
        if each.article == article.slug
        for block in each.blocks
    )
    quotes = tuple(shortened(each.quote, words) for _, each in _statements(corpus, article))
    cited = (article.title, article.headline, article.byline)
    return Secret(article.slug, (*_texts(annotated), *removed), (*cited, *quotes), quotes)


def _statements(corpus: Corpus, article: Article) -> Iterable[tuple[Claim, Statement]]:
    return corpus.statements_in.get(article.slug, ())


def _withheld(annotated: Annotated) -> Annotated:
    """Return a restricted article without its text: anchors and counts stay."""
    return Annotated(
        article=replace(
            annotated.article,
            body="",
            unlink=(),
            extra=(),
            corrections=tuple(
                replace(each, text=_LEFT_OUT) for each in annotated.article.corrections
            ),
        ),
        paragraphs=tuple(replace(each, text="") for each in annotated.paragraphs),
        mentions=tuple(replace(each, start=0, end=0, surface="") for each in annotated.mentions),
        dates=tuple(
            DateExpression(each.anchor, 0, 0, "", "", each.timex_type, "")
            for each in annotated.dates
        ),
        figures=tuple(Figure(each.anchor, 0, 0, "", None, None, "") for each in annotated.figures),
        passages=tuple(_place(each) for each in annotated.paragraphs),
    )


def _place(paragraph: Paragraph) -> Passage:
    """Return a paragraph's place on the page: links to it still lead there."""
    past = "".join(f'<span id="{escape(each)}"></span>' for each in paragraph.past)
    html = f'<p id="{escape(paragraph.anchor)}">{past}{_LEFT_OUT}</p>'
    return Passage(html, (paragraph.anchor,))


def _without_excerpts(event: Event, kept_back: frozenset[str]) -> Event:
    return replace(
        event,
        evidence=tuple(
            replace(each, quote="") if each.article in kept_back else each
            for each in event.evidence
        ),
    )


def _with_short_quotes(claim: Claim, kept_back: frozenset[str], words: int) -> Claim:
    return replace(
        claim,
        statements=tuple(
            replace(each, quote=shortened(each.quote, words))
            if each.reported_by in kept_back
            else each
            for each in claim.statements
        ),
    )


def shortened(quote: str, words: int) -> str:
    """Return the first words of a quote, as they stand there: it is still in the article."""
    found = list(_WORD.finditer(quote))
    return quote if len(found) <= words else quote[: found[words - 1].end()]
