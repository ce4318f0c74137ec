"""Many records of one kind at once, with ids, uids and times that are settled before."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.records.kind import Kind
    from netlog.store.log import Log

Values = dict[str, Any]
_OWN_KIND = ("met_through_id", "parent_id")  # columns that refer to records of the same kind
_AT_ONCE = 2000  # rows of which all forms are in memory together: as stored, as bound, as journalled


def insert(kind: "Kind", log: "Log", new: Iterable[tuple[int, Values, Values]]) -> None:
    """Add records: (id, uid and times, values) of each; their lists come later, by insert_lists()."""
    later: list[tuple[int, Values]] = []
    insert_rows(log, kind.table, (_row(kind, *one, later) for one in new))
    for id, refers in later:
        log.update(kind.table, id, refers)


def _row(kind: "Kind", id: int, stamp: Values, values: Values, later: list[tuple[int, Values]]) -> Values:
    row: Values = {"id": id, **{key: stamp[key] for key in ("uid", "created_at", "updated_at")}}
    for field in kind.keyed:
        if not field.many and not field.fixed:
            row.update(field.stored(values.get(field.key, field.default)))
    for column in _OWN_KIND:
        if row.get(column):  # who introduced them, or the step above, may come further down
            later.append((id, {column: row[column]}))
            row[column] = None
    return row


def insert_lists(kind: "Kind", log: "Log", new: Sequence[tuple[int, Values]]) -> None:
    """Add what hangs on new records: (id, values) of each; it may refer to records of any kind."""
    for field in kind.lists:
        hanging = (
            row
            for id, values in new
            if (items := values.get(field.key))
            for row in field.rows(kind, id, items).values()
        )
        insert_rows(log, field.table, hanging)


def insert_rows(log: "Log", table: str, rows: Iterable[Values]) -> None:
    """Add rows of the same columns to a table, however many."""
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        log.insert_many(table, some)
