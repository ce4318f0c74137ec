"""What events and goals put into the queue: preparations, debriefs, goals behind pace."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, queue
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]

PREPARED = """
SELECT id, name, status, starts_on AS day FROM event
 WHERE starts_on BETWEEN ?1 AND ?2 AND status IN ('planned', 'registered') ORDER BY starts_on, id"""
DEBRIEFED = """
SELECT id, name, status, ends_on AS day FROM event
 WHERE ends_on BETWEEN ?1 AND ?2
   AND (status = 'attended' OR (status IN ('planned', 'registered') AND ends_on < ?2))
   AND NOT EXISTS (SELECT 1 FROM debrief WHERE event_id = event.id) ORDER BY ends_on, id"""
WITH = """
SELECT event_contact.event_id AS id, contact.id AS contact_id, contact.name AS name
  FROM event_contact JOIN contact ON contact.id = event_contact.contact_id
 WHERE event_contact.event_id IN (SELECT value FROM json_each(?)) AND event_contact.part = ?
 ORDER BY event_contact.event_id, contact.id"""
ANY_GOAL = "SELECT 1 FROM goal WHERE status = 'active' LIMIT 1"


def events(log: "Log", today: date, ctx: "Context") -> list[Json]:
    """Events to prepare for, and those to look back on."""
    coming = log.rows(PREPARED, str(today), str(today + timedelta(days=queue.PREPARE_DAYS)))
    past = log.rows(DEBRIEFED, str(today - timedelta(days=queue.DEBRIEF_DAYS)), str(today))
    to_meet, met = _with(log, coming, "to_meet"), _with(log, past, "met")
    return [
        *(_preparation(row, to_meet.get(row["id"], []), today, ctx) for row in coming),
        *(_debrief(row, met.get(row["id"], []), today, ctx) for row in past),
    ]


def behind(log: "Log", today: date, ctx: "Context", left_out: list[str] | None = None) -> list[Json]:
    """The goals that are behind pace, counted; `left_out` as for progress.goals."""
    if log.row(ANY_GOAL) is None:
        return []
    from netlog.records import progress

    return progress.behind(log, today, ctx, left_out)


def of_goals(found: list[Json], today: date, ctx: "Context") -> list[Json]:
    """The entries that goals make: those behind pace, of those given."""
    return [_goal(one, today, ctx) for one in found if one["state"] == "behind"]


def _with(log: "Log", rows: list["Row"], part: str) -> dict[int, list[Json]]:
    found: dict[int, list[Json]] = {}
    if rows:
        for row in log.rows(WITH, json_ids(row["id"] for row in rows), part):
            found.setdefault(row["id"], []).append({"ref": f"c{row['contact_id']}", "name": row["name"]})
    return found


def _preparation(row: "Row", contacts: list[Json], today: date, ctx: "Context") -> Json:
    starts_on = date.fromisoformat(row["day"])
    meant = f"; you mean to meet {len(contacts)} there" if contacts else ""
    when = "today" if starts_on == today else dates.days_between_text(starts_on, today)
    return {
        "ref": f"e{row['id']}",
        "type": "event",
        "what": f"prepare for {row['name']}",
        "contacts": contacts,
        "due_on": row["day"],
        "days_late": (today - starts_on).days,
        "reason": f"{row['status']}, starts {when}{meant}",
        **_scored(queue.of_preparation(starts_on, today, weights=ctx.weights)),
        "command": f"netlog prep e{row['id']}",
    }


def _debrief(row: "Row", contacts: list[Json], today: date, ctx: "Context") -> Json:
    ended_on = date.fromisoformat(row["day"])
    unsure = "" if row["status"] == "attended" else f", still {row['status']}"
    when = "today" if ended_on == today else dates.days_between_text(ended_on, today)
    return {
        "ref": f"e{row['id']}",
        "type": "event",
        "what": f"look back on {row['name']}",
        "contacts": contacts,
        "due_on": row["day"],
        "days_late": (today - ended_on).days,
        "reason": f"it ended {when}{unsure}, not debriefed yet",
        **_scored(queue.of_debrief(ended_on, today, weights=ctx.weights)),
        "command": f"netlog debrief e{row['id']}",
    }


def _goal(goal: Json, today: date, ctx: "Context") -> Json:
    ends_on = date.fromisoformat(goal["period"]["ends_on"])
    urgency = queue.of_goal(
        goal["done"], goal["expected"], goal["target"], ends_on, today, weights=ctx.weights
    )
    return {
        "ref": goal["ref"],
        "type": "goal",
        "what": goal["title"],
        "contacts": [],
        "due_on": str(ends_on),
        "days_late": (today - ends_on).days,
        "reason": f"behind: {goal['done']} of {goal['target']} done, {goal['expected']:g} expected by now",
        **_scored(urgency),
        "command": f"netlog goals {goal['ref']} --why",
    }


def _scored(urgency: queue.Urgency) -> Json:
    return {"score": urgency.score, "parts": urgency.parts}
