"""Mentorships: a contact's role of mentor or mentee, with the sessions held in its time and what came of them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import NotFoundError
from netlog.insight import mentorships
from netlog.records import cadences, record, references
from netlog.records.kind import kind_of
from netlog.records.links import id_of
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]
Key = tuple[int, str, str]  # contact, role, since

WAYS = {"mentor": "you are mentored", "mentee": "you mentor"}
_LAST = "9999-12-31"

ALL = """
SELECT r.contact_id, r.role, r.since, r.until, c.name, c.status, c.snoozed_until
  FROM contact_role AS r CROSS JOIN contact AS c ON c.id = r.contact_id
 WHERE r.role IN ('mentor', 'mentee')"""
OF = f"{ALL} AND r.contact_id IN (SELECT value FROM json_each(?))"
SESSIONS = f"""
SELECT r.contact_id, r.role, r.since, t.id, t.held_on
  FROM contact_role AS r
 CROSS JOIN conversation_contact AS part
    ON part.contact_id = r.contact_id AND part.held_on BETWEEN r.since AND coalesce(r.until, '{_LAST}')
 CROSS JOIN conversation AS t ON t.id = part.conversation_id AND t.kind = 'mentoring'
 WHERE r.contact_id IN (SELECT value FROM json_each(?)) AND r.role IN ('mentor', 'mentee')
 ORDER BY t.held_on, t.id"""
HOURS = f"""
SELECT r.contact_id, r.role, r.since, sum(x.hours) AS hours
  FROM contact_role AS r
 CROSS JOIN exchange_contact AS part ON part.contact_id = r.contact_id
 CROSS JOIN exchange AS x ON x.id = part.exchange_id AND x.kind = 'mentoring'
       AND x.exchanged_on BETWEEN r.since AND coalesce(r.until, '{_LAST}')
 WHERE r.contact_id IN (SELECT value FROM json_each(?)) AND r.role IN ('mentor', 'mentee')
 GROUP BY 1, 2, 3"""
TOPICS = """
SELECT contact_id, word FROM contact_topic WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"""
PROMISES = """
SELECT part.contact_id, f.id FROM follow_up_contact AS part CROSS JOIN follow_up AS f ON f.id = part.follow_up_id
 WHERE part.contact_id IN (SELECT value FROM json_each(?)) AND f.status = 'open' ORDER BY f.due_on, f.id"""
TAKEAWAYS = """
SELECT conversation_id, id FROM takeaway WHERE conversation_id IN (SELECT value FROM json_each(?))
 ORDER BY noted_on, id"""


def of(log: "Log", refs: Sequence[str], ctx: "Context", *, all: bool = False) -> list[Json]:
    """Each mentorship: ref, name, role, way, since, until, topics, sessions, last_session_on, next_session_on,
    days_late, hours, promises[{ref,what,due_on,owed_by,days_late}], takeaways[{ref,what,status}].

    Those that go on, unless `all` or named; sessions are conversations of kind mentoring from `since` to `until`,
    hours those of exchanges of kind mentoring. NotFoundError for a contact who is neither mentor nor mentee.
    """
    if refs:
        wanted = dict.fromkeys(references.find(log, ref, ("contact",), ctx)[1] for ref in refs)
        rows = log.rows(OF, json_ids(wanted))
        _must_be_mentorships(log, [id for id in wanted if id not in {row["contact_id"] for row in rows}])
    else:
        rows = [row for row in log.rows(ALL) if all or _goes_on(row, ctx)]
    return _whole(log, sorted(rows, key=lambda row: _order(row, ctx)), ctx)


def ended(log: "Log", ctx: "Context") -> int:
    """How many have ended, those with archived contacts among them."""
    return sum(not _goes_on(row, ctx) for row in log.rows(ALL))


def _goes_on(row: "Row", ctx: "Context") -> bool:
    return row["status"] != "archived" and mentorships.goes_on(_day(row["until"]), ctx.today)


def _order(row: "Row", ctx: "Context") -> tuple[Any, ...]:
    """Those that go on first, your mentors before those you mentor, the longest first."""
    return (not _goes_on(row, ctx), row["role"] == "mentee", row["since"], row["name"], row["contact_id"])


def _must_be_mentorships(log: "Log", missing: list[int]) -> None:
    if missing:
        name = record.names_of(log, [("contact", missing[0])])["contact", missing[0]]
        raise NotFoundError(
            f"{name} is neither your mentor nor your mentee",
            f"netlog edit c{missing[0]} role+=mentor (or mentee) makes it so",
        )


def _whole(log: "Log", rows: list["Row"], ctx: "Context") -> list[Json]:
    wanted = json_ids(dict.fromkeys(row["contact_id"] for row in rows))
    sessions: dict[Key, list[tuple[int, str]]] = {}
    for one in log.rows(SESSIONS, wanted):
        sessions.setdefault(_key(one), []).append((one["id"], one["held_on"]))
    hours = {_key(one): one["hours"] for one in log.rows(HOURS, wanted)}
    topics = _grouped(log.rows(TOPICS, wanted))
    promises = _promises(log, wanted, ctx)
    takeaways = _takeaways(log, [id for held in sessions.values() for id, _ in held])
    cadence = cadences.of_contacts(log, (row["contact_id"] for row in rows), ctx)
    found = []
    for row in rows:
        held = sessions.get(_key(row), [])
        last = held[-1][1] if held else None
        following = _next(row, last, cadence.get(row["contact_id"], (None, None))[0], ctx)
        found.append(
            {
                "ref": f"c{row['contact_id']}",
                "name": row["name"],
                "role": row["role"],
                "way": WAYS[row["role"]],
                "since": row["since"] or None,
                "until": row["until"],
                "topics": topics.get(row["contact_id"], []),
                "sessions": len(held),
                "last_session_on": last,
                "next_session_on": following,
                "days_late": (ctx.today - date.fromisoformat(following)).days if following else None,
                "hours": hours.get(_key(row)),
                "promises": promises.get(row["contact_id"], []),
                "takeaways": [one for id, _ in held for one in takeaways.get(id, [])],
            }
        )
    return found


def _next(row: "Row", last: str | None, cadence: int | None, ctx: "Context") -> str | None:
    """When the next session is to be, not before a snooze is over; None of one that has ended."""
    if not _goes_on(row, ctx):
        return None
    day = mentorships.next_session(_day(last), _day(row["since"]), cadence)
    return max(day.isoformat(), row["snoozed_until"] or "") if day else None


def _promises(log: "Log", contacts: str, ctx: "Context") -> dict[int, list[Json]]:
    """Open follow-ups of each contact, owed by either, the first due first."""
    owed = _grouped(log.rows(PROMISES, contacts))
    ids = list(dict.fromkeys(id for some in owed.values() for id in some))
    loaded = {}
    for one in record.load(kind_of("follow_up"), log, ids):
        late = (ctx.today - date.fromisoformat(one["due_on"])).days
        kept = {key: one[key] for key in ("ref", "what", "due_on", "owed_by")}
        loaded[id_of(one)] = {**kept, "days_late": late}
    return {contact: [loaded[id] for id in some] for contact, some in owed.items()}


def _takeaways(log: "Log", conversations: list[int]) -> dict[int, list[Json]]:
    """What was taken home from each conversation, the first noted first."""
    taken = _grouped(log.rows(TAKEAWAYS, json_ids(conversations)))
    loaded = record.load(kind_of("takeaway"), log, [id for some in taken.values() for id in some])
    shown = {id_of(one): {key: one[key] for key in ("ref", "what", "status")} for one in loaded}
    return {conversation: [shown[id] for id in some] for conversation, some in taken.items()}


def _grouped(rows: Sequence["Row"]) -> dict[int, list[Any]]:
    """Rows of two columns: the first -> every second."""
    found: dict[int, list[Any]] = {}
    for owner, value in rows:
        found.setdefault(owner, []).append(value)
    return found


def _key(row: "Row") -> Key:
    return row["contact_id"], row["role"], row["since"]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
