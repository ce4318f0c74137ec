"""What a weekly review goes through: the entries of the queue that press, how long they take, what settles them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import budget
from netlog.records import follow_ups, record, references
from netlog.records.kind import kind_of
from netlog.vocabulary import TYPES

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

ENDLESS = 10**9  # minutes: all the time there is

LAST_TALK = """
SELECT talk.held_on AS held_on, talk.summary AS summary
  FROM conversation_contact AS part JOIN conversation AS talk ON talk.id = part.conversation_id
 WHERE part.contact_id = ? ORDER BY part.held_on DESC, part.conversation_id DESC LIMIT 1"""


def pressing(waiting: list[Json]) -> list[Json]:
    """The entries of the queue that a review is about: all but people whose turn is still to come."""
    return [
        one
        for one in waiting
        if one["days_late"] >= 0 or one["type"] != "contact" or "pinned" in one["parts"]
    ]


def within(waiting: list[Json], given: int, ctx: "Context") -> list[Json]:
    """The entries that fit into so many minutes; each entry is marked, with its `minutes` and whether it `fits`."""
    for one in waiting:
        one["minutes"], one["fits"] = budget.minutes_of(one["type"], ctx.minutes), False
    pressed = pressing(waiting)
    for one, fits in zip(pressed, budget.fitting([one["minutes"] for one in pressed], given), strict=True):
        one["fits"] = fits
    return [one for one in pressed if one["fits"]]


def last_talk(log: "Log", entry: Json, ctx: "Context") -> str | None:
    """When the first person of an entry was last talked with, and about what; None where that was never."""
    for who in entry["contacts"][:1]:
        talk = log.row(LAST_TALK, int(who["ref"][1:]))
        if talk:
            return f"{ctx.away(date.fromisoformat(talk['held_on']))}: {talk['summary']}"
    return None


# What an answer does; each says in words what became of it.


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
    if until <= ctx.today:
        raise UsageError(f"{until} is not in the future", "snooze until a later day")
    type, id = references.find(log, entry["ref"], (TYPES[entry["ref"][0]],), ctx)
    if type == "follow_up":
        follow_ups.open_one(log, id)
    record.change(kind_of(type), log, id, {"snoozed_until": until.isoformat()}, ctx)
    return f"snoozed until {until}"
