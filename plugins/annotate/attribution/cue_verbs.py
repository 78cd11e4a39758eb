"""Tell whether a word is a cue verb at its place, or the noun that is spelled alike."""

from __future__ import annotations

from dataclasses import dataclass

from . import lexicon
from .cues import PARTICLES, VERBS, Frame
from .lexicon import word_set
from .noun_phrases import Items

_LONG = 4
_MOST = 0.8
_WEAK_NOUNS = word_set(
    "claim report plan call charge estimate state note promise demand hope want comment question "
    "order request offer support attack challenge fear need doubt regret rate rank rule love hate "
    "remark tweet post show brand like appeal address mention document detail outline protest "
    "object"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb at a place: its lemma, its frame, and the place behind its particle."""

    place: int
    lemma: str
    frame: Frame
    behind: int


def cue_at(items: Items, place: int) -> Cue | None:
    """Return the cue verb at this place, if the words around it let it be a verb."""
    entry = VERBS.get(items[place].low)
    if entry is None:
        return None
    lemma, frame = entry
    behind = place + 1
    particles = PARTICLES.get(lemma)
    following = items[behind].low if behind < len(items) else ""
    if particles:
        if following not in particles:
            return None
        behind += following in ("out", "to", "about", "of", "for") and lemma != "offer"
    if _is_noun(items, place, lemma):
        return None
    return Cue(place, lemma, frame, behind)


def _is_noun(items: Items, place: int, lemma: str) -> bool:
    low = items[place].low
    if place == 0:
        return low in (lemma, lemma + "s")
    if items[place].capital and (lemma in _WEAK_NOUNS or not _is_headline(items)):
        return True  # a name ("the Clean Air Plan", "Dr. Omar Said")
    previous = items[place - 1].low
    if previous in lexicon.POSSESSIVES or previous in ("a", "an", "the", "of", "no", "for"):
        return True
    if lemma not in _WEAK_NOUNS or low not in (lemma, lemma + "s"):
        return False
    return previous in lexicon.DETERMINERS - lexicon.PRONOUNS or _noun_context(items, place)


def _is_headline(items: Items) -> bool:
    """Tell a line in which Most Words Have a Capital."""
    long = [item for item in items if len(item.low) >= _LONG and item.low.isalpha()]
    return sum(item.capital for item in long) > len(long) * _MOST


def _noun_context(items: Items, place: int) -> bool:
    previous = items[place - 1]
    if previous.low in lexicon.PREPOSITIONS or previous.low in ("'s", "and", "or"):
        return True
    if previous.low in VERBS:
        return True
    if place + 1 < len(items) and items[place + 1].low in VERBS:
        return True
    if items[place].low in _WEAK_NOUNS and not _plural(previous.low):
        return True
    following = items[place + 1].low if place + 1 < len(items) else ""
    return following in (
        "of",
        "for",
        "by",
        "in",
        "from",
        ".",
        ",",
        "and",
        "as",
        "–",
        "—",
        ")",
        ";",
        "",
    )


def _plural(low: str) -> bool:
    """Tell whether a verb's base form may follow this word ("residents claim", "did not plan")."""
    return (
        (low.endswith("s") and not low.endswith(("ss", "us")))
        or low in lexicon.PRONOUNS
        or low in lexicon.RELATIVES
        or low in lexicon.AUXILIARIES
        or low in ("people", "to", "also", "men", "women", "police", "media", "then", ",")
        or low.endswith("ly")
    )
