"""What one step made, or else changed."""

from typing import TYPE_CHECKING, Any

from netlog.records import questions
from netlog.records.kind import every_kind
from netlog.records.record import load

if TYPE_CHECKING:
    from netlog.store.log import Log

TOUCHED = """
SELECT row_key FROM change WHERE step_id = ? AND op = ? AND record = ? GROUP BY row_key ORDER BY min(seq)"""


def by_step(log: "Log", step: int) -> list[dict[str, Any]]:
    """The records that a step added, else those it changed, that are still there, as JSON gives them."""
    return _touched(log, step, "insert") or _touched(log, step, "update") or _asked(log, step)


def _asked(log: "Log", step: int) -> list[dict[str, Any]]:
    """The questions that a step noted or struck off."""
    rows = [*log.rows(TOUCHED, step, "insert", "question"), *log.rows(TOUCHED, step, "update", "question")]
    return questions.shown(log, [int(row[0]) for row in rows])


def _touched(log: "Log", step: int, op: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for kind in every_kind():
        ids = [int(row[0]) for row in log.rows(TOUCHED, step, op, kind.table)]
        present = [id for id in ids if log.value(f"SELECT 1 FROM {kind.table} WHERE id = ?", id)]
        found += load(kind, log, present)
    return found
