"""Say how a name may be written: its forms, and which letters may differ in case.

A name matches as written. Beyond that its first letter and its particles ("al", "of") may have
the other case, and a name of four letters or more may stand in capitals. A name that has capitals
never matches words that have none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .level import levelled, lowered
from .words import PARTICLES

AS_WRITTEN, OTHER_CASE = 0, 1
_SHOUT = 4  # letters that a name needs to be known in capitals
_DEMONYM = re.compile(r"[A-Z]\w+(?:an|i|ite|ish)")
_PLURAL_WORD = re.compile(r"(?:.*[ -])?[A-Z]\w{2,}[^\Wsxz]")
_PARTED = re.compile(r"[ -]")
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One levelled way to write an alias.

    `derived`: the alias itself does not have it (a plural, "UN" for "U.N."). `after_lam`: it
    stands behind the preposition "ل" alone ("للصاخور").
    """

    text: str
    derived: bool = False
    after_lam: bool = False


def forms(alias: str, kind: str, *, exact: bool = False) -> tuple[Form, ...]:
    """Return the ways in which an alias of an entity of this kind is written.

    There are none if it has no letter or digit.
    """
    text = levelled(alias)
    if not any(letter.isalnum() for letter in text):
        return ()
    more: list[Form] = []
    if not exact:
        more += (Form(other, derived=True) for other in (*_numbers(text, kind), *_dotted(text)))
        if text.startswith("ال"):
            more.append(Form(text[1:], derived=True, after_lam=True))
    return (Form(text), *more)


def _numbers(text: str, kind: str) -> tuple[str, ...]:
    """Return the plural of a group's or a demonym's form, the singular of a plural of two words."""
    if kind in ("group", "organisation") and " " in text and re.search(r"[a-z]{3}[^\Ws]s$", text):
        return (text[:-1],)
    plural = _PLURAL_WORD if kind == "group" else _DEMONYM
    if kind != "person" and plural.fullmatch(text) and not text.isupper():
        return (text + "s",)
    return ()


def _dotted(text: str) -> tuple[str, ...]:
    """Return an acronym's other form: "U.N." for "UN" and the other way round."""
    if re.fullmatch(r"[A-Z]{2,4}", text):
        return (".".join(text) + ".",)
    if re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]\.?", text):
        return (text.replace(".", ""),)
    return ()


def is_arabic(text: str) -> bool:
    """Tell whether a name starts with an Arabic letter."""
    return bool(_ARABIC.match(text))


def likeness(written: str, name: str, *, exact: bool = False) -> int | None:
    """Return AS_WRITTEN, OTHER_CASE, or None where `written` is not `name`.

    Both are levelled and equal but for case and hyphens. A hyphen and a space are equal, except
    beside an article of one letter ("a-Sakhour" is not in "was a Sakhour man").
    """
    if written == name:
        return AS_WRITTEN
    if len(written) != len(name) or not _same_joints(written, name):
        return None
    if written.replace("-", " ") == name.replace("-", " "):
        return AS_WRITTEN
    if exact:
        return None
    if written.isupper() and _letters(name) >= _SHOUT:
        return OTHER_CASE
    return OTHER_CASE if _same_case(_PARTED.split(written), _PARTED.split(name)) else None


def _is_acronym(word: str) -> bool:
    """Tell whether a word is written in capitals alone, so that they tell it from a common one."""
    return len(word) > 1 and word.isupper()


def _letters(name: str) -> int:
    """Count the letters of a name."""
    return sum(map(str.isalpha, name))


def _same_joints(written: str, name: str) -> bool:
    """Tell whether hyphens and spaces differ nowhere beside a word of one letter."""
    at = 0
    for word in _PARTED.split(name)[:-1]:
        at += len(word)
        if written[at] != name[at] and len(word) == 1:
            return False
        at += 1
    return True


def _same_case(written: list[str], name: list[str]) -> bool:
    """Tell whether only the first letter and particles differ in case, and a capital is left."""
    pairs = tuple(zip(written, name, strict=True))
    agree = all(
        own == form or (own.lower() in PARTICLES and own[1:] == form[1:]) for form, own in pairs[1:]
    )
    form, own = pairs[0]
    capital = any(map(str.isupper, "".join(written))) or not any(map(str.isupper, "".join(name)))
    return agree and capital and (form == own or (form[1:] == own[1:] and not _is_acronym(own)))


def key(alias: str, *, exact: bool = False) -> str:
    """Return what two aliases share when both can match the same words.

    That is the letters, and the case of all but the first one and the particles.
    """
    text = levelled(alias)
    if exact:
        return text
    first, *rest = _PARTED.split(text)
    if not _is_acronym(first):
        first = first[:1].lower() + first[1:]
    rest = [word.lower() if word.lower() in PARTICLES else word for word in rest]
    joined = " ".join((first, *rest))
    return re.sub(r"\b(\w) ", r"\1-", joined)


def pattern(form: Form) -> str:
    """Return what the automaton looks for."""
    return lowered(form.text)
