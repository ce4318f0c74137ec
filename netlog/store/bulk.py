"""Many conversations at once: what triggers would compute for every row is computed once, at the end."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

LEAST = 1000  # rows; below that the triggers are as fast

DAYS = "SELECT id, held_on FROM conversation WHERE id IN (SELECT value FROM json_each(?))"
REFRESH = """
UPDATE contact SET last_conversation_on = (
    SELECT max(held_on) FROM conversation_contact WHERE contact_id = contact.id)
 WHERE id IN (SELECT value FROM json_each(?))"""


def dated(db: sqlite3.Connection, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of conversation_contact with the day of their conversation, so that no trigger looks it up."""
    days = dict(db.execute(DAYS, (_ids(rows, "conversation_id"),)).fetchall())
    return [{**row, "held_on": days[row["conversation_id"]]} for row in rows]


def refresh(db: sqlite3.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Bring the contacts of these rows up to date; the triggers on contact do the rest."""
    db.execute(REFRESH, (_ids(rows, "contact_id"),))


def _ids(rows: Sequence[Mapping[str, Any]], column: str) -> str:
    return "[" + ",".join(map(str, {int(row[column]) for row in rows})) + "]"
