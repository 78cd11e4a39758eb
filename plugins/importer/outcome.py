"""Say how each input ended: imported, already there, or quarantined; and add it all up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..corpus.problems import Problem
from .capture import MOVED

IMPORTED, THERE, QUARANTINED = "imported", "already there", "quarantined"
EXIT_DONE, EXIT_USAGE, EXIT_DRAFTS, EXIT_QUARANTINE = 0, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. `path` is the article's, or that of the quarantined bytes."""

    name: str
    status: str
    path: str = ""
    draft: bool = False
    note: str = ""
    problems: tuple[Problem, ...] = ()
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return one line: how it ended, which input, where it went, why."""
        ending = f"{self.status} as a draft" if self.draft else self.status
        place = f" -> {self.path}" if self.path else ""
        return f"{ending}: {self.name}{place}" + (f" ({self.note})" if self.note else "")


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """Return 0 where all is imported or there, 3 where drafts want a hand, 4 after a refusal."""
    ended = tuple(outcomes)
    if any(each.status == QUARANTINED for each in ended):
        return EXIT_QUARANTINE
    return EXIT_DRAFTS if any(each.draft for each in ended) else EXIT_DONE


def summary(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield the lines that close an import: how many ended how, and what was removed by reason."""
    ended = tuple(outcomes)
    counts = Counter(each.status for each in ended)
    drafts = sum(each.draft for each in ended)
    parts = [f"{counts[status]} {status}" for status in (IMPORTED, THERE, QUARANTINED)]
    yield f"{len(ended)} captures: {', '.join(parts)}; {drafts} to complete."
    reasons = Counter(reason for each in ended for reason in each.reasons)
    removed = [(reason, count) for reason, count in reasons.items() if reason not in MOVED]
    if removed:
        listed = ", ".join(f"{count} {reason}" for reason, count in sorted(removed))
        yield f"Removed from the texts: {listed}."
