"""Say which statements an entity made, and which are about it: for the pages of entities."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpus.model import Claim, Corpus, Statement


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements that an entity made or that go back to it, and the claims about it."""

    said: tuple[tuple[Claim, Statement], ...]
    about: tuple[Claim, ...]


def voices(corpus: Corpus, slug: str) -> Voices:
    """Return what an entity said, in the order of the claims, and the claims placed there."""
    return Voices(
        said=tuple(
            (claim, each)
            for claim in corpus.claims
            for each in claim.statements
            if slug in (each.said_by, each.origin)
        ),
        about=tuple(claim for claim in corpus.claims if slug in claim.places),
    )
