"""Make the claims' pages: the index with the spread of each, and a page per claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..corpus.addresses import claim_page
from ..corpus.model import Corpus
from ..corpus.paging import PagerLine, page_path, pager, parts
from ..writing.page import Page
from .comparing import DISAGREEMENT
from .ledger import Ledger, ledger
from .linked_data import claim_json_ld

INDEX = "claims.html"
_ON_ONE_PAGE = 60  # claims, each with its drawing


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the index: its ledger, and how many pairs of its statements disagree."""

    ledger: Ledger
    path: str
    disagreements: int


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """What claims.html needs: a row a claim, by title; of many, those that disagree most first."""

    rows: tuple[ClaimRow, ...]
    number: int
    pager: tuple[PagerLine, ...]


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
    yield from _index_pages(rows)
    trail = (("Figures side by side", INDEX),)
    for each in ledgers:
        path, title = claim_page(each.claim.slug), each.claim.title
        values = ClaimPage(each, claim_json_ld(each))
        yield Page(path, "claim.html", title, values, trail, each.claim.measure)


def _index_pages(rows: tuple[ClaimRow, ...]) -> Iterator[Page]:
    """Yield claims.html and its further pages."""
    ordered = sorted(rows, key=lambda row: row.ledger.claim.title.casefold())
    if len(rows) > _ON_ONE_PAGE:
        ordered.sort(key=lambda row: (-row.disagreements, -len(row.ledger.claim.statements)))
    pages = parts(ordered, _ON_ONE_PAGE)
    for number, part in enumerate(pages, 1):
        values = ClaimsPage(part, number, pager(INDEX, len(pages), number))
        trail = (("Figures side by side", INDEX),) if number > 1 else ()
        yield Page(page_path(INDEX, number), "claims.html", "Figures side by side", values, trail)
