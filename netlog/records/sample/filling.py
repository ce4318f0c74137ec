"""Puts the sample into a log, in one step, with names looked up as they come."""

from typing import TYPE_CHECKING, Any

from netlog.records import record
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

_MET = ("to_meet", "met")


def fill(log: "Log", ctx: "Context", sections: dict[str, list[dict[str, Any]]]) -> None:
    """Add every record; events come before contacts, who were met there, and learn afterwards whom."""
    events = {}
    for one in sections["events"]:
        events[_add(log, ctx, "event", {key: value for key, value in one.items() if key not in _MET})] = one
    for name in ("contact", "conversation", "follow_up", "goal"):
        for one in sections[f"{name}s"]:
            _add(log, ctx, name, one)
    kind = kind_of("event")
    for id, one in events.items():
        met = record.read_json(kind, {key: one[key] for key in _MET if key in one}, ctx)
        record.change(kind, log, id, met, ctx)


def _add(log: "Log", ctx: "Context", name: str, one: dict[str, Any]) -> int:
    kind = kind_of(name)
    return record.add(kind, log, record.read_json(kind, one, ctx), ctx)
