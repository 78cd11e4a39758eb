"""Measure figures and their speakers on two reports, and compare with the floors.

    python -m tests.bench.figures [--all]

The gold is tests/data/figures/: offsets, numbers and slugs, for reports that lie in the shared
texts. A figure that was found is correct when it overlaps a marked one and has its low and high.
Recall is the share of the marked figures with a speaker that were found and given a speaker;
`speaker` the share of these whose speaker is the marked one (the same slug, and words that stand
in the marked source or hold it); `precision` the share of all found figures that are correct.
`--all` prints the figures of every report in the shared texts, to be read by eye.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.figures import find_figures  # noqa: E402
from plugins.corpus.model import DateExpression, Figure, Mention, Paragraph  # noqa: E402

FLOORS = Path(__file__).parent / "floors.toml"
GOLD = ROOT / "tests" / "data" / "figures" / "reports-000-002.json"


@dataclass(slots=True)
class Tally:
    """Counts over all reports."""

    found: int = 0
    right: int = 0
    attributed: int = 0
    attributed_found: int = 0
    speaker_right: int = 0
    unit_right: int = 0
    marked: int = 0
    marked_found: int = 0


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Make a paragraph of each line that has words; its anchor is the line's number."""
    lines = enumerate(text.split("\n"), start=1)
    return tuple(Paragraph(str(number), line) for number, line in lines if line.strip())


def measure(report: Mapping[str, Any], text: str, tally: Tally) -> None:
    """Count what is right in one report."""
    lines = text.split("\n")
    mentions = [
        Mention(str(line), start, end, lines[line - 1][start:end], slug)
        for line, start, end, slug in report["mentions"]
    ]
    dates = [
        DateExpression(str(line), start, end, lines[line - 1][start:end], edtf, kind, "")
        for line, start, end, kind, edtf in report["dates"]
    ]
    found = find_figures(paragraphs_of(text), mentions, dates)
    gold: Sequence[Mapping[str, Any]] = report["figures"]
    tally.found += len(found)
    tally.right += sum(any(_agrees(figure, each) for each in gold) for figure in found)
    for each in gold:
        matching = [figure for figure in found if _agrees(figure, each)]
        _count(tally, each, matching, lines)


def _agrees(figure: Figure, gold: Mapping[str, Any]) -> bool:
    line, start, end = gold["span"]
    overlaps = figure.anchor == str(line) and figure.start < end and start < figure.end
    return overlaps and (figure.low, figure.high) == (gold["low"], gold["high"])


def _count(
    tally: Tally, gold: Mapping[str, Any], matching: Sequence[Figure], lines: Sequence[str]
) -> None:
    tally.marked += 1
    tally.marked_found += bool(matching)
    tally.unit_right += any(figure.unit == gold["unit"] for figure in matching)
    if gold["source"] is None:
        return
    tally.attributed += 1
    spoken = [figure for figure in matching if figure.said_by_surface]
    tally.attributed_found += bool(spoken)
    line, start, end = gold["source"]
    source = lines[line - 1][start:end]
    tally.speaker_right += any(
        figure.said_by == gold["said_by"]
        and (figure.said_by_surface in source or source in figure.said_by_surface)
        for figure in spoken
    )


def main() -> int:
    """Print the shares; return 1 where one is below its floor."""
    seeds = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared")) / "seeds"
    if not seeds.is_dir():
        print(f"figures: no reports at {seeds}; set SIJILL_SHARED. Nothing was measured.")
        return 0
    if "--all" in sys.argv:
        _print_all(seeds)
    tally = Tally()
    for report in json.loads(GOLD.read_text(encoding="utf-8"))["reports"]:
        path = next(seeds.glob(f"{report['seed']}_*.txt"))
        if hashlib.sha256(path.read_bytes()).hexdigest() != report["sha256"]:
            print(f"figures: {path.name} is not the file that was marked")
            return 1
        measure(report, path.read_text(encoding="utf-8"), tally)
    return _compare(tally)


def _compare(tally: Tally) -> int:
    shares = {
        "recall": (tally.attributed_found, tally.attributed),
        "speaker": (tally.speaker_right, tally.attributed_found),
        "precision": (tally.right, tally.found),
        "recall_all": (tally.marked_found, tally.marked),
        "unit": (tally.unit_right, tally.marked_found),
    }
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    status = 0
    for name, (part, whole) in shares.items():
        share = part / whole if whole else 0.0
        print(f"figures  {name:10} {share:.3f}  ({part} of {whole})")
        if share < floors[name]:
            print(f"figures: {name} is {share:.3f}, below its floor {floors[name]}")
            status = 1
    return status


def _print_all(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        print(path.name)
        for figure in find_figures(paragraphs_of(path.read_text(encoding="utf-8")), (), ()):
            print(
                f"  {figure.anchor:>3} {figure.surface!r} {figure.low} {figure.high} {figure.unit}"
                f" | {figure.said_by_surface} | {figure.cue_surface}"
            )


if __name__ == "__main__":
    sys.exit(main())
