"""Weigh a term in a document once and for all: BM25F, quantised to five bits.

The impact of a term is tf / (k1 + tf), where tf adds up the fields, each normalised by its
length (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
CIKM 2004). The browser multiplies it with the term's inverse document frequency. The sixth bit
says that the term stands in the title, or that the document is the entity's own.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

K1 = 1.6
TITLE_WEIGHT = 3.0
TITLE_B = 0.3
TEXT_B = 0.6
STEPS = 31
IN_TITLE = 32

# Lengths are rounded to an eighth of an octave, so that a document more or less changes few
# impacts, and few shards.
_PER_OCTAVE = 8


@dataclass(frozen=True, slots=True)
class Lengths:
    """The class of each document's lengths, and the two norms that each class means."""

    classes: array[int]
    norms: tuple[tuple[float, float], ...]


def lengths(titles: Sequence[int], texts: Sequence[int]) -> Lengths:
    """Sort documents into classes by the lengths of their titles and texts in words."""
    title_mean, text_mean = _rounded_mean(titles), _rounded_mean(texts)
    pairs = list(zip(map(_octave, titles), map(_octave, texts), strict=True))
    known = {pair: number for number, pair in enumerate(sorted(set(pairs)))}
    norms = (
        (_norm(title, title_mean, TITLE_B), _norm(text, text_mean, TEXT_B)) for title, text in known
    )
    return Lengths(array("H", (known[pair] for pair in pairs)), tuple(norms))


def _rounded_mean(lengths: Sequence[int]) -> float:
    filled = [length for length in lengths if length]
    return _length(_octave(round(sum(filled) / len(filled)))) if filled else 1.0


def _octave(length: int) -> int:
    return round(_PER_OCTAVE * math.log2(length)) if length else -1


def _length(octave: int) -> float:
    return 0.0 if octave < 0 else float(2 ** (octave / _PER_OCTAVE))


def _norm(octave: int, mean: float, share: float) -> float:
    return float(1 - share + share * _length(octave) / mean)


class Impacts(dict[tuple[int, int, int], int]):
    """The byte of a posting, by (length class, times in the title, times in all)."""

    def __init__(self, known: Lengths) -> None:
        super().__init__()
        self._classes = known.classes
        self._norms = known.norms

    def __missing__(self, key: tuple[int, int, int]) -> int:
        number, in_title, times = key
        title_norm, text_norm = self._norms[number]
        weight = TITLE_WEIGHT * in_title / title_norm + (times - in_title) / text_norm
        step = max(1, round(STEPS * weight / (K1 + weight)))
        self[key] = step + (IN_TITLE if in_title else 0)
        return self[key]

    def of(self, documents: Iterable[int], titles: bytes, times: bytes) -> bytes:
        """Return the byte of every posting of a term."""
        classes = map(self._classes.__getitem__, documents)
        return bytes(map(self.__getitem__, zip(classes, titles, times, strict=True)))
