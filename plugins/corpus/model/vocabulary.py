"""Say which words for a party are counted."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Where


@dataclass(frozen=True, slots=True)
class Form:
    """Words that may name a party, and the group of words that they are counted in."""

    words: str
    group: str


@dataclass(frozen=True, slots=True)
class Term:
    """A party that reports call by different words; `party` is an entity's slug or empty.

    `forms` stand group by group, in the order of the file; no words stand in two of them.
    """

    slug: str
    title: str
    party: str = ""
    forms: tuple[Form, ...] = ()
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words whose use is counted, and what a reader should know of the counts."""

    terms: tuple[Term, ...] = ()
    note: str = ""
