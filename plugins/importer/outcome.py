"""Say how each input ended: imported, already there, or quarantined; and add it all up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Tally:
    """What the outcomes of an import add up to; it keeps numbers, and not the outcomes."""

    endings: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    drafts: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome, and what was removed by reason."""
        self.endings[outcome.status] += 1
        self.drafts += outcome.draft
        self.reasons.update(each for each in outcome.reasons if each not in MOVED)

    @property
    def exit_status(self) -> int:
        """Return 0 where all is imported or there, 3 where drafts want a hand, 4 on a refusal."""
        if self.endings[QUARANTINED]:
            return EXIT_QUARANTINE
        return EXIT_DRAFTS if self.drafts else EXIT_DONE

    def lines(self) -> Iterator[str]:
        """Yield what closes an import: how many ended how, and what was removed by reason."""
        parts = [f"{self.endings[status]} {status}" for status in (IMPORTED, THERE, QUARANTINED)]
        yield f"{self.endings.total()} captures: {', '.join(parts)}; {self.drafts} to complete."
        if self.reasons:
            listed = ", ".join(
                f"{count} {reason}" for reason, count in sorted(self.reasons.items())
            )
            yield f"Removed from the texts: {listed}."
