"""Measure what the search costs: bytes a reader loads, size of the index, time and memory.

python tests/bench/search_cost.py [ARTICLES] [--processes N] [--queries N]
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from plugins.search.documents import SearchDocument, SearchIndexFile  # noqa: E402
from plugins.search.index import build_index  # noqa: E402
from plugins.search.stemming import stop_words  # noqa: E402
from tests.bench.js.node import Search  # noqa: E402
from tests.bench.synthetic import Collection  # noqa: E402


def main() -> None:
    """Build, write and ask; print a table."""
    options = _options()
    documents = list(Collection(options.articles).documents())
    letters = sum(len(text) for each in documents for _, text in each.paragraphs)
    print(f"{options.articles} articles, {letters / 1e6:.1f} million letters")
    started = time.perf_counter()
    files = _build(documents, options.processes)
    print(f"build                {time.perf_counter() - started:10.1f} s, {options.processes} jobs")
    _print_memory()
    _print_files(files)
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            path = Path(folder) / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        _print_queries(Path(folder), documents, options.queries)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--queries", type=int, default=100)
    return parser.parse_args()


def _build(documents: Sequence[SearchDocument], processes: int) -> tuple[SearchIndexFile, ...]:
    if processes == 1:
        return build_index(documents)
    with ProcessPoolExecutor(processes) as executor:
        return build_index(documents, executor)


def _print_memory() -> None:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory          {own / 1024:10.0f} MB, and {largest / 1024:.0f} MB in a job")


def _print_files(files: Sequence[SearchIndexFile]) -> None:
    folders = Counter(file.path.rpartition("/")[0] for file in files)
    print(f"index                {sum(len(file.content) for file in files) / 1e6:10.1f} MB")
    print(f"files                {len(files):10d}, at most {max(folders.values())} in a folder")
    print(f"root                 {len(files[-1].content):10d} bytes")


def _print_queries(site: Path, documents: Sequence[SearchDocument], count: int) -> None:
    chooser = random.Random(2)  # noqa: S311 (no secret)
    articles = [each for each in documents if each.kind == "article"]
    kinds = {
        "first keystroke": lambda words: words[0][0],
        "1 word": lambda words: words[0],
        "2 words": lambda words: " ".join(words[:2]),
        "3 words": lambda words: " ".join(words[:3]),
        "phrase of 2": lambda words: f'"{" ".join(words[:2])}"',
        "typo": lambda words: words[0][1:],
    }
    for name, made in kinds.items():
        costs = []
        for _ in range(count):
            words = _title_words(chooser.choice(articles))
            options = {"limit": 10, "prefix": name == "first keystroke"}
            with Search(site) as search:
                loads = search.ask("search", made(words), options)["loads"]
            costs.append(sum(load["bytes"] for load in loads))
        print(f"{name:<20} {_spread(costs)}")


def _title_words(document: SearchDocument) -> list[str]:
    common = stop_words("en")
    words = [word for word in document.title.split() if word not in common]
    return words + document.paragraphs[0][1].split()


def _spread(costs: list[int]) -> str:
    costs.sort()
    high = costs[int(len(costs) * 0.95)]
    return f"{statistics.median(costs):10.0f} median, {high} p95, {costs[-1]} most (bytes)"


if __name__ == "__main__":
    main()
