"""The queue of follow-ups and people whose turn it is, from the log."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, lengths, queue
from netlog.records.links import Contacts, shown_ref
from netlog.records.lists import json_ids
from netlog.records.record import names_of
from netlog.store.log import Row
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.references import Target
    from netlog.store.log import Log

Json = dict[str, Any]

PEOPLE = 200  # lapsed contacts in a queue, the longest lapsed first
SCREENFUL = 50  # of them for a person to read

FOLLOW_UPS = """
SELECT id, what, due_on, owed_by, repeat, snoozed_until FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND coalesce(snoozed_until, due_on) <= ?1 ORDER BY due_on, id"""
_PERSON = "SELECT id, name, next_contact_on, last_conversation_on FROM contact"
LAPSED = f"{_PERSON} WHERE next_contact_on <= ? ORDER BY next_contact_on, id LIMIT ?"
LAPSED_OF = f"{_PERSON} WHERE next_contact_on <= ? AND id IN (SELECT value FROM json_each(?))"
CADENCES = "SELECT contact_id, days FROM contact_cadence WHERE contact_id IN (SELECT value FROM json_each(?))"
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
    return _sorted(_follow_ups(log, until, today) + _people(log, log.rows(LAPSED, until, most), today))


def due_of(log: "Log", today: date, days: int, wanted: "set[Target]") -> list[Json]:
    """As due(), but only what these records are, or are in."""
    until = (today + timedelta(days=days)).isoformat()
    refs = {f"{LETTERS[type]}{id}" for type, id in wanted}
    follow_ups = [
        one
        for one in _follow_ups(log, until, today)
        if refs & {one["ref"], *(who["ref"] for who in one["contacts"])}
    ]
    contacts = json_ids(id for type, id in wanted if type == "contact")
    return _sorted(follow_ups + _people(log, log.rows(LAPSED_OF, until, contacts), today))


def _sorted(found: list[Json]) -> list[Json]:
    return sorted(found, key=lambda one: (-one["score"], one["due_on"], one["ref"]))


def _follow_ups(log: "Log", until: str, today: date) -> list[Json]:
    """Open follow-ups due by a day, the first due first."""
    rows = log.rows(FOLLOW_UPS, until)
    with_whom = _contacts_of(log, [row["id"] for row in rows])
    return [_follow_up(row, with_whom.get(row["id"], []), today) for row in rows]


def _people(log: "Log", rows: list[Row], today: date) -> list[Json]:
    cadences = dict(map(tuple, log.rows(CADENCES, json_ids(row["id"] for row in rows))))
    return [_contact(row, cadences[row["id"]], today) for row in rows]


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


def _contact(row: Row, cadence: int, today: date) -> Json:
    ref = f"{LETTERS['contact']}{row['id']}"
    next_on = date.fromisoformat(row["next_contact_on"])
    last = row["last_conversation_on"]
    urgency = queue.of_contact(next_on, cadence, bool(last), today)
    ago = dates.days_between_text(date.fromisoformat(last), today) if last else ""
    talked = f"last talked {ago}" if last else "never talked yet"
    every = f"every {lengths.days_text(cadence).removeprefix('1 ')}"
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
