"""The queue of follow-ups and people whose turn it is, from the log."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, queue
from netlog.records.lists import Contacts, json_ids, shown_ref
from netlog.records.record import names_of
from netlog.store.log import Row
from netlog.vocabulary import LETTERS, TIERS

if TYPE_CHECKING:
    from netlog.store.log import Log

Json = dict[str, Any]

PEOPLE = 200  # lapsed contacts in a queue, the longest lapsed first
SCREENFUL = 50  # of them for a person to read
EVERYONE = -1

FOLLOW_UPS = """
SELECT id, what, due_on, owed_by, repeat, snoozed_until FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND coalesce(snoozed_until, due_on) <= ?1 ORDER BY due_on, id"""
LAPSED = """
SELECT id, name, next_contact_on, last_conversation_on, met_on, cadence, tier, snoozed_until, created_at
  FROM contact
 WHERE next_contact_on <= ? ORDER BY next_contact_on, id LIMIT ?"""
HOW_MANY = """
SELECT (SELECT count(*) FROM follow_up
         WHERE status = 'open' AND due_on <= ?1 AND coalesce(snoozed_until, due_on) <= ?1),
       (SELECT count(*) FROM contact WHERE next_contact_on <= ?1)"""


def count(log: "Log", until: date) -> tuple[int, int]:
    """How many follow-ups and how many contacts are due by a day."""
    row = log.row(HOW_MANY, until.isoformat())
    return (row[0], row[1]) if row else (0, 0)


def due(log: "Log", today: date, days: int, most: int = PEOPLE) -> list[Json]:
    """What is due within `days` of today, the most urgent first."""
    until = (today + timedelta(days=days)).isoformat()
    found = follow_ups(log, until, today) + people(log, until, today, most)
    return sorted(found, key=lambda one: (-one["score"], one["due_on"], one["ref"]))


def follow_ups(log: "Log", until: str, today: date) -> list[Json]:
    """Open follow-ups due by a day, the first due first."""
    rows = log.rows(FOLLOW_UPS, until)
    with_whom = _contacts_of(log, [row["id"] for row in rows])
    return [_follow_up(row, with_whom.get(row["id"], []), today) for row in rows]


def people(log: "Log", until: str, today: date, most: int = PEOPLE) -> list[Json]:
    """Contacts whose cadence runs out by a day, the longest lapsed first."""
    return [_contact(row, today) for row in log.rows(LAPSED, until, most)]


def _contacts_of(log: "Log", ids: list[int]) -> dict[int, list[dict[str, str]]]:
    from netlog.records.follow_ups import KIND

    field = next(one for one in KIND.lists if isinstance(one, Contacts))
    found = field.load(log, KIND, json_ids(ids))
    names = names_of(log, {("contact", id) for some in found.values() for id in some})
    return {id: [shown_ref(("contact", one), names) for one in some] for id, some in found.items()}


def _follow_up(row: Row, contacts: list[dict[str, str]], today: date) -> Json:
    snoozed = (row["snoozed_until"] or "") > row["due_on"]
    due_on = date.fromisoformat(row["snoozed_until"] if snoozed else row["due_on"])
    urgency = queue.of_follow_up(due_on, row["owed_by"], today)
    owed = "you promised this" if row["owed_by"] == "me" else "they owe you this"
    by = f" by {row['due_on']}, snoozed" if snoozed else ""
    repeats = f", every {row['repeat']}" if row["repeat"] else ""
    return {
        "ref": f"{LETTERS['follow_up']}{row['id']}",
        "type": "follow_up",
        "what": row["what"],
        "contacts": contacts,
        "due_on": str(due_on),
        "days_late": (today - due_on).days,
        "reason": f"{owed}{by}{repeats}",
        "score": urgency.score,
        "parts": urgency.parts,
        "command": f"netlog done f{row['id']}",
    }


def _contact(row: Row, today: date) -> Json:
    ref = f"{LETTERS['contact']}{row['id']}"
    next_on = date.fromisoformat(row["next_contact_on"])
    last = row["last_conversation_on"]
    since = date.fromisoformat(last or row["met_on"] or row["created_at"][:10])
    cadence = row["cadence"] or _days_meant(row, since, next_on)
    urgency = queue.of_contact(next_on, cadence, bool(last), today)
    talked = f"last talked {dates.days_between_text(since, today)}" if last else "never talked yet"
    every = f"every {dates.days_text(cadence).removeprefix('1 ')}"
    return {
        "ref": ref,
        "type": "contact",
        "what": f"get in touch with {row['name']}",
        "contacts": [{"ref": ref, "name": row["name"]}],
        "due_on": row["next_contact_on"],
        "days_late": (today - next_on).days,
        "reason": f"{talked}, meant to be {every}",
        "score": urgency.score,
        "parts": urgency.parts,
        "command": f'netlog add-conversation "..." --with {ref}',
    }


def _days_meant(row: Row, since: date, next_on: date) -> int:
    """The cadence that a tier, role or tag gives: what lies between, unless a snooze moved the day."""
    snoozed = row["snoozed_until"] == row["next_contact_on"]
    return TIERS.get(row["tier"] or "", 1) if snoozed else max((next_on - since).days, 1)
