"""Log: rows in and out of the file, every change journalled in the same transaction."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from netlog.errors import ConflictError
from netlog.store import bulk, connection
from netlog.store.table import Table
from netlog.store.tables import TABLES
from netlog.vocabulary import LETTERS, record_of

Row = sqlite3.Row
Key = int | tuple[Any, ...]

_FIRST_DIGEST = "0" * 64


class RepeatedError(Exception):
    """A command whose --key was used before: `step` did it already."""

    def __init__(self, step: int) -> None:
        super().__init__(f"step {step} did this already")
        self.step = step


class Log:
    """One open log. Reads with rows(), row(), value(); writes with insert(), update(), delete()."""

    def __init__(
        self, db: sqlite3.Connection, now: str = "", command: str = "", key: str | None = None
    ) -> None:
        self._db = db
        self.now = now
        self._command = command
        self._key = key
        self._steps_before = 0
        self._digest = ""
        self.step_id: int | None = None
        self.changes = 0

    # reading

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Every row of the answer."""
        return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> Row | None:
        """The first row of the answer, if any."""
        found: Row | None = self._db.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row; None where there is no row."""
        found = self._db.execute(sql, values).fetchone()
        return found[0] if found else None

    @property
    def had_changes(self) -> bool:
        """Whether anything was noted in the journal before this transaction."""
        last: int = self.value("SELECT seq FROM sqlite_sequence WHERE name = 'change'") or 0
        return last > self.changes

    # writing

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add a row, journalled; its id (0 for a table keyed otherwise)."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Add rows of the same columns, journalled; their ids (0 for a table keyed otherwise)."""
        if not rows:
            return []
        known = TABLES[table]
        ids = [0] * len(rows)
        if known.key == ("id",):
            last = self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", table) or 0
            ids = [row.get("id") or last + place for place, row in enumerate(rows, 1)]
            rows = [{**row, "id": id} for row, id in zip(rows, ids, strict=True)]
        full = [{**row, **known.folded(row)} for row in rows] if known.folds else rows
        in_bulk = table == "conversation_contact" and len(rows) >= bulk.LEAST
        if in_bulk:
            full = bulk.dated(self._db, rows)
        columns = list(full[0])
        names = ", ".join(f'"{column}"' for column in columns)
        holes = ", ".join("?" for _ in columns)
        # Column names come from TABLES and the models, never from the user.
        self._db.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({holes})', [[row[c] for c in columns] for row in full]
        )
        if in_bulk:
            bulk.refresh(self._db, rows)
        self._journal("insert", table, _inserted(known, rows))
        self._index_many(table, full)
        return ids

    def update(self, table: str, key: Key, changes: Mapping[str, Any]) -> bool:
        """Change columns of a row, journalled; False when they hold these values already."""
        known = TABLES[table]
        before = self._whole(table, key)
        changed = {column: value for column, value in changes.items() if before[column] != value}
        if not changed:
            return False
        full = {**changed, **known.folded(changed)}
        sets = ", ".join(f'"{column}" = ?' for column in full)
        found_anew = any(column in known.searched for column in changed)
        if found_anew:
            self._unindex(table, before)
        self._db.execute(
            f'UPDATE "{table}" SET {sets} WHERE {_where(known.key)}', [*full.values(), *_parts(key)]
        )
        self._journal(
            "update",
            table,
            [(_text(key), _json({column: before[column] for column in changed}), _json(changed))],
        )
        if found_anew:
            self._index_many(table, [{**before, **changed}])
        return True

    def delete(self, table: str, key: Key) -> None:
        """Remove a row, journalled whole."""
        known = TABLES[table]
        before = self._whole(table, key)
        self._unindex(table, before)
        try:
            self._db.execute(f'DELETE FROM "{table}" WHERE {_where(known.key)}', _parts(key))
        except sqlite3.IntegrityError:
            letter = LETTERS.get(record_of(table))
            name = f"{letter}{key}" if letter else f"{table} {_text(key)}"
            raise ConflictError(
                f"{name} is still referred to by later records", "nothing was changed"
            ) from None
        self._journal("delete", table, [(_text(key), _json(_set(before)), None)])

    def _whole(self, table: str, key: Key) -> dict[str, Any]:
        known = TABLES[table]
        names = ", ".join(f'"{column}"' for column in known.columns)
        found = self.row(f'SELECT {names} FROM "{table}" WHERE {_where(known.key)}', *_parts(key))
        if found is None:
            raise ConflictError(f"{table} {_text(key)} is not there any more", "nothing was changed")
        return dict(found)

    # the journal

    def next_step(self, command: str | None = None) -> None:
        """What follows belongs to a step of its own, made by `command` where that is given."""
        self._command = command or self._command
        if self.step_id is not None:
            self.step_id = None
            self._steps_before += 1

    @contextmanager
    def aside(self, command: str) -> Iterator[None]:
        """What is done meanwhile is a step of its own: made by `command`, and without the key."""
        kept = self._command, self._key
        self._command, self._key = command, None
        yield
        self._command, self._key = kept
        self.step_id = None

    def begin_step(self, undoes: int | None = None) -> int:
        """The step that this command's changes belong to, made at the first of them."""
        if self.step_id is None:
            made = self._db.execute(
                "INSERT INTO step (at, command, key, undoes) VALUES (?, ?, ?, ?)",
                (self.now, self._command, self._step_key(), undoes),
            )
            self.step_id = made.lastrowid or 0
            self._digest = self.value("SELECT digest FROM change ORDER BY seq DESC LIMIT 1") or _FIRST_DIGEST
        return self.step_id

    def _step_key(self) -> str | None:
        """The key, and in the later steps of a command which of them it is: no key given has a line break."""
        if self._key is None or not self._steps_before:
            return self._key
        return f"{self._key}\n{self._steps_before}"

    def _journal(self, op: str, table: str, changes: Iterable[tuple[str, str | None, str | None]]) -> None:
        """Note changes: each row's key, and its columns before and after as JSON."""
        step = self.begin_step()
        seq = self.value("SELECT seq FROM sqlite_sequence WHERE name = 'change'") or 0
        rows = []
        for row_key, before, after in changes:
            seq += 1
            row = (seq, step, op, table, row_key, before, after)
            self._digest = digest(self._digest, row)
            rows.append((*row, self._digest))
        self._db.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.changes += len(rows)

    # full text: the search tables hold no text of their own, so they must be told what goes

    def _index_many(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        searched = TABLES[table].searched
        if not searched:
            return
        names, holes = ", ".join(searched), ", ".join("?" for _ in searched)
        self._db.executemany(
            f"INSERT INTO {table}_text (rowid, {names}) VALUES (?, {holes})",
            [[row["id"], *(row.get(column) for column in searched)] for row in rows],
        )

    def _unindex(self, table: str, row: Mapping[str, Any]) -> None:
        searched = TABLES[table].searched
        if not searched:
            return
        names, holes = ", ".join(searched), ", ".join("?" for _ in searched)
        self._db.execute(
            f"INSERT INTO {table}_text ({table}_text, rowid, {names}) VALUES ('delete', ?, {holes})",
            [row["id"], *(row[column] for column in searched)],
        )


@contextmanager
def reading(path: Path, *, in_place: bool = True, tell: connection.Tell | None = None) -> Iterator[Log]:
    """The log at `path`, to read; for the options see connection.reading."""
    with connection.reading(path, in_place=in_place, tell=tell) as db:
        yield Log(db)


@contextmanager
def transaction(
    path: Path,
    *,
    now: str,
    command: str,
    key: str | None = None,
    dry_run: bool = False,
    in_place: bool = True,
    tell: connection.Tell | None = None,
) -> Iterator[Log]:
    """The log at `path`, to write: one command, one transaction, at most one step.

    With a `key` that a step has already, raises RepeatedError where it was the same command and
    ConflictError where it was another. For the other options see connection.writing.
    """
    with connection.writing(path, dry_run=dry_run, in_place=in_place, tell=tell) as db:
        log = Log(db, now, command, key)
        if key is not None and (step := log.row("SELECT id, command FROM step WHERE key = ?", key)):
            # a command of several steps names each: `log -: coffee with Ana`
            if step["command"] != command and not step["command"].startswith(f"{command}: "):
                raise ConflictError(
                    f"the key {key!r} was used by step {step['id']}: {step['command']}", "choose another key"
                )
            raise RepeatedError(step["id"])
        yield log
        if key is not None:
            log.begin_step()  # remembers the key of a command that changed nothing


def digest(before: str, row: Sequence[Any]) -> str:
    """SHA-256, in hex, over the digest before and a change's canonical JSON."""
    import hashlib

    text = "[" + ",".join(map(_scalar, row)) + "]"
    return hashlib.sha256(f"{before}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def read_key(text: str) -> Key:
    """The key that a change's `row_key` names."""
    parts = json.loads(text)
    return tuple(parts) if isinstance(parts, list) else int(parts)


def _inserted(known: Table, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, None, str]]:
    """What the journal keeps of new rows: their keys, and what they hold as canonical JSON.

    Written out, as it is done for every row of an import.
    """
    named = [(column, f'"{column}":') for column in sorted(rows[0])]
    has_id = known.key == ("id",)
    for row in rows:
        parts = [name + _scalar(row[column]) for column, name in named if row[column] is not None]
        key = str(row["id"]) if has_id else _text(tuple([row[column] for column in known.key]))
        yield key, None, "{" + ",".join(parts) + "}"


def _text(key: Key) -> str:
    return "[" + ",".join(map(_scalar, key)) + "]" if isinstance(key, tuple) else str(key)


def _scalar(value: str | int | None) -> str:
    """One value as JSON; the encoder itself takes three times as long to start as to do this."""
    if isinstance(value, str):
        return encode_basestring(value)
    return "null" if value is None else str(value)


def _parts(key: Key) -> tuple[Any, ...]:
    return key if isinstance(key, tuple) else (key,)


def _where(columns: tuple[str, ...]) -> str:
    return " AND ".join(f'"{column}" = ?' for column in columns)


def _set(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if value is not None}


def _json(values: Mapping[str, Any]) -> str:
    """Columns and their values as canonical JSON: sorted, without spaces."""
    return "{" + ",".join(f'"{column}":{_scalar(value)}' for column, value in sorted(values.items())) + "}"
