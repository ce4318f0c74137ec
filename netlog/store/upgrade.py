"""A log of an older version becomes one of this version, when any command opens it.

In place, in one transaction: a process that is killed leaves the log as it was, and of several at
once one does it while the others wait. The old log is kept beside it (backup.py).

Whatever the version, the schema is made what schema.sql says, and the rows go along (rebuild.py);
a new column has its default in them. The journal goes along too, as it is: what it says of rows that
were made before a column was, holds with the column's default.
"""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

from netlog.errors import BadDataError, StorageError
from netlog.store import backup, connection
from netlog.store.check import LAST_ANEW
from netlog.store.connection import Tell, empty, identified, opened, patiently, prepare
from netlog.store.rebuild import rebuild

# By the version that is left: what its rows need besides, as statements on the schema of today. They
# may change derived columns alone, as the journal is not told.
STEPS: dict[int, tuple[str, ...]] = {
    1: (),  # 2 brings tables, columns that may be empty or have a default, and words
}

_DENIED = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def upgrade(path: Path, tell: Tell | None = None) -> None:
    """Upgrade the log at `path`, unless another process did; `tell` is told where the old one is kept.

    StorageError where it can't be written, BadDataError where its rows do not fit: it is left as it was.
    """
    try:
        with closing(opened(path)) as db:
            _begin(db)
            version = identified(db, path)
            if version < connection.VERSION:  # else another process was first
                kept = _in_place(db, path, version)
                if tell:
                    tell(f"upgraded the log to schema {connection.VERSION}; the old one is kept at {kept}")
    except (sqlite3.Error, OSError) as error:
        if not _is_denied(error):
            raise
        raise StorageError(
            f"{path} is of an older version and has to be upgraded, but can't be written",
            "nothing was changed; copy it to a folder that can be, and name the copy with --db",
        ) from error


def upgraded_copy(old: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """A connection to an upgraded copy that is gone when it is closed; `old` is closed, its file untouched.

    The copy is in memory as far as it fits into SQLite's cache, and in a temporary file beyond that.
    """
    copy = sqlite3.connect("", isolation_level=None)
    with closing(old):
        backup.copy(old, copy, path)
    _begin(copy)
    _upgrade(copy, identified(copy, path), path)
    copy.execute("COMMIT")
    prepare(copy)
    return copy


def _begin(db: sqlite3.Connection) -> None:
    """Begin to rebuild: neither pragma can be set later."""
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("PRAGMA legacy_alter_table=ON")
    patiently(db.execute, "BEGIN IMMEDIATE")


def _in_place(db: sqlite3.Connection, path: Path, version: int) -> Path:
    """Upgrade and commit; where the old log is kept.

    It has its name before the commit, so that there is no moment without it.
    """
    label = f"v{version}-backup"
    with backup.copied(path, label) as copy:
        _upgrade(db, version, path)
        kept = backup.keep(copy, path, label)
        try:
            patiently(db.execute, "COMMIT")
        except sqlite3.Error:
            if _was_taken_back(db, version):
                kept.unlink()
            raise
    return kept


def _was_taken_back(db: sqlite3.Connection, version: int) -> bool:
    """Whether the file is the old log still, after a commit that failed; not, where that can't be told."""
    try:
        if db.in_transaction:
            db.execute("ROLLBACK")
        found: int = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error:
        return False
    return found == version


def _upgrade(db: sqlite3.Connection, version: int, path: Path) -> None:
    """All that is done to the database itself."""
    dangling = _dangling(db)
    try:
        with empty() as fresh:
            derived_otherwise = rebuild(db, fresh)
        for left in range(version, connection.VERSION):
            for statement in STEPS[left]:
                db.execute(statement)
        if derived_otherwise:
            db.execute(LAST_ANEW)  # what it touches, the triggers compute
    except sqlite3.IntegrityError as error:
        raise _misfit(path, str(error)) from error
    if _dangling(db) > dangling:
        raise _misfit(path, "a row refers to one that is not there")
    db.execute(f"PRAGMA user_version={connection.VERSION}")


def _dangling(db: sqlite3.Connection) -> int:
    return len(db.execute("PRAGMA foreign_key_check").fetchall())


def _misfit(path: Path, why: str) -> BadDataError:
    return BadDataError(
        f"{path} can't be upgraded: {why}; it was left as it is",
        "what is wrong, `netlog check` of the version that wrote it says",
    )


def _is_denied(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in _READ_ONLY
    return getattr(error, "sqlite_errorname", "").startswith(_DENIED)
