"""Make another machine of this one: folders in another order, another number of cores.

Python runs this file at its start where its folder is in PYTHONPATH (test_same_bytes.py).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any, Self

_chosen = random.Random(os.environ.get("SIJILL_ORDER", "1"))  # noqa: S311 (an order, no secret)
_listdir, _scandir = os.listdir, os.scandir


def _shuffled(entries: list[Any]) -> list[Any]:
    _chosen.shuffle(entries)
    return entries


class _Scanned:
    """The entries of a folder in another order, closed as the real one is."""

    def __init__(self, entries: Any) -> None:
        with entries:
            self._entries: Iterator[Any] = iter(_shuffled(list(entries)))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close nothing: the real one is closed already."""

    def close(self) -> None:
        """Close nothing, as above."""


os.listdir = lambda path=".": _shuffled(_listdir(path))  # type: ignore[assignment, misc]
os.scandir = lambda path=".": _Scanned(_scandir(path))  # type: ignore[assignment, misc]
if "SIJILL_CORES" in os.environ:
    os.cpu_count = lambda: int(os.environ["SIJILL_CORES"])
