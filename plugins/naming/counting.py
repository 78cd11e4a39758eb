"""Count the words of a vocabulary in a text: one pass, and no word twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..corpus.model import Term
from .level import ARABIC_MARKS, levelled

# A word with the apostrophes inside of it: "don't", "regime's".
_WORD = re.compile(rf"[\w{ARABIC_MARKS}]+(?:'[\w{ARABIC_MARKS}]+)*")
_MARKS = re.compile(f"[{ARABIC_MARKS}]")
_POSSESSIVE = "'s"
_SHOUT = 4  # letters that a form needs to be known in capitals throughout
# Arabic writes "and" or "so", then "in", "as" or "for", together with the next word.
_JOINED = re.compile("[\u0648\u0641]?[\u0628\u0643\u0644]?")
_ARTICLE, _WITH_LAM = "\u0627\u0644", "\u0644\u0644"


@dataclass(frozen=True, slots=True)
class Use:
    """A form at a place in a text: the term, the number of the group in it, the span."""

    term: str
    group: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that is looked for: its words in lower case, and the whole as it is written."""

    words: tuple[str, ...]
    written: str
    term: str
    group: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text in lower case, without Arabic marks; and its span."""

    text: str
    start: int
    end: int


Lexicon = Mapping[str, tuple[_Form, ...]]


def groups(term: Term) -> tuple[str, ...]:
    """Return the names of a term's groups, in the order of its file."""
    return tuple(dict.fromkeys(each.group for each in term.forms))


def lexicon(terms: Iterable[Term]) -> Lexicon:
    """Return the forms by their first word, the longest first."""
    found: dict[str, list[_Form]] = {}
    for term in terms:
        numbers = {name: number for number, name in enumerate(groups(term))}
        for form in term.forms:
            words = tuple(_word(each).text for each in _WORD.finditer(levelled(form.words)))
            if words:
                written = _plain(levelled(form.words))
                one = _Form(words, written, term.slug, numbers[form.group])
                found.setdefault(words[0], []).append(one)
    return {
        first: tuple(sorted(forms, key=lambda each: (-len(each.words), each.written)))
        for first, forms in found.items()
    }


def uses(forms: Lexicon, text: str) -> tuple[tuple[Use, ...], int]:
    """Return the forms that a text uses, in order, and the number of its words."""
    plain = levelled(text)
    found = tuple(_WORD.finditer(plain))
    return tuple(_uses(forms, plain, found)), len(found)


def _uses(forms: Lexicon, text: str, found: Sequence[re.Match[str]]) -> Iterator[Use]:
    after = 0
    for at, each in enumerate(found):
        word = each[0].lower()
        if at >= after and (word in forms or _is_joined(word)):
            used = _at(forms, text, found, at)
            if used:
                form, start, end = used
                yield Use(form.term, form.group, start, end)
                after = at + len(form.words)


def _is_joined(word: str) -> bool:
    """Tell whether something may be joined to a word that is looked for, or stand on it."""
    return word[-2:] == _POSSESSIVE or not word.isascii()


def _word(found: re.Match[str]) -> _Word:
    word = found[0].lower()
    return _Word(word if word.isascii() else _MARKS.sub("", word), *found.span())


def _at(
    forms: Lexicon, text: str, found: Sequence[re.Match[str]], at: int
) -> tuple[_Form, int, int] | None:
    """Return the longest form that begins with this word, and its span."""
    first = _word(found[at])
    if first.start and text[first.start - 1] == "-":
        return None
    readings = _readings(first.text) if _is_joined(first.text) else ((first.text, 0),)
    for word, cut in readings:
        for form in forms.get(word, ()):
            run = tuple(map(_word, found[at : at + len(form.words)]))
            if _is_run(form, word, run, text):
                end = run[-1].end - _tail(run[-1].text, form.words[-1])
                if cut or _is_written(form.written, _plain(text[first.start : end])):
                    return form, first.start + cut, end
    return None


def _readings(word: str) -> Iterator[tuple[str, int]]:
    """Yield a word, and the words that it may be with something joined to it; what to cut off."""
    yield word, 0
    if word.endswith(_POSSESSIVE):
        yield word.removesuffix(_POSSESSIVE), 0
    joined = _JOINED.match(word) if not word.isascii() else None
    for cut in range(1, joined.end() + 1 if joined else 1):
        yield word[cut:], cut
    lam = word.find(_WITH_LAM, 0, 3)
    if lam >= 0:
        yield _ARTICLE + word[lam + 2 :], lam


def _is_run(form: _Form, first: str, run: Sequence[_Word], text: str) -> bool:
    """Tell whether words, the first one known, are those of a form, a space or hyphen apart."""
    if len(run) < len(form.words):
        return False
    texts = (first, *(each.text for each in run[1:]))
    last = texts[-1][: len(texts[-1]) - _tail(texts[-1], form.words[-1])]
    apart = (text[one.end : other.start] for one, other in pairwise(run))
    return (*texts[:-1], last) == form.words and all(gap in (" ", "-") for gap in apart)


def _tail(found: str, wanted: str) -> int:
    """Return the length of a possessive that a word of a text has and that of a form has not."""
    possessive = found.endswith(_POSSESSIVE) and not wanted.endswith(_POSSESSIVE)
    return len(_POSSESSIVE) if possessive else 0


def _is_written(form: str, found: str) -> bool:
    """Tell whether words are a form as it is written: its first letter may have the other case."""
    if found[1:] == form[1:]:
        return found[0] == form[0] or form.islower() or not found.islower()
    return len(form) >= _SHOUT and found.isupper() and found == form.upper()


def _plain(levelled_text: str) -> str:
    return _MARKS.sub("", levelled_text).replace("-", " ")
