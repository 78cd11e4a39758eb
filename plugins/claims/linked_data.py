"""Describe a claim as schema.org Claim: https://schema.org/Claim."""

from __future__ import annotations

from markupsafe import Markup

from ..corpus.addresses import claim_page, relative
from ..corpus.jsonld import entity_node, json_ld
from ..corpus.lines import ArticleLine
from .ledger import Ledger, Voiced

Node = dict[str, object]


def claim_json_ld(ledger: Ledger) -> Markup:
    """Return the claim with its statements as JSON-LD, safe within a script element.

    Addresses are relative to the claim's page. No rating is given: Sijill has none.
    """
    claim = ledger.claim
    page = claim_page(claim.slug)
    voiced = tuple(each for part in ledger.parts for each in part.voices)
    reports = {each.report.slug: each.report for each in voiced if each.report}
    return json_ld(
        {
            "@type": "Claim",
            "@id": "#claim",
            "name": claim.title,
            "description": claim.note,
            "about": [entity_node(each, page) for each in ledger.places],
            "appearance": [_report(reports[slug], page) for slug in sorted(reports)],
            "hasPart": [_statement(each, page) for each in voiced],
        }
    )


def _statement(voiced: Voiced, page: str) -> Node:
    statement = voiced.statement
    author: Node = entity_node(voiced.said_by, page) if voiced.said_by else {}
    if not author and statement.said_by_words:
        author = {"@type": "Thing", "name": statement.said_by_words}
    return {
        "@type": "Claim",
        "text": statement.quote,
        "author": author,
        "claimInterpreter": entity_node(voiced.publisher, page) if voiced.publisher else {},
        "temporalCoverage": statement.as_of,
        "appearance": _report(voiced.report, page) if voiced.report else {},
    }


def _report(report: ArticleLine, page: str) -> Node:
    url = relative(report.path, page)
    return {"@type": "NewsArticle", "headline": report.title, "url": url}
