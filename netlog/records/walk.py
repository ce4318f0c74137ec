"""Walking through a review: what is told of an entry, and what each answer does; it says what became of that."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.records import kept, memberships, references, turns
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
    """Mark a follow-up or a step as done, move an introduction on or renew a membership."""
    target = references.find(log, entry["ref"], (TYPES[entry["ref"][0]],), ctx)
    if target[0] == "membership":
        return f"renewed until {memberships.renew(log, target[1], None, ctx)}"
    came = kept.finish(log, target, kept.How(ctx.today), ctx)
    told = f"marked {entry['command'].split()[2]}" if target[0] == "introduction" else "done"
    if came.exchange is not None:
        told += f"; x{came.exchange} keeps it as help"
    if came.next is not None:
        due_on = log.value("SELECT due_on FROM follow_up WHERE id = ?", came.next)
        told += f"; it comes again as f{came.next}, due {due_on}"
    return told


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
