"""Conversations: what was said, when, with whom."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, questions
from netlog.records.dated import Day
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import CONVERSATION_KINDS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

SNOOZED = "SELECT 1 FROM contact WHERE id = ? AND snoozed_until IS NOT NULL AND last_conversation_on = ?"


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


def _after_add(log: "Log", id: int, values: dict[str, Any], ctx: "Context") -> None:
    """What was to be asked is struck off, and a snooze is over: the newest conversation restarts the cadence."""
    questions.strike_answered(log, id, values, ctx)
    for contact in values["contacts"]:
        if log.value(SNOOZED, contact, values["held_on"]):
            log.update("contact", contact, {"snoozed_until": None})


KIND = Kind(
    "conversation",
    (
        Day("held_on", "on", "When: 2026-03-02, yesterday, last fri (default: today).", lean="past"),
        Choice("kind", CONVERSATION_KINDS, help="meeting, call, video, email, ...", default="meeting"),
        Text("summary", help="What it was about, in a line.", given=False),
        Contacts("contacts", "conversation_contact", "with", "Who took part; give it again for more."),
        One("event", {"event": "event_id"}, "event", "The event where it was held."),
    ),
    title="summary",
    order="held_on DESC, id DESC",
    check=_check,
    after_add=_after_add,
    before_delete=hanging.of_conversation,
)
