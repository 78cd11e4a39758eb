"""Hold what is true of the mentions of every text and registry."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.annotate.names import compile_registry, find_mentions
from plugins.corpus.model import KINDS, Alias, Entity, Mention, Paragraph

_WORDS = ("Aleppo", "al-Bab", "Bab", "Omar", "US", "east", "a-Tall", "of", "Ra'i", "حلب", "ال")
_JOINTS = (" ", "-", ", ", "’s ", "\u00a0", ". ", "و", "")
_NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
_ALIASES = st.builds(
    Alias,
    _NAMES,
    exact=st.booleans(),
    surname=st.booleans(),
    near=st.sampled_from([(), ("of",), ("east",)]),
)
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_JOINTS)), max_size=25).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


@st.composite
def registries(draw: st.DrawFn) -> list[Entity]:
    """Draw some entities that share words."""
    count = draw(st.integers(1, 6))
    return [
        Entity(
            f"e{at}",
            draw(st.sampled_from(KINDS)),
            draw(_NAMES),
            tuple(draw(st.lists(_ALIASES, max_size=3))),
            within=f"e{draw(st.integers(0, 6))}",
        )
        for at in range(count)
    ]


def found_in(entities: Sequence[Entity], texts: Sequence[str]) -> tuple[Mention, ...]:
    """Find the mentions in texts that stand for an article's paragraphs."""
    paragraphs = tuple(Paragraph(f"p{at}", text) for at, text in enumerate(texts))
    return find_mentions(compile_registry(entities), paragraphs, dateline="e1")


@given(registries(), st.lists(_TEXTS, max_size=3))
def test_mentions_never_overlap_and_keep_the_text(entities: list[Entity], texts: list[str]) -> None:
    """They come in order, apart from one another, and each surface is the text's."""
    last = ("", 0)
    for mention in found_in(entities, texts):
        text = texts[int(mention.anchor[1:])]
        assert mention.surface == text[mention.start : mention.end] != ""
        assert (mention.anchor, mention.start) >= last
        last = (mention.anchor, mention.end)


@given(registries(), st.lists(_TEXTS, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_the_registry_is_nothing(
    entities: list[Entity], texts: list[str], chance: random.Random
) -> None:
    """However the entities and their aliases are ordered, the mentions are the same."""
    mixed = [
        Entity(
            each.slug,
            each.kind,
            each.name,
            tuple(chance.sample(each.aliases, len(each.aliases))),
            within=each.within,
        )
        for each in chance.sample(entities, len(entities))
    ]
    assert found_in(mixed, texts) == found_in(entities, texts)


_PROGRAM = """
from plugins.annotate.names import compile_registry, find_mentions
from plugins.corpus.model import Alias, Entity, Paragraph
entities = [Entity(f"e{i}", "place", f"Fort {i % 7}", (Alias("Bab"), Alias(f"Tall {i}")))
            for i in range(40)]
text = " and ".join(f"Tall {i} Fort {i}, Bab" for i in range(40))
print(find_mentions(compile_registry(entities), (Paragraph("p", text),), dateline="e3"))
"""


def test_the_hash_seed_is_nothing(root: Path) -> None:
    """Two interpreters with different hash seeds find the same."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert b"Mention" in printed.pop()
