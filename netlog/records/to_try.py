"""What a weekly review reminds one to try: the takeaways that wait longest."""

from typing import TYPE_CHECKING, Any

from netlog.records import record
from netlog.records.takeaways import KIND

if TYPE_CHECKING:
    from netlog.store.log import Log

MOST = 3

WAITING = "SELECT id FROM takeaway WHERE status = 'to-try' AND noted_on <= ? ORDER BY noted_on, id LIMIT ?"


def oldest(log: "Log", at: str) -> list[dict[str, Any]]:
    """At most three takeaways to try that were noted by a day: ref, what, on, source and command."""
    ids = [row["id"] for row in log.rows(WAITING, at, MOST)]
    return [
        {
            "ref": one["ref"],
            "what": one["what"],
            "on": one["noted_on"],
            "source": one["source"],
            "command": f"netlog mark tried {one['ref']}",
        }
        for one in record.load(KIND, log, ids)
    ]
