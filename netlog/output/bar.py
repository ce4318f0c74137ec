"""How far something long is: a bar on standard error, where that is a terminal."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

Tell = Callable[[str, int, int], None]  # what is being done, how many of how many
LEAST = 1000  # what is shorter is over before it can be read


@contextmanager
def shown(stream: TextIO) -> Iterator[Tell]:
    """What to tell how far it is; nothing is left of the bar at the end."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _what, _done, _of: None
        return
    bar = _Bar(stream)
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    """A bar that appears once there is much to do."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._progress: Progress | None = None

    def tell(self, what: str, done: int, of: int) -> None:
        """Show how far it is."""
        if of < LEAST:
            return
        if self._progress is None:
            self._progress = _made(self._stream)
            self._progress.start()
            self._progress.add_task(what, total=of)
        self._progress.update(self._progress.task_ids[0], description=what, completed=done, total=of)

    def close(self) -> None:
        """Take it away."""
        if self._progress is not None:
            self._progress.stop()


def _made(stream: TextIO) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(file=stream, force_terminal=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True)
