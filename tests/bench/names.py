"""Measure the mentions found in two reports against marks made by hand, and compare with floors.

    python -m tests.bench.names [--errors]

The marks are in tests/data/names/gold.tsv (no text: hashes and offsets), the registry is the one
that ships, the reports are read from the shared folder. A mention counts where its span is the
marked one. Grouping is B-cubed F1 (Bagga and Baldwin 1998) over the mentions that count: do
those that belong to one entity, and only those, lead to one?
"""

from __future__ import annotations

import hashlib
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.names import Registry, compile_registry, find_mentions  # noqa: E402
from plugins.corpus.model import Paragraph  # noqa: E402
from plugins.corpus.reading.entities import read_entities  # noqa: E402

GOLD = ROOT / "tests" / "data" / "names" / "gold.tsv"
FLOORS = Path(__file__).parent / "floors.toml"
SHARED = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))

Place = tuple[str, str, int, int]  # report, paragraph's hash, start, end


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the mentions are, each figure from 0 to 1."""

    precision: float
    recall: float
    grouping: float


def read_gold() -> tuple[frozenset[tuple[str, str]], dict[Place, str]]:
    """Return the paragraphs that were read, and the entity of each mention marked in them."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    marked = {
        (report, digest, int(start), int(end)): entity
        for report, digest, start, end, entity in rows
        if entity
    }
    return frozenset((row[0], row[1]) for row in rows), marked


def read_paragraphs(
    report: str, read: frozenset[tuple[str, str]]
) -> Iterator[tuple[str, Paragraph]]:
    """Return the paragraphs of a report that were read when it was marked, with their hashes."""
    (path,) = (SHARED / "seeds").glob(f"{report}_*")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        digest = hashlib.sha256(line.strip().encode()).hexdigest()[:16]
        if (report, digest) in read:
            yield digest, Paragraph(str(number), line.strip())


def find(registry: Registry, read: frozenset[tuple[str, str]]) -> dict[Place, str]:
    """Return the mentions found in the marked reports."""
    found: dict[Place, str] = {}
    for report in sorted({report for report, _ in read}):
        paragraphs = dict(read_paragraphs(report, read))
        digests = {paragraph.anchor: digest for digest, paragraph in paragraphs.items()}
        for each in find_mentions(registry, tuple(paragraphs.values())):
            found[report, digests[each.anchor], each.start, each.end] = each.entity
    return found


def compare(found: Mapping[Place, str], marked: Mapping[Place, str]) -> Quality:
    """Compare what was found with what is marked."""
    both = sorted(found.keys() & marked.keys())
    return Quality(
        len(both) / len(found) if found else 0.0,
        len(both) / len(marked),
        b_cubed([(found[place], marked[place]) for place in both]),
    )


def b_cubed(pairs: list[tuple[str, str]]) -> float:
    """Return B-cubed F1 of a grouping against another; `pairs` has each item's two groups."""
    if not pairs:
        return 0.0
    both = [sum(pair == other for other in pairs) for pair in pairs]
    ours = [sum(pair[0] == other[0] for other in pairs) for pair in pairs]
    theirs = [sum(pair[1] == other[1] for other in pairs) for pair in pairs]
    precision = sum(a / b for a, b in zip(both, ours, strict=True)) / len(pairs)
    recall = sum(a / b for a, b in zip(both, theirs, strict=True)) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def main() -> int:
    """Print the figures; return 1 where a floor is broken, 2 where the reports are absent."""
    if not (SHARED / "seeds").is_dir():
        print(f"no reports at {SHARED}; set SIJILL_SHARED")
        return 2
    entities, _ = read_entities(ROOT / "content")
    read, marked = read_gold()
    found = find(compile_registry(entities), read)
    quality = compare(found, marked)
    print(f"{len(read)} paragraphs, {len(marked)} mentions marked, {len(found)} found")
    if "--errors" in sys.argv:
        for place, entity in sorted(found.items() ^ marked.items()):
            print("found " if found.get(place) == entity else "marked", *place, entity)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["names"]
    broken = [name for name, floor in floors.items() if getattr(quality, name) < floor]
    for name, floor in floors.items():
        sign = "BROKEN" if name in broken else "holds"
        print(f"{name:10} {getattr(quality, name):.4f}  floor {floor:.2f}  {sign}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
