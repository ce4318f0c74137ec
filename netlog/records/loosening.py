"""Letting go of a record that is to be deleted: what refers to it forgets it, or goes with it."""

from typing import TYPE_CHECKING

from netlog.plurals import counted
from netlog.store.tables import TABLES
from netlog.vocabulary import record_of, table_of

if TYPE_CHECKING:
    from netlog.store.log import Log

# Records that say nothing without the one they refer to.
LOST_WITHOUT = {
    ("introduction", "by_id"),
    ("introduction", "who_id"),
    ("introduction", "to_id"),
    ("membership", "group_id"),
    ("plan_step", "vision_id"),
}
# Rows that are no records, and say nothing without the one they refer to.
GOING_WITH = {("source", f"{one}_id") for one in ("contact", "event", "conversation", "follow_up")}
REFERRING = """
SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
 WHERE m.type = 'table' AND f."table" = ? ORDER BY 1, 2"""


def let_go(log: "Log", record: str, id: int) -> list[str]:
    """Rows that link the record to others go, columns that refer to it are emptied; records lost, in words."""
    lost: dict[str, set[int]] = {}
    for table, column in log.rows(REFERRING, table_of(record)):
        key = TABLES[table].key
        names = ", ".join(f'"{one}"' for one in key)
        rows = log.rows(f'SELECT {names} FROM "{table}" WHERE "{column}" = ?', id)
        if (table, column) in LOST_WITHOUT:
            lost.setdefault(record_of(table), set()).update(row[0] for row in rows)
            continue
        for row in rows:
            name = row[0] if key == ("id",) else tuple(row)
            if column in key or (table, column) in GOING_WITH:
                log.delete(table, name)
            else:
                log.update(table, name, {column: None})
    return [_removed(log, kind, sorted(ids)) for kind, ids in lost.items() if ids]


def _removed(log: "Log", record: str, ids: list[int]) -> str:
    from netlog.records.kind import kind_of
    from netlog.records.record import remove

    for id in ids:
        remove(kind_of(record), log, id)
    return counted(len(ids), record)
