"""Make the claims' pages: the index with the spread of each, and a page per claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..corpus.addresses import claim_page
from ..corpus.model import Corpus
from ..writing.page import Page
from .comparing import DISAGREEMENT
from .ledger import Ledger, ledger
from .linked_data import claim_json_ld

INDEX = "claims.html"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the index: its ledger, and how many pairs of its statements disagree."""

    ledger: Ledger
    path: str
    disagreements: int


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """What claims.html needs: a row a claim, by title."""

    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What claim.html needs. `json_ld` stands in a script element."""

    ledger: Ledger
    json_ld: Markup


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the index and the claims' pages; none where the corpus has no claim."""
    ledgers = tuple(ledger(each, corpus) for each in corpus.claims)
    if not ledgers:
        return
    rows = tuple(
        ClaimRow(
            each,
            claim_page(each.claim.slug),
            sum(pair.kind == DISAGREEMENT for pair in each.pairs),
        )
        for each in ledgers
    )
    rows = tuple(sorted(rows, key=lambda row: row.ledger.claim.title.casefold()))
    yield Page(INDEX, "claims.html", "Figures side by side", ClaimsPage(rows))
    trail = (("Figures side by side", INDEX),)
    for each in ledgers:
        path, title = claim_page(each.claim.slug), each.claim.title
        values = ClaimPage(each, claim_json_ld(each))
        yield Page(path, "claim.html", title, values, trail, each.claim.measure)
