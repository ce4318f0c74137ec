"""The log for Python users: the models as objects, through a session that can only read."""

import sqlite3
from pathlib import Path

from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from netlog.sqlite_uri import uri


def reading(path: Path | str) -> Session:
    """A read-only session over the log at `path`: `with reading(p) as s: s.exec(select(Contact)).all()`.

    sqlalchemy.exc.OperationalError where there is no such file, and on any attempt to write.
    A log of an older netlog is not upgraded by it: let any command open it first.
    """
    file = uri(str(Path(path).absolute()), "rw")

    def connect() -> sqlite3.Connection:
        # mode=ro could not take back what a killed writer left half done; query_only is what forbids writing
        connection = sqlite3.connect(file, uri=True)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        return connection

    return Session(create_engine("sqlite://", creator=connect, poolclass=StaticPool))
