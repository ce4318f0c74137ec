"""What one step made."""

from typing import TYPE_CHECKING, Any

from netlog.records.kind import every_kind
from netlog.records.record import load

if TYPE_CHECKING:
    from netlog.store.log import Log

MADE = "SELECT row_key FROM change WHERE step_id = ? AND op = 'insert' AND record = ? ORDER BY seq"


def by_step(log: "Log", step: int) -> list[dict[str, Any]]:
    """The records that a step added and that are still there, as JSON gives them."""
    found: list[dict[str, Any]] = []
    for kind in every_kind():
        ids = [int(row[0]) for row in log.rows(MADE, step, kind.table)]
        present = [id for id in ids if log.value(f"SELECT 1 FROM {kind.table} WHERE id = ?", id)]
        found += load(kind, log, present)
    return found
