"""Does the file hold together: its pages, its references, its journal, what is derived from it?"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from netlog.errors import BadDataError
from netlog.store import connection
from netlog.store.journal import broken_digests, replayed
from netlog.store.log import Log
from netlog.store.tables import TABLES

JOURNALLED = [name for name in TABLES if name not in ("step", "change")]
MOST = 20  # problems listed per check

MISDATED = """
SELECT DISTINCT held.id AS id FROM conversation_contact AS part JOIN conversation AS held ON held.id = part.conversation_id
 WHERE part.held_on IS NOT held.held_on ORDER BY held.id"""
MISFILED = """
SELECT DISTINCT exchange.id AS id FROM exchange JOIN exchange_contact AS part ON part.exchange_id = exchange.id
 WHERE part.direction IS NOT exchange.direction OR part.exchanged_on IS NOT exchange.exchanged_on ORDER BY exchange.id"""
LAST_ANEW = """
UPDATE contact SET last_conversation_on = (
  SELECT max(held.held_on) FROM conversation_contact AS part JOIN conversation AS held ON held.id = part.conversation_id
   WHERE part.contact_id = contact.id)"""


def checks(log: Log, *, quick: bool = False) -> list[dict[str, Any]]:
    """Each check's name, whether it holds, and at most 20 of its problems."""
    wanted: dict[str, Callable[[Log], Iterator[str]]] = {"file": _quick_file, "references": _references}
    if not quick:
        wanted |= {
            "file": _file,
            "schema": _schema,
            "journal": broken_digests,
            "replay": _replay,
            "derived": _derived,
            "search": _search,
        }
    found = []
    for name, problems in wanted.items():
        listed = _listed(problems(log))
        found.append({"name": name, "ok": not listed, "problems": listed})
    return found


def _schema(log: Log) -> Iterator[str]:
    """Every table, index and trigger is there as it was made: without one, what others keep goes wrong."""
    listing = "SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"
    present = {row["name"]: row["sql"] for row in log.rows(listing)}
    with connection.empty() as fresh:
        made = {row["name"]: row["sql"] for row in fresh.execute(listing)}
    for name in sorted(made.keys() | present.keys()):
        if name not in present:
            yield f"the {name} is missing"
        elif name not in made:
            yield f"the {name} is not netlog's"
        elif made[name] != present[name]:
            yield f"the {name} was altered"


def _listed(problems: Iterator[str]) -> list[str]:
    listed: list[str] = []
    try:
        listed += islice(problems, MOST)
    except BadDataError as error:
        listed.append(error.message)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        listed.append(f"can't be read: {error}")
    return listed


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a page or table is damaged or not there; a file that may not be written is sound for all that."""
    name: str = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or name == "SQLITE_ERROR"


def _file(log: Log) -> Iterator[str]:
    yield from (row[0] for row in log.rows("PRAGMA integrity_check(20)") if row[0] != "ok")


def _quick_file(log: Log) -> Iterator[str]:
    yield from (row[0] for row in log.rows("PRAGMA quick_check(20)") if row[0] != "ok")


def _references(log: Log) -> Iterator[str]:
    for row in log.rows("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} refers to a row of {row[2]} that is not there"


def _replay(log: Log) -> Iterator[str]:
    """Every row is what its journalled changes make it, and there is no other."""
    state = replayed(log)
    for table in JOURNALLED:
        expected = state.pop(table, {})
        known = TABLES[table]
        names = ", ".join(f'"{column}"' for column in known.columns)
        for row in log.rows(f'SELECT {names} FROM "{table}"'):
            key = _row_key(known.key, row)
            wanted = expected.pop(key, None)
            if wanted is None:
                yield f"{table} {key} is not in the journal"
            elif any(wanted.get(column) != row[column] for column in known.columns):
                yield f"{table} {key} differs from the journal"
        yield from (f"{table} {key} is missing" for key in expected)


def _row_key(columns: tuple[str, ...], row: sqlite3.Row) -> str:
    if columns == ("id",):
        return str(row["id"])
    return json.dumps([row[column] for column in columns], ensure_ascii=False, separators=(",", ":"))


def _derived(log: Log) -> Iterator[str]:
    """What triggers and the log keep is what it would be if it were made anew."""
    for table in JOURNALLED:
        known = TABLES[table]
        if known.folds:
            names = ", ".join(f'"{column}"' for column in (*known.key, *known.folds, *known.folds.values()))
            for row in log.rows(f'SELECT {names} FROM "{table}"'):
                if any(row[column] != value for column, value in known.folded(dict(row)).items()):
                    yield f"{table} {row[0]} is filed under another name than its own"
    for row in log.rows(MISDATED):
        yield f"conversation {row['id']} is filed under another day than its own"
    for row in log.rows(MISFILED):
        yield f"exchange {row['id']} is filed under another day or direction than its own"
    kept = "last_conversation_on, known_on, next_contact_on"
    before = {row["id"]: tuple(row) for row in log.rows(f"SELECT id, {kept} FROM contact")}
    # Touching a row makes its trigger compute the others anew; the caller takes the transaction back.
    log.rows(LAST_ANEW)
    for row in log.rows(f"SELECT id, {kept} FROM contact"):
        if before[row["id"]] != tuple(row):
            yield f"contact {row['id']} has dates that do not follow from its conversations"


def _search(log: Log) -> Iterator[str]:
    for table, known in TABLES.items():
        if known.searched:
            try:
                log.rows(f"INSERT INTO {table}_text ({table}_text, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                    raise
                yield f"the search index of {table} does not match its text"
