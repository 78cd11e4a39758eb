"""Import many captures: clean them in parallel, file them one after the other, in their order."""

from __future__ import annotations

import fcntl
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..corpus.problems import ImportProblems
from .capture import Capture
from .cleaning import rules_for
from .crew import Crew, Refused, Result
from .filing import Filing
from .inputs import Input
from .originals import quarantine, write_manifest
from .outcome import QUARANTINED, THERE, Outcome
from .rules import PublisherRules

FLUSH = 500
"""Captures after which the manifest is written in between."""
LOCK = ".sijill-import.lock"


@dataclass(frozen=True, slots=True)
class Begun:
    """A capture that is being cleaned, by which rules; or how it has ended already."""

    given: Input
    rules: PublisherRules = field(default_factory=PublisherRules)
    future: Future[Result] | None = None
    ended: Outcome | None = None


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the collection's lock; raises ImportProblems where another import holds it."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise ImportProblems(f"{root}: another import is running there") from held
        yield


@dataclass(slots=True)
class Batch:
    """Captures on their way into a collection. `ahead` are read and cleaned before their turn."""

    filing: Filing
    crew: Crew
    repeated: Mapping[str, frozenset[str]]
    ahead: int = 1

    def run(self, inputs: Iterable[Input]) -> Iterator[Outcome]:
        """Yield how each input ended, in order; the manifest is written in between and last."""
        seen: dict[str, str] = {}
        waiting: deque[Begun] = deque()
        ended = 0
        for given in inputs:
            waiting.append(self._begun(given, seen))
            while len(waiting) >= max(self.ahead, 1):
                yield self._ended(waiting.popleft())
                ended += 1
                if ended % FLUSH == 0:
                    write_manifest(self.filing.there)
        while waiting:
            yield self._ended(waiting.popleft())
        write_manifest(self.filing.there)

    def _begun(self, given: Input, seen: dict[str, str]) -> Begun:
        capture = given.capture
        twin = seen.get(capture.sha256)
        seen.setdefault(capture.sha256, capture.name)
        if given.refused:
            return Begun(given, ended=self._quarantined(given, given.refused))
        if twin is not None:
            note = f"the same bytes as {twin}"
            return Begun(given, ended=Outcome(capture.name, THERE, note=note))
        there = self.filing.already(capture)
        if there:
            return Begun(given, ended=replace(there, problems=given.problems))
        rules = self._rules(capture)
        return Begun(given, rules, self.crew.start(capture, rules))

    def _rules(self, capture: Capture) -> PublisherRules:
        rules = rules_for(capture, self.filing.book)
        return replace(rules, repeated=self.repeated.get(capture.fact("publisher"), frozenset()))

    def _ended(self, begun: Begun) -> Outcome:
        given = begun.given
        if begun.future is None:
            assert begun.ended is not None  # noqa: S101 - one of the two is given
            return begun.ended
        result = self.crew.result(begun.future, given.capture, begun.rules)
        if isinstance(result, Refused):
            return self._quarantined(given, result.reason)
        outcome = self.filing.file(given.capture, result, given.sidecar)
        return replace(outcome, problems=(*given.problems, *outcome.problems))

    def _quarantined(self, given: Input, reason: str) -> Outcome:
        path = quarantine(given.capture, reason, self.filing.there)
        return Outcome(given.capture.name, QUARANTINED, path, note=reason, problems=given.problems)
