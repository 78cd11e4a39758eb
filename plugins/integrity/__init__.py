"""Check the finished site before it is put in place: no dead link, no remote request, no leak."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from ..corpus.edition import Secrets
from ..corpus.steps import step
from .checked import Checked, checked_file
from .leaks import check_leaks
from .names import check_names
from .site import check_site

_secrets: list[Secrets] = []


def _learn(generators: Iterable[Generator]) -> None:
    """Keep what this edition may not hold; nothing where it is the full one."""
    context = next(iter(generators)).context
    _secrets[:] = [context.get("secrets", Secrets())]


def _check(pelican: Pelican) -> None:
    """Print every fault of the site and stop with status 1; the last site stays."""
    root = Path(pelican.output_path)
    with step("integrity"):
        leaks = (leak for each in _secrets for leak in check_leaks(root, each))
        checked = Checked(checked_file(Path(pelican.settings["CACHE_PATH"]), root))
        names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        found = (*check_names(names), *check_site(root, checked), *leaks)
    faults = [str(each) for each in found]
    if faults:
        sys.stderr.write("\n".join(faults) + "\n")
        sys.stderr.write(f"{len(faults)} faults in the site. The last site stays as it was.\n")
        raise SystemExit(1)


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(_learn)
    signals.finalized.connect(_check)
