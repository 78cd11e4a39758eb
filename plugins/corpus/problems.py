"""Name the errors of the content, and print them in one form.

    SijillError
    ├── ContentProblems    the content has problems: all of them, listed; nothing was written
    ├── ImportProblems     a capture cannot be read
    └── SchedulerProblems  the cluster that SCHEDULER names cannot be used

A problem prints as `path:line: CODE what is wrong. What to do.` A code never changes its meaning;
docs/formats.md lists them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from .model import Where


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong at one place, and what to do about it."""

    path: str
    line: int
    code: str
    wrong: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return the problem in the one form that all messages have."""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.path}:{self.line}: {self.code} {self.wrong}{remedy}"


def problem(where: Where, code: str, wrong: str, remedy: str = "") -> Problem:
    """Make a problem at a place in the content."""
    return Problem(where.path, where.line, code, wrong, remedy)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return 'Did you mean "x"?' for the nearest known word, or an empty string."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""


class SijillError(Exception):
    """Parent of all errors that Sijill raises on purpose."""


class ContentProblems(SijillError):
    """The content has problems; `problems` has all of them, sorted by path and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(each) for each in self.problems))


class ImportProblems(SijillError):
    """A capture cannot be read; the message says which and why."""


class SchedulerProblems(SijillError):
    """The cluster that SCHEDULER names cannot be used; the message says why and what to do."""
