"""What a weekly review asks about: opportunities that nothing has moved for a while."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.records import record
from netlog.records.opportunities import KIND

if TYPE_CHECKING:
    from netlog.store.log import Log

DAYS = 30  # without a move
MOST = 3

# An opportunity moves when it comes up and whenever its record is changed; to write one down late is no move.
_MOVED = "max(opened_on, CASE WHEN updated_at > created_at THEN substr(updated_at, 1, 10) ELSE '' END)"
STALLED = f"""
SELECT id, {_MOVED} AS moved_on FROM opportunity
 WHERE status IN ('open', 'pursued') AND opened_on <= ?1 AND {_MOVED} <= ?1 ORDER BY moved_on, id LIMIT ?2"""


def longest(log: "Log", at: date) -> list[dict[str, Any]]:
    """At most three open or pursued ones without a move for 30 days: ref, what, kind, status, on (the last move),
    contacts (through whom) and command."""
    rows = log.rows(STALLED, (at - timedelta(days=DAYS)).isoformat(), MOST)
    found = record.load(KIND, log, [row["id"] for row in rows])
    return [
        {
            **{key: one[key] for key in ("ref", "what", "kind", "status")},
            "on": row["moved_on"],
            "contacts": one["contacts"],
            "command": f"netlog {'mark pursued' if one['status'] == 'open' else 'edit'} {one['ref']}",
        }
        for row, one in zip(rows, found, strict=True)
    ]
