"""Look for the entity that an unknown name could be, or say of what kind it could be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...corpus.addresses import FOLDERS
from ...corpus.model import Alias, Corpus, Entity
from ...corpus.transliteration import ALIKE, alike, skeleton
from .proposal import ALIAS, NEW, Change, Suggestion
from .runs import Place, Unknown
from .trimming import SHAPES

_SHOWN = 3  # places that a suggestion names
# Consonants that transliterations confuse, as one: names are compared within such a group.
_COARSE = str.maketrans("tdsgjGxfu", "zzzkkkkbb")
_LETTERS = (("organisation", r"[A-Z]{3,}"), ("group", r"[A-Z]\w+ [A-Z]\w+s$"))
_CUES = (
    ("person", "said|says|told|mr|mrs|ms|dr|gen|col|capt|captain|commander|minister|president|by"),
    ("place", "in|near|from|around|towards?|of"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A name of an entity that unknown names are compared with."""

    text: str
    entity: Entity


def suggest_names(corpus: Corpus, unknown: Iterable[Unknown]) -> Iterator[Suggestion]:
    """Yield, for each unknown name, the aliases that it could be, or else a new entity."""
    groups = grouped(corpus.entities)
    people = [each for each in corpus.entities if each.kind == "person" and not each.same_as]
    named_in = _named_in(corpus)
    for each in unknown:
        aliases = [
            *_alike(each, groups),
            *_acronyms(each, corpus.entities),
            *_surnames(each, people, named_in),
        ]
        yield from aliases or [_new(each)]


def grouped(entities: Iterable[Entity]) -> Mapping[str, tuple[Known, ...]]:
    """Group the names of entities, surnames left out, by their coarse skeleton."""
    groups: defaultdict[str, list[Known]] = defaultdict(list)
    for entity in entities:
        own = Alias(entity.name)
        for alias in (own, *entity.aliases):
            if not (alias.surname or alias.near or entity.same_as):
                groups[coarse(alias.text)].append(Known(alias.text, entity))
    return {key: tuple(group) for key, group in groups.items()}


def coarse(name: str) -> str:
    """Return a name's skeleton with the consonants as one that transliterations confuse."""
    return re.sub(r"(.)\1+", r"\1", skeleton(name).translate(_COARSE))


def _alike(each: Unknown, groups: Mapping[str, tuple[Known, ...]]) -> Iterator[Suggestion]:
    """Yield the entities with a name that sounds like this one, the likeliest first."""
    best: dict[str, tuple[float, str]] = {}
    for known in groups.get(coarse(each.name), ()):
        score = alike(each.name, known.text)
        best[known.entity.slug] = max(best.get(known.entity.slug, (0.0, "")), (score, known.text))
    for slug, (score, text) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if score >= ALIKE:
            reason = f'sounds like "{text}" ({score:.2f})'
            yield Suggestion(Change(ALIAS, each.name, slug), (reason, *stands(each.places)))


def _acronyms(each: Unknown, entities: Iterable[Entity]) -> Iterator[Suggestion]:
    """Yield the entities whose name has these capitals for initials."""
    letters = each.name.replace(".", "")
    if not (letters.isupper() and letters.isalpha()):
        return
    for entity in entities:
        if "".join(re.findall(r"\b[A-Z]", entity.name)) == letters and not entity.same_as:
            reason = f'the initials of "{entity.name}"'
            change = Change(ALIAS, f"{each.name} [exact]", entity.slug)
            yield Suggestion(change, (reason, *stands(each.places)))


def _surnames(
    each: Unknown, people: Iterable[Entity], named_in: Mapping[str, frozenset[str]]
) -> Iterator[Suggestion]:
    """Yield the people whose name ends in this one, and who are named in all of its articles."""
    articles = {place.article for place in each.places}
    for person in people:
        together = articles <= named_in.get(person.slug, frozenset())
        if together and alike(each.name, person.name.rpartition(" ")[2]) >= ALIKE:
            reason = f'the last part of "{person.name}"'
            change = Change(ALIAS, f"{each.name} [surname]", person.slug)
            yield Suggestion(change, (reason, *stands(each.places)))


def _named_in(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Map each entity to the articles that mention it."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for annotated in corpus.articles:
        for mention in annotated.mentions:
            articles[mention.entity].add(annotated.article.slug)
    return {slug: frozenset(where) for slug, where in articles.items()}


def _new(each: Unknown) -> Suggestion:
    """Suggest an entity of the likeliest kind."""
    return Suggestion(Change(NEW, each.name, guessed_kind(each)), stands(each.places))


def guessed_kind(each: Unknown) -> str:
    """Guess the kind of a name by its words and the word before it; a person if nothing tells."""
    for kind, shape in (*SHAPES, *_LETTERS):
        if re.search(rf"\b(?:{shape})\b", each.name):
            return kind
    for kind, cue in _CUES:
        if any(re.fullmatch(cue, word) for word in each.before):
            return kind
    return next(iter(FOLDERS))


def stands(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Return how often a name stands in the articles and where first."""
    times = f"{len(places)} times" if len(places) > 1 else "once"
    shown = ", ".join(
        f"{place.article}#{place.anchor}, sentence {place.sentence}" for place in places[:_SHOWN]
    )
    sentence = next((f"\u201c{place.text}\u201d" for place in places if place.text), "")
    return (f"{times}: {shown}", *((sentence,) if sentence else ()))
