"""Rank Cranfield with the exported index in the real JavaScript, beside others in the same run.

python -m tests.bench.search; lunr and MiniSearch take part after `npm ci` in tests/bench/js.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter, StopFilter
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.lang import stemmer_for_language
from whoosh.qparser import MultifieldParser, OrGroup

from plugins.corpus.fold import forms
from plugins.search.index import build_index
from tests.bench.cranfield import DEPTH, Cranfield, Quality, quality, read
from tests.bench.js.node import Search
from tests.bench.reference import Reference

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SIJILL_SHARED", HERE.parents[1].parent / "shared"))
Ranked = Mapping[int, list[int]]


def main() -> int:
    """Print a line for each engine; fail where a floor is broken."""
    folder = SHARED / "data/cranfield"
    if not folder.is_dir():
        print("search: no Cranfield; set SIJILL_SHARED")
        return 0
    collection = read(folder)
    print(f"{'search: Cranfield':<26}{'nDCG@10':>9}{'MAP':>9}{'empty':>7}")
    ours = _line("the browser's", by_browser, collection)
    reference = _line("the same in Python", by_reference, collection)
    _line("Whoosh", by_whoosh, collection)
    for name in ("lunr", "minisearch"):
        if (HERE / "js/node_modules" / name).is_dir():
            _line(name, lambda held, name=name: by_rival(held, name), collection)
        else:
            print(f"{name:<26} is not installed: npm ci in tests/bench/js")
    return _judge(ours, reference)


def _line(name: str, rank: Callable[[Cranfield], Ranked], collection: Cranfield) -> Quality:
    found = quality(rank(collection), collection)
    print(f"{name:<26}{found.ndcg:9.4f}{found.average_precision:9.4f}{found.empty:7}")
    return found


def _judge(ours: Quality, reference: Quality) -> int:
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["search"]
    away = max(
        abs(ours.ndcg - reference.ndcg), abs(ours.average_precision - reference.average_precision)
    )
    broken = [
        name
        for name, kept in (
            ("ndcg", ours.ndcg >= floors["ndcg"]),
            ("average_precision", ours.average_precision >= floors["average_precision"]),
            ("from_reference", away <= floors["from_reference"]),
            ("empty", ours.empty <= floors["empty"]),
        )
        if not kept
    ]
    for name in broken:
        print(f"search: {name} is below its floor {floors[name]}")
    return 1 if broken else 0


def _number(url: str) -> int:
    return int(url.removeprefix("articles/").removesuffix(".html"))


def by_browser(collection: Cranfield) -> Ranked:
    """Rank with the product's script, in Node."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        for file in build_index(collection.documents):
            path = site / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        with Search(site) as search:
            return {
                ordinal: [
                    _number(result["url"])
                    for result in search.ask("search", query, {"limit": DEPTH})["results"]
                ]
                for ordinal, query in collection.queries.items()
            }


def by_reference(collection: Cranfield) -> Ranked:
    """Rank in Python, with impacts in doubles."""
    reference = Reference(collection.documents)
    return {
        ordinal: [_number(url) for url in reference.ranked(query)]
        for ordinal, query in collection.queries.items()
    }


def by_whoosh(collection: Cranfield) -> Ranked:
    """Rank with Whoosh's own BM25F over title and text, joined by OR, with its stop words."""
    analyzer = (
        RegexTokenizer() | LowercaseFilter() | StopFilter() | StemFilter(stemmer_for_language("en"))
    )
    schema = Schema(number=ID(stored=True), title=TEXT(analyzer), text=TEXT(analyzer))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for document in collection.documents:
        text = " ".join(text for _, text in document.paragraphs)
        writer.add_document(number=document.url, title=document.title, text=text)
    writer.commit()
    parser = MultifieldParser(["title", "text"], schema, group=OrGroup)
    with index.searcher() as searcher:
        return {
            ordinal: [
                _number(hit["number"])
                for hit in searcher.search(parser.parse(" ".join(forms(query))), limit=DEPTH)
            ]
            for ordinal, query in collection.queries.items()
        }


def by_rival(collection: Cranfield, name: str) -> Ranked:
    """Rank with a JavaScript library at its defaults."""
    documents = [
        {"id": _number(each.url), "title": each.title, "text": each.paragraphs[0][1]}
        for each in collection.documents
    ]
    asked = json.dumps({"documents": documents, "queries": list(collection.queries.values())})
    answer = subprocess.run(
        ["node", HERE / "js/rivals.js", name],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(collection.queries, json.loads(answer.stdout), strict=True))


if __name__ == "__main__":
    sys.exit(main())
