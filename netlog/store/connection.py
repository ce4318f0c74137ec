"""Opening the file: where it is, whose it is, what it may be asked.

A log is recognised by its application_id and user_version, read under the same lock as what
follows; one of an older version is upgraded first (upgrade.py). A new log is built beside its
place and linked into it whole, so that no other process ever sees half of one.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from netlog.errors import BadDataError, NetlogError, StorageError, UsageError
from netlog.sqlite_uri import uri

APPLICATION_ID = 0x6E65746C  # "netl"
VERSION = 2
OLDEST_SQLITE = (3, 37)
BUSY_SECONDS = 30.0
_TURN = 0.25  # seconds of one wait for a lock: Ctrl-C is heard only between two

_SCHEMA = Path(__file__).with_name("schema.sql")
Tell = Callable[[str], object]  # what is told of an upgrade, in a line

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA cache_size=-65536",
)


@contextmanager
def reading(path: Path, *, in_place: bool = True, tell: Tell | None = None) -> Iterator[sqlite3.Connection]:
    """A connection that can't change the file; an empty log in memory where there is no file yet.

    A log of an older version is upgraded, and `tell` is told so; unless `in_place`, the file is left
    as it is and a temporary copy is upgraded and read.
    """
    with errors(path):
        connection = opened(path) if is_there(path) else _in_memory()
        try:
            connection = _begun(connection, path, "BEGIN", in_place, tell)
            connection.execute("PRAGMA query_only=ON")
            yield connection
        finally:
            connection.close()


@contextmanager
def writing(
    path: Path, *, dry_run: bool = False, in_place: bool = True, tell: Tell | None = None
) -> Iterator[sqlite3.Connection]:
    """A connection in one BEGIN IMMEDIATE transaction, committed at the end, rolled back on any error.

    Creates the log where there is none. With `dry_run` nothing is kept, nor is a file made. For a log
    of an older version see reading(): not to be `in_place` is for a `dry_run` alone.
    """
    with errors(path):
        if dry_run and not is_there(path):
            connection = _in_memory()
        else:
            if not is_there(path):
                create(path)
            connection = opened(path)
        try:
            connection = _begun(connection, path, "BEGIN IMMEDIATE", in_place or not dry_run, tell)
            yield connection
            patiently(connection.execute, "ROLLBACK" if dry_run else "COMMIT")
        finally:
            connection.close()  # rolls back what was not committed


def _begun(
    connection: sqlite3.Connection, path: Path, begin: str, in_place: bool, tell: Tell | None
) -> sqlite3.Connection:
    """A transaction on a log of this version: on this connection, or on one to an upgraded copy."""
    while True:
        patiently(connection.execute, begin)
        if patiently(identified, connection, path) == VERSION:
            return connection
        connection.execute("ROLLBACK")
        from netlog.store import upgrade  # a current log does without

        if in_place:
            upgrade.upgrade(path, tell)
        else:
            connection = upgrade.upgraded_copy(connection, path)


@contextmanager
def empty() -> Iterator[sqlite3.Connection]:
    """An empty log in memory."""
    connection = _in_memory()
    try:
        yield connection
    finally:
        connection.close()


def create(path: Path) -> None:
    """Make an empty log at `path`; quietly leaves one that another process made meanwhile."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(f"SQLite {sqlite3.sqlite_version} is too old", "3.37 or newer is needed")
    path = Path(os.path.realpath(path))  # a link to a file that is not there yet: made where it points
    if not path.parent.is_dir():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)  # the umask may have taken the owner's rights
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        new.chmod(0o600)
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=EXTRA")
            _build(connection)
        finally:
            connection.close()
        put_in_place(new, path)
    finally:
        with suppress(FileNotFoundError):
            new.unlink()


def put_in_place(new: Path, path: Path) -> bool:
    """Give a whole file its name; False where another has it, as when another process was first."""
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:
        return _claim_place(new, path)
    return True


