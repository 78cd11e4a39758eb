"""Measure what the exports cost: milliseconds of one core and bytes, an article, format by format.

    python -m tests.bench.exports [ARTICLES] [--heavy]

A collection is made from a seed (tests/bench/made_content.py). Of three runs the quickest counts.
`--heavy` measures what `make exports` adds, too. The last line is the same in JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.assembly import assemble_folder  # noqa: E402
from plugins.corpus.model import Corpus  # noqa: E402
from plugins.exports import tables  # noqa: E402
from plugins.exports.annotations import annotation_file  # noqa: E402
from plugins.exports.calendars import calendar  # noqa: E402
from plugins.exports.citations import citation_files  # noqa: E402
from plugins.exports.dates import stamp_of  # noqa: E402
from plugins.exports.feeds import feeds  # noqa: E402
from plugins.exports.geojson import geojson  # noqa: E402
from plugins.exports.heavy.bulk import bulk_files  # noqa: E402
from plugins.exports.heavy.collection import write_collection  # noqa: E402
from plugins.exports.heavy.database import write_database  # noqa: E402
from plugins.exports.heavy.epub import epub  # noqa: E402
from plugins.exports.heavy.tei import tei_files  # noqa: E402
from plugins.exports.linked_data import linked_data  # noqa: E402
from plugins.exports.pages import Exports  # noqa: E402
from plugins.exports.plain import corpus_text  # noqa: E402
from plugins.exports.sheets import sheet_files  # noqa: E402
from plugins.writing.page import File  # noqa: E402
from tests.bench.made_content import MadeContent  # noqa: E402

RUNS = 3
Made = Callable[[], Iterable[File]]
Cost = dict[str, float]


def main() -> int:
    """Make a collection, export it, print a table and one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--heavy", action="store_true", help="what make exports adds, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        MadeContent(options.articles).write(content)
        corpus = assemble_folder(content).corpus
        formats = _light(corpus) | (_heavy(corpus, content, Path(folder)) if options.heavy else {})
        costs = {name: _cost(made, len(corpus.articles)) for name, made in formats.items()}
    print(f"exports: {len(corpus.articles)} articles, {os.cpu_count()} cores, of {RUNS} the best")
    print(f"{'format':<24}{'ms an article':>15}{'bytes an article':>18}")
    for name, cost in costs.items():
        print(f"{name:<24}{cost['ms']:>15.3f}{cost['bytes']:>18.0f}")
    print(json.dumps({"articles": len(corpus.articles), "exports": costs}))
    return 0


def _light(corpus: Corpus) -> dict[str, Made]:
    """Return what a build writes, part by part, then all of it."""
    return {
        "json": lambda: tables.files(corpus),
        "csv": lambda: sheet_files(corpus),
        "citations": lambda: citation_files(corpus),
        "geojson": lambda: (geojson(corpus),),
        "json-ld": lambda: (linked_data(corpus),),
        "plain text": lambda: (corpus_text(corpus),),
        "calendar": lambda: (calendar(corpus),),
        "feeds": lambda: feeds(corpus),
        "all that a build writes": lambda: Exports().files(corpus),
    }


def _heavy(corpus: Corpus, content: Path, folder: Path) -> dict[str, Made]:
    """Return what `make exports` writes without a further package."""

    def database() -> Iterator[File]:
        path = folder / "archive.db"
        path.unlink(missing_ok=True)
        write_database(corpus, path)
        yield File("archive.db", path.read_bytes())

    def collection() -> Iterator[File]:
        path = folder / "collection.zip"
        write_collection(corpus, content, path)
        yield File("collection.zip", path.read_bytes())

    return {
        "annotations": lambda: (annotation_file(corpus),),
        "epub": lambda: (epub(corpus, stamp_of(corpus, {})),),
        "tei": lambda: tei_files(corpus),
        "opensearch": lambda: bulk_files(corpus),
        "sqlite": database,
        "collection": collection,
    }


def _cost(made: Made, articles: int) -> Cost:
    best, size = float("inf"), 0
    for _ in range(RUNS):
        began = time.process_time()
        size = sum(len(each.content) for each in made())
        best = min(best, time.process_time() - began)
    return {"ms": round(best * 1000 / articles, 4), "bytes": round(size / articles, 1)}


if __name__ == "__main__":
    sys.exit(main())
