"""Walking through a review: what is told of an entry, and what each answer does; it says what became of that."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.records import follow_ups, references, turns
from netlog.records.links import id_of
from netlog.vocabulary import TYPES

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

LAST_TALK = """
SELECT talk.held_on AS held_on, talk.summary AS summary
  FROM conversation_contact AS part JOIN conversation AS talk ON talk.id = part.conversation_id
 WHERE part.contact_id = ? ORDER BY part.held_on DESC, part.conversation_id DESC LIMIT 1"""


def last_talk(log: "Log", entry: Json, ctx: "Context") -> str | None:
    """When the first person of an entry was last talked with, and about what; None where that was never."""
    for who in entry["contacts"][:1]:
        talk = log.row(LAST_TALK, id_of(who))
        if talk:
            return f"{ctx.away(date.fromisoformat(talk['held_on']))}: {talk['summary']}"
    return None


def finish(log: "Log", entry: Json, ctx: "Context") -> str:
    """Mark a follow-up as done."""
    _, id = references.find(log, entry["ref"], ("follow_up",), ctx)
    following = follow_ups.finish(log, id, ctx.today, None, ctx)
    if following is None:
        return "done"
    due_on = log.value("SELECT due_on FROM follow_up WHERE id = ?", following)
    return f"done; it comes again as f{following}, due {due_on}"


def converse(log: "Log", entry: Json, text: str, ctx: "Context") -> str:
    """Log a sentence as a conversation with the people of an entry; where it has none, the sentence names them."""
    from netlog.records import capture

    given = capture.Given(people=tuple(one["ref"] for one in entry["contacts"]))
    made = capture.save(log, capture.read(log, text, given, ctx), ctx)
    also = [*made["contacts_added"], *made["follow_ups"]]
    return "logged as " + ", ".join(one["ref"] for one in (made["conversation"], *also))


def snooze(log: "Log", entry: Json, until: date, ctx: "Context") -> str:
    """Put a follow-up, or a contact's turn, off until a day."""
    turns.must_come(until, ctx)
    turns.put_off(log, references.find(log, entry["ref"], (TYPES[entry["ref"][0]],), ctx), until, ctx)
    return f"snoozed until {until}"
