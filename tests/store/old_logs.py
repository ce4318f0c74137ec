"""Logs of other versions: a real one of version 1, and what a version that is still to come might want."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.store import connection, upgrade
from netlog.store.table import Table
from netlog.store.tables import TABLES

VERSION_1 = Path(__file__).with_name("version_1.sql")
SHADOWS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('shadow', 'virtual')"
TABLE_NAMES = f"""
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ({SHADOWS})
   AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"""

Rows = dict[str, list[dict[str, Any]]]


def make_version_1(path: Path) -> None:
    """Write the log of version 1 that version_1.sql tells of."""
    path.touch(0o600)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(f"BEGIN;\n{VERSION_1.read_text(encoding='utf-8')}\nCOMMIT;")


def version_of(path: Path) -> int:
    """The version that a file says it is of, read without netlog; a killed writer's journal is taken back."""
    with closing(sqlite3.connect(path)) as db:
        found: int = db.execute("PRAGMA user_version").fetchone()[0]
        return found


def rows_of(path: Path, only: Rows | None = None) -> Rows:
    """Every row of every table, derived columns and the journal too; of the tables and columns of `only`."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        names = only or [row[0] for row in db.execute(TABLE_NAMES)]
        found = {}
        for name in names:
            columns = "*" if not (only and only[name]) else ", ".join(f'"{one}"' for one in only[name][0])
            rows = db.execute(f'SELECT {columns} FROM "{name}"')  # in the order of its key
            found[name] = [dict(row) for row in rows]
        return found


def sequences_of(path: Path) -> dict[str, int]:
    """The highest id that each table ever gave."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, seq FROM sqlite_sequence"))


def schema_of(path: Path) -> set[tuple[str, str, str]]:
    """Type, name and statement of all that a file is made of."""
    with closing(sqlite3.connect(path)) as db:
        return set(db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


# what a version to come might want: (text of schema.sql, what it is then)
CHANGES = (
    ("  nickname TEXT,\n", "  nickname TEXT,\n  pronouns TEXT,\n  stars INTEGER DEFAULT '3' NOT NULL,\n"),
    ("'active', 'archived')", "'active', 'archived', 'paused')"),
    ("fts5(name, nickname, organization,", "fts5(name, nickname, pronouns, organization,"),
    ("CREATE INDEX contact_by_last ON contact (last", "CREATE INDEX contact_by_last ON contact (status, last"),
    ("CREATE INDEX contact_by_known", "CREATE INDEX contact_by_stars ON contact (stars);\n\nCREATE INDEX contact_by_known"),
    ("CREATE VIEW ", "CREATE TABLE gift (\n  id INTEGER PRIMARY KEY,\n  what TEXT\n) STRICT;\n\nCREATE VIEW "),
    ("OF held_on ON conversation BEGIN", "OF held_on ON conversation WHEN NEW.held_on <> '' BEGIN"),
    ("WHEN 'inner' THEN 30", "WHEN 'inner' THEN 31"),
)  # fmt: skip
COLUMNS = ("pronouns", "stars")


def later_schema() -> str:
    """schema.sql, as a version to come might have it."""
    text = connection._SCHEMA.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def release_later(patch: pytest.MonkeyPatch, folder: Path, steps: tuple[str, ...] = ()) -> int:
    """Let this process be of a version to come; its number."""
    schema, version = folder / "later.sql", connection.VERSION + 1
    schema.write_text(later_schema(), encoding="utf-8")
    patch.setattr(connection, "_SCHEMA", schema)
    patch.setitem(upgrade.STEPS, connection.VERSION, steps)
    patch.setattr(connection, "VERSION", version)
    known = TABLES["contact"]
    later = Table(
        known.key,
        (*known.columns, *COLUMNS),
        known.derived,
        {**known.defaults, "stars": 3},
        known.folds,
        (*known.searched[:2], "pronouns", *known.searched[2:]),
    )
    patch.setitem(TABLES, "contact", later)
    return version


Ok = Callable[..., Any]


def undo_all(run: Ok) -> int:
    """Take back every command; how many there were."""
    done = 0
    while run("undo").code == 0:
        done += 1
    return done


def redo_all(run: Ok) -> int:
    """Bring back every command that was taken back last; how many there were."""
    done = 0
    while run("redo").code == 0:
        done += 1
    return done
