"""Measure the promises of docs/trust.md, and write the table there.

python -m tests.bench.trust [--full] [--write] [NAME …]; `make bench-trust` writes. The full sweep
takes hours: all hostile strings, every system call. A promise that is broken ends with status 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.trust.conftest import ROOT
from tests.trust.measures import ALL, MEASURES, SMALL
from tests.trust.row import Row

DOCUMENT = ROOT / "docs" / "trust.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; print the rows, and write them where that is asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("names", nargs="*", default=list(MEASURES))
    chosen = parser.parse_args(arguments)
    rows = []
    for name in chosen.names:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(MEASURES[name](Path(folder), ALL if chosen.full else SMALL))
        print(f"trust: {_line(rows[-1])}", flush=True)
    if chosen.write:
        _write(rows)
    return int(any(row.kept is False for row in rows))


def _line(row: Row) -> str:
    kept = {True: "yes", False: "NO", None: "not measured"}[row.kept]
    return f"| {row.promise} | {row.promised} | {row.measured} | {kept} |"


def _write(rows: Sequence[Row]) -> None:
    """Put the rows into the document's table, in the place of the lines for the same promises."""
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    table, _, after = rest.partition(END)
    lines = [line for line in table.strip().split("\n") if line.startswith("| ")][1:]
    fresh = {row.promise: _line(row) for row in rows}
    kept = {line.split(" | ")[0].removeprefix("| "): line for line in lines}
    head = "| promise | promised | measured | kept |\n|---|---|---|---|"
    body = "\n".join({**kept, **fresh}.values())
    DOCUMENT.write_text(f"{before}{BEGIN}\n{head}\n{body}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
