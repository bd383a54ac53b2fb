"""A bar on the terminal for a run that takes longer than a second; nothing of it stays, and a pipe sees none."""

import os
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

READING = "reading"
_AFTER = 1.0
"""Seconds before a bar is shown: most runs are over by then."""


class Bar:
    """Hears how far a run has come (`claimtrack.progress.Progress`) and shows it while the `with` block lasts.

    Shown on stderr, where that is a terminal that can move its cursor and no CI watches; without colour under
    NO_COLOR. rich is loaded when the bar is first shown.
    """

    def __init__(self, stream: TextIO | None = None, after: float = _AFTER) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._lock = threading.Lock()
        self._timer = threading.Timer(after, self._show)
        self._timer.daemon = True
        self._seen = ("", 0, 0)
        self._over = False
        self._shown: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if is_wanted(self._stream):
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._shown is not None:
                self._shown.stop()
                self._shown = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear of a stage; 0 of 0 shows a bar without an end."""
        self._seen = (stage, done, total)
        if self._shown is not None:
            self._update(self._shown)

    def _show(self) -> None:
        """Run by the timer: a stage that calls for nobody is shown too."""
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as RichProgress

        with self._lock:
            if self._over:
                return
            console = Console(file=self._stream, no_color=bool(os.environ.get("NO_COLOR")) or None)
            told = (TextColumn("{task.description}"), BarColumn(30), TextColumn("{task.fields[told]}"))
            bar = RichProgress(
                *told,
                TimeElapsedColumn(),
                console=console,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._task = bar.add_task("", told="")
            self._update(bar)
            bar.start()
            self._shown = bar

    def _update(self, bar: "RichProgress") -> None:
        stage, done, total = self._seen
        if self._task is not None:
            bar.tasks[0].total = total or None  # `update` takes None for "as before"
            bar.update(self._task, description=stage, completed=done, told=f"{done:,} of {total:,}" if total else "")


def is_wanted(stream: TextIO) -> bool:
    """Can a bar be shown there, and is there somebody to see it?"""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
