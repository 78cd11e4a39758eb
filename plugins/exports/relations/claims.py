"""Say the claims as relations, and the statements that were made about them."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.addresses import claim_page
from ...corpus.model import Corpus
from ..dates import ends
from .columns import BOOLEAN, ENDS, INTEGER, NUMBER, Column, Row, Table


def _claims(corpus: Corpus) -> Iterator[Row]:
    for each in corpus.claims:
        page = claim_page(each.slug)
        yield (each.slug, each.title, each.measure, each.unit, each.scope, each.note, page)


def _statements(corpus: Corpus) -> Iterator[Row]:
    for claim in corpus.claims:
        for number, each in enumerate(claim.statements, 1):
            amount = (each.low, each.high, each.approximate)
            unit = (each.unit or claim.unit, each.scope or claim.scope)
            said = (each.said_by, each.said_by_words, each.stance, each.origin)
            where = (each.reported_by, each.anchor, each.quote)
            when = (each.as_of, *ends(each.as_of))
            yield (claim.slug, number, *amount, *unit, *when, *said, *where, each.note)


CLAIMS = Table(
    "claims",
    "one row a contested quantity",
    (
        *(Column("slug", "names the claim"), Column("title", "in a few words")),
        *(Column("measure", "what is measured"), Column("unit", ""), Column("scope", "")),
        *(Column("note", ""), Column("page", "its page, relative to the site's root")),
    ),
    ("slug",),
    _claims,
)
STATEMENTS = Table(
    "statements",
    "one row a figure with its date, who said it and which article reported it",
    (
        Column("claim", "the claim's slug", to="claims.slug"),
        Column("number", "1 is the first", INTEGER),
        *(Column("low", "empty: open", NUMBER), Column("high", "empty: open", NUMBER)),
        Column("approximate", "about, roughly", BOOLEAN),
        *(Column("unit", "what is counted"), Column("scope", "where and of whom")),
        *(Column("as_of", "when it is said to hold, EDTF"), *ENDS),
        Column("said_by", "the speaker's slug", to="entities.slug"),
        Column("said_by_words", "what the article calls a speaker who is no entity"),
        Column("stance", "said, claimed, estimated, reported, denied or revised"),
        Column("origin", "where the number comes from", to="entities.slug"),
        Column("reported_by", "the article's slug", to="articles.slug"),
        Column("anchor", "the paragraph's anchor", to="paragraphs.anchor"),
        *(Column("quote", "the words, as they stand there"), Column("note", "")),
    ),
    ("claim", "number"),
    _statements,
)
