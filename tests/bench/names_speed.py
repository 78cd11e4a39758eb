"""Measure what it costs to find names: CPU and memory, by the number of aliases.

    python -m tests.bench.names_speed [ALIASES ...] [--articles=N]

Articles of 650 words are made from a seed: words of syllables by a Zipf law, 30 aliases in each.
The figures are for 10,000 articles on one core; memory is what compiling the registry adds.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from plugins.annotate.names import compile_registry, find_mentions  # noqa: E402
from plugins.corpus.model import Alias, Entity, Paragraph  # noqa: E402

WORDS, NAMES, PARAGRAPH, WHOLE = 650, 30, 50, 10_000
ONSETS = "b d f g h j k l m n r s t z kh sh gh q".split()  # noqa: SIM905
VOWELS = "a i u e o aa".split()  # noqa: SIM905
CAPITALS = "ABCDEFGHIKLMNOPRSTUY"
KINDS = ("person", "group", "place", "organisation")


def word(chance: random.Random, syllables: int) -> str:
    """Make up a word."""
    return "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))


def registry(chance: random.Random, aliases: int) -> list[Entity]:
    """Make up entities with this many aliases in all, surnames and acronyms among them."""
    entities: list[Entity] = []
    made = 0
    while made < aliases:
        given, family = word(chance, 2).title(), word(chance, 3).title()
        kind = chance.choice(KINDS)
        name = chance.choice((f"{given} al-{family}", f"{given} {family}"))
        also = [Alias(f"{given} {family}i"), Alias(name.replace("a", "e"))]
        if kind == "person":
            also.append(Alias(family, surname=True))
        if kind == "group":
            also.append(Alias("".join(chance.choices(CAPITALS, k=3))))
        entities.append(Entity(f"e{len(entities)}", kind, name, tuple(also)))
        made += len(also) + 1
    return entities


def articles(
    chance: random.Random, entities: list[Entity], count: int
) -> list[tuple[Paragraph, ...]]:
    """Make up articles in which some words are aliases."""
    common = [word(chance, chance.choice((1, 1, 2, 2, 3))) for _ in range(3000)]
    weights = [1 / (rank + 1) for rank in range(len(common))]
    made = []
    for _ in range(count):
        words = chance.choices(common, weights, k=WORDS)
        for _ in range(NAMES):
            alias = chance.choice(chance.choice(entities).aliases)
            words[chance.randrange(WORDS)] = alias.text
        words = [each + "\u2019s" * (chance.random() < 0.03) for each in words]
        made.append(
            tuple(
                Paragraph(f"p{at}", " ".join(words[at : at + PARAGRAPH]) + ".")
                for at in range(0, WORDS, PARAGRAPH)
            )
        )
    return made


def memory() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print a line for each number of aliases; the numbers go up, so that memory is theirs."""
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()] or [2_000, 20_000, 200_000]
    count = next((int(a.split("=")[1]) for a in sys.argv if a.startswith("--articles=")), 500)
    for number in sorted(numbers):
        chance = random.Random(f"names {number}")  # noqa: S311
        entities = registry(chance, number)
        texts = articles(chance, entities, count)
        held, began = memory(), time.process_time()
        compiled = compile_registry(entities)
        built, took = memory() - held, time.process_time() - began
        began = time.process_time()
        mentions = sum(len(find_mentions(compiled, each)) for each in texts)
        spent = (time.process_time() - began) * WHOLE / count
        print(
            f"{number:7} aliases: compiled in {took:.2f} s, {built:.0f} MB;"
            f" {WHOLE} articles take {spent:.2f} s of CPU ({mentions / count:.1f} mentions each)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
