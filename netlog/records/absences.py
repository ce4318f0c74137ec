"""Why a record is not in the queue, for who asks `due --why REF`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

CONTACT = "SELECT status, next_contact_on, snoozed_until FROM contact WHERE id = ?"
FOLLOW_UP = "SELECT status, due_on, snoozed_until, done_on, dropped_on FROM follow_up WHERE id = ?"
EVENT = """
SELECT status, starts_on, (SELECT held_on FROM debrief WHERE event_id = event.id) AS debriefed_on
  FROM event WHERE id = ?"""


def told(
    log: "Log", wanted: Iterable[tuple[str, int]], found: list[dict[str, Any]], ctx: "Context"
) -> list[str]:
    """A line on each record that was asked about and is not among the entries found."""
    refs = {one["ref"] for one in found}
    return [
        f"{LETTERS[type]}{id} is not in the queue: {_why(log, type, id, ctx)}"
        for type, id in sorted(wanted)
        if f"{LETTERS[type]}{id}" not in refs
    ]


def _why(log: "Log", type: str, id: int, ctx: "Context") -> str:
    if type == "contact":
        return _of_contact(log.rows(CONTACT, id)[0], ctx)
    if type == "follow_up":
        return _of_follow_up(log.rows(FOLLOW_UP, id)[0])
    if type == "event":
        return _of_event(log.rows(EVENT, id)[0])
    return "it is on pace" if type == "goal" else "conversations never are"


def _of_contact(row: "Row", ctx: "Context") -> str:
    if row["status"] == "archived":
        return "archived"
    turn = row["next_contact_on"]
    if turn is None:
        return "no cadence, so no turn"
    snoozed = turn == row["snoozed_until"] and turn > ctx.today.isoformat()
    return f"snoozed until {turn}" if snoozed else f"the turn comes on {turn}"


def _of_follow_up(row: "Row") -> str:
    if row["status"] != "open":
        return f"{row['status']} on {row['done_on'] or row['dropped_on']}"
    snoozed = (row["snoozed_until"] or "") > row["due_on"]
    return f"snoozed until {row['snoozed_until']}" if snoozed else f"due on {row['due_on']}"


def _of_event(row: "Row") -> str:
    if row["debriefed_on"]:
        return f"debriefed on {row['debriefed_on']}"
    if row["status"] == "skipped":
        return "skipped"
    return (
        f"it starts on {row['starts_on']}: preparing begins two weeks before, looking back ends after 60 days"
    )