def _claim_place(new: Path, path: Path) -> bool:
    """As a link does, where the file system has none (FAT): whoever makes the claim fills the place."""
    claim = path.with_name(f".{path.name}.claim")
    with suppress(FileNotFoundError):
        if new.stat().st_mtime - claim.stat().st_mtime > BUSY_SECONDS:
            claim.unlink()  # left by one that was killed
    with suppress(FileExistsError):
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL, 0o600))
        try:
            if not path.exists():
                new.rename(path)
                return True
        finally:
            claim.unlink()
    return False


def _build(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("COMMIT")


def is_there(path: Path) -> bool:
    """Whether a file is at `path`; StorageError where that can't be told."""
    try:
        return path.exists()
    except OSError as error:
        raise StorageError(
            f"can't look at {path}: {error.strerror}", "check its folder's permissions"
        ) from None


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there, whatever it is: not in a transaction, and not identified."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file: --db FOLDER/netlog.db")
    connection = sqlite3.connect(
        uri(str(path.absolute()), "rw"), uri=True, timeout=min(_TURN, BUSY_SECONDS), isolation_level=None
    )
    prepare(connection)
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Make a new connection one of ours: its rows, and what it holds to."""
    connection.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        patiently(connection.execute, pragma)


def patiently(action: Callable[..., Any], *values: Any) -> Any:
    """Do what may have to wait for another process, for up to BUSY_SECONDS; what it gave."""
    for turns_left in reversed(range(max(1, round(BUSY_SECONDS / _TURN)))):
        try:
            return action(*values)
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not busy or not turns_left:
                raise
    raise AssertionError("the last turn returns or raises")


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _build(connection)
    prepare(connection)
    return connection


def identified(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the log; BadDataError where it is no log, or one of a newer netlog."""
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID or version < 1:
        if path.is_file() and not path.stat().st_size:
            raise BadDataError(
                f"{path} is empty, not a netlog log; it was left as it is",
                "remove it, or name another with --db",
            )
        raise BadDataError(f"{path} is not a netlog log; it was left as it is", "name another file with --db")
    if version > VERSION:
        raise BadDataError(
            f"{path} was written by a newer netlog (schema {version}, this one knows {VERSION}); it was left as it is",
            "upgrade netlog",
        )
    return version


@contextmanager
def errors(path: Path) -> Iterator[None]:
    """What SQLite and the file system raise, as errors that say what to do about it."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise StorageError(
            f"can't use {path}: {error.strerror or error}", "nothing was changed; is its folder writable?"
        ) from error


def _explained(error: sqlite3.Error, path: Path) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    why = _WHY.get("_".join(name.split("_")[:2]))
    if why is None:
        return error  # a constraint or a bug: not the file system's doing
    kind, message, hint = why
    return kind(message.format(path=path), hint)


_WHY: dict[str, tuple[type[NetlogError], str, str]] = {
    "SQLITE_BUSY": (StorageError, "{path} is in use by another program", "nothing was changed; try again"),
    "SQLITE_LOCKED": (StorageError, "{path} is in use by another program", "nothing was changed; try again"),
    "SQLITE_FULL": (StorageError, "the disk is full: {path} can't grow", "nothing was changed; make room"),
    "SQLITE_IOERR": (
        StorageError,
        "{path} can't be read or written",
        "nothing was changed; is the disk full?",
    ),
    "SQLITE_READONLY": (StorageError, "{path} is not writable", "nothing was changed; check its permissions"),
    "SQLITE_CANTOPEN": (StorageError, "{path} can't be opened", "nothing was changed; check its permissions"),
    "SQLITE_PERM": (StorageError, "{path} is not permitted", "nothing was changed; check its permissions"),
    "SQLITE_NOTADB": (
        BadDataError,
        "{path} is not a netlog log; it was left as it is",
        "name another with --db",
    ),
    "SQLITE_CORRUPT": (BadDataError, "{path} is damaged; it was left as it is", "restore it from a copy"),
}
