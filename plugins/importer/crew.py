"""Clean captures in worker processes, or in this one; no capture can take the others with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field

from ..corpus.problems import ImportProblems, SchedulerProblems
from ..corpus.scheduling import executor, on_cluster
from .capture import Capture, Cleaned
from .cleaning import clean
from .limits import SECONDS, TookTooLong, at_most, limit_memory
from .rules import PublisherRules

PATIENCE = 3 * SECONDS
"""Seconds after which a worker that does not even heed its own limit is killed."""
FOR_CLUSTER = 600
"""Seconds after which a cluster's worker is not waited for: others may use the cluster as well."""


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


def workers_of(count: int) -> AbstractContextManager[Executor]:
    """Return local processes that each keep to the memory limit, or SCHEDULER's cluster."""
    return executor(count, limit_memory)


@dataclass(slots=True)
class Crew:
    """Workers of the executor that `make` gives, or none: then a capture is cleaned on the spot.

    A capture whose worker dies is tried once more alone; if that one dies too, it was the capture.
    """

    make: Callable[[], AbstractContextManager[Executor]] | None = None
    given: ExitStack = field(default_factory=ExitStack, init=False)
    executor: Executor | None = field(default=None, init=False)

    def start(self, capture: Capture, rules: PublisherRules) -> Future[Result]:
        """Begin to clean a capture. Raises SchedulerProblems where a cluster cannot be used."""
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
        """Wait for a capture's result. Raises SchedulerProblems where the cluster is lost."""
        if self.make is None:
            return begun.result()
        return _from_cluster(begun) if on_cluster() else self._from_process(begun, capture, rules)

    def _from_process(
        self, begun: Future[Result], capture: Capture, rules: PublisherRules
    ) -> Result:
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
        self.given.close()
        self.executor = None

    def _executor(self) -> Executor:
        if self.executor is None and self.make is not None:
            self.executor = self.given.enter_context(self.make())
        assert self.executor is not None  # noqa: S101 - only called with a maker
        return self.executor

    def _dismiss(self) -> None:
        """Kill the local workers: one of them hangs, or is dead already."""
        for process in multiprocessing.active_children():
            process.kill()
        self.close()


def _from_cluster(begun: Future[Result]) -> Result:
    """Wait for a cluster, which itself tries a capture anew on other workers when one dies."""
    try:
        return begun.result(timeout=FOR_CLUSTER)
    except TimeoutError:
        return Refused(f"the cluster gave no answer in {FOR_CLUSTER} seconds")
    except (CancelledError, OSError) as lost:
        raise SchedulerProblems(
            "the cluster was lost. What is imported stays; run the import again."
        ) from lost
    except Exception as fault:
        if type(fault).__name__ == "KilledWorker":  # distributed's, which may not be installed
            return Refused("it brought down every worker of the cluster that read it")
        raise
