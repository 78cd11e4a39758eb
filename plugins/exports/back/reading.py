"""Read the objects of the JSON files of `data/`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...corpus.problems import SijillError
from .resting import Exported

_LISTS = ("articles", "entities", "events", "claims")


class NotExports(SijillError):
    """The folder does not hold the exports of an archive."""


def read_exports(data: Path) -> Exported:
    """Return the objects of a folder `data/`; raises NotExports where a file is not as it was."""
    try:
        return exports_of(lambda name: (data / name).read_bytes())
    except (OSError, ValueError, KeyError) as error:
        raise NotExports(
            f"{data}: EXPORT-DATA this folder does not hold the exports of an archive ({error}). "
            "Name the folder data of a built one."
        ) from error


def exports_of(read: Callable[[str], bytes]) -> Exported:
    """Return the objects of the JSON files; `read` gives a file of `data/` by its name.

    Raises OSError, ValueError or KeyError where one is missing or broken.
    """
    build = json.loads(read("build.json"))
    told = {name: json.loads(read(f"{name}.json")) for name in _LISTS}
    entities = [*told["entities"]["entities"], *told["entities"]["merged"]]
    rest: dict[str, Any] = {name: told[name][name] for name in ("articles", "events", "claims")}
    return Exported(build, entities=entities, **rest)
