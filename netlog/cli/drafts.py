"""What was typed and not saved, kept in a file beside the log."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from netlog.errors import StorageError

NAME = "vision-draft"


def kept(log: Path, text: str) -> Path:
    """A new file in the log's folder, for the user alone, that holds the text; no other draft is written over."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number in count(1):
            file = log.with_name(f"{NAME}.toml" if number == 1 else f"{NAME}-{number}.toml")
            try:
                handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            return file
    except OSError as error:
        raise StorageError(f"your answers can't be kept in {log.parent}: {error.strerror}") from None
    raise AssertionError("count() has no end")


def of(log: Path) -> Path | None:
    """The draft that lies beside the log, the last one where there are several."""
    found = sorted(log.parent.glob(f"{NAME}*.toml"), key=lambda one: one.stat().st_mtime)
    return found[-1] if found else None


@contextmanager
def hangups() -> Iterator[None]:
    """Within, a closed window or a `kill` ends what is asked as ^C does: there is time to keep it."""
    signals = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = [(one, signal.signal(one, _interrupt)) for one in signals]
    try:
        yield
    finally:
        for one, handler in before:
            signal.signal(one, handler)


def _interrupt(number: int, frame: Any) -> None:
    raise KeyboardInterrupt
