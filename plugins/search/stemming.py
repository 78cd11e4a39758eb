"""Bring the forms of a word to one stem, and know the words too common to search for.

Stems never reach the browser's side: it looks forms up in a lexicon, so any stemmer will do.
Whoosh's Snowball stemmers are three times as fast as those of snowballstemmer and differ on 17
of 8,274 English words; its default stemmer is not used, since step 1b of its Porter never fires
(whoosh/lang/porter.py), nor its Arabic one, which goes down to roots: see `arabic`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import snowballstemmer
from babel import Locale, UnknownLocaleError

from ..corpus.fold import forms
from . import arabic
from .from_whoosh import languages, stemmer_for_language, stoplists

# Whoosh lists Turkish but has no stemmer for it.
_NOT_OF_WHOOSH = ("ar", "tr")
_ARABIC = "ar"


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    """Return the stemmer for a BCP 47 tag; one that changes nothing where there is none."""
    code = _code(language)
    if code == _ARABIC:
        return arabic.stem
    if code in languages and code not in _NOT_OF_WHOOSH:
        found: Callable[[str], str] = stemmer_for_language(code)  # type: ignore[no-untyped-call]
        return found
    name = _english_name(code)
    if name in snowballstemmer.algorithms():
        other: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
        return other
    return str


def _english_name(code: str) -> str:
    try:
        return (Locale.parse(code).get_language_name("en") or "").lower() if code else ""
    except (UnknownLocaleError, ValueError):
        return ""


def _code(language: str) -> str:
    return language.partition("-")[0]


@lru_cache(maxsize=500_000)
def stem(form: str, language: str) -> str:
    """Return the stem of a folded form; the form itself where the language has no stemmer."""
    return (_stemmer(language)(form) if form.isalpha() else form) or form


def looked_up_as(form: str, language: str) -> tuple[str, ...]:
    """Return the forms under which a form of a text can be looked up: itself first.

    An Arabic noun has its article written together with it; a reader begins with the noun.
    """
    bare = arabic.bare(form) if _code(language) == _ARABIC else form
    return (form,) if bare == form else (form, bare)


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Return the folded words that a query in this language is not ranked by."""
    if _code(language) == _ARABIC:
        return frozenset(arabic.stop_words())
    words = stoplists.get(_code(language), frozenset())
    return frozenset(form for word in words for form in forms(word))
