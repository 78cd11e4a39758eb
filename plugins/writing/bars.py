"""Show on a terminal how far a build is: a bar for each step, with its rate."""

from __future__ import annotations

import time

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

_BRIEF = 0.3  # seconds; a step that takes less leaves no bar behind
_PAUSE = 0.1  # seconds between two pictures


class _Rate(ProgressColumn):
    """How many things a second a step does, on the average; nothing where none are counted."""

    def render(self, task: Task) -> Text:
        """Return the rate of a task."""
        seconds = task.elapsed or 0.0
        counted = task.completed > 1 and seconds
        return Text(f"{task.completed / seconds:,.0f}/s" if counted else "")


class Bars:
    """A watcher that shows the steps on a console.

    It has no thread: a picture is made when something is counted, ten times a second at most.
    (Pelican's own spinner has one; the bars stand below it.)
    """

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeElapsedColumn(),
            console=console,
            auto_refresh=False,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._shown = 0.0

    def begun(self, name: str) -> None:
        """Put a bar up, in the place of an earlier one of the same name."""
        if not self._tasks:
            self._progress.start()
        if name in self._tasks:
            self._progress.remove_task(self._tasks.pop(name))
        self._tasks[name] = self._progress.add_task(name, total=None)
        self._show()

    def counted(self, name: str, done: int, total: int) -> None:
        """Move a bar on."""
        if name not in self._tasks:
            return
        self._progress.update(self._tasks[name], completed=done, total=total)
        self._show()

    def ended(self, name: str) -> None:
        """Have a bar stand still; a brief step's goes away."""
        task = self._progress.tasks[self._progress.task_ids.index(self._tasks[name])]
        if (task.elapsed or 0.0) < _BRIEF:
            self._progress.remove_task(self._tasks.pop(name))
        else:
            done = task.completed or 1
            self._progress.update(task.id, completed=done, total=done)
            self._progress.stop_task(task.id)
        self._show(always=True)

    def close(self) -> None:
        """Take the bars away."""
        self._progress.stop()

    def _show(self, *, always: bool = False) -> None:
        now = time.monotonic()
        if always or now - self._shown >= _PAUSE:
            self._progress.refresh()
            self._shown = now
