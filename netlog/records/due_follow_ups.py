"""The follow-ups in the queue: those due, and those pinned."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import queue
from netlog.records.entries import contacts_of, entry
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.due_scope import Wanted, Window
    from netlog.store.log import Log, Row

Json = dict[str, Any]

MOST = 500  # in a queue

_PROMISE = "follow_up.id, what, due_on, owed_by, repeat, snoozed_until"
_AWAKE = "(snoozed_until IS NULL OR snoozed_until <= max(due_on, ?2))"
DUE = f"""
SELECT {_PROMISE} FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE} ORDER BY due_on, id LIMIT ?3"""
DUE_OF = f"""
SELECT {_PROMISE} FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE}
   AND (id IN (SELECT value FROM json_each(?3))
     OR id IN (SELECT follow_up_id FROM follow_up_contact WHERE contact_id IN (SELECT value FROM json_each(?4))))"""
# CROSS JOIN: from the few pins to what is pinned, never the other way round
PINNED = f"""
SELECT {_PROMISE}, substr(pinned_at, 1, 10) AS pinned_on
  FROM follow_up_pin CROSS JOIN follow_up ON follow_up.id = follow_up_id
 WHERE status = 'open' AND due_on > ?1 AND (snoozed_until IS NULL OR snoozed_until <= ?2)"""
WITH = """
SELECT follow_up_contact.follow_up_id AS id, contact.id AS contact_id, contact.name AS name
  FROM follow_up_contact JOIN contact ON contact.id = follow_up_contact.contact_id
 WHERE follow_up_contact.follow_up_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"""
HOW_MANY = f"SELECT count(*) FROM follow_up WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE}"


def entries(log: "Log", when: "Window", ctx: "Context", wanted: "Wanted") -> list[Json]:
    """What was promised and is due in the window, and what is pinned; where records are wanted, what is of them."""
    pinned = {row["id"]: row for row in log.rows(PINNED, "", when.awake)}
    if wanted:
        ids = (wanted.ids("follow_up"), wanted.ids("contact"))
        rows = log.rows(DUE_OF, when.until, when.awake, *ids)
    else:
        rows = log.rows(DUE, when.until, when.awake, MOST)
    rows = [*pinned.values(), *(row for row in rows if row["id"] not in pinned)]
    whom = contacts_of(log.rows(WITH, json_ids(row["id"] for row in rows)))
    return [_entry(row, whom.get(row["id"], []), row["id"] in pinned, when.today, ctx) for row in rows]


def count(log: "Log", when: "Window") -> int:
    """How many are due in the window, or pinned."""
    pinned = log.rows(PINNED, when.until, when.awake)
    return int(log.value(HOW_MANY, when.until, when.awake)) + len(pinned)


def _entry(row: "Row", contacts: list[Json], pinned: bool, today: date, ctx: "Context") -> Json:
    snoozed = (row["snoozed_until"] or "") > row["due_on"]
    due_on = date.fromisoformat(row["snoozed_until"] if snoozed else row["due_on"])
    owed = "you promised this" if row["owed_by"] == "me" else "they owe you this"
    by = f" by {row['due_on']}, snoozed" if snoozed else ""
    repeats = f", every {row['repeat']}" if row["repeat"] else ""
    return entry(
        f"f{row['id']}",
        row["what"],
        contacts=contacts,
        due_on=due_on,
        today=today,
        reason=f"{owed}{by}{repeats}",
        urgency=queue.of_follow_up(due_on, row["owed_by"], today, pinned=pinned, weights=ctx.weights),
        command=f"done f{row['id']}",
    )
