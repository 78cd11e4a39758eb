"""Keep one capture from holding up the others: a limit of time and of memory for cleaning it."""

from __future__ import annotations

import ctypes
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 8
AGAIN = 0.5
"""Seconds until the limit strikes again, should something have swallowed it."""
BYTES = 2_000_000_000


class TookTooLong(BaseException):
    """A capture took longer than it may.

    No Exception: libraries that catch those would swallow it.
    """


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in this thread after so many seconds."""
    main = threading.current_thread() is threading.main_thread()
    with _signalled(seconds) if main else _sent(seconds):
        yield


@contextmanager
def _signalled(seconds: float) -> Iterator[None]:
    """Limit a main thread: only there do signals arrive, but also inside of long C calls."""

    def stop(_number: int, _frame: object) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _sent(seconds: float) -> Iterator[None]:
    """Limit another thread, such as a cluster's worker has: it is stopped between two steps."""
    thread = ctypes.c_ulong(threading.get_ident())
    over = threading.Event()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            wait = AGAIN
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TookTooLong))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def limit_memory() -> None:
    """Let this process use at most so much memory: more is a MemoryError, not a dead machine."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = BYTES if hard == resource.RLIM_INFINITY else min(BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
