"""Give the work an executor: local processes, or the Dask cluster that SCHEDULER names.

Both are a `concurrent.futures.Executor`, so that there is one code path and no scheduler of our
own. A cluster's workers are started in a copy of this project (`dask worker tcp://…`): a function
is sent by its name, and found there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path

from .problems import SchedulerProblems

SCHEDULER = "SCHEDULER"
"""The environment variable with a cluster's address, such as tcp://10.0.0.5:8786."""
PATIENCE = 10
"""Seconds that a cluster has to answer, and to show a worker."""


@contextmanager
def executor(
    workers: int | None = None, prepare: Callable[[], None] | None = None
) -> Iterator[Executor]:
    """Give an executor for as long as the block lasts; work that has not begun by then is dropped.

    Without SCHEDULER, `workers` local processes (one a core if None), each of which calls
    `prepare` first. A cluster has its own number of workers, and its own limits.

    Raises SchedulerProblems where the cluster cannot be used.
    """
    address = os.environ.get(SCHEDULER, "")
    if address:
        with _cluster(address) as given:
            yield given
        return
    pool = ProcessPoolExecutor(workers, initializer=prepare)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def on_cluster() -> bool:
    """Return whether SCHEDULER names a cluster."""
    return bool(os.environ.get(SCHEDULER))


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the cluster at an address, once its workers are known to fit."""
    try:
        distributed = import_module("distributed")
    except ImportError as missing:
        wrong = f"{SCHEDULER} is set to {address}, and the package distributed is not installed."
        raise SchedulerProblems(f"{wrong} Install the extra `cluster`, or unset it.") from missing
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        wrong = f"no cluster answers at {SCHEDULER}={address} ({error or type(error).__name__})."
        raise SchedulerProblems(f"{wrong} Start it, or unset {SCHEDULER}.") from error
    with client:
        try:
            codes = client.run(_code)
        except ImportError as absent:
            wrong = f"a worker of the cluster at {address} does not find Sijill ({absent})."
            raise SchedulerProblems(f"{wrong} Start it in a copy of this project.") from absent
        _check_workers(address, codes)
        pool = client.get_executor(pure=False)
        try:
            yield pool
        finally:
            pool.shutdown(wait=False)


def _check_workers(address: str, codes: dict[str, str]) -> None:
    """Raise SchedulerProblems unless there are workers, all with the code that runs here."""
    if not codes:
        raise SchedulerProblems(f"the cluster at {address} has no workers. Start one.")
    strangers = sorted(worker for worker, code in codes.items() if code != _code())
    if strangers:
        wrong = f"{', '.join(strangers)} runs other code than this copy of Sijill."
        raise SchedulerProblems(f"{wrong} Start it in a copy of the same state.")


@cache
def _code() -> str:
    """Return a hash of all modules: other code could make other bytes."""
    root = Path(__file__).resolve().parent.parent
    lines = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        lines.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return lines.hexdigest()
