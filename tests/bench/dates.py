"""Measure date expressions on TimeBank and AQUAINT, and compare with the floors.

    python -m tests.bench.dates [--errors]

The documents are split in two by a hash of their names: one half may be looked at while the
grammar is worked on (`--errors` prints what is wrong in it), the other is only ever scored.
Scores are those of TempEval-3 (UzZaman et al. 2013): strict spans are equal, relaxed spans
overlap, and value F1 counts a relaxed match only where the value is equal too.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.dates import find_dates  # noqa: E402
from plugins.corpus.model import DateExpression, Paragraph  # noqa: E402

FLOORS = Path(__file__).parent / "floors.toml"
HALVES = ("seen", "unseen")
KINDS = ("strict", "relaxed", "value")
HEADS = ("marked", "found", *KINDS)


@dataclass(frozen=True, slots=True)
class Gold:
    """A TIMEX3 that the annotators marked."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A news text with its publication date and what the annotators marked in it."""

    name: str
    published: str
    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was marked, what was found, and how many of these agree."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sum of two counts."""
        return Counts(
            self.gold + other.gold,
            self.found + other.found,
            self.strict + other.strict,
            self.relaxed + other.relaxed,
            self.value + other.value,
        )

    def f1(self, hits: int) -> float:
        """Return the F1 of so many hits."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def read_document(path: Path) -> Document:
    """Read a TimeML file of TempEval-3."""
    tree = etree.parse(str(path)).getroot()
    published = tree.find("DCT/TIMEX3").get("value")
    parts: list[str] = []
    gold: list[Gold] = []

    def walk(element: etree._Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        if element.tag == "TIMEX3":
            gold.append(Gold(start, sum(map(len, parts)), element.get("value")))

    walk(tree.find("TEXT"))
    return Document(path.name, published, "".join(parts), tuple(gold))


def paragraphs_of(text: str) -> tuple[tuple[int, Paragraph], ...]:
    """Split a text at its blank lines; each paragraph comes with its offset."""
    result, offset = [], 0
    for block in text.split("\n\n"):
        result.append((offset, Paragraph(f"p{offset}", block)))
        offset += len(block) + 2
    return tuple(result)


def found_in(document: Document) -> list[Gold]:
    """Return what we find, in offsets of the document."""
    placed = paragraphs_of(document.text)
    offsets = {paragraph.anchor: offset for offset, paragraph in placed}
    dates = find_dates([paragraph for _, paragraph in placed], document.published)

    def place(each: DateExpression) -> Gold:
        base = offsets[each.anchor]
        return Gold(base + each.start, base + each.end, each.timex_value)

    return [place(each) for each in dates]


def pairs(gold: tuple[Gold, ...], found: list[Gold]) -> list[tuple[Gold, Gold]]:
    """Pair each marked span with the first found span that overlaps it and is not yet taken."""
    result, free = [], list(found)
    for marked in gold:
        for each in free:
            if each.start < marked.end and marked.start < each.end:
                result.append((marked, each))
                free.remove(each)
                break
    return result


def trimmed(span: Gold, text: str) -> str:
    """Return a span's place without spaces and points at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return f"{start}:{start + len(words.strip().rstrip('.'))}"


def score(document: Document, found: list[Gold]) -> Counts:
    """Count what agrees in one document."""
    matched = pairs(document.gold, found)
    same = [
        (marked, each)
        for marked, each in matched
        if trimmed(marked, document.text) == trimmed(each, document.text)
    ]
    values = [marked for marked, each in matched if marked.value == each.value]
    return Counts(len(document.gold), len(found), len(same), len(matched), len(values))


def half_of(path: Path) -> str:
    """Return which half a document is in."""
    return HALVES[int(hashlib.sha256(path.name.encode()).hexdigest(), 16) % 2]


def show_errors(document: Document, found: list[Gold]) -> None:
    """Print what is missed, found too much, or read wrongly."""
    matched = pairs(document.gold, found)
    paired = {marked for marked, _ in matched}, {each for _, each in matched}
    lines = [(each, "missed", each.value) for each in document.gold if each not in paired[0]]
    lines += [(each, "extra", each.value) for each in found if each not in paired[1]]
    lines += [
        (each, "value", f"{each.value} for {marked.value}")
        for marked, each in matched
        if marked.value != each.value
    ]
    for span, kind, value in sorted(lines, key=lambda line: line[0].start):
        before = document.text[max(0, span.start - 60) : span.start].replace("\n", " ")
        words = document.text[span.start : span.end].replace("\n", " ")
        after = document.text[span.end : span.end + 40].replace("\n", " ")
        print(f"{kind}\t{value}\t{document.published}\t{before}[{words}]{after}")


def measure(folder: Path, *, errors: bool) -> tuple[dict[str, Counts], float]:
    """Score every document; return the counts of each half and the milliseconds per character."""
    counts = dict.fromkeys(HALVES, Counts())
    seconds = characters = 0.0
    for path in sorted(folder.glob("*/*.tml"), key=lambda path: path.name):
        document = read_document(path)
        begun = time.process_time()
        found = found_in(document)
        seconds += time.process_time() - begun
        characters += len(document.text)
        half = half_of(path)
        counts[half] = counts[half].plus(score(document, found))
        if errors and half == "seen":
            show_errors(document, found)
    return counts, 1000 * seconds / characters


def below_floors(count: Counts) -> list[str]:
    """Return what to say of each score of the unseen half that is below its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["dates"]
    reached = {kind: count.f1(getattr(count, kind)) for kind in KINDS}
    return [
        f"dates: {kind} F1 is {value:.3f}, below its floor {floors[kind]}"
        for kind, value in reached.items()
        if value < floors[kind]
    ]


def main() -> int:
    """Print the table; return 1 where a floor is broken."""
    folder = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared")) / "data" / "timeml"
    if not folder.is_dir():
        print(f"dates: no TimeML texts at {folder}; set SIJILL_SHARED")
        return 0
    counts, speed = measure(folder, errors="--errors" in sys.argv)
    print(f"{'dates: TimeBank, AQUAINT':26}" + "".join(f"{head:>9}" for head in HEADS))
    for half, count in counts.items():
        scores = "".join(f"{count.f1(getattr(count, kind)):9.3f}" for kind in KINDS)
        print(f"{half:26}{count.gold:9}{count.found:9}{scores}")
    print(f"dates: {4000 * speed:.2f} ms for 4000 characters, an article of 650 words")
    broken = below_floors(counts["unseen"])
    for line in broken:
        print(line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
