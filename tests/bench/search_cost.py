"""Measure what the search costs, and what Pagefind costs on the same text in the same run.

python -m tests.bench.search_cost [ARTICLES] [--queries N] [--alone]; bytes a reader loads, the
index's size, files, seconds, memory, and what one article more changes. `--alone` leaves Pagefind
out. The last line is the same in JSON.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from plugins.search.counted_runs import CountedRun
from plugins.search.documents import SearchDocument, SearchIndexFile
from plugins.search.index import build_index
from plugins.search.runtime import joined
from plugins.search.stemming import stop_words
from tests.bench import rival_pagefind as pagefind
from tests.bench.js.node import Search
from tests.bench.synthetic import Collection

HERE = Path(__file__).parent
SHOWN = 10
KEYSTROKE = "first keystroke"
FINE = 100  # up to this, numbers are printed with decimals
KINDS: dict[str, Callable[[Sequence[str]], str]] = {
    KEYSTROKE: lambda words: words[0][0],
    "1 word": lambda words: words[0],
    "2 words": lambda words: " ".join(words[:2]),
    "3 words": lambda words: " ".join(words[:3]),
    "phrase of 2": lambda words: f'"{" ".join(words[:2])}"',
    "typo": lambda words: words[0][1:],
}
Measured = dict[str, float]


def main() -> int:
    """Build, write and ask; print a table; fail where a bar is broken."""
    options = _options()
    documents = list(Collection(options.articles).documents())
    letters = sum(len(text) for each in documents for _, text in each.paragraphs)
    print(f"search-cost: {options.articles} articles, {letters / 1e6:.1f} million letters", end="")
    print(f", {os.cpu_count()} cores")
    queries = _queries(documents, options.queries)
    with tempfile.TemporaryDirectory() as folder:
        ours = _ours(Path(folder, "ours"), documents, queries)
        theirs = {} if options.alone else _theirs(Path(folder, "theirs"), documents, queries)
    _print(ours, theirs)
    print(json.dumps({"articles": options.articles, "ours": ours, "pagefind": theirs}))
    return _judge(options.articles, ours, theirs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=50, help="of each kind")
    parser.add_argument("--alone", action="store_true", help="without Pagefind")
    return parser.parse_args()


def _queries(documents: Sequence[SearchDocument], count: int) -> dict[str, list[str]]:
    """Return queries of ordinary words: neighbours in a title, none of them a stop word."""
    chooser = random.Random(2)  # noqa: S311 (no secret)
    articles = [each for each in documents if each.kind == "article"]
    picked = [_words(chooser.choice(articles)) for _ in range(count)]
    return {kind: [made(words) for words in picked] for kind, made in KINDS.items()}


def _words(document: SearchDocument) -> list[str]:
    common = stop_words("en")
    words = [word for word in document.title.split() if word not in common]
    return words + [word for word in document.paragraphs[0][1].split() if word not in common]


def _ours(
    site: Path, documents: Sequence[SearchDocument], queries: dict[str, list[str]]
) -> Measured:
    kept: dict[bytes, CountedRun] = {}
    with ProcessPoolExecutor(os.cpu_count()) as executor:
        started = time.perf_counter()
        files = build_index(documents, executor, kept)
        _write(site, files)
        seconds = time.perf_counter() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        started = time.perf_counter()
        later = build_index([*documents, _another(documents)], executor, kept)
        again = time.perf_counter() - started
    job = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    known = {file.path for file in files}
    changed = [file for file in later if file.path not in known]
    folders = Counter(file.path.rpartition("/")[0] for file in files)
    found = {
        "index seconds": seconds,
        "index bytes": sum(len(file.content) for file in files),
        "files": len(files),
        "most in a folder": max(folders.values()),
        "memory": memory,
        "memory of a job": job,
        "one more: seconds": again,
        "one more: changed files": len(changed),
        "one more: changed share": len(changed) / len(later),
        "script, gzipped": len(gzip.compress(joined("search"))),
        "root": len(files[-1].content),
    }
    return found | _spreads(
        {kind: [_cost(site, kind, each) for each in asked] for kind, asked in queries.items()}
    )


def _another(documents: Sequence[SearchDocument]) -> SearchDocument:
    """Return an article that is new: the words of two, and one that nobody has used."""
    first, second = documents[-1], documents[-2]
    half = len(first.paragraphs) // 2
    paragraphs = (*first.paragraphs[:half], *second.paragraphs[half:], ("new", "unheardof"))
    return replace(first, url="articles/one-more.html", paragraphs=paragraphs)


def _write(site: Path, files: Iterable[SearchIndexFile]) -> None:
    for file in files:
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _cost(site: Path, kind: str, query: str) -> int:
    """Return the bytes of the shards that a query loads from a cold start, with ten results."""
    with Search(site) as search:
        asked = {"limit": SHOWN, "prefix": kind == KEYSTROKE}
        return sum(load["bytes"] for load in search.ask("search", query, asked)["loads"])


def _theirs(
    site: Path, documents: Sequence[SearchDocument], queries: dict[str, list[str]]
) -> Measured:
    pagefind.write_pages(site, documents)
    made = pagefind.index(site)
    found = {
        "index seconds": made.seconds,
        "index bytes": made.size,
        "files": made.files,
        "memory": made.memory,
    }
    return found | _spreads({kind: pagefind.costs(site, asked) for kind, asked in queries.items()})


def _spreads(costs: dict[str, list[int]]) -> Measured:
    found: Measured = {}
    for kind, each in costs.items():
        held = sorted(each)
        found[f"{kind}: median"] = statistics.median(held)
        found[f"{kind}: p95"] = held[int(len(held) * 0.95)]
        found[f"{kind}: worst"] = held[-1]
    return found


def _print(ours: Measured, theirs: Measured) -> None:
    print(f"{'':<26}{'ours':>15}{'Pagefind':>15}")
    for name, value in ours.items():
        print(f"{name:<26}{_written(value):>15}{_written(theirs.get(name)):>15}")


def _written(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value > FINE else f"{value:.3f}"


def _judge(articles: int, ours: Measured, theirs: Measured) -> int:
    """Compare with the bars of floors.toml, which says for how many articles they hold."""
    bars = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["search_cost"]
    broken = [name for name, most in bars["most"].items() if ours[name] > most]
    most = bars["seconds_over_pagefind"]
    if (
        theirs
        and articles >= bars["from"]
        and ours["index seconds"] > most * theirs["index seconds"]
    ):
        broken.append("index seconds")
    for name in broken:
        print(f"search-cost: {name} is over its bar at {articles} articles")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
