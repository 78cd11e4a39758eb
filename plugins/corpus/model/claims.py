"""Say what a claim is: the statements about one quantity."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Where


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its as-of date (EDTF), who said it and which article reported it.

    `quote` stands in that article's paragraph `anchor`, byte for byte. `said_by` is an entity's
    slug, or empty where the article says it in its own voice; `said_by_words` is what the article
    calls a speaker who is no entity. `origin` is the slug of the entity that the number comes
    from, where it is not `said_by`.
    """

    low: float | None
    high: float | None
    as_of: str
    reported_by: str
    anchor: str
    quote: str
    said_by: str = ""
    said_by_words: str = ""
    stance: str = ""
    approximate: bool = False
    unit: str = ""
    scope: str = ""
    origin: str = ""
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements about one quantity: same measure, unit and scope, side by side."""

    slug: str
    title: str
    measure: str
    unit: str
    scope: str
    statements: tuple[Statement, ...] = ()
    places: tuple[str, ...] = ()
    note: str = ""
    where: Where = Where("")
