"""Follow-ups: what is owed by a date, by you or by them; done, dropped and coming again."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.insight import lengths
from netlog.records import conversations, hanging, record
from netlog.records.dated import Day, Repeat
from netlog.records.fields import Choice, Switch, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import FOLLOW_UP_STATUSES, OWED_BY, REPEAT_FROM

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

DEFAULT_DAYS = 7

HELP = "SELECT id FROM exchange WHERE follow_up_id = ? ORDER BY id LIMIT 1"  # that it was when it was kept
SERIES = """
SELECT due_on FROM follow_up
 WHERE status = 'done' AND what = ? AND repeat = ? AND repeat_from = 'due' AND due_on < ? ORDER BY due_on"""


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    today = ctx.today.isoformat()
    if not values["what"]:
        raise UsageError("a follow-up needs words", "say what is to be done")
    if before and not values["due_on"]:
        raise UsageError("a follow-up has a day it is due by", "write due=DATE")
    values["due_on"] = values["due_on"] or (ctx.today + timedelta(days=DEFAULT_DAYS)).isoformat()
    values["owed_by"] = values["owed_by"] or "me"
    if values["repeat_from"] and not values["repeat"] and not before:
        raise UsageError("--repeat-from is for a follow-up that repeats", "say how often: --repeat monthly")
    values["repeat_from"] = (values["repeat_from"] or "done") if values["repeat"] else None
    status = values["status"] = values["status"] or "open"
    values["done_on"] = (values["done_on"] or today) if status == "done" else None
    values["dropped_on"] = (values["dropped_on"] or today) if status == "dropped" else None


def _after_change(
    log: "Log", id: int, values: dict[str, Any], before: dict[str, Any], ctx: "Context"
) -> None:
    """What is open again was no help yet; whether it was noted as help, and how to take that back, is told."""
    if before["status"] == "done" and values["status"] != "done":
        help = log.value(HELP, id)
        if help is not None:
            ctx.told.append(f"x{help} still counts it as help: netlog delete x{help} if it was none")


class _Status(Choice):
    """Open, or closed by a command that also sees to what comes next."""

    closed_by = "`netlog done` or `netlog drop`"


KIND = Kind(
    "follow_up",
    (
        Text("what", help="What is to be done.", given=False),
        Day("due_on", "due", "By when: fri, +3d, eom, 2026-03-02 (default: in a week).", lean="future"),
        Choice("owed_by", OWED_BY, given=False, default="me"),
        Contacts(
            "contacts", "follow_up_contact", "with", "For whom, or who owes it; give it again for more."
        ),
        Switch("theirs", "owed_by", "them", "They owe it, not you."),
        One(
            "source",
            {"conversation": "conversation_id", "event": "event_id"},
            "from",
            "What it came of: t12, e3.",
        ),
        _Status("status", FOLLOW_UP_STATUSES, given=False, default="open"),
        Day("done_on", "done", given=False, lean="past"),
        Day("dropped_on", "dropped", given=False, lean="past"),
        Day("snoozed_until", "snoozed", given=False, lean="future"),
        Repeat("repeat", help="How often it comes again: 2w, monthly, every 10 days."),
        Choice("repeat_from", REPEAT_FROM, help="Counted from when it is done, or from when it was due."),
    ),
    title="what",
    order="due_on, id",
    shown="status = 'open'",
    check=_check,
    after_change=_after_change,
    before_delete=hanging.of_any("follow_up"),
)


def add(log: "Log", values: dict[str, Any], ctx: "Context") -> int:
    """Add a follow-up; one that came of a conversation is with the same people unless said otherwise."""
    values = record.resolve(KIND, log, values, ctx)
    source = values.get("source")
    if source and source[0] == "conversation" and not values.get("contacts"):
        sql = "SELECT contact_id FROM conversation_contact WHERE conversation_id = ? ORDER BY 1"
        values["contacts"] = [row[0] for row in log.rows(sql, source[1])]
    return record.add(KIND, log, values, ctx)


def finish(log: "Log", id: int, on: date, note: str | None, ctx: "Context") -> int | None:
    """Mark one as done on a day, with a note added; the id of the one that comes next, if it repeats."""
    values = open_one(log, id)
    if note:
        values["notes"] = f"{values['notes']}\n{note}" if values["notes"] else note
    record.change(KIND, log, id, {"status": "done", "done_on": on.isoformat(), "notes": values["notes"]}, ctx)
    if not values["repeat"]:
        return None
    due = date.fromisoformat(values["due_on"])
    start = on if values["repeat_from"] == "done" else _first_due(log, values, due)
    following = lengths.next_repeat(
        values["repeat"], start, max(on, due if values["repeat_from"] == "due" else on)
    )
    again = {
        field.key: values[field.key] for field in KIND.keyed if field.key not in ("snoozed_until", "notes")
    }
    again.update(status="open", due_on=following.isoformat())
    return record.add(KIND, log, again, ctx)


def keep_as_conversation(log: "Log", id: int, on: date, note: str | None, ctx: "Context") -> int:
    """The conversation that the note of a follow-up makes, with the same people."""
    values = record.fetch(KIND, log, [id])[0]
    if not values["contacts"]:
        raise UsageError(f"f{id} is with nobody", "a conversation is with somebody: leave --log out")
    return conversations.keep(log, note or values["what"], on, values["contacts"], ctx)


def _first_due(log: "Log", values: dict[str, Any], due: date) -> date:
    """When the series that this one is in was first due, so that 31 Jan, 28 Feb goes on to 31 Mar."""
    for (day,) in log.rows(SERIES, values["what"], values["repeat"], values["due_on"]):
        first = date.fromisoformat(day)
        if lengths.next_repeat(values["repeat"], first, due - timedelta(days=1)) == due:
            return first
    return due


def drop(log: "Log", id: int, ctx: "Context") -> None:
    """Give one up: it is neither done nor due any more."""
    open_one(log, id)
    record.change(KIND, log, id, {"status": "dropped", "dropped_on": ctx.today.isoformat()}, ctx)


def open_one(log: "Log", id: int) -> dict[str, Any]:
    """An open follow-up as it is stored; ConflictError when it is done or dropped."""
    values = record.fetch(KIND, log, [id])[0]
    if values["status"] != "open":
        day = values["done_on"] or values["dropped_on"]
        raise ConflictError(f"f{id} was {values['status']} on {day}", "nothing was changed")
    return values
