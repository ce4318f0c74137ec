"""Snapshots: whole copies of a log, kept beside it, and the way back to one.

Copies are made by SQLite, not of the file's bytes: reading those would let go of the locks that
this process has on the file, and miss what a killed writer left to be taken back.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from time import monotonic

from netlog.errors import BadDataError, StorageError
from netlog.store import connection

_PAGES = 4096  # of one turn of copying: Ctrl-C is heard only between two


def snapshot(path: Path, label: str = "backup") -> Path:
    """Copy the log at `path` to `netlog.db.LABEL` beside it; where it is (`.2` and so on if that is taken).

    Readable by its owner alone, written whole or not at all, and never over another file. Other
    processes may read the log meanwhile, and have to wait to write.
    """
    with connection.errors(path), closing(connection.opened(path)) as db:
        connection.patiently(db.execute, "BEGIN IMMEDIATE")
        connection.identified(db, path)
        with copied(path, label) as copy:
            return keep(copy, path, label)


def restore(path: Path, snapshot: Path) -> None:
    """Make the log at `path` what the snapshot holds, all of it or nothing; the snapshot stays.

    BadDataError where either is no log, the snapshot is damaged, or of a newer netlog. One of an
    older netlog is upgraded when the log is next opened.
    """
    with connection.errors(snapshot), closing(connection.opened(snapshot)) as source:
        source.execute("BEGIN")
        connection.patiently(connection.identified, source, snapshot)
        if source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise BadDataError(f"{snapshot} is damaged; nothing was restored", "name another snapshot")
        with connection.errors(path):
            if not connection.is_there(path):
                connection.create(path)
            with closing(connection.opened(path)) as log:
                connection.patiently(connection.identified, log, path)
                copy(source, log, path)


@contextmanager
def copied(path: Path, label: str) -> Iterator[Path]:
    """A copy of the log beside it, gone at the end unless keep() gave it a name.

    The caller has the log locked for writing: what lies under the copy's passing name then was left
    by a process that was killed.
    """
    new = _beside(path, label, ".", ".new")
    new.unlink(missing_ok=True)
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        new.chmod(0o600)  # the umask may have taken the owner's rights
        with closing(connection.opened(path)) as log, closing(sqlite3.connect(new)) as db:
            db.execute("PRAGMA journal_mode=OFF")  # half of a copy is thrown away, not taken back
            copy(log, db, path)
        _sync(new)
        yield new
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def keep(copy: Path, path: Path, label: str) -> Path:
    """Give a copy the first name beside the log that is free; the name."""
    places = (_beside(path, label, end="" if number == 1 else f".{number}") for number in count(1))
    place = next(place for place in places if connection.put_in_place(copy, place))
    copy.unlink(missing_ok=True)
    return place


def is_kept(path: Path, label: str) -> bool:
    """Whether there is a copy with this label."""
    return _beside(path, label).exists()


def thin(path: Path, start: str, most: int) -> None:
    """Remove the oldest copies with labels of `start` and a day, beyond so many."""
    name = _beside(path, start).name
    days = sorted(
        one
        for one in _beside(path, "").parent.iterdir()
        if one.name.startswith(name) and _is_day(one.name[len(name) :]) and one.is_file()
    )
    for old in days[:-most]:
        old.unlink()


def _is_day(text: str) -> bool:
    return len(text) == 10 and text.replace("-", "").isdigit()


def copy(source: sqlite3.Connection, to: sqlite3.Connection, path: Path) -> None:
    """Make one database the whole copy of another, in one transaction."""
    source.backup(to, pages=_PAGES, progress=_patience(path))


def _patience(path: Path) -> Callable[[int, int, int], None]:
    """What ends a copy that waits for another process for too long; SQLite's own would not end."""
    until = monotonic() + connection.BUSY_SECONDS

    def step(status: int, _left: int, _all: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
            raise StorageError(f"{path} is in use by another program", "nothing was changed; try again")

    return step


def _beside(path: Path, label: str, start: str = "", end: str = "") -> Path:
    """A name beside the log: beside the file itself, where `path` is a link to it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{start}{real.name}.{label}{end}")


def _sync(file: Path) -> None:
    """Let a power cut find the file whole."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
