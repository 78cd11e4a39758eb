"""Measure found events on five reports against marks made by reading, and compare with the floors.

    python -m tests.bench.events [--unmarked]

The marks are tests/data/events/: hashes, offsets, dates and kinds, for reports that lie in the
shared texts; these are imported as a curator would, and read with the registry that ships. A
sentence is right as evidence of an event when it reports that something of the event's kind
happened on its days at the place (or by the actor) that the event is named for. `precision` is
the share of the found events all of whose sentences are right; one that nobody has marked counts
as wrong, and `--unmarked` prints it. `recall` is the share of the gold events (of two reports)
that a sentence holding their words tells of, with days in common; `recall_dated` that of the gold
events which a sentence with a date of a week or less and a name reports: no others can be found.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.assembly import assemble_folder  # noqa: E402
from plugins.annotate.events import Candidate, Group  # noqa: E402
from plugins.corpus.edtf import bounds  # noqa: E402
from plugins.importer.__main__ import main as take_in  # noqa: E402

FLOORS = Path(__file__).parent / "floors.toml"
MARKS = ROOT / "tests" / "data" / "events" / "reports.json"
Report = Mapping[str, Any]


def hashed(sentence: str) -> str:
    """Return the beginning of the hash of a sentence, whatever its spaces are."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:16]


def found_in(seeds: Path, reports: Iterable[Report]) -> tuple[Group, ...]:
    """Import the reports beside the registry that ships, and group what is found in them."""
    with tempfile.TemporaryDirectory() as name:
        captures, content = Path(name) / "captures", Path(name) / "content"
        captures.mkdir()
        for report in reports:
            path = next(seeds.glob(f"{report['seed']}_*.txt"))
            shutil.copy(path, captures)
            known = "".join(f'{key} = "{report[key]}"\n' for key in ("publisher", "date"))
            (captures / path.name).with_suffix(".toml").write_text(known, "utf-8")
        out, sys.stdout = sys.stdout, sys.stderr
        try:
            take_in([str(captures), str(content)])
        finally:
            sys.stdout = out
        shutil.copytree(ROOT / "content" / "entities", content / "entities", dirs_exist_ok=True)
        return assemble_folder(content).groups


def key(candidate: Candidate) -> str:
    """Return what a mark is about: a sentence, the days and the kind of what it tells of."""
    low, high = candidate.low.isoformat(), candidate.high.isoformat()
    return " ".join((hashed(candidate.sentence), low, high, candidate.kind))


def recalled(text: str, gold: Report, told: Iterable[Candidate]) -> bool:
    """Tell whether a candidate's sentence holds the words of a gold event, on days in common."""
    start, end = gold["span"]
    words = " ".join(text[start:end].split())
    low, high = bounds(gold["edtf"])
    return any(
        words in " ".join(each.sentence.split())
        and (low is None or low <= each.high)
        and (high is None or each.low <= high)
        and each.kind in gold["kinds"]
        for each in told
    )


def measure(seeds: Path, reports: list[Report], *, unmarked: bool) -> dict[str, tuple[int, int]]:
    """Return each share as a part and a whole."""
    groups = found_in(seeds, reports)
    marks = {each: right for report in reports for each, right in report["marks"].items()}
    told = [each.candidate for group in groups for each in group.members]
    if unmarked:
        for each in told:
            if key(each) not in marks:
                print(f"{key(each)}\n    {each.sentence}")
    right = sum(all(marks.get(key(m.candidate)) for m in group.members) for group in groups)
    hits = list(_hits(seeds, reports, told))
    dated = [hit for hit, is_dated in hits if is_dated]
    return {
        "precision": (right, len(groups)),
        "recall": (sum(hit for hit, _ in hits), len(hits)),
        "recall_dated": (sum(dated), len(dated)),
    }


def _hits(
    seeds: Path, reports: Iterable[Report], told: list[Candidate]
) -> Iterator[tuple[bool, bool]]:
    for report in reports:
        text = next(seeds.glob(f"{report['seed']}_*.txt")).read_text("utf-8")
        for gold in report.get("gold", ()):
            yield recalled(text, gold, told), gold["dated"]


def main() -> int:
    """Print the shares; return 1 where one is below its floor."""
    seeds = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared")) / "seeds"
    if not seeds.is_dir():
        print(f"events: no reports at {seeds}; set SIJILL_SHARED. Nothing was measured.")
        return 0
    reports: list[Report] = json.loads(MARKS.read_text("utf-8"))["reports"]
    for report in reports:
        path = next(seeds.glob(f"{report['seed']}_*.txt"))
        if hashlib.sha256(path.read_bytes()).hexdigest() != report["sha256"]:
            print(f"events: {path.name} is not the file that was marked")
            return 1
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["events"]
    status = 0
    for name, (part, whole) in measure(seeds, reports, unmarked="--unmarked" in sys.argv).items():
        share = part / whole if whole else 0.0
        print(f"events  {name:12} {share:.3f}  ({part} of {whole})")
        if share < floors[name]:
            print(f"events: {name} is {share:.3f}, below its floor {floors[name]}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
