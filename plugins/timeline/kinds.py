"""Name the kinds of events in the order in which they are listed and stacked.

docs/formats.md has the same words.
"""

from __future__ import annotations

KINDS = (
    "territory",
    "attack",
    "casualties",
    "displacement",
    "aid",
    "negotiation",
    "statement",
    "other",
)


def kind_of(kind: str) -> str:
    """Return the kind as it is listed: what is not in the list is `other`."""
    return kind if kind in KINDS else "other"
