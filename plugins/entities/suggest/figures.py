"""Look for the claim that a figure found in an article could be a statement of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from ...annotate.figures.units import MEASURES, is_plural, plural
from ...annotate.names.words import ARTICLES, CALENDAR, OPENERS_AND_TITLES
from ...corpus.fold import forms
from ...corpus.model import Annotated, Claim, Corpus, Figure, Paragraph, Statement
from .proposal import FIGURE, Change, Suggestion
from .statements import Found, found_statement, sentence_of

# Words that are in too many sentences to tell of what a figure is.
_STOPS = (
    frozenset("also been being more most than then very which with".split())  # noqa: SIM905
    | ARTICLES
    | CALENDAR
    | OPENERS_AND_TITLES
)
_OF = re.compile(r" (?:of|in|from|by|for) ")
_KNOWN = frozenset(each.lower() for each in MEASURES.values())
_SHORTEST = 3  # letters of a word with a meaning
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a figure must share with a claim: the places, and words (as stems) of the claim.

    `names` are those of its words that its places have in their names: they tell less.
    """

    claim: Claim
    places: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


def suggest_figures(corpus: Corpus) -> Iterator[Suggestion]:
    """Yield each figure found that fits a claim, with the claim that it shares most words with.

    It has the claim's unit; its article names one of the claim's places, or one within it; its
    sentence shares a word with the claim's title, measure or scope, the unit aside; and no
    statement of the claim quotes it, nor does one of another claim state the same.
    """
    topics = _topics(corpus)
    for annotated in corpus.articles:
        named = {each.entity for each in annotated.mentions}
        stated = corpus.statements_in.get(annotated.article.slug, ())
        for figure in annotated.figures:
            paragraph = annotated.paragraph(figure.anchor)
            fitting = topics.get(unit_key(figure.unit), ()) if figure.unit else ()
            if paragraph and fitting:
                near = [each for each in fitting if not each.places or each.places & named]
                if not any(_states(each, paragraph, figure) for _, each in stated):
                    yield from _best(annotated, paragraph, figure, near)


def unit_key(unit: str) -> str:
    """Return one form of a unit: "Civilian" is "civilians", "square kilometre" is "km2".

    Of several words the noun counts, since a figure found has no more: "rebel fighters" are
    "fighters", "percent of the east" is "percent".
    """
    words = " ".join(unit.lower().split())
    for form in (words, words.removesuffix("s")):
        if form in MEASURES:
            return MEASURES[form].lower()
    noun = _OF.split(words)[0].rpartition(" ")[2]
    if words in _KNOWN or not noun or is_plural(noun):
        return words if words in _KNOWN else noun
    return MEASURES.get(noun) or plural(noun)


def _topics(corpus: Corpus) -> Mapping[str, tuple[_Topic, ...]]:
    """Return the claims by their unit."""
    found: dict[str, list[_Topic]] = {}
    for claim in corpus.claims:
        places = frozenset(_around(corpus, claim.places))
        names = _stems(" ".join(_names(corpus, claim.places)))
        about = f"{claim.title} {claim.measure} {claim.scope}"
        words = _stems(about) - _stems(f"{claim.unit} {unit_key(claim.unit)}")
        topic = _Topic(claim, places, words, words & names)
        found.setdefault(unit_key(claim.unit), []).append(topic)
    return {unit: tuple(topics) for unit, topics in found.items()}


def _names(corpus: Corpus, places: tuple[str, ...]) -> Iterator[str]:
    for slug in places:
        if slug in corpus.entity:
            yield corpus.entity[slug].name
            yield from (alias.text for alias in corpus.entity[slug].aliases)


def _around(corpus: Corpus, places: tuple[str, ...]) -> Iterator[str]:
    """Yield places and all that lies within them."""
    waiting, seen = list(places), set(places)
    while waiting:
        slug = waiting.pop()
        yield slug
        inner = [each.slug for each in corpus.places_in.get(slug, ()) if each.slug not in seen]
        seen.update(inner)
        waiting.extend(inner)


def _best(
    annotated: Annotated, paragraph: Paragraph, figure: Figure, topics: list[_Topic]
) -> Iterator[Suggestion]:
    """Yield the claims that share most words with a figure's sentence, if they lack it."""
    start, end = sentence_of(paragraph.text, figure)
    said = _stems(paragraph.text[start:end])
    weights = {each.claim.slug: _weight(each, said) for each in topics}
    most = max(weights.values(), default=(0, 0))
    for topic in topics:
        best = any(most) and weights[topic.claim.slug] == most
        if best and not _is_quoted(topic.claim, annotated, paragraph, figure):
            found = found_statement(annotated, paragraph, figure)
            if found:
                sentence = paragraph.text[start:end]
                yield _suggestion(topic.claim, found, topic.words & said, sentence)


def _weight(topic: _Topic, said: frozenset[str]) -> tuple[int, int]:
    """Return how many words a topic shares, those of its places' names aside; and how many."""
    return len((topic.words - topic.names) & said), len(topic.words & said)


def _is_quoted(claim: Claim, annotated: Annotated, paragraph: Paragraph, figure: Figure) -> bool:
    """Tell whether a statement of the claim quotes words of the figure."""
    own = (each for each in claim.statements if each.reported_by == annotated.article.slug)
    return any(_quotes(each, paragraph, figure) for each in own)


def _states(statement: Statement, paragraph: Paragraph, figure: Figure) -> bool:
    """Tell whether a statement is this very figure: same words, same value."""
    same = (statement.low, statement.high) == (figure.low, figure.high)
    return same and _quotes(statement, paragraph, figure)


def _quotes(statement: Statement, paragraph: Paragraph, figure: Figure) -> bool:
    if statement.anchor != paragraph.anchor or not statement.quote:
        return False
    places = re.finditer(re.escape(statement.quote), paragraph.text)
    return any(each.start() < figure.end and figure.start < each.end() for each in places)


def _suggestion(claim: Claim, found: Found, words: frozenset[str], sentence: str) -> Suggestion:
    shared = sorted(word for word in set(forms(sentence)) if _stem(word) in words)
    reasons = (
        *found.described(),
        f"shares {', '.join(shared)} with “{claim.title}”",
        *((f"“{sentence}”",) if found.shown else ()),
    )
    return Suggestion(Change(FIGURE, found.line, claim.slug), reasons)


def _stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that have a meaning of their own."""
    return frozenset(
        _stem(word)
        for word in forms(text)
        if len(word) >= _SHORTEST and word not in _STOPS and not word.isdigit()
    )


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))
