"""Import captures: `python -m plugins.importer FROM [CONTENT]`.

FROM is a capture, a folder of captures, or "-" for a list of files on standard input. CONTENT is
the content folder ("content" if left out).
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

from ..corpus.problems import SijillError
from ..corpus.scheduling import on_cluster
from .batch import Batch, only_one
from .collection import read_collection
from .crew import Crew, workers_of
from .filing import Filing
from .inputs import Input, source_of
from .outcome import EXIT_USAGE, THERE, Outcome, Tally
from .repetition import survey
from .rules import read_rules
from .storing import sweep

FEW = 20
"""Captures up to which starting processes takes longer than it saves."""
AHEAD = 4
"""Captures per worker that are read before their turn: memory is bounded by these."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Import what the command line names and print how each capture ended."""
    parser = argparse.ArgumentParser(prog="python -m plugins.importer", description=__doc__)
    parser.add_argument("source", metavar="FROM")
    parser.add_argument("content", metavar="CONTENT", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--registry", type=Path, help="a content folder to borrow entities from")
    options = parser.parse_args(arguments)
    tally = Tally()
    try:
        with only_one(options.content):
            for each in import_from(
                options.source, options.content, options.workers, options.registry
            ):
                _print(each)
                tally.add(each)
    except (SijillError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return EXIT_USAGE
    for line in tally.lines():
        sys.stdout.write(f"{line}\n")
    return tally.exit_status


def import_from(
    given: str | Path, content: Path, workers: int = 1, registry: Path | None = None
) -> Iterator[Outcome]:
    """Import a file or folder into a content folder; yield how each capture ended.

    A publisher that the registry, another content folder, knows gets no entity of its own.

    Raises ImportProblems where the source or the rules cannot be read.
    """
    source = source_of(given)
    sweep(content)
    book = read_rules(content)
    count, repeated = survey(each.capture for each in source.inputs())
    parallel = on_cluster() or (count > FEW and workers > 1)
    crew = Crew(partial(workers_of, workers) if parallel else None)
    filing = Filing(read_collection(content, registry), book)
    batch = Batch(filing, crew, repeated, workers * AHEAD if parallel else 1)
    try:
        yield from batch.run(_watched(source.inputs(), count))
    finally:
        crew.close()


def _watched(inputs: Iterable[Input], count: int) -> Iterable[Input]:
    """Show progress on a terminal, and only there."""
    if not sys.stderr.isatty():
        return inputs
    from rich.console import Console  # noqa: PLC0415 - half a second that only a terminal needs
    from rich.progress import track  # noqa: PLC0415

    return track(inputs, "Importing", total=count, console=Console(stderr=True))


def _print(outcome: Outcome) -> None:
    """Print an outcome with its problems; what was there already only counts."""
    if outcome.status != THERE or outcome.note or outcome.draft:
        sys.stdout.write(f"{outcome}\n")
    for problem in outcome.problems:
        sys.stdout.write(f"    {problem}\n")


if __name__ == "__main__":
    sys.exit(main())
