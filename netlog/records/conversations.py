"""Conversations: what was said, when, with whom."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, introduction_talks, plan_hooks, questions, record
from netlog.records.dated import Day
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import CONVERSATION_KINDS, OWED_BY

if TYPE_CHECKING:
    from datetime import date

    from netlog.records.context import Context
    from netlog.store.log import Log

SNOOZED = "SELECT 1 FROM contact WHERE id = ? AND snoozed_until IS NOT NULL AND last_conversation_on = ?"


_move_plan = plan_hooks.added("conversation")
_change_plan = plan_hooks.changed("conversation")


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if before and not values["held_on"]:
        raise UsageError("a conversation has a day", "write on=DATE")
    values["held_on"] = values["held_on"] or ctx.today.isoformat()
    if values["held_on"] > ctx.today.isoformat():
        raise UsageError(f"a conversation can't be held on {values['held_on']}, in the future")
    if not values["summary"]:
        raise UsageError("a conversation needs a summary")
    if not values["contacts"]:
        raise UsageError("a conversation is with somebody", "name them: --with NAME")
    values["kind"] = values["kind"] or "meeting"
    _check_observer(values, before, ctx)


def _check_observer(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """Only an observation has an observer; one that becomes something else loses it."""
    if values["observer"] is None or values["kind"] == "observation":
        return
    if before and before["observer"] == values["observer"]:
        ctx.told.append(f"t{before['id']} is no observation any more: who observed is not kept")
        values["observer"] = None
        return
    raise UsageError("only an observation has an observer", "say that it was one: --kind observation")


def _after_add(log: "Log", id: int, values: dict[str, Any], ctx: "Context") -> None:
    """What was to be asked is struck off, and a snooze is over: the newest conversation restarts the cadence."""
    questions.strike_answered(log, id, values, ctx)
    for contact in values["contacts"]:
        if log.value(SNOOZED, contact, values["held_on"]):
            log.update("contact", contact, {"snoozed_until": None})
    _move_plan(log, id, values, ctx)
    introduction_talks.met(log, values["contacts"], values["held_on"], ctx)


def _after_change(
    log: "Log", id: int, values: dict[str, Any], before: dict[str, Any], ctx: "Context"
) -> None:
    """Who is added to a conversation talked too."""
    _change_plan(log, id, values, before, ctx)
    if any(one not in before["contacts"] for one in values["contacts"]):
        introduction_talks.met(log, values["contacts"], values["held_on"], ctx)


KIND = Kind(
    "conversation",
    (
        Day("held_on", "on", "When: 2026-03-02, yesterday, last fri (default: today).", lean="past"),
        Choice("kind", CONVERSATION_KINDS, help="meeting, call, video, email, ...", default="meeting"),
        Text("summary", help="What it was about, in a line.", given=False),
        Contacts("contacts", "conversation_contact", "with", "Who took part; give it again for more."),
        One("event", {"event": "event_id"}, "event", "The event where it was held."),
        Choice("observer", OWED_BY, help="Of an observation, who watched: me or them."),
    ),
    title="summary",
    order="held_on DESC, id DESC",
    check=_check,
    after_add=_after_add,
    after_change=_after_change,
    before_delete=hanging.of_conversation,
)


def keep(log: "Log", text: str, on: "date", contacts: list[int], ctx: "Context") -> int:
    """Keep a note of what was done as a conversation with those it was done for; its first line is the summary."""
    summary, _, rest = text.partition("\n")
    values = {"summary": summary, "notes": rest.strip() or None, "contacts": contacts}
    values |= {"held_on": on.isoformat(), "kind": "message"}
    return record.add(KIND, log, values, ctx)
