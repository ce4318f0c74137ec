"""Making a file's schema another's, with the rows that are there.

SQLite's own ALTER TABLE leaves a text in sqlite_schema that is not the one schema.sql would, adds
columns at the end alone and changes no CHECK. So a table that differs is made anew and its rows are
copied, as https://sqlite.org/lang_altertable.html#otheralter has it.
"""

import sqlite3
from typing import NamedTuple

_PARTS = """
SELECT type, name, sql FROM sqlite_schema
 WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
   AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
 ORDER BY rowid"""
_SEARCH = "CREATE VIRTUAL TABLE"
_DERIVING = ("view", "trigger")


class Part(NamedTuple):
    """A table, index, view or trigger, and the statement that makes it."""

    type: str
    name: str
    sql: str

    @property
    def searches(self) -> bool:
        """Whether it is a full text table."""
        return self.sql.startswith(_SEARCH)


def parts(db: sqlite3.Connection) -> list[Part]:
    """What the schema is made of, but for what SQLite and FTS5 make by themselves."""
    return [Part(*row) for row in db.execute(_PARTS)]


def rebuild(db: sqlite3.Connection, fresh: sqlite3.Connection) -> bool:
    """Give `db` the schema of `fresh`; whether what triggers keep may have to be found anew.

    `db` is in a transaction, with foreign_keys=OFF and legacy_alter_table=ON, so that nothing else
    is rewritten when a table goes. Tables that `fresh` does not have are left as they are.
    """
    old, new = parts(db), parts(fresh)
    _drop(db, old, new)
    before = {part.name: part for part in old if part.type == "table"}
    for part in new:
        if part.type == "table" and not part.searches and before.get(part.name, part) != part:
            _renew(db, part, _columns(fresh, part.name))
    _create(db, new)
    return any((part in old) != (part in new) for part in (*old, *new) if part.type in _DERIVING)


def _drop(db: sqlite3.Connection, old: list[Part], new: list[Part]) -> None:
    """Triggers, which would fire while rows are copied, and views, which would name what is gone; and
    indexes and search tables of another making."""
    ours = {part.name for part in new}
    for part in old:
        if part.type in _DERIVING or (part.type == "index" and part not in new):
            db.execute(f'DROP {part.type} "{part.name}"')
        elif part.searches and part.name in ours and part not in new:
            db.execute(f'DROP TABLE "{part.name}"')


def _renew(db: sqlite3.Connection, table: Part, columns: list[str]) -> None:
    """Make a table anew, with the rows it has: no id is used again that one of them had."""
    name, passing = table.name, f"{table.name} before"
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()
    db.execute(f'ALTER TABLE "{name}" RENAME TO "{passing}"')
    db.execute(table.sql)
    had = _columns(db, passing)
    kept = ", ".join(f'"{column}"' for column in columns if column in had)
    db.execute(f'INSERT INTO "{name}" ({kept}) SELECT {kept} FROM "{passing}"')
    db.execute(f'DROP TABLE "{passing}"')
    db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
    if last:
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last[0]))


def _create(db: sqlite3.Connection, new: list[Part]) -> None:
    """Whatever is not there (the indexes of a table go with it), triggers at the end."""
    present = parts(db)
    missing = [part for part in new if part not in present]
    for part in sorted(missing, key=lambda part: part.type == "trigger"):
        db.execute(part.sql)
        if part.searches:
            db.execute(f"""INSERT INTO "{part.name}" ("{part.name}") VALUES ('rebuild')""")


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
