"""Import captures: `python -m plugins.importer FROM [CONTENT]`.

FROM is a capture (text or HTML) or a folder of them; CONTENT is the content folder ("content").
The exit status is 0 where everything is imported or already there, 2 where FROM or CONTENT cannot
be used, 3 where drafts want a hand, 4 where a capture was quarantined.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import track

from ..corpus.problems import ImportProblems
from .batch import Batch, only_one
from .collection import read_collection
from .crew import Crew, local_processes
from .filing import Filing
from .inputs import Input, inputs_from
from .outcome import EXIT_USAGE, THERE, Outcome, exit_status, summary
from .repetition import repeated_lines
from .rules import read_rules
from .storing import sweep

FEW = 20
"""Captures up to which starting processes takes longer than it saves."""
AHEAD = 4
"""Captures per worker that are read before their turn: memory is bounded by these."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Import what the command line names and print how each capture ended."""
    parser = argparse.ArgumentParser(prog="python -m plugins.importer", description=__doc__)
    parser.add_argument("source", metavar="FROM", type=Path)
    parser.add_argument("content", metavar="CONTENT", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    try:
        with only_one(options.content):
            outcomes = tuple(
                _printed(import_from(options.source, options.content, options.workers))
            )
    except ImportProblems as problem:
        sys.stderr.write(f"{problem}\n")
        return EXIT_USAGE
    for line in summary(outcomes):
        sys.stdout.write(f"{line}\n")
    return exit_status(outcomes)


def import_from(source: Path, content: Path, workers: int = 1) -> Iterator[Outcome]:
    """Import a file or folder into a content folder; yield how each capture ended.

    Raises ImportProblems where the source or the rules cannot be read.
    """
    sweep(content)
    book = read_rules(content)
    many = sum(1 for _ in zip(range(FEW + 1), inputs_from(source), strict=False)) > FEW
    repeated = repeated_lines(each.capture for each in inputs_from(source))
    parallel = many and workers > 1
    crew = Crew(partial(local_processes, workers) if parallel else None)
    filing = Filing(read_collection(content), book)
    batch = Batch(filing, crew, repeated, workers * AHEAD if parallel else 1)
    try:
        yield from batch.run(_watched(inputs_from(source)))
    finally:
        crew.close()


def _watched(inputs: Iterable[Input]) -> Iterable[Input]:
    """Show progress on a terminal, and only there."""
    console = Console(stderr=True)
    return track(inputs, "Importing", console=console) if console.is_terminal else inputs


def _printed(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Print each outcome with its problems; what was there already only counts."""
    for each in outcomes:
        if each.status != THERE or each.note or each.draft:
            sys.stdout.write(f"{each}\n")
        for problem in each.problems:
            sys.stdout.write(f"    {problem}\n")
        yield each


if __name__ == "__main__":
    sys.exit(main())
