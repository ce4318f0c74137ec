"""The events in the queue: those to prepare for, and those to look back on."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, queue
from netlog.records.entries import contacts_of, entry
from netlog.records.links import id_of
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.variety import Variety
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


def entries(log: "Log", today: date, ctx: "Context", variety: "Variety") -> list[Json]:
    """Events that start within two weeks, and those of the last 60 days without a debrief.

    Where you mean to meet somebody of a lacking class, that is worth the more.
    """
    coming = log.rows(PREPARED, str(today), str(today + timedelta(days=queue.PREPARE_DAYS)))
    past = log.rows(DEBRIEFED, str(today - timedelta(days=queue.DEBRIEF_DAYS)), str(today))
    to_meet, met = _with(log, coming, "to_meet"), _with(log, past, "met")
    lacking = variety.lacking({id_of(one) for people in to_meet.values() for one in people})
    return [
        *(_preparation(row, to_meet.get(row["id"], []), lacking, today, ctx) for row in coming),
        *(_debrief(row, met.get(row["id"], []), today, ctx) for row in past),
    ]


def _with(log: "Log", rows: list["Row"], part: str) -> dict[int, list[Json]]:
    return contacts_of(log.rows(WITH, json_ids(row["id"] for row in rows), part)) if rows else {}


def _preparation(row: "Row", contacts: list[Json], lacking: set[int], today: date, ctx: "Context") -> Json:
    starts_on = date.fromisoformat(row["day"])
    meant = f"; you mean to meet {len(contacts)} there" if contacts else ""
    return entry(
        f"e{row['id']}",
        f"prepare for {row['name']}",
        contacts=contacts,
        due_on=starts_on,
        today=today,
        reason=f"{row['status']}, starts {dates.days_between_text(starts_on, today)}{meant}",
        urgency=queue.of_preparation(
            starts_on,
            today,
            lacking=any(id_of(one) in lacking for one in contacts),
            weights=ctx.weights,
        ),
        command=f"prep e{row['id']}",
    )


def _debrief(row: "Row", contacts: list[Json], today: date, ctx: "Context") -> Json:
    ended_on = date.fromisoformat(row["day"])
    unsure = "" if row["status"] == "attended" else f", still {row['status']}"
    return entry(
        f"e{row['id']}",
        f"look back on {row['name']}",
        contacts=contacts,
        due_on=ended_on,
        today=today,
        reason=f"it ended {dates.days_between_text(ended_on, today)}{unsure}, not debriefed yet",
        urgency=queue.of_debrief(ended_on, today, weights=ctx.weights),
        command=f"debrief e{row['id']}",
    )
