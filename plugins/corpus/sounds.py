"""Spell out a name, in Latin or Arabic letters, as the sounds that all its spellings share.

The Latin side undoes the systems of BGN/PCGN 1956, ALA-LC 2012, DIN 31635, ISO 233-2, IGN (French)
and what newsrooms do; the Arabic side reads letters. Sounds are single letters: a e i u for
vowels (o, w and y are u, u and i), S for sh, x for kh, G for gh, T for th, D for dh, H for h.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

VOWELS = "aeiu"

# Longest first: what a group of Latin letters sounds like.
_LATIN = (
    *(("sch", "S"), ("dsch", "j"), ("tch", "tS"), ("sh", "S"), ("ch", "S"), ("kh", "x")),
    *(("gh", "G"), ("th", "T"), ("dh", "D"), ("dj", "j"), ("ph", "f"), ("ck", "k")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("c", "k"), ("o", "u"), ("p", "b")),
    *(("v", "f"), ("x", "ks"), ("h", "H"), ("w", "u"), ("y", "i")),
)
_SOUND_OF = dict(_LATIN)
_GROUP = re.compile("|".join(sorted(_SOUND_OF, key=lambda group: (-len(group), group))))
_SOFT_C = re.compile("c(?=[eiy])")
_SCHOLARLY = str.maketrans(
    {"š": "sh", "ġ": "gh", "ḫ": "kh", "ẖ": "kh", "ṯ": "th", "ḏ": "dh", "ǧ": "j", "č": "ch"}
    | {"ž": "j", "ı": "i", "ø": "o", "ł": "l"}
)
_ARABIC = dict(zip("ابتثجحخدذرزسشصضطظغفقكلمنهويةىآ", "abtTjHxdDrzsSsdtzGfkklmnHuiaaa", strict=True))
_CARDINAL = ("north", "south", "east", "west")
_POINTS = (*_CARDINAL, *(one + other for one in _CARDINAL[:2] for other in _CARDINAL[2:]))
_DIRECTIONS = {
    **{point: point for point in (*_POINTS, "upper", "lower")},
    **{point + "ern": point for point in _POINTS},
    **dict(zip(("شمال", "جنوب", "شرق", "غرب"), _POINTS, strict=False)),
    **dict(zip(("الشمالي", "الجنوبي", "الشرقي", "الغربي"), _POINTS, strict=False)),
    **dict(zip(("الشمالية", "الجنوبية", "الشرقية", "الغربية"), _POINTS, strict=False)),
}
_SUN = "tTdDrzsSln"
_ARTICLE = re.compile(r"(?:al|el|ul|a|e)|[aeiou](?:l|r|sh?|th?|dh?|z|n)")
_ARABIC_ARTICLE = re.compile("^ال(?=..)(?!له$)")
# "Abdul", "Abdel-", "Abder-": the article inside a word; and "-ullah", "-ollah", "-allah".
_SERVANT = re.compile(r"^abd[aeiu](?:l|([rsntzdSTD])(?=\1|$))")
_GOD = re.compile(r"[au]lla(?:H)?$")
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"\b([AE]l)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Sounds:
    """A name as sounds, word by word, without articles.

    `marks` are the direction words and numbers in it, which are no sounds and never alike.
    `short_vowels`: whether its script writes them.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...] = ()
    short_vowels: bool = True


def sounds(name: str) -> Sounds:
    """Return the sounds of a name."""
    written = _CAMEL.sub(r"\1-", name)
    words = _WORD.findall(_bare(written))
    marks = tuple(sorted(_DIRECTIONS.get(word, word) for word in words if _is_mark(word)))
    spoken = [word for word in words if not _is_mark(word)]
    arabic = any("\u0621" <= letter <= "\u064a" for letter in name)
    heard = [_heard(word) for word in spoken]
    kept = tuple(
        heard[at]
        for at, word in enumerate(spoken)
        if heard[at] and not _is_article(word, heard[at + 1 :])
    )
    return Sounds(kept, marks, short_vowels=not arabic)


def _bare(name: str) -> str:
    """Return a name in lower case without apostrophes, accents, harakat, ayn and hamza."""
    parts = unicodedata.normalize("NFD", name.lower().translate(_SCHOLARLY))
    return "".join(
        letter
        for letter in parts
        if unicodedata.category(letter) not in ("Mn", "Cf", "Lm")
        and letter not in "'\u2018\u2019`ءع"
    )


def _is_mark(word: str) -> bool:
    """Tell whether a word is a direction or a number."""
    return word in _DIRECTIONS or word[0].isdigit()


def _is_article(word: str, following: list[str]) -> bool:
    """Tell whether a Latin word is the article: before another word, and alike its sun letter."""
    if not following or not _ARTICLE.fullmatch(word):
        return False
    heard = _heard(word)
    return word in ("al", "el", "ul", "a", "e") or (
        following[0][:1] == heard[-1:] and heard[-1] in _SUN
    )


def _heard(word: str) -> str:
    """Return the sounds of one word, each doubled one once."""
    if word[0] in _ARABIC:
        bare = _ARABIC_ARTICLE.sub("", word).removeprefix("ا")  # that alef carries any vowel
        heard = "".join(_ARABIC.get(letter, "") for letter in bare)
    else:
        heard = _GROUP.sub(lambda group: _SOUND_OF[group[0]], _SOFT_C.sub("s", word))
    heard = _GOD.sub("ala", _SERVANT.sub("abd", heard))
    heard = re.sub(r"(.)\1+", r"\1", heard)
    return re.sub(r"(?<=[aeiu])H$", "", heard)
