"""Look up what the content refers to, and freeze it into the corpus.

Quotes and evidence are looked up in the articles' paragraphs, byte for byte; every slug that a
file names must have its file. All that is wrong comes back at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from . import edtf
from .model import (
    Annotated,
    Claim,
    Corpus,
    Entity,
    Event,
    Evidence,
    Paragraph,
    Statement,
    Vocabulary,
    by_time,
)
from .placing import placed
from .problems import Problem, did_you_mean, problem
from .reading import Content

# What leaves an article without a text: that its quotes are not there follows, and is not reported.
UNREAD = ("FILE-ENCODING", "HEADER-MISSING", "HEADER-OPEN")


def freeze(content: Content, annotated: Sequence[Annotated]) -> tuple[Corpus, tuple[Problem, ...]]:
    """Return the corpus with every anchor filled in, and the problems of its references.

    `annotated` are the published articles of `content`, in any order. Slugs of merged entities
    become those of the entities that they were merged into.
    """
    problems: list[Problem] = []
    by_slug = {each.article.slug: each for each in annotated}
    drafts = tuple(each for each in content.articles if each.status == "draft")
    unread = {each.path for each in content.problems if each.code in UNREAD}
    readable = {
        slug: each for slug, each in by_slug.items() if each.article.where.path not in unread
    }
    lookup = _Lookup(readable, {each.slug for each in drafts}, problems)
    final = final_slugs(content.entities)
    events = [_resolve_event(event, lookup, final) for event in content.events]
    claims = [_resolve_claim(claim, lookup, final) for claim in content.claims]
    corpus = Corpus(
        site=content.site,
        articles=tuple(sorted(annotated, key=_by_date)),
        entities=tuple(each for each in content.entities if final[each.slug] == each.slug),
        merged=tuple(
            replace(each, same_as=final[each.slug])
            for each in content.entities
            if final[each.slug] != each.slug
        ),
        events=_of_status("confirmed", events),
        claims=tuple(claims),
        cleanings=tuple(
            placed(each, by_slug[each.article])
            for each in content.cleanings
            if each.article in by_slug
        ),
        drafts=drafts,
        found=_of_status("found", events),
        vocabulary=_resolve_vocabulary(content.vocabulary, final),
    )
    return corpus, tuple(problems)


def _of_status(status: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of files with this status, by date then slug."""
    these = (each for each in events if (each.status == "found") == (status == "found"))
    return tuple(sorted(these, key=by_time))


def final_slugs(entities: Sequence[Entity]) -> Mapping[str, str]:
    """Map every entity's slug to the slug that it is merged into, or to itself."""
    merged = {each.slug: each.same_as for each in entities if each.same_as}

    def final(slug: str) -> str:
        seen: set[str] = set()
        while slug in merged and slug not in seen:
            seen.add(slug)
            slug = merged[slug]
        return slug

    return {each.slug: final(each.slug) for each in entities}


def _by_date(each: Annotated) -> tuple[object, str]:
    return edtf.sort_key(each.article.date), each.article.slug


class _Lookup:
    """Find paragraphs, and keep what is wrong with the references to them."""

    def __init__(
        self, articles: dict[str, Annotated], drafts: set[str], problems: list[Problem]
    ) -> None:
        self._articles = articles
        self._drafts = drafts
        self._problems = problems

    def article(self, slug: str, place: Evidence | Statement) -> Annotated | None:
        """Return the article; a missing one is reported by `check_references`, a draft here."""
        if slug in self._drafts:
            wrong = f'the article "{slug}" is a draft.'
            self._problems.append(
                problem(place.where, "REF-DRAFT", wrong, "Complete the draft, or take this away.")
            )
        return self._articles.get(slug)

    def quoted(self, article: Annotated, quote: str, place: Evidence | Statement) -> str:
        """Return the anchor of the paragraph that holds the quote."""
        for paragraph in article.paragraphs:
            if quote in paragraph.text:
                return paragraph.anchor
        wrong = (
            f'"{_shortened(quote)}" does not stand in a paragraph of {article.article.where.path}.'
        )
        remedy = _nearest(quote, article.paragraphs)
        self._problems.append(problem(place.where, "QUOTE-ABSENT", wrong, remedy))
        return ""

    def anchored(self, article: Annotated, evidence: Evidence) -> str:
        """Return the present anchor of the paragraph that has, or had, the anchor."""
        paragraph = article.paragraph(evidence.anchor)
        if paragraph:
            return paragraph.anchor
        wrong = f'{article.article.where.path} has no paragraph "#{evidence.anchor}".'
        known = [each.anchor for each in article.paragraphs]
        remedy = did_you_mean(evidence.anchor, known) or (
            "Copy the anchor from the paragraph's link on its page, or quote its words."
        )
        self._problems.append(problem(evidence.where, "EVIDENCE-ANCHOR", wrong, remedy))
        return ""


def _resolve_event(event: Event, lookup: _Lookup, final: Mapping[str, str]) -> Event:
    evidence = []
    for each in event.evidence:
        article = lookup.article(each.article, each)
        if article and each.quote:
            evidence.append(replace(each, anchor=lookup.quoted(article, each.quote, each)))
        elif article:
            evidence.append(replace(each, anchor=lookup.anchored(article, each)))
    return replace(
        event,
        evidence=tuple(evidence),
        places=tuple(final.get(each, each) for each in event.places),
        actors=tuple(final.get(each, each) for each in event.actors),
    )


def _resolve_claim(claim: Claim, lookup: _Lookup, final: Mapping[str, str]) -> Claim:
    statements = []
    for each in claim.statements:
        article = lookup.article(each.reported_by, each)
        anchor = lookup.quoted(article, each.quote, each) if article and each.quote else ""
        said_by = final.get(each.said_by, each.said_by)
        origin = final.get(each.origin, each.origin)
        statements.append(replace(each, anchor=anchor, said_by=said_by, origin=origin))
    statements.sort(key=lambda each: (edtf.sort_key(each.as_of), each.where.line))
    places = tuple(final.get(each, each) for each in claim.places)
    return replace(claim, statements=tuple(statements), places=places)


def _resolve_vocabulary(vocabulary: Vocabulary, final: Mapping[str, str]) -> Vocabulary:
    terms = (replace(each, party=final.get(each.party, each.party)) for each in vocabulary.terms)
    return replace(vocabulary, terms=tuple(terms))


def _shortened(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[:length] + "…"


def _nearest(quote: str, paragraphs: Sequence[Paragraph]) -> str:
    """Say where the quote departs from the paragraph that shares its longest beginning."""
    best, shared = "", 0
    for paragraph in paragraphs:
        for length in range(len(quote), shared, -1):
            at = paragraph.text.find(quote[:length])
            if at >= 0:
                best, shared = paragraph.text[at : at + length + 20], length
                break
    if shared < len(quote) // 3:
        return "Copy the words from the article as they stand there, quotation marks too."
    return f'The article has "…{best[max(0, shared - 20) :]}" from character {shared + 1} on.'
