"""Measure builds beside plain Pelican, Hugo, and Hugo with Pagefind, on the same made articles.

    python -m tests.bench.building [SIZE …] [--only NAME …] [--repeat N] [--write] [--raw FILE]

All builders are measured in one run, taking turns, in four scenarios: from nothing, with nothing
changed, with one article added, with an alias given to one entity. `make bench-build` writes the
table in docs/performance.md; `--raw` keeps every figure as JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from .build_table import Measured, lines, written
from .builders import ROOT, Builder, Hugo, HugoWithPagefind, Pelican, Sijill
from .cost import Cost
from .made_content import MadeContent

DOCUMENT = ROOT / "docs" / "performance.md"
HELD = 3  # articles that are kept back, to be added one at a time
SMALL = 1000  # up to this size everything is done HELD times, and medians are taken
LARGE = 10_000  # above this size the table goes to a part of the document of its own
NAMES = ("sijill-1", "sijill-2", "pelican", "hugo", "hugo-pagefind")


def main(arguments: Sequence[str]) -> int:
    """Measure each size; print the table, and write it where that is asked."""
    options = _options(arguments)
    measured: list[Measured] = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            repeat = options.repeat or (HELD if size <= SMALL else 1)
            for each in _measure(Path(folder), size, options.only, repeat):
                measured.append(each)
                print(f"building: {_line(each)}", flush=True)
        if options.raw:
            rows = [asdict(each) for each in measured]
            Path(options.raw).write_text(json.dumps(rows, indent=1), "utf-8")
    print("\n".join(lines(measured)))
    if options.write:
        part = "large" if max(options.sizes) > LARGE else "builds"
        DOCUMENT.write_text(written(DOCUMENT.read_text("utf-8"), part, measured), "utf-8")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--only", action="append", choices=NAMES)
    parser.add_argument("--repeat", type=int, choices=range(1, HELD + 1))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--raw")
    parser.add_argument("--work", help="a folder of the file system to measure on")
    return parser.parse_args(arguments)


def _line(each: Measured) -> str:
    cost = f"{each.wall:.2f} s wall, {each.cpu:.2f} s CPU, {each.memory:.0f} MB"
    return f"{each.size} {each.builder} {each.scenario}: {cost}"


def _builders(folder: Path, made: MadeContent, only: Sequence[str] | None) -> list[Builder]:
    known = {
        "sijill-1": lambda: Sijill(folder, made, ("en",)),
        "sijill-2": lambda: Sijill(folder, made, ("en", "ar")),
        "pelican": lambda: Pelican(folder),
        "hugo": lambda: Hugo(folder),
        "hugo-pagefind": lambda: HugoWithPagefind(folder),
    }
    return [known[name]() for name in NAMES if not only or name in only]


def _measure(
    folder: Path, size: int, only: Sequence[str] | None, repeat: int
) -> Iterator[Measured]:
    made = MadeContent(size)
    builders = _builders(folder, made, only)
    articles = made.articles()
    for article, about in islice(articles, size - HELD):
        for builder in builders:
            builder.lay(article, about)
    kept_back = list(articles)
    yield from _taking_turns(builders, size, "full", repeat, _full)
    for builder in builders:
        if builder.caches:
            builder.again()
    yield from _taking_turns(builders, size, "nothing changed", repeat, _again)

    def added(builder: Builder, turn: int) -> Cost:
        builder.lay(*kept_back[turn])
        return builder.again()

    yield from _taking_turns(builders, size, "one article added", repeat, added)
    own = [each for each in builders if isinstance(each, Sijill)]
    yield from _taking_turns(own, size, "an alias added", repeat, _with_alias)


def _full(builder: Builder, _turn: int) -> Cost:
    builder.clean()
    return builder.full()


def _again(builder: Builder, _turn: int) -> Cost:
    return builder.again()


def _with_alias(builder: Builder, _turn: int) -> Cost:
    if isinstance(builder, Sijill):
        builder.give_an_alias()
    return builder.again()


def _taking_turns(
    builders: Sequence[Builder], size: int, scenario: str, repeat: int, run: object
) -> Iterator[Measured]:
    """Yield the medians of each builder, all of which take turns."""
    costs: dict[str, list[Cost]] = {}
    for turn in range(repeat):
        for builder in builders:
            costs.setdefault(builder.name, []).append(run(builder, turn))  # type: ignore[operator]
    for name, each in costs.items():
        yield Measured(
            size,
            name,
            scenario,
            statistics.median(cost.wall for cost in each),
            statistics.median(cost.cpu for cost in each),
            max(cost.memory for cost in each),
            each[-1].printed if name.startswith("Sijill") else "",
        )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
