"""Weigh a term in a document once and for all: BM25F, quantised to five bits.

The impact of a term is tf / (k1 + tf), where tf adds up the fields, each normalised by its
length (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
CIKM 2004). The browser multiplies it with the term's inverse document frequency. The sixth bit
says that the term stands in the title, or that the document is the entity's own.

Lengths are counted in letters, which is known before a text is cut into words, and only their
ratios matter. The mean is rounded to a quarter of an octave: the one value that all documents
share, it changes seldom, and with it all impacts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .documents import SearchDocument

K1 = 1.6
TITLE_WEIGHT = 3.0
TITLE_B = 0.3
TEXT_B = 0.6
STEPS = 31
IN_TITLE = 32
_MEAN_STEPS = 4  # an octave
_LENGTH_STEPS = 8

Lengths = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Means:
    """The mean length of titles and of texts, in letters, of those that have any."""

    title: float
    text: float


def lengths(document: SearchDocument) -> Lengths:
    """Return how many letters the title (with other names) and the text of a document have."""
    return (
        len(document.title) + sum(map(len, document.aliases)),
        sum(len(text) for _, text in document.paragraphs),
    )


def means(known: Iterable[Lengths]) -> Means:
    """Return the rounded means over all documents."""
    pairs = list(known)
    titles, texts = ([pair[field] for pair in pairs if pair[field]] for field in (0, 1))
    return Means(_mean(titles), _mean(texts))


def _mean(known: list[int]) -> float:
    return _rounded(sum(known) / len(known), _MEAN_STEPS) if known else 1.0


def _rounded(length: float, steps: int) -> float:
    """Round a length to the nearest of `steps` an octave."""
    return float(2 ** (round(steps * math.log2(length)) / steps)) if length else 0.0


class Weights(dict[tuple[int, int], int]):
    """The impact byte by (times in the title, times in all), for one title and text length."""

    def __init__(self, title_norm: float, text_norm: float) -> None:
        super().__init__()
        self._title_norm = title_norm
        self._text_norm = text_norm

    def __missing__(self, key: tuple[int, int]) -> int:
        in_title, times = key
        weight = TITLE_WEIGHT * in_title / self._title_norm + (times - in_title) / self._text_norm
        step = max(1, round(STEPS * weight / (K1 + weight)))
        self[key] = step + (IN_TITLE if in_title else 0)
        return self[key]


def weights(known: Lengths, mean: Means) -> Weights:
    """Return the impact bytes of a document's terms; documents of nearly one length share them."""
    title, text = (_rounded(length, _LENGTH_STEPS) for length in known)
    return _weights(title, text, mean)


@lru_cache(maxsize=100_000)
def _weights(title: float, text: float, mean: Means) -> Weights:
    return Weights(norm(title, mean.title, TITLE_B), norm(text, mean.text, TEXT_B))


def norm(length: float, mean: float, share: float) -> float:
    """Return how much a field's length takes from what stands in it."""
    return 1 - share + share * length / mean
