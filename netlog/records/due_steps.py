"""The steps of the current plan in the queue: those that can be done now, by the latest day that the plan leaves them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import queue
from netlog.records.entries import entry
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.insight.plan import Slot
    from netlog.records.context import Context
    from netlog.records.due_scope import Window
    from netlog.store.log import Log, Row

Json = dict[str, Any]

OPEN_PLAN = """
SELECT id, by_on FROM vision
 WHERE status = 'current' AND EXISTS (
   SELECT 1 FROM plan_step WHERE vision_id = vision.id AND status NOT IN ('done', 'dropped'))"""
TOLD = """
SELECT s.id AS id, s.what AS what, s.by_on AS by_on, contact.id AS contact_id, contact.name AS name
  FROM plan_step AS s LEFT JOIN contact ON contact.id = s.contact_id
 WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.id"""
WHAT = "SELECT what FROM plan_step WHERE id = ?"


def entries(log: "Log", when: "Window", ctx: "Context") -> list[Json]:
    """Steps of the current vision whose latest day is in the window; none that waits for another."""
    vision = log.row(OPEN_PLAN)
    if vision is None:
        return []
    from netlog.insight import plan
    from netlog.records import plan_rows

    steps = plan_rows.of_visions(log, [vision["id"]])
    stands = plan.standings(steps)
    slots = plan.schedule(steps, date.fromisoformat(vision["by_on"]), when.today)
    due = {id: one for id, one in slots.items() if str(one.latest_on) <= when.until and stands[id].ready}
    return [_entry(log, row, due[row["id"]], when.today, ctx) for row in log.rows(TOLD, json_ids(due))]


def _entry(log: "Log", row: "Row", slot: "Slot", today: date, ctx: "Context") -> Json:
    reason = "a step of your plan"
    if slot.because is not None:
        reason = f"s{slot.because} {log.value(WHAT, slot.because)} waits for this step of your plan"
    return entry(
        f"s{row['id']}",
        row["what"],
        contacts=[] if row["contact_id"] is None else [{"ref": f"c{row['contact_id']}", "name": row["name"]}],
        due_on=slot.latest_on,
        today=today,
        reason=reason,
        urgency=queue.of_step(slot.latest_on, today, weights=ctx.weights),
        command=f"done s{row['id']}",
    )
