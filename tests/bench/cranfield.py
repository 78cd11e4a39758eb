"""Read the Cranfield collection, and score rankings against its judgements."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.search.documents import SearchDocument

DEPTH = 1000
TOP = 10


@dataclass(frozen=True, slots=True)
class Cranfield:
    """Documents, queries by ordinal, and for each ordinal the numbers of relevant documents."""

    documents: tuple[SearchDocument, ...]
    queries: Mapping[int, str]
    relevant: Mapping[int, frozenset[int]]


def read(folder: Path) -> Cranfield:
    """Read the three files; judgements name queries by their place, not by their number."""
    queries = _records((folder / "cran.qry").read_text(encoding="utf-8"))
    relevant: dict[int, set[int]] = {}
    for line in (folder / "cranqrel").read_text(encoding="utf-8").splitlines():
        query, document, code = (int(part) for part in line.split()[:3])
        if code != -1:
            relevant.setdefault(query, set()).add(document)
    return Cranfield(
        tuple(map(_document, _records((folder / "cran.all.1400").read_text(encoding="utf-8")))),
        {ordinal: query["W"] for ordinal, query in enumerate(queries, 1)},
        {ordinal: frozenset(found) for ordinal, found in relevant.items()},
    )


def _records(text: str) -> list[dict[str, str]]:
    """Cut into records at `.I`, and each record into its fields at lines like `.T`."""
    records = []
    for record in re.split(r"^\.I ", text, flags=re.MULTILINE)[1:]:
        number, _, rest = record.partition("\n")
        parts = re.split(r"^\.([TABW])\n", rest, flags=re.MULTILINE)
        fields = dict(zip(parts[1::2], parts[2::2], strict=True))
        records.append({"I": number.strip(), **{key: text.strip() for key, text in fields.items()}})
    return records


def _document(record: Mapping[str, str]) -> SearchDocument:
    return SearchDocument(
        "article",
        f"articles/{record['I']}.html",
        record["T"],
        language="en",
        paragraphs=(("p1", record["W"]),),
    )


@dataclass(frozen=True, slots=True)
class Quality:
    """nDCG@10 and mean average precision with binary relevance, and queries without a result."""

    ndcg: float
    average_precision: float
    empty: int


def quality(ranked: Mapping[int, Sequence[int]], collection: Cranfield) -> Quality:
    """Score the rankings of all queries that have a relevant document."""
    judged = {query: collection.relevant[query] for query in ranked if query in collection.relevant}
    gains = [_ndcg(ranked[query], relevant) for query, relevant in judged.items()]
    precisions = [_precision(ranked[query], relevant) for query, relevant in judged.items()]
    return Quality(
        sum(gains) / len(gains),
        sum(precisions) / len(precisions),
        sum(not found for found in ranked.values()),
    )


def _ndcg(found: Sequence[int], relevant: frozenset[int]) -> float:
    gain = sum(1 / math.log2(at + 2) for at, each in enumerate(found[:TOP]) if each in relevant)
    return gain / sum(1 / math.log2(at + 2) for at in range(min(TOP, len(relevant))))


def _precision(found: Sequence[int], relevant: frozenset[int]) -> float:
    hits, total = 0, 0.0
    for at, each in enumerate(found[:DEPTH], 1):
        if each in relevant:
            hits += 1
            total += hits / at
    return total / len(relevant)
