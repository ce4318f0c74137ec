"""Steps back and forth: undo, redo, history, and the proof that journal and tables agree.

A step that undoes nothing is ordinary. An undo names the step it takes back, a redo the undo it
takes back. An undo is live until it was redone; an ordinary step while no live undo names it.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from netlog.errors import BadDataError, ConflictError, NotFoundError
from netlog.store.log import _FIRST_DIGEST, Key, Log, Row, digest, read_key
from netlog.store.tables import TABLES
from netlog.vocabulary import LETTERS, record_of, table_of

_LIVE_UNDO = "NOT EXISTS (SELECT 1 FROM step AS redo WHERE redo.undoes = undo.id)"
_LIVE_STEP = f"""step.undoes IS NULL AND NOT EXISTS (
    SELECT 1 FROM step AS undo WHERE undo.undoes = step.id AND {_LIVE_UNDO})"""
# A command with a --key that changed nothing is a step without changes: nothing to take back.
_CHANGED = "EXISTS (SELECT 1 FROM change WHERE change.step_id = step.id)"
NEWEST_LIVE = f"SELECT * FROM step WHERE {_LIVE_STEP} AND {_CHANGED} ORDER BY id DESC LIMIT 1"
NEWEST_UNDO = f"""
SELECT undo.* FROM step AS undo JOIN step AS done ON done.id = undo.undoes
 WHERE done.undoes IS NULL AND {_LIVE_UNDO}
   AND undo.id > coalesce((
     SELECT id FROM step WHERE undoes IS NULL AND {_CHANGED} ORDER BY id DESC LIMIT 1), 0)
 ORDER BY undo.id DESC LIMIT 1"""
CHANGES = "SELECT * FROM change WHERE step_id = ? ORDER BY seq"
HISTORY = """
SELECT id, at, command, undoes, (SELECT count(*) FROM change WHERE step_id = step.id) AS changes
  FROM step {where} ORDER BY id DESC LIMIT ?"""
# A record's own rows; those of tables keyed by it first: [12,"mentor"] is between [12, and [12-, and [12] is
# where it is the whole key; and the questions noted for it.
RECORD_STEPS = """
SELECT DISTINCT step_id FROM change
 WHERE (record = ?1 AND row_key = ?2) OR (record IN (SELECT value FROM json_each(?3))
   AND row_key >= '[' || ?2 || ',' AND row_key < '[' || ?2 || '-')
    OR (record IN (SELECT value FROM json_each(?3)) AND row_key = '[' || ?2 || ']')
    OR (record = 'question' AND row_key IN (
          SELECT row_key FROM change WHERE record = 'question' AND op = 'insert' AND json_valid(after)
             AND json_extract(after, '$.' || ?1 || '_id') = CAST(?2 AS INTEGER)))"""


def undo(log: Log) -> Row | None:
    """Take back the newest live ordinary step; that step, or None when there is none."""
    step = log.row(NEWEST_LIVE)
    if step:
        _reverse(log, step["id"])
    return step


def undo_step(log: Log, step_id: int) -> Row:
    """Take back one step; ConflictError where its rows were changed since or are referred to."""
    step = log.row("SELECT * FROM step WHERE id = ?", step_id)
    if step is None:
        raise NotFoundError(f"there is no step {step_id}", "see `netlog history`")
    if step["undoes"] is not None:
        raise ConflictError(
            f"step {step_id} is itself an undo or a redo", "use `netlog redo` or `netlog undo`"
        )
    if log.value(f"SELECT 1 FROM step WHERE id = ? AND {_LIVE_STEP}", step_id) is None:
        raise ConflictError(f"step {step_id} is undone already", "nothing was changed")
    _reverse(log, step_id)
    return step


def redo(log: Log) -> Row | None:
    """Bring back the step of the newest live undo that no ordinary step follows; that step."""
    taken_back = log.row(NEWEST_UNDO)
    if taken_back is None:
        return None
    _reverse(log, taken_back["id"])
    return log.row("SELECT * FROM step WHERE id = ?", taken_back["undoes"])


def history(log: Log, limit: int, record: tuple[str, int] | None = None) -> list[dict[str, Any]]:
    """The newest steps, or those that touched one record: step, at, command, changes."""
    if record is None:
        found = log.rows(HISTORY.format(where=""), limit)
    else:
        type, id = record
        table = table_of(type)
        hanging = json.dumps([name for name, known in TABLES.items() if known.key[0] == f"{table}_id"])
        steps = [row[0] for row in log.rows(RECORD_STEPS, table, str(id), hanging)]
        only = "WHERE id IN (SELECT value FROM json_each(?))"
        found = log.rows(HISTORY.format(where=only), json.dumps(steps), limit)
    return [{"step": r["id"], "at": r["at"], "command": _title(r), "changes": r["changes"]} for r in found]


def size(log: Log, step_id: int) -> int:
    """How many changes a step made."""
    return int(log.value("SELECT count(*) FROM change WHERE step_id = ?", step_id))


def _title(step: Row) -> str:
    return step["command"] if step["undoes"] is None else f"{step['command']} (of step {step['undoes']})"


def _reverse(log: Log, step_id: int) -> None:
    log.begin_step(undoes=step_id)
    for change in reversed(log.rows(CHANGES, step_id)):
        table, key = change["record"], read_key(change["row_key"])
        try:
            _reverse_change(log, change, table, key)
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorname != "SQLITE_CONSTRAINT_FOREIGNKEY":
                raise
            raise ConflictError(
                f"{_named(table, key)} refers to what is not there any more",
                "nothing was changed; see `netlog history`",
            ) from None


def _reverse_change(log: Log, change: Row, table: str, key: Key) -> None:
    before, after = _values(change["before"]), _values(change["after"])
    now = _present(log, table, key)
    if change["op"] == "delete":
        if now is not None:
            raise _changed_since(table, key)
        known = TABLES[table]
        log.insert(
            table, {column: before.get(column, known.defaults.get(column)) for column in known.columns}
        )
        return
    if now is None or any(now[column] != value for column, value in after.items()):
        raise _changed_since(table, key)
    if change["op"] == "update":
        log.update(table, key, before)
        return
    unsaid = TABLES[table].defaults
    if any(column not in after and value != unsaid.get(column) for column, value in now.items()):
        raise _changed_since(table, key)
    log.delete(table, key)


def _present(log: Log, table: str, key: Key) -> dict[str, Any] | None:
    known = TABLES[table]
    where = " AND ".join(f'"{column}" = ?' for column in known.key)
    names = ", ".join(f'"{column}"' for column in known.columns)
    found = log.row(
        f'SELECT {names} FROM "{table}" WHERE {where}', *(key if isinstance(key, tuple) else (key,))
    )
    return dict(found) if found else None


def _changed_since(table: str, key: Key) -> ConflictError:
    return ConflictError(
        f"{_named(table, key)} was changed since", "nothing was changed; see `netlog history`"
    )


def _named(table: str, key: Key) -> str:
    """The record that a row is, or hangs on, by its reference."""
    owner, id = (TABLES[table].key[0].removesuffix("_id"), key[0]) if isinstance(key, tuple) else (table, key)
    letter = LETTERS.get(record_of(owner))
    return f"{letter}{id}" if letter else f"{table} {key}"


def _values(text: str | None) -> dict[str, Any]:
    try:
        values = json.loads(text) if text else {}
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise BadDataError("a change in the journal can't be read", "see `netlog check`")
    return values


# verification


def broken_digests(log: Log) -> Iterator[str]:
    """Each change whose digest is not that of its content and the change before it."""
    previous = _FIRST_DIGEST
    for row in log.rows("SELECT * FROM change ORDER BY seq"):
        *content, stored = tuple(row)
        if digest(previous, content) != stored:
            yield f"change {row['seq']} of step {row['step_id']} was altered, or one before it removed"
        previous = stored


def replayed(log: Log) -> dict[str, dict[str, dict[str, Any]]]:
    """What the tables should hold after every journalled change: table -> row key -> columns."""
    unsaid = {name: known.defaults for name, known in TABLES.items()}
    state: dict[str, dict[str, dict[str, Any]]] = {}
    for row in log.rows("SELECT op, record, row_key, before, after FROM change ORDER BY seq"):
        table = state.setdefault(row["record"], {})
        if row["op"] == "delete":
            table.pop(row["row_key"], None)
        elif row["op"] == "insert":
            table[row["row_key"]] = {**unsaid.get(row["record"], {}), **_values(row["after"])}
        else:
            table.setdefault(row["row_key"], {}).update(_values(row["after"]))
    return state
