"""What to know before a talk with a contact, or before an event."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.records import attendance, common_ground, questions, record
from netlog.records.kind import kind_of
from netlog.records.links import id_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

CONVERSATIONS = 3

LAST = """
SELECT conversation_id FROM conversation_contact WHERE contact_id = ?
 ORDER BY held_on DESC, conversation_id DESC LIMIT ?"""
PROMISES = """
SELECT f.id FROM follow_up_contact AS part JOIN follow_up AS f ON f.id = part.follow_up_id
 WHERE part.contact_id = ? AND f.status = 'open' ORDER BY f.due_on, f.id"""
OF_EVENT = "SELECT id FROM follow_up WHERE event_id = ? AND status = 'open' ORDER BY due_on, id"

_CONTACT = (
    *("ref", "type", "name", "nickname", "organization", "title", "region", "specialty", "roles", "tier"),
    *("status", "tags", "birthday", "notes", "met_on", "met_at", "met_through", "met_via"),
    *("last_conversation_on", "next_contact_on"),
)
_EVENT = (
    *("ref", "type", "name", "starts_on", "ends_on", "kind", "mode", "role", "status", "level", "place"),
    *("url", "organizer", "takeaways", "tags", "notes"),
)


def of_contact(log: "Log", id: int, ctx: "Context") -> Json:
    """A contact as `show` gives it, in short, with last_conversations, promises, common_ground and questions.

    Conversations are the last three, newest first; promises the open follow-ups both ways, the first due first.
    """
    kind = kind_of("contact")
    whole = record.load(kind, log, [id])[0]
    stored = record.fetch(kind, log, [id])[0]
    return {
        **{key: whole[key] for key in _CONTACT},
        "last_conversations": conversations(log, id, CONVERSATIONS),
        "promises": promises(log, id, ctx),
        "common_ground": common_ground.of(log, id, stored, ctx.today.isoformat()),
        "questions": questions.listed(log, ("contact", id)),
    }


def of_event(log: "Log", id: int, ctx: "Context") -> Json:
    """An event in short, with people, promises (open follow-ups that came of it), questions, introductions.

    Each of the people has ref, name, part (to_meet, met or before), why, organization, title, toward (goals
    that talking with them would move), last_conversation, promises and questions.
    """
    whole = record.load(kind_of("event"), log, [id])[0]
    people = attendance.people(log, whole, ctx)
    for one in people:
        contact = id_of(one)
        one["last_conversation"] = next(iter(conversations(log, contact, 1)), None)
        one["promises"] = promises(log, contact, ctx)
        one["questions"] = questions.listed(log, ("contact", contact))
    return {
        **{key: whole[key] for key in _EVENT},
        "when": ctx.away(_day(whole["starts_on"])),
        "people": people,
        "promises": promises(log, id, ctx, OF_EVENT),
        "questions": questions.listed(log, ("event", id)),
        "introductions": attendance.introductions(log, whole, ctx),
    }


def conversations(log: "Log", id: int, most: int) -> list[Json]:
    """The last conversations with a contact, newest first."""
    ids = [row["conversation_id"] for row in log.rows(LAST, id, most)]
    return record.load(kind_of("conversation"), log, ids)


def promises(log: "Log", id: int, ctx: "Context", sql: str = PROMISES) -> list[Json]:
    """Open follow-ups with a contact, owed by either, the first due first; each with its days_late."""
    found = record.load(kind_of("follow_up"), log, [row["id"] for row in log.rows(sql, id)])
    return [{**one, "days_late": (ctx.today - _day(one["due_on"])).days} for one in found]


def _day(text: str) -> date:
    return date.fromisoformat(text)
