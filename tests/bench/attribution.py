"""Measure who said what on PolNeAR, and compare with the floors.

    python -m tests.bench.attribution [FOLDER] [--errors]

FOLDER holds `attributions/*.ann` (brat) and `text/*.txt`; the default is `data/polnear-dev` of
the shared texts. The articles are split in two by a hash of their names: one half may be looked
at while the rules are worked on (`--errors` prints what is wrong in it), the other is only ever
scored, and the floors are for it. A FOLDER given by hand is scored as a whole.

An attribution that was found is correct when its content overlaps the content of a marked one
and its source overlaps that one's source. Precision is the share of the found that are correct,
recall the share of the marked that some found one is correct for. "With a number" keeps, on both
sides, only those whose content holds a digit or a number word. Marked attributions without a
source are kept, so each of them is a miss.

Of an article that several annotators marked, the first file counts.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.attribution import find_attributions  # noqa: E402

FLOORS = Path(__file__).parent / "floors.toml"
HALVES = ("seen", "unseen")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mbtr]+illions?|dozens?|half|percent)\b",
    re.IGNORECASE,
)
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution, marked or found: its source's and content's stretches of the text."""

    source: Spans
    content: Spans

    def agrees(self, other: Marked) -> bool:
        """Tell whether contents overlap and sources overlap."""
        return _overlap(self.content, other.content) and _overlap(self.source, other.source)


@dataclass(frozen=True, slots=True)
class Document:
    """A news text and what was marked in it."""

    name: str
    text: str
    gold: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what was found, marked, and correct of either."""

    found: int
    gold: int
    found_right: int
    gold_right: int

    @property
    def precision(self) -> float:
        """Return the share of the found that are correct."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the marked that were found."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def documents(folder: Path) -> list[Document]:
    """Read the articles of a folder; the first file of annotations of each counts."""
    read: dict[str, Document] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = re.sub(r"_[0-9a-f]{4}$", "", path.stem)
        text_path = next(
            each
            for each in (folder / "text" / f"{name}.txt", folder / "text" / f"{path.stem}.txt")
            if each.is_file()
        )
        if name not in read:
            text = text_path.read_bytes().decode("utf-8")
            read[name] = Document(name, text, tuple(_gold(path.read_bytes().decode("utf-8"))))
    return list(read.values())


def _gold(annotations: str) -> Iterator[Marked]:
    spans: dict[str, Spans] = {}
    relations = []
    for line in annotations.split("\n"):
        fields = line.split("\t")
        if line.startswith("T"):
            spans[fields[0]] = _spans(fields[1].split(" ", 1)[1])
        elif line.startswith("E"):
            relations.append([role.split(":") for role in fields[1].split()[1:]])
    for roles in relations:
        source = _of_role(roles, spans, "Source")
        content = _of_role(roles, spans, "Content")
        if content:
            yield Marked(source, content)


def _spans(text: str) -> Spans:
    pairs = (part.split() for part in text.split(";"))
    return tuple(sorted((int(first), int(last)) for first, last in pairs))


def _of_role(roles: Sequence[Sequence[str]], spans: dict[str, Spans], role: str) -> Spans:
    return tuple(
        span for name, key in roles if name.rstrip("0123456789") == role for span in spans[key]
    )


def found_in(text: str) -> list[Marked]:
    """Return what the rules find, paragraph by paragraph (a line is one)."""
    found = []
    offset = 0
    for line in text.split("\n"):
        for each in find_attributions(line):
            source = (each.source[0] + offset, each.source[1] + offset)
            content = tuple((first + offset, last + offset) for first, last in each.content)
            found.append(Marked((source,), content))
        offset += len(line) + 1
    return found


def score(chosen: Sequence[Document], *, with_number: bool, errors: bool = False) -> Score:
    """Score the documents."""
    counts = [0, 0, 0, 0]
    for document in chosen:
        found = _kept(found_in(document.text), document.text, with_number=with_number)
        gold = _kept(document.gold, document.text, with_number=with_number)
        wrong = [each for each in found if not any(each.agrees(other) for other in gold)]
        missed = [each for each in gold if not any(each.agrees(other) for other in found)]
        right = (len(found) - len(wrong), len(gold) - len(missed))
        for place, number in enumerate((len(found), len(gold), *right)):
            counts[place] += number
        if errors:
            _print_errors(document.text, wrong, missed)
    return Score(*counts)


def _kept(items: Sequence[Marked], text: str, *, with_number: bool) -> list[Marked]:
    return [
        each
        for each in items
        if not with_number or any(NUMBER.search(text[first:last]) for first, last in each.content)
    ]


def _print_errors(text: str, wrong: Sequence[Marked], missed: Sequence[Marked]) -> None:
    for kind, items in (("wrong", wrong), ("missed", missed)):
        for each in items:
            source = " ".join(text[first:last] for first, last in each.source)
            content = " ".join(text[first:last] for first, last in each.content)
            print(f"  {kind} [{source}] {content[:100]}")


def half(name: str) -> str:
    """Return the half that this article belongs to."""
    return HALVES[int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2]


def _print_cost(chosen: Sequence[Document]) -> None:
    words = sum(len(each.text.split()) for each in chosen)
    started = time.process_time()
    for each in chosen:
        found_in(each.text)
    spent = time.process_time() - started
    print(f"cost     {spent * 1000 * 650 / words:6.2f} ms for 650 words")


def main() -> int:
    """Print the scores; return 1 where one is below its floor."""
    given = [each for each in sys.argv[1:] if not each.startswith("-")]
    shared = Path(os.environ.get("SIJILL_SHARED", ROOT.parent / "shared"))
    folder = Path(given[0]) if given else shared / "data" / "polnear-dev"
    if not folder.is_dir():
        print(f"attribution: no texts at {folder}; set SIJILL_SHARED. Nothing was measured.")
        return 0
    every = documents(folder)
    halves = ("whole",) if given else HALVES
    status = 0
    for part in halves:
        chosen = every if part == "whole" else [each for each in every if half(each.name) == part]
        for name, with_number in (("with a number", True), ("all", False)):
            errors = "--errors" in sys.argv and part == HALVES[0] and with_number
            result = score(chosen, with_number=with_number, errors=errors)
            print(
                f"{part:8} {name:13} {len(chosen):3} articles  P {result.precision:.3f}"
                f"  R {result.recall:.3f}  F1 {result.f1:.3f}  ({result.gold} marked)"
            )
            if part != HALVES[0]:
                status |= _below_floor("f1_with_number" if with_number else "f1_all", result.f1)
    _print_cost(every)
    return status


def _below_floor(name: str, reached: float) -> int:
    floor = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["attribution"][name]
    if reached < floor:
        print(f"attribution: {name} is {reached:.3f}, below its floor {floor}")
    return int(reached < floor)


if __name__ == "__main__":
    sys.exit(main())
