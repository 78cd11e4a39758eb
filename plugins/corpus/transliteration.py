"""Tell whether two names are spellings of one, across transliterations and scripts.

What this says is a proposal: a curator decides, and nothing links by it. Callers compare only
names of one kind (a person's with a person's).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from .sounds import VOWELS, Sounds, sounds

ALIKE = 0.88  # from this score on two names are taken for spellings of one
_SOLID = 4  # consonants that a difference is measured against, at most
_CONSONANT = 1.0
_BREATH = 0.4
# What a vowel weighs, by whether its own and the other script write short vowels: a letter of
# Arabic stands for a long one, and must be heard; a vowel that Arabic leaves out is no difference.
_VOWEL = {(True, True): 0.3, (True, False): 0.02, (False, True): 0.5, (False, False): 1.0}

# Sounds that systems of transliteration confuse, and how far apart that leaves them.
_NEAR = (
    {"ae": 0.1, "ai": 0.5, "au": 0.5, "ei": 0.05, "eu": 0.5, "iu": 0.6}
    | {"Dz": 0.1, "Dd": 0.1, "dz": 0.5, "Tt": 0.1, "Ts": 0.4, "dt": 0.5, "sz": 0.4, "Ss": 0.6}
    | {"gj": 0.2, "Gg": 0.1, "gk": 0.4, "Gk": 0.6, "kx": 0.4, "Hx": 0.4, "Sj": 0.6}
    | {"fb": 0.4, "fu": 0.2}
)
_DISTANCE = _NEAR | {pair[::-1]: far for pair, far in _NEAR.items()}
# What "Nureddin" leaves of the article inside one word.
_FAITH = re.compile(r"(?<=[^aeiu])[aeiu]+[ld]?(?=dine?$)")


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Return the consonants of a name without its articles, which nearly all spellings share.

    Direction words and numbers are kept before it, so that east and west never meet. Sounds that
    transliterations confuse are one: dh and z, th and t, g and j, gh and its dotted g.
    """
    heard = sounds(name)
    bones = _joined(heard.words).translate(str.maketrans("DTg", "ztj", VOWELS))
    return " ".join((*heard.marks, re.sub(r"(.)\1+", r"\1", bones)))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """Return how alike two names sound, 0 to 1: from ALIKE on, they are taken for spellings of one.

    Names that differ in a direction word or a number score 0, and a name is as alike as its
    least alike word.
    """
    left, right = sounds(one), sounds(other)
    if left.marks != right.marks or not left.words or not right.words:
        return float(one == other)
    if len(left.words) == len(right.words):
        pairs = zip(left.words, right.words, strict=True)
        by_word = min(_score(a, b, left, right) for a, b in pairs)
        if by_word >= ALIKE:
            return by_word
    return _score(_joined(left.words), _joined(right.words), left, right)


def _joined(words: tuple[str, ...]) -> str:
    """Return the sounds of a name in one word, without the article that it can hide."""
    return _FAITH.sub("", "".join(words))


def _score(one: str, other: str, left: Sounds, right: Sounds) -> float:
    """Return how alike two words sound."""
    most = max(_consonants(one), _consonants(other), 1)
    scripts = left.short_vowels, right.short_vowels
    apart = _apart(one, other, _VOWEL[scripts], _VOWEL[scripts[::-1]])
    return max(0.0, 1 - apart / min(most, _SOLID))


def _consonants(word: str) -> int:
    """Count the consonants of a word."""
    return sum(sound not in VOWELS for sound in word)


def _apart(one: str, other: str, own_vowel: float, new_vowel: float) -> float:
    """Return what it costs to turn one word into the other (Wagner and Fischer 1974).

    A vowel of the first weighs `own_vowel`, one of the second `new_vowel`.
    """
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _weight(sound, new_vowel))
    for heard in one:
        gone = _weight(heard, own_vowel)
        above, row = row, [row[0] + gone]
        for (slant, up), sound in zip(pairwise(above), other, strict=True):
            row.append(
                min(up + gone, row[-1] + _weight(sound, new_vowel), slant + _distance(heard, sound))
            )
    return row[-1]


def _weight(sound: str, vowel: float) -> float:
    """Return what it costs to leave a sound out."""
    if sound in VOWELS:
        return vowel
    return _BREATH if sound == "H" else _CONSONANT


def _distance(one: str, other: str) -> float:
    """Return how far apart two sounds are."""
    return 0.0 if one == other else _DISTANCE.get(one + other, 2 * _CONSONANT)
