"""Bring the forms of a word to one stem, and know the words too common to search for.

Stems never reach the browser's side: it looks forms up in a lexicon, so any stemmer will do.
Whoosh's default Porter stemmer is not used: its step 1b never fires (whoosh/lang/porter.py).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import snowballstemmer
from babel import Locale, UnknownLocaleError
from whoosh.lang.stopwords import stoplists

from ..corpus.fold import forms


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (snowballstemmer's name)


@lru_cache(maxsize=64)
def _stemmer(language: str) -> _Stemmer | None:
    """Return Snowball's stemmer for a BCP 47 tag, or None where it has none."""
    try:
        name = Locale.parse(language.partition("-")[0]).get_language_name("en") if language else ""
    except (UnknownLocaleError, ValueError):
        return None
    known = snowballstemmer.algorithms()
    lowered = (name or "").lower()
    return snowballstemmer.stemmer(lowered) if lowered in known else None


@lru_cache(maxsize=200_000)
def stem(form: str, language: str) -> str:
    """Return the stem of a folded form; the form itself where the language has no stemmer."""
    stemmer = _stemmer(language)
    if stemmer is None or not form.isalpha():
        return form
    return stemmer.stemWord(form) or form


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Return the folded words that a query in this language is not ranked by."""
    words = stoplists.get(language.partition("-")[0], frozenset())
    return frozenset(form for word in words for form in forms(word))
