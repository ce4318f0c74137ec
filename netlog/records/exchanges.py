"""Exchanges: help given and received."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, record
from netlog.records.dated import Day
from netlog.records.fields import Choice, Hours, Switch, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import DIRECTIONS, EXCHANGE_KINDS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["what"]:
        raise UsageError("an exchange needs words", "say what helped")
    if not values["contacts"]:
        raise UsageError("an exchange is with somebody", "name them: --with NAME")
    values["exchanged_on"] = values["exchanged_on"] or ctx.today.isoformat()
    values["direction"] = values["direction"] or "given"
    values["kind"] = values["kind"] or "resource"


PEOPLE = {
    "conversation": "SELECT contact_id FROM conversation_contact WHERE conversation_id = ? ORDER BY 1",
    "follow_up": "SELECT contact_id FROM follow_up_contact WHERE follow_up_id = ? ORDER BY 1",
}


KIND = Kind(
    "exchange",
    (
        Text("what", help="What helped.", given=False),
        Choice("direction", DIRECTIONS, given=False, default="given"),
        Switch("received", "direction", "received", "You received it, not gave it."),
        Choice("kind", EXCHANGE_KINDS, help="resource, advice, feedback, referral, ...", default="resource"),
        Day("exchanged_on", "on", "When (default: today).", lean="past"),
        Contacts("contacts", "exchange_contact", "with", "Who gave or received it; give it again for more."),
        Hours("hours", help="How many hours it took."),
        One(
            "source",
            {
                "follow_up": "follow_up_id",
                "conversation": "conversation_id",
                "event": "event_id",
                "introduction": "introduction_id",
            },
            "from",
            "What it came of: f3, t12, e3, i2.",
        ),
    ),
    title="what",
    order="exchanged_on DESC, id DESC",
    check=_check,
    before_delete=hanging.of_any("exchange"),
)


def add(log: "Log", values: dict[str, Any], ctx: "Context") -> int:
    """Add an exchange; one that came of a conversation or follow-up is with the same people unless said otherwise."""
    values = record.resolve(KIND, log, values, ctx)
    source = values.get("source")
    if source and source[0] in PEOPLE and not values.get("contacts"):
        values["contacts"] = [row[0] for row in log.rows(PEOPLE[source[0]], source[1])]
    return record.add(KIND, log, values, ctx)
