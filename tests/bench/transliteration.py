"""Measure which pairs of names are taken for spellings of one, beside other scorers.

    python -m tests.bench.transliteration [--errors]

The pairs are in tests/data/names/transliterations.tsv, which says how each was made. The "seen"
part was looked at while the rules were written, the "held" part only ever scored. For each other
scorer the threshold is the one with the best F1 on the seen part. rigour's name symbols are
measured where rigour is installed. `--errors` prints what is wrong in the seen part.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from rapidfuzz import distance, fuzz

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.corpus.transliteration import ALIKE, alike, skeleton  # noqa: E402

PAIRS = ROOT / "tests" / "data" / "names" / "transliterations.tsv"
FLOORS = Path(__file__).parent / "floors.toml"
PRECISE = 0.98
Scorer = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one, and what the list says of the pair."""

    part: str
    same: bool
    one: str
    other: str
    how: str

    @property
    def latin(self) -> bool:
        """Tell whether both names are in Latin letters."""
        return not any("\u0600" <= letter <= "\u06ff" for letter in self.one + self.other)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean over some pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_pairs() -> tuple[Pair, ...]:
    """Read the list of pairs."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(Pair(part, same == "1", *rest) for part, same, *rest in rows)


def score(pairs: Iterable[Pair], scorer: Scorer, threshold: float) -> Score:
    """Score a scorer that takes pairs from `threshold` on for one name."""
    taken = [(pair.same, scorer(pair.one, pair.other) >= threshold) for pair in pairs]
    hits = sum(same and said for same, said in taken)
    said = sum(said for _, said in taken)
    same = sum(same for same, _ in taken)
    return Score(hits / said if said else 0.0, hits / same if same else 0.0)


def best_threshold(pairs: tuple[Pair, ...], scorer: Scorer) -> float:
    """Return the threshold with the best F1, in steps of 0.01."""
    steps = [step / 100 for step in range(50, 101)]
    return max(steps, key=lambda step: (score(pairs, scorer, step).f1, step))


def plain(name: str) -> str:
    """Return a name as a fair scorer gets it: no case, accents, ayn or hyphens."""
    parts = unicodedata.normalize("NFD", name.casefold().replace("-", " "))
    return "".join(letter for letter in parts if letter.isalnum() or letter == " ")


def others() -> Iterator[tuple[str, Scorer]]:
    """Return rapidfuzz's scorers, and rigour's where it is installed; all give 0 to 1."""
    for name in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio", "partial_ratio"):
        found: Callable[[str, str], float] = getattr(fuzz, name)
        yield f"rapidfuzz {name}", lambda a, b, by=found: by(plain(a), plain(b)) / 100
    for name in ("JaroWinkler", "Levenshtein", "Indel"):
        by_distance = getattr(distance, name).normalized_similarity
        yield f"rapidfuzz {name}", lambda a, b, by=by_distance: by(plain(a), plain(b))
    try:
        names = importlib.import_module("rigour.names")
    except ImportError:
        return
    yield "rigour name symbols", lambda a, b: _by_symbols(names, a, b)


def _by_symbols(names: ModuleType, one: str, other: str) -> float:
    """Return the share of the parts of two names that have a symbol, or their form, in common."""
    left, right = _parts(names, one), _parts(names, other)
    shared = [any(part & match for match in right) for part in left]
    shared += [any(part & match for match in left) for part in right]
    return sum(shared) / len(shared) if shared else 0.0


def _parts(names: ModuleType, name: str) -> list[frozenset[str]]:
    """Return, for each part of a person's name, its form and rigour's symbols of it."""
    analysed = names.analyze_names(names.NameTypeTag.PER, [name])
    return [
        frozenset((part.form,)).union(
            str(span.symbol) for span in each.spans if part.form in [p.form for p in span.parts]
        )
        for each in analysed
        for part in each.parts
    ]


def at_precision(pairs: tuple[Pair, ...], scorer: Scorer) -> float:
    """Return the least threshold, in steps of 0.01, with a precision of 0.98; 1.01 for none."""
    steps = [step / 100 for step in range(50, 101)]
    return next((step for step in steps if score(pairs, scorer, step).precision >= PRECISE), 1.01)


def report(pairs: tuple[Pair, ...], kind: str) -> Score:
    """Print a table for some pairs and return our score on their held part."""
    seen = tuple(pair for pair in pairs if pair.part == "seen")
    held = tuple(pair for pair in pairs if pair.part == "held")
    print(f"{kind}: {len(seen)} seen, {len(held)} held pairs")
    print(f"  {'':28} at    seen P    R    held P    R     F1    held R at seen P {PRECISE}")
    ours = [("alike", alike, ALIKE), ("equal skeletons", _same_skeleton, 1.0)]
    rows = ours + [(name, by, best_threshold(seen, by)) for name, by in others()]
    for name, scorer, threshold in rows:
        one, two = score(seen, scorer, threshold), score(held, scorer, threshold)
        three = score(held, scorer, at_precision(seen, scorer))
        print(
            f"  {name:28} {threshold:.2f}  {one.precision:.3f} {one.recall:.3f}"
            f"   {two.precision:.3f} {two.recall:.3f}  {two.f1:.3f}   {three.recall:.3f}"
        )
    return score(held, alike, ALIKE)


def _same_skeleton(one: str, other: str) -> float:
    """Return 1 where two names have one skeleton."""
    return float(skeleton(one) == skeleton(other))


def main() -> int:
    """Print the tables; return 1 where a floor is broken."""
    pairs = read_pairs()
    if "--errors" in sys.argv:
        for pair in pairs:
            if pair.part == "seen" and (alike(pair.one, pair.other) >= ALIKE) != pair.same:
                print(f"{alike(pair.one, pair.other):.2f}", pair)
    report(tuple(pair for pair in pairs if pair.latin), "Latin letters")
    held = report(pairs, "Both scripts")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["transliteration"]
    broken = [name for name, floor in floors.items() if getattr(held, name) < floor]
    for name in broken:
        print(f"BROKEN {name}: {getattr(held, name):.3f} is under {floors[name]}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
