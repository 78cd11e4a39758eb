"""Check the finished site before it is put in place: no dead link, no remote request."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican, signals

from .site import check_site


def _check(pelican: Pelican) -> None:
    """Print every fault of the site and stop with status 1; the last site stays."""
    faults = [str(each) for each in check_site(Path(pelican.output_path))]
    if faults:
        sys.stderr.write("\n".join(faults) + "\n")
        sys.stderr.write(f"{len(faults)} faults in the site. The last site stays as it was.\n")
        raise SystemExit(1)


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(_check)
