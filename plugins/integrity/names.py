"""Check the names of a finished site's files: any stick must take them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..corpus.addresses import DEVICE
from .faults import Fault


def check_names(paths: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each path that Windows takes for a device, or for another path.

    NAME-RESERVED and NAME-CASE; `paths` are relative, with "/". What a copy needs beside that is
    checked where one is made (plugins/bag/portable.py).
    """
    seen: dict[str, str] = {}
    for path in sorted(paths):
        device = next((part for part in path.split("/") if DEVICE.match(part)), None)
        if device:
            yield Fault(path, "NAME-RESERVED", f'"{device}" is a device on Windows.')
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            wrong = f'it is the same name as "{first}" where case does not count.'
            yield Fault(path, "NAME-CASE", wrong)
