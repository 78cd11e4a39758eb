"""Clean captures in worker processes, or in this one; no capture can take the others with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field

from ..corpus.problems import ImportProblems
from .capture import Capture, Cleaned
from .cleaning import clean
from .limits import SECONDS, TookTooLong, at_most, limit_memory
from .rules import PublisherRules

PATIENCE = 3 * SECONDS
"""Seconds after which a worker that does not even heed its own limit is killed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a capture could not be cleaned."""

    reason: str


Result = Cleaned | Refused


def cleaned_within_limits(capture: Capture, rules: PublisherRules) -> Result:
    """Clean a capture, or say why not; nothing that a capture does raises from here."""
    try:
        with at_most(SECONDS):
            return clean(capture, rules)
    except ImportProblems as refusal:
        return Refused(str(refusal))
    except TookTooLong:
        return Refused(f"cleaning it took more than {SECONDS} seconds")
    except MemoryError:
        return Refused("cleaning it took too much memory")
    except RecursionError:
        return Refused("its markup is nested too deep")
    except Exception as fault:  # noqa: BLE001 - one bad capture must not stop the batch
        return Refused(f"the cleaner failed on it: {type(fault).__name__}: {fault}")


def local_processes(workers: int) -> Executor:
    """Return an executor of local processes that each keep to the memory limit."""
    return ProcessPoolExecutor(workers, initializer=limit_memory)


@dataclass(slots=True)
class Crew:
    """Worker processes made by `make`, or none: then each capture is cleaned on the spot.

    A capture whose worker dies is tried once more alone; if that one dies too, it was the capture.
    """

    make: Callable[[], Executor] | None = None
    executor: Executor | None = field(default=None, init=False)

    def start(self, capture: Capture, rules: PublisherRules) -> Future[Result]:
        """Begin to clean a capture."""
        if self.make is None:
            done: Future[Result] = Future()
            done.set_result(cleaned_within_limits(capture, rules))
            return done
        try:
            return self._executor().submit(cleaned_within_limits, capture, rules)
        except BrokenExecutor:
            self._dismiss()
            return self._executor().submit(cleaned_within_limits, capture, rules)

    def result(self, begun: Future[Result], capture: Capture, rules: PublisherRules) -> Result:
        """Wait for a capture's result."""
        if self.make is None:
            return begun.result()
        try:
            return begun.result(timeout=PATIENCE)
        except (BrokenExecutor, TimeoutError):
            self._dismiss()
        try:
            return self.start(capture, rules).result(timeout=PATIENCE)
        except (BrokenExecutor, TimeoutError):
            self._dismiss()
            return Refused("it brought down the process that read it, twice")

    def close(self) -> None:
        """Let the workers go."""
        if self.executor is not None:
            self.executor.shutdown(cancel_futures=True)
            self.executor = None

    def _executor(self) -> Executor:
        if self.executor is None and self.make is not None:
            self.executor = self.make()
        assert self.executor is not None  # noqa: S101 - only called with a maker
        return self.executor

    def _dismiss(self) -> None:
        """Kill the workers: one of them hangs, or is dead already."""
        for process in multiprocessing.active_children():
            process.kill()
        if self.executor is not None:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None
